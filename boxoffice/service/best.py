"""Reserving the best seats: the allocation's choice, taken in the same transaction.

Many counters ask for the best at the same moment, and so for the same seats. None waits for
another: seats that somebody else is just taking are left out, and the best of the others chosen.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from boxoffice.domain.seatplan import SeatAttribute
from boxoffice.service import catalogue, holds, orders
from boxoffice.service.allocation import House, best_seats
from boxoffice.service.desk import Desk
from boxoffice.service.errors import Refusal
from boxoffice.service.holds import FREE
from boxoffice.service.houses import Houses
from boxoffice.service.requests import SearchPattern
from boxoffice.service.schema import event_seats
from boxoffice.service.store import Collision

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
        Collision: there may be as many, but others are taking or leaving them just now.
    """
    event = catalogue.event(connection, pattern.event_id)
    # The order is locked before any seat, as by everybody.
    orders.open_order(connection, desk, order_ref, event["currency"])
    house = houses.of(connection, pattern.event_id)
    free = _free(connection, house, pattern)
    quantity = pattern.quantity or 1
    is_contested = False
    while len(found := best_seats(house, free, quantity, adjacent=pattern.adjacent)):
        places = [(pattern.event_id, int(house.ids[index])) for index in found]
        locked = holds.lock(connection, places, skip_locked=True)
        is_contested |= len(locked) < len(places)
        lost = [
            index
            for index, place in zip(found, places, strict=True)
            if place not in locked or locked[place].status != FREE
        ]
        if not lost:
            chosen = [
                SearchPattern(event_id, seat_id, sales_type_id=pattern.sales_type_id)
                for event_id, seat_id in places
            ]
            return orders.reserve(connection, desk, order_ref, chosen)
        free[lost] = False
    if is_contested:
        raise Collision("others are taking the seats that match")
    raise Refusal(409, f"there are no {quantity} free seats that match")


def _free(connection: Connection, house: House, pattern: SearchPattern) -> NDArray[np.bool_]:
    """Which seats of the house are free and match."""
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
    return free
