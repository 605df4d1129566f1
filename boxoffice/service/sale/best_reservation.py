"""Reserving the best seats: the allocation's choice, taken in the same transaction."""

from __future__ import annotations

import numpy as np
from sqlalchemy import Connection

from boxoffice.service.allocation.best_seats import best_seats
from boxoffice.service.allocation.seating import House, Mask
from boxoffice.service.data.places import Place
from boxoffice.service.data.status import FREE
from boxoffice.service.data.store import Collision
from boxoffice.service.errors import Refusal
from boxoffice.service.lists import catalogue
from boxoffice.service.requests import SearchPattern
from boxoffice.service.sale import holds, orders
from boxoffice.service.sale.caller import Desk
from boxoffice.service.sale.seating_cache import Houses


def reserve_best(
    connection: Connection,
    desk: Desk,
    houses: Houses,
    order_ref: str | None,
    pattern: SearchPattern,
) -> orders.Reserved:
    """Takes the best free seats that match the pattern.

    Raises:
        Refusal: 409, there are not as many.
        Overdue: a hold has run out, whose seats may be the best.
        Collision: there may be as many, but others are taking or leaving them just now.
    """
    event_id = pattern.event_id
    holds.require_none_overdue(connection, desk.clock.now())
    event = catalogue.event(connection, event_id)
    # The order is locked before any seat, as by everybody.
    orders.open_order(connection, desk, order_ref, event["currency"])
    house = houses.of(connection, event_id)
    free, eligible = houses.free_seats.of(connection, event_id, house, pattern.price_category_id)
    if pattern.area_id is not None:
        eligible = eligible & (house.area_ids == pattern.area_id)
    is_contested = False
    while chosen := _choice(house, free, eligible, pattern):
        # Seats that somebody else is just taking are passed over, not waited for.
        locked = holds.lock(connection, chosen, skip_locked=True)
        is_contested |= len(locked) < len(chosen)
        lost = [place for place in chosen if place not in locked or locked[place].status != FREE]
        if not lost:
            break
        taken = np.isin(house.ids, [seat_id for _, seat_id in lost])
        free, eligible = free & ~taken, eligible & ~taken
    if not chosen and is_contested:
        raise Collision("others are taking or leaving the last seats that match")
    if not chosen:
        raise Refusal(409, f"there are no {pattern.quantity or 1} free seats that match")
    wanted = [
        SearchPattern(event_id, seat_id, sales_type_id=pattern.sales_type_id)
        for _, seat_id in chosen
    ]
    return orders.reserve(connection, desk, order_ref, wanted)


def _choice(house: House, free: Mask, eligible: Mask, pattern: SearchPattern) -> list[Place]:
    """The best places, in the order in which they stand; none where there are not as many."""
    quantity = pattern.quantity or 1
    found = best_seats(
        house,
        free,
        quantity,
        eligible=eligible,
        attributes=pattern.attributes or 0,
        adjacent=pattern.adjacent,
    )
    return [(pattern.event_id, int(house.ids[i])) for i in found[np.argsort(house.place[found])]]
