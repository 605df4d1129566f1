"""Reserving the best seats: the allocation's choice, taken in the same transaction."""

from __future__ import annotations

import numpy as np
from sqlalchemy import Connection, Select, bindparam, select

from boxoffice.service import catalogue, orders
from boxoffice.service.allocation import best_seats
from boxoffice.service.desk import Desk
from boxoffice.service.errors import Refusal
from boxoffice.service.holds import FREE
from boxoffice.service.house import House, Mask
from boxoffice.service.houses import Houses
from boxoffice.service.requests import SearchPattern
from boxoffice.service.schema import event_seats

_FREE_SEATS = select(event_seats.c.seat_id).where(
    event_seats.c.event_id == bindparam("event"), event_seats.c.status == FREE
)
_OF_CATEGORY = _FREE_SEATS.where(event_seats.c.price_category_id == bindparam("category"))


def reserve_best(
    connection: Connection,
    desk: Desk,
    houses: Houses,
    order_ref: str | None,
    pattern: SearchPattern,
) -> int:
    """Takes the best free seats that match the pattern and returns the order's id.

    Raises:
        Refusal: 409, there are not as many.
    """
    catalogue.event(connection, pattern.event_id)
    house = houses.of(connection, pattern.event_id)
    free = _among(connection, house, _FREE_SEATS, event=pattern.event_id)
    eligible = free
    if pattern.price_category_id is not None:
        eligible = eligible & _among(
            connection, house, _OF_CATEGORY, event=pattern.event_id,
            category=pattern.price_category_id,
        )  # fmt: skip
    if pattern.area_id is not None:
        eligible = eligible & (house.area_ids == pattern.area_id)
    quantity = pattern.quantity or 1
    found = best_seats(
        house, free, quantity, eligible=eligible, attributes=pattern.attributes or 0,
        adjacent=pattern.adjacent,
    )  # fmt: skip
    if not len(found):
        raise Refusal(409, f"there are no {quantity} free seats that match")
    chosen = [
        SearchPattern(pattern.event_id, int(house.ids[i]), sales_type_id=pattern.sales_type_id)
        for i in found[np.argsort(house.place[found])]
    ]
    return orders.reserve(connection, desk, order_ref, chosen)


def _among(connection: Connection, house: House, query: Select[int], **of: int) -> Mask:
    """bool[n]: the seats of the house that the query names."""
    ids = np.fromiter(connection.execute(query, of).scalars(), dtype=np.int64)
    named = np.zeros(len(house.ids), dtype=np.bool_)
    named[np.searchsorted(house.ids, ids)] = True
    return named
