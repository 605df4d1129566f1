"""Reserves the best seats: they are chosen and taken in the same transaction."""

from __future__ import annotations

import numpy as np
from sqlalchemy import Connection

from boxoffice.service.allocation.best_seats import best_seats
from boxoffice.service.allocation.seating import Mask, Seating
from boxoffice.service.data.places import Place
from boxoffice.service.data.status import EXPIRED, FREE
from boxoffice.service.data.store import Collision
from boxoffice.service.errors import Refusal
from boxoffice.service.lists import catalogue
from boxoffice.service.requests import SearchPattern
from boxoffice.service.sale import holds, orders
from boxoffice.service.sale.caller import Caller
from boxoffice.service.sale.seating_cache import SeatingCache


def reserve_best(
    connection: Connection,
    caller: Caller,
    seating_cache: SeatingCache,
    order_ref: str | None,
    pattern: SearchPattern,
) -> orders.Reserved:
    """Takes the best free seats that match the pattern.

    Raises:
        Refusal: 409, there are too few.
        Overdue: a hold has run out, and its seats may be the best.
        Collision: there may be enough, but other transactions are changing some of them.
    """
    event_id = pattern.event_id
    holds.require_none_overdue(connection, caller.clock.now())
    event = catalogue.event(connection, event_id)
    # As in every transaction, the order is locked before any seat.
    order = orders.open_order(connection, caller, order_ref, event["currency"])
    had = []
    if order is not None and order["status"] == EXPIRED:
        had = orders.reopen(connection, caller, order["id"])
    seating = seating_cache.of(connection, event_id)
    free, eligible = seating_cache.free_seats.of(
        connection, event_id, seating, pattern.price_category_id
    )
    if had:  # they are not written yet
        again = np.isin(seating.ids, [seat_id for event, seat_id in had if event == event_id])
        free, eligible = free & ~again, eligible & ~again
    if pattern.area_id is not None:
        eligible = eligible & (seating.area_ids == pattern.area_id)
    wanted = [
        SearchPattern(event_id, seat_id, sales_type_id=pattern.sales_type_id)
        for _, seat_id in _locked_choice(connection, seating, free, eligible, pattern)
    ]
    return orders.reserve(connection, caller, order_ref, wanted)


def _locked_choice(
    connection: Connection, seating: Seating, free: Mask, eligible: Mask, pattern: SearchPattern
) -> list[Place]:
    """The best places, locked and free.

    Raises:
        Refusal, Collision: as `reserve_best`.
    """
    is_contested = False
    while chosen := _choice(seating, free, eligible, pattern):
        # Seats that another transaction is just changing are passed over, not waited for.
        locked = holds.lock(connection, chosen, skip_locked=True)
        is_contested |= len(locked) < len(chosen)
        lost = [place for place in chosen if place not in locked or locked[place].status != FREE]
        if not lost:
            return chosen
        taken = np.isin(seating.ids, [seat_id for _, seat_id in lost])
        free, eligible = free & ~taken, eligible & ~taken
    if is_contested:
        raise Collision("others are taking or leaving the last seats that match")
    raise Refusal(409, f"there are no {pattern.quantity or 1} free seats that match")


def _choice(seating: Seating, free: Mask, eligible: Mask, pattern: SearchPattern) -> list[Place]:
    """The best places, in the order in which they stand; none if there are too few."""
    quantity = pattern.quantity or 1
    found = best_seats(
        seating,
        free,
        quantity,
        eligible=eligible,
        attributes=pattern.attributes or 0,
        adjacent=pattern.adjacent,
    )
    return [
        (pattern.event_id, int(seating.ids[i])) for i in found[np.argsort(seating.place[found])]
    ]
