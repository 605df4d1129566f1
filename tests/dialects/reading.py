"""What a reading is: one thing that a site says otherwise, and the dialect that says it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from tests.dialects.site import Naming, Turn


class Part(Enum):
    """What belongs to a whole sale."""

    SINGLE = "seats are picked one by one"
    GIVEN_BACK = "a seat is given back"
    REDUCED = "a seat gets another price type"
    RIVAL = "a seat is taken meanwhile"
    VENUES = "the venue is named"
    PAID = "the payment is told to the server"
    MAP = "the map shows what another till does"


WHOLE = frozenset(Part)


@dataclass(frozen=True)
class Reading:
    """One thing that a site says otherwise.

    Attributes:
        about: what it touches; two of a pair touch different things.
        toml: what its dialect says beside names.
        is_refused: no dialect cures it; the sale is refused in words.
        parts: what a sale has where something is missing.
        shown_time: how the event's time is shown; empty where it cannot be told.
        may_be_sold, may_be_held: what is refused may be sold, or held, on the server: the words
            say so.
    """

    name: str
    about: frozenset[str]
    naming: Naming = field(default_factory=Naming)
    turns: tuple[Turn, ...] = ()
    toml: Mapping[str, Any] = field(default_factory=dict)
    is_refused: bool = False
    parts: frozenset[Part] = WHOLE
    shown_time: str = "19:30"
    may_be_sold: bool = False
    may_be_held: bool = False

    def with_(self, other: Reading) -> Reading:
        """Both at once."""
        return replace(
            self,
            name=f"{self.name} + {other.name}",
            about=self.about | other.about,
            naming=self.naming.over(other.naming),
            turns=(*self.turns, *other.turns),
            toml=_joined(self.toml, other.toml),
            is_refused=self.is_refused or other.is_refused,
            parts=self.parts & other.parts,
            shown_time=self.shown_time and other.shown_time,
            may_be_sold=self.may_be_sold or other.may_be_sold,
            may_be_held=self.may_be_held or other.may_be_held,
        )

    def dialect(self) -> str:
        """The file that says it, as TOML; without a table where nothing has to be said."""
        return _written(_joined(self.naming.said(), self.toml))


def _joined(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(below)
    for name, value in above.items():
        under = found.get(name)
        is_both = isinstance(value, Mapping) and isinstance(under, Mapping)
        found[name] = _joined(under, value) if is_both else value  # type: ignore[arg-type]
    return found


def _written(table: Mapping[str, Any], place: str = "") -> str:
    plain = {n: v for n, v in table.items() if not isinstance(v, Mapping)}
    lines = [f"{json.dumps(name)} = {json.dumps(value)}" for name, value in plain.items()]
    text = "".join(f"{line}\n" for line in ([f"[{place}]", *lines] if plain and place else lines))
    for name, value in table.items():
        if isinstance(value, Mapping) and value:
            text += _written(value, f"{place}.{json.dumps(name)}" if place else json.dumps(name))
    return text
