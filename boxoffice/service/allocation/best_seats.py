"""Best seats, as a clerk with the plan before her would choose them.

A choice is judged by its cost (`seat_cost.cost`), in this order:

1. **Together.** A party that some row can hold, side by side and across no aisle, is never split.
2. **No lone seat.** A party that sits together leaves as few lone seats as possible: free seats
   that had a free neighbour and have none now. Where a sales rule forbids one, an order that leaves
   it could not be completed. Seats that stood alone before do not count, nor do places for
   wheelchairs and their companions.
3. **Near.** Of the choices that are left, the one whose mean distance to the area's focus is least.

All distances are in steps, the usual distance between two neighbours. A party that no row can hold
is split over neighbouring rows. For it, one sum counts: its mean distance to the focus; three steps
for each block after the first; thirty for each person who sits alone and for each lone seat left
behind, so that four people sit two and two rather than three and one unless that is far away; and
four for each step that they sit apart, on the mean of their distances to the one in their middle.
So the blocks are few, and one behind the other.

A party that need not sit together gets the seats nearest to the focus that leave no lone seat.

Standing places have no neighbours. They are given if there are not enough seats, or if only they
are asked for; all from one area if one has enough. Places for wheelchairs are given only to a party
that asks for them, because there may be no chair in them. Companions' places are chairs: a party
that does not ask for them gets them when nothing else is left, and first those whose wheelchair
place is taken. A party that asks for both gets a companion's place at the side of each wheelchair.
"""

from __future__ import annotations

import numpy as np

from boxoffice.domain.seats.rows import Indices
from boxoffice.domain.seats.seatplan import SeatAttribute
from boxoffice.service.allocation.accessible import companions_left, wheelchairs_with_companions
from boxoffice.service.allocation.one_block import best_block
from boxoffice.service.allocation.seating import ACCESSIBLE, Mask, Seating, runs_of
from boxoffice.service.allocation.several_blocks import scattered, split_party

__all__ = ["best_seats"]


def best_seats(
    seating: Seating,
    free: Mask,
    quantity: int,
    *,
    eligible: Mask | None = None,
    attributes: int = 0,
    adjacent: bool = True,
) -> Indices:
    """The indices of the best `quantity` seats; none if there are too few, or `quantity` is < 1.

    Args:
        free: bool[n], all free seats.
        eligible: bool[n], the seats that the wishes for area and price category allow.
        attributes: the attributes that each seat must have, bits of `SeatAttribute`.
        adjacent: False for a party that need not sit together.
    """
    may = free.copy() if eligible is None else free & eligible
    plain = attributes & ~ACCESSIBLE
    may &= (seating.attributes & plain) == plain
    asked = attributes & ACCESSIBLE
    if asked == ACCESSIBLE:
        return wheelchairs_with_companions(seating, free, may, quantity)
    if asked:
        return _any(
            seating, free, may & ((seating.attributes & asked) == asked), quantity, adjacent
        )
    ordinary = may & ((seating.attributes & ACCESSIBLE) == 0)
    missing = quantity - int(ordinary.sum())
    if missing <= 0:
        return _any(seating, free, ordinary, quantity, adjacent)
    companions = may & ((seating.attributes & ACCESSIBLE) == int(SeatAttribute.COMPANION))
    rest = companions_left(seating, free, companions, missing, np.flatnonzero(ordinary))
    return np.concatenate((np.flatnonzero(ordinary), rest)) if len(rest) else rest


def _any(seating: Seating, free: Mask, may: Mask, quantity: int, adjacent: bool) -> Indices:
    """Seats if there are enough, else standing places, else both."""
    if quantity < 1 or int(may.sum()) < quantity:
        return np.zeros(0, dtype=np.intp)
    seats = int((may & seating.is_seat).sum())
    if seats >= quantity:
        return _seats(seating, free, may, quantity, adjacent)
    standing = seating.line[seating.seated :]
    standing = standing[may[standing]]
    area, count = np.unique(seating.area_ids[standing], return_counts=True)
    fullest = count[np.searchsorted(area, seating.area_ids[standing])]
    standing = standing[np.lexsort((standing, seating.area_ids[standing], -fullest))][:quantity]
    left = quantity - len(standing)
    if not left:
        return standing
    return np.concatenate((standing, _seats(seating, free, may, left, adjacent)))


def _seats(seating: Seating, free: Mask, may: Mask, quantity: int, adjacent: bool) -> Indices:
    runs = runs_of(seating, may)
    if not adjacent:
        return scattered(seating, free, runs, quantity)
    block = best_block(seating, free, runs, quantity)
    return block if len(block) else split_party(seating, free, runs, quantity)
