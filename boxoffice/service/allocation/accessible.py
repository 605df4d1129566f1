"""Places for wheelchairs and their companions: given in pairs, and to others last."""

from __future__ import annotations

import numpy as np

from boxoffice.domain.seats.rows import Floats, Indices
from boxoffice.domain.seats.seatplan import SeatAttribute
from boxoffice.service.allocation.one_block import best_block
from boxoffice.service.allocation.seating import ACCESSIBLE, House, Mask, runs_of

_WHEELCHAIR, _COMPANION = int(SeatAttribute.WHEELCHAIR), int(SeatAttribute.COMPANION)
_BESIDE = 1.6  # steps
_APART = 100.0  # a step more between the two is worse than so many for both


def wheelchairs_with_companions(house: House, free: Mask, may: Mask, quantity: int) -> Indices:
    """Places for a party of both kinds, empty where there are not as many of each.

    Each wheelchair has a companion beside it; in a party of an odd number one has none. All sit in
    one block where one has as many of each, else in pairs as near to each other as can be.
    """
    none = np.zeros(0, dtype=np.intp)
    chair = may & ((house.attributes & _WHEELCHAIR) != 0)
    companion = may & ((house.attributes & ACCESSIBLE) == _COMPANION)
    chairs, companions = quantity - quantity // 2, quantity // 2
    if quantity < 1 or int(chair.sum()) < chairs or int(companion.sum()) < companions:
        return none
    block = best_block(house, free, runs_of(house, chair | companion), quantity, (chair, chairs))
    if len(block):
        return block
    return _pairs(house, np.flatnonzero(chair), np.flatnonzero(companion), quantity)


def companions_left(
    house: House, free: Mask, companions: Mask, missing: int, party: Indices
) -> Indices:
    """Companions' places for the rest of a party that did not ask for them; empty if too few.

    First those beside no free place for a wheelchair, then those nearest to the party.
    """
    found = np.flatnonzero(companions)
    if missing < 1 or len(found) < missing:
        return np.zeros(0, dtype=np.intp)
    beside = house.rows.neighbours[found]
    wanted = (beside >= 0) & free[beside] & ((house.attributes[beside] & _WHEELCHAIR) != 0)
    order = np.lexsort((_far(house, found, party), wanted.any(axis=1)))
    return found[order[:missing]]


def _pairs(house: House, chairs: Indices, companions: Indices, quantity: int) -> Indices:
    """The best pairs one by one, and a wheelchair alone where the number is odd."""
    party = np.zeros(0, dtype=np.intp)
    chair, companion = _side_by_side(house, chairs, companions)
    for _ in range(quantity // 2):
        if not len(chair):  # none is left side by side: the least apart
            left = np.setdiff1d(chairs, party), np.setdiff1d(companions, party)
            chair, companion = (side.ravel() for side in np.meshgrid(*left))
        apart = np.hypot(house.x[chair] - house.x[companion], house.y[chair] - house.y[companion])
        far = _APART * np.nan_to_num(np.maximum(apart - _BESIDE, 0.0)) + _far(house, chair, party)
        best = int(np.argmin(far))
        one, other = chair[best], companion[best]
        party = np.append(party, (one, other))
        is_left = (chair != one) & (companion != other)
        chair, companion = chair[is_left], companion[is_left]
    if quantity % 2:
        alone = np.setdiff1d(chairs, party)
        party = np.append(party, alone[np.argmin(_far(house, alone, party))])
    return party


def _side_by_side(house: House, chairs: Indices, companions: Indices) -> tuple[Indices, Indices]:
    """Each wheelchair's place with each companion's beside it."""
    beside = house.rows.neighbours[chairs]
    chair, side = np.nonzero((beside >= 0) & np.isin(beside, companions))
    return chairs[chair], beside[chair, side]


def _far(house: House, seats: Indices, party: Indices) -> Floats:
    """How far the seats are from the party's middle, or from the focus where there is none yet."""
    x, y = house.x[party], house.y[party]
    if not len(party) or np.isnan(x).all():
        return house.away[seats]
    far: Floats = np.nan_to_num(
        np.hypot(house.x[seats] - np.nanmean(x), house.y[seats] - np.nanmean(y))
    )
    return far
