"""The countries of ISO 3166, as the time zone data bring them."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from sqlalchemy import Connection

from boxoffice.service.data.store import next_marker
from boxoffice.service.lists.catalogue import Entity, Found, Page

_STAMP = 1  # they do not change while the data last


def list_countries(connection: Connection, page: Page, country_id: int | None) -> Found:
    """All countries, or one; by code."""
    known = [
        country
        for country in _countries()
        if country_id in (None, country["id"]) and page.since <= _STAMP
    ]
    shown = known[page.offset : page.offset + page.size]
    return Found(shown, len(known), next_marker(connection))


@lru_cache(maxsize=1)
def _countries() -> tuple[Entity, ...]:
    text = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(
        {
            "id": _id_of(code),
            "country_code": code,
            "name": name,
            "last_updated": _STAMP,
            "deleted": False,
        }
        for code, name in rows
    )


def _id_of(code: str) -> int:
    """1 for AA to 676 for ZZ: a country keeps its id whatever others come and go."""
    first, second = (ord(letter) - ord("A") for letter in code)
    return first * 26 + second + 1
