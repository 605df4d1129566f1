"""Best seats, as a clerk with the plan before him would choose them.

A choice is judged by what it costs (`seat_cost.cost`), in this order:

1. **Together.** A party that some row can hold, side by side and across no aisle, is never split.
2. **No lone seat.** Where it sits together, it leaves behind as few single free seats as can be: a
   free seat that had a free neighbour and has none now. An order that leaves one where a sales rule
   forbids it could not be completed. Seats that stood alone before do not count, nor do places for
   wheelchairs and their companions.
3. **Near.** Then the seats count that are nearest to the area's focus, on the mean of the party.

All distances are in steps, the usual distance between two neighbours. A party that no row can hold
is split over neighbouring rows. For it, one sum counts: its mean distance to the focus; three steps
for each block after the first; thirty for each person who sits alone and for each lone seat left
behind, so that four people sit two and two rather than three and one unless that is far away; and
four for each step that they sit apart, on the mean of their distances to the one in their middle.
So the blocks are few, and one behind the other.

A party that need not sit together gets the seats nearest to the focus that leave no lone seat.

Standing places have no neighbours: they are counted, and given where seats are not enough or where
only they are asked for; from one area if one has as many. Places for wheelchairs are given to those
who ask for them alone, because there may be no chair in them. Places of companions are chairs: who
does not ask for them gets them when there is nothing else, and then first those whose wheelchair
place is gone. A party that asks for both has a companion for each wheelchair, at its side.
"""

from __future__ import annotations

import numpy as np

from boxoffice.domain.seats.rows import Indices
from boxoffice.domain.seats.seatplan import SeatAttribute
from boxoffice.service.allocation.accessible import companions_left, wheelchairs_with_companions
from boxoffice.service.allocation.one_block import best_block
from boxoffice.service.allocation.seating import ACCESSIBLE, House, Mask, runs_of
from boxoffice.service.allocation.several_blocks import scattered, split

__all__ = ["best_seats"]


def best_seats(
    house: House,
    free: Mask,
    quantity: int,
    *,
    eligible: Mask | None = None,
    attributes: int = 0,
    adjacent: bool = True,
) -> Indices:
    """The indices of the best `quantity` seats; empty where there are not as many, or it is < 1.

    Args:
        free: bool[n], all free seats of the house.
        eligible: bool[n], which of them may be taken, as far as area and price category go.
        attributes: what the seats have to be, bits of `SeatAttribute`.
        adjacent: False where the party need not sit together.
    """
    may = free.copy() if eligible is None else free & eligible
    plain = attributes & ~ACCESSIBLE
    may &= (house.attributes & plain) == plain
    asked = attributes & ACCESSIBLE
    if asked == ACCESSIBLE:
        return wheelchairs_with_companions(house, free, may, quantity)
    if asked:
        return _any(house, free, may & ((house.attributes & asked) == asked), quantity, adjacent)
    ordinary = may & ((house.attributes & ACCESSIBLE) == 0)
    missing = quantity - int(ordinary.sum())
    if missing <= 0:
        return _any(house, free, ordinary, quantity, adjacent)
    companions = may & ((house.attributes & ACCESSIBLE) == int(SeatAttribute.COMPANION))
    rest = companions_left(house, free, companions, missing, np.flatnonzero(ordinary))
    return np.concatenate((np.flatnonzero(ordinary), rest)) if len(rest) else rest


def _any(house: House, free: Mask, may: Mask, quantity: int, adjacent: bool) -> Indices:
    """Seats where there are enough, else standing places, else both."""
    if quantity < 1 or int(may.sum()) < quantity:
        return np.zeros(0, dtype=np.intp)
    seats = int((may & house.is_seat).sum())
    if seats >= quantity:
        return _seats(house, free, may, quantity, adjacent)
    standing = house.line[house.seated :]
    standing = standing[may[standing]]
    area, count = np.unique(house.area_ids[standing], return_counts=True)
    fullest = count[np.searchsorted(area, house.area_ids[standing])]
    standing = standing[np.lexsort((standing, house.area_ids[standing], -fullest))][:quantity]
    left = quantity - len(standing)
    if not left:
        return standing
    return np.concatenate((standing, _seats(house, free, may, left, adjacent)))


def _seats(house: House, free: Mask, may: Mask, quantity: int, adjacent: bool) -> Indices:
    runs = runs_of(house, may)
    if not adjacent:
        return scattered(house, free, runs, quantity)
    block = best_block(house, free, runs, quantity)
    return block if len(block) else split(house, free, runs, quantity)
