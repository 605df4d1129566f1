"""Reserving the best seats: the allocation's choice, taken in the same transaction."""

from __future__ import annotations

import numpy as np
from sqlalchemy import Connection, select

from boxoffice.domain.seatplan import SeatAttribute
from boxoffice.service import catalogue, orders
from boxoffice.service.allocation import best_seats
from boxoffice.service.desk import Desk
from boxoffice.service.errors import Refusal
from boxoffice.service.holds import FREE
from boxoffice.service.houses import Houses
from boxoffice.service.requests import SearchPattern
from boxoffice.service.schema import event_seats

# Given only to those who ask for them.
_SPECIAL = int(SeatAttribute.WHEELCHAIR | SeatAttribute.COMPANION)


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
    query = select(event_seats.c.seat_id).where(
        event_seats.c.event_id == pattern.event_id, event_seats.c.status == FREE
    )
    if pattern.price_category_id is not None:
        query = query.where(event_seats.c.price_category_id == pattern.price_category_id)
    ids = np.fromiter(connection.execute(query).scalars(), dtype=np.int64)
    free = np.zeros(len(house.ids), dtype=np.bool_)
    free[np.searchsorted(house.ids, ids)] = True
    if pattern.area_id is not None:
        free &= house.area_ids == pattern.area_id
    wanted = pattern.attributes or 0
    free &= (house.attributes & wanted) == wanted
    if not wanted & _SPECIAL:
        free &= (house.attributes & _SPECIAL) == 0
    quantity = pattern.quantity or 1
    found = best_seats(house, free, quantity, adjacent=pattern.adjacent)
    if not len(found):
        raise Refusal(409, f"there are no {quantity} free seats that match")
    chosen = [
        SearchPattern(pattern.event_id, int(house.ids[i]), sales_type_id=pattern.sales_type_id)
        for i in found
    ]
    return orders.reserve(connection, desk, order_ref, chosen)
