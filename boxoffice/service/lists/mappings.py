"""Ids and external ids that belong together, looked up in bulk.

What the connected ticket system calls a sales condition is a sales type here, and the service knows
one type of customer. So neither has a table: each sales type is also the sales condition of the
same id and external id, and the customer type 'default' gets all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any

from msgspec import Meta, Struct
from sqlalchemy import ColumnElement, Connection, Select, select

from boxoffice.service.data.schema import event_seats, events, sales_types, seats
from boxoffice.service.data.status import GONE
from boxoffice.service.data.store import parts_of
from boxoffice.service.errors import not_found
from boxoffice.service.lists import catalogue
from boxoffice.service.lists.paging import Entity
from boxoffice.service.requests import Int64, Text

MOST_ASKED = 20_000
_CUSTOMER_TYPES = ((1, "default"),)
_Pair = tuple[int, str]
_Asked = Annotated[list[Int64], Meta(max_length=MOST_ASKED)]
_AskedTexts = Annotated[list[Text], Meta(max_length=MOST_ASKED)]


class Mapping(Struct):
    """What to look up; a compact answer leaves out what is unknown."""

    ids: _Asked | None = []
    external_ids: _AskedTexts | None = []
    is_compact: bool | None = False


def customer_types(request: Mapping) -> list[Entity]:
    return _mappings(
        request,
        lambda ids, names: [pair for pair in _CUSTOMER_TYPES if pair[0] in ids or pair[1] in names],
    )


def sales_conditions(connection: Connection, request: Mapping) -> list[Entity]:
    return _sales_types(connection, request)


def sales_types_of(
    connection: Connection, sales_condition_id: int, customer_type_id: int | None
) -> list[Entity]:
    """The sales types that a sales condition gives to a type of customer.

    Raises:
        Refusal: 404, there is no such sales condition or customer type.
    """
    if customer_type_id is not None and customer_type_id not in dict(_CUSTOMER_TYPES):
        raise not_found("customer type", customer_type_id)
    request = Mapping([sales_condition_id], is_compact=True)
    found = _sales_types(connection, request)
    if not found:
        raise not_found("sales condition", sales_condition_id)
    return found


def by_type(
    connection: Connection, mapping_type: int, request: Mapping, event_id: int | None
) -> list[Entity]:
    """The ids of events (0), of the seats of an event (1) or of sales types (2).

    Raises:
        Refusal: 404, there is no such type or event.
    """
    if mapping_type == 0:
        return _looked_up(connection, request, select(events.c.id, events.c.external_id), events.c)
    if mapping_type == 1 and event_id is not None:
        catalogue.event(connection, event_id)
        return _looked_up(connection, request, _seats_of(event_id), seats.c)
    if mapping_type == 2:
        return _sales_types(connection, request)
    raise not_found("mapping type", mapping_type)


def _seats_of(event_id: int) -> Select[Any]:
    return (
        select(seats.c.id, seats.c.external_id)
        .join(event_seats, event_seats.c.seat_id == seats.c.id)
        .where(event_seats.c.event_id == event_id, event_seats.c.status < GONE)
    )


def _sales_types(connection: Connection, request: Mapping) -> list[Entity]:
    query = select(sales_types.c.id, sales_types.c.external_id)
    return _looked_up(connection, request, query, sales_types.c)


def _looked_up(
    connection: Connection, request: Mapping, query: Select[Any], columns: Any
) -> list[Entity]:
    def ask(which: ColumnElement[bool]) -> Iterator[_Pair]:
        return ((row.id, row.external_id) for row in connection.execute(query.where(which)))

    def look(ids: Sequence[int], names: Sequence[str]) -> list[_Pair]:
        found = [pair for part in parts_of(ids) for pair in ask(columns.id.in_(part))]
        return found + [
            pair for part in parts_of(names) for pair in ask(columns.external_id.in_(part))
        ]

    return _mappings(request, look)


def _mappings(
    request: Mapping, look: Callable[[Sequence[int], Sequence[str]], list[_Pair]]
) -> list[Entity]:
    """The pairs in the order of the request, each once; the unknown half of a pair is None."""
    ids, names = request.ids or [], request.external_ids or []
    found = look(list(dict.fromkeys(ids)), list(dict.fromkeys(names)))
    by_id, by_name = dict(found), {name: id_ for id_, name in found}
    pairs = dict.fromkeys(
        [(id_, by_id.get(id_)) for id_ in ids] + [(by_name.get(name), name) for name in names]
    )
    return [
        {"id": id_, "external_id": name}
        for id_, name in pairs
        if not request.is_compact or (id_ is not None and name is not None)
    ]
