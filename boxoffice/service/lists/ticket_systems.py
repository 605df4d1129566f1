"""Ticket systems, those that sell and those that control access, each with its address."""

from __future__ import annotations

import re
from typing import Annotated, Any

from msgspec import Meta, Struct
from sqlalchemy import Connection, RowMapping, select

from boxoffice.service.data.schema import ticket_systems
from boxoffice.service.data.store import next_marker, next_stamp
from boxoffice.service.errors import Refusal, not_found
from boxoffice.service.lists.paging import Entity, Found, Page, count_of
from boxoffice.service.requests import Id

_URL = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_Area = Annotated[int, Meta(ge=1, le=2)]


class TicketSystem(Struct):
    id: Id | None = None
    name: Annotated[str, Meta(max_length=200)] | None = None
    system_type_area_id: _Area | None = None
    url: Annotated[str, Meta(max_length=500)] | None = None
    is_online: bool | None = None


class PutTicketSystem(Struct):
    """One ticket system. An id of 0 counts as none, and the page means nothing."""

    ticket_system: TicketSystem
    system_type_area_id: _Area | None = None
    ticket_system_id: Id | None = None
    page: Id | None = None
    page_size: Id | None = None


def find(connection: Connection, page: Page, area: int | None, system_id: int | None) -> Found:
    """The ticket systems by name: all, those of one kind, or the one with the id."""
    query = select(ticket_systems)
    if area is not None:
        query = query.where(ticket_systems.c.system_type_area_id == area)
    if system_id is not None:
        query = query.where(ticket_systems.c.id == system_id)
    total = count_of(connection, query)
    query = query.order_by(ticket_systems.c.name, ticket_systems.c.id)
    rows = connection.execute(query.limit(page.size).offset(page.offset)).mappings()
    return Found([_entity(row) for row in rows], total, next_marker(connection))


def put(connection: Connection, request: PutTicketSystem) -> int:
    """Changes the ticket system with the id, or adds a new one, and returns its id.

    A field that is not sent stays as it is. A new one needs a name and a kind.

    Raises:
        Refusal: 404, there is none with the id; 422 names the fields that are wrong.
    """
    system = request.ticket_system
    system_id = _one(request.ticket_system_id, system.id, "ticket_system_id")
    area = _one(request.system_type_area_id, system.system_type_area_id, "system_type_area_id")
    sent = {
        "name": system.name,
        "url": system.url,
        "is_online": system.is_online,
        "system_type_area_id": area,
    }
    values: dict[str, Any] = {
        name: value.strip() if isinstance(value, str) else value
        for name, value in sent.items()
        if value is not None
    }
    _check(values)
    values["stamp"] = next_stamp(connection)
    if system_id is None:
        return _make(connection, values)
    changed = ticket_systems.update().where(ticket_systems.c.id == system_id).values(**values)
    if connection.execute(changed).rowcount == 0:
        raise not_found("ticket system", system_id)
    return system_id


def _make(connection: Connection, values: dict[str, Any]) -> int:
    missing = [name for name in ("name", "system_type_area_id") if name not in values]
    if missing:
        raise Refusal(422, f"{missing[0]} is missing", fields=[(n, "missing") for n in missing])
    made = ticket_systems.insert().values(**{"url": "", "is_online": False} | values)
    return int(connection.execute(made.returning(ticket_systems.c.id)).scalar_one())


def _one(beside: int | None, inside: int | None, name: str) -> int | None:
    """A value that may stand beside the entity or in it; None where it stands in neither.

    Raises:
        Refusal: 422, it stands in both and differs.
    """
    if beside and inside and beside != inside:
        reason = f"{beside} beside the ticket system, {inside} in it"
        raise Refusal(422, reason, fields=[(name, reason)])
    return beside or inside or None


def _check(values: dict[str, Any]) -> None:
    problems = []
    if values.get("name") == "":
        problems.append(("ticket_system.name", "a ticket system has a name"))
    if values.get("url") and not _URL.fullmatch(values["url"]):
        problems.append(("ticket_system.url", "this is no web address"))
    if problems:
        raise Refusal(422, problems[0][1], fields=problems)


def _entity(row: RowMapping) -> Entity:
    names = ("id", "name", "system_type_area_id", "url", "is_online")
    return {name: row[name] for name in names} | {"last_updated": row["stamp"], "deleted": False}
