"""Places for wheelchairs and their companions: given in pairs, and to other parties last."""

from __future__ import annotations

import numpy as np

from boxoffice.domain.seats.rows import Floats, Indices
from boxoffice.domain.seats.seatplan import SeatAttribute
from boxoffice.service.allocation.one_block import best_block
from boxoffice.service.allocation.seating import ACCESSIBLE, Mask, Seating, runs_of

_WHEELCHAIR, _COMPANION = int(SeatAttribute.WHEELCHAIR), int(SeatAttribute.COMPANION)
_BESIDE = 1.6  # steps
_APART = 100.0  # a step between the two of a pair weighs as much as so many steps of the pair


def wheelchairs_with_companions(seating: Seating, free: Mask, may: Mask, quantity: int) -> Indices:
    """Places for a party of wheelchairs and companions; none if there are too few of either.

    Each wheelchair has a companion beside it, but for one in a party of an odd number. All sit in
    one block if there is one with enough of each, else in pairs as near to each other as possible.
    """
    none = np.zeros(0, dtype=np.intp)
    chair = may & ((seating.attributes & _WHEELCHAIR) != 0)
    companion = may & ((seating.attributes & ACCESSIBLE) == _COMPANION)
    chairs, companions = quantity - quantity // 2, quantity // 2
    if quantity < 1 or int(chair.sum()) < chairs or int(companion.sum()) < companions:
        return none
    block = best_block(
        seating, free, runs_of(seating, chair | companion), quantity, (chair, chairs)
    )
    if len(block):
        return block
    return _pairs(seating, np.flatnonzero(chair), np.flatnonzero(companion), quantity)


def companions_left(
    seating: Seating, free: Mask, companions: Mask, missing: int, party: Indices
) -> Indices:
    """Companions' places for the rest of a party that did not ask for them; none if too few.

    Those beside no free place for a wheelchair come first, then those nearest to the party.
    """
    found = np.flatnonzero(companions)
    if missing < 1 or len(found) < missing:
        return np.zeros(0, dtype=np.intp)
    beside = seating.rows.neighbours[found]
    wanted = (beside >= 0) & free[beside] & ((seating.attributes[beside] & _WHEELCHAIR) != 0)
    order = np.lexsort((_far(seating, found, party), wanted.any(axis=1)))
    return found[order[:missing]]


def _pairs(seating: Seating, chairs: Indices, companions: Indices, quantity: int) -> Indices:
    """The best pairs one by one, and a wheelchair alone if the number is odd."""
    party = np.zeros(0, dtype=np.intp)
    chair, companion = _side_by_side(seating, chairs, companions)
    for _ in range(quantity // 2):
        if not len(chair):  # no pair is left side by side: take the one least apart
            left = np.setdiff1d(chairs, party), np.setdiff1d(companions, party)
            chair, companion = (side.ravel() for side in np.meshgrid(*left))
        apart = np.hypot(
            seating.x[chair] - seating.x[companion], seating.y[chair] - seating.y[companion]
        )
        far = _APART * np.nan_to_num(np.maximum(apart - _BESIDE, 0.0)) + _far(seating, chair, party)
        best = int(np.argmin(far))
        one, other = chair[best], companion[best]
        party = np.append(party, (one, other))
        is_left = (chair != one) & (companion != other)
        chair, companion = chair[is_left], companion[is_left]
    if quantity % 2:
        alone = np.setdiff1d(chairs, party)
        party = np.append(party, alone[np.argmin(_far(seating, alone, party))])
    return party


def _side_by_side(
    seating: Seating, chairs: Indices, companions: Indices
) -> tuple[Indices, Indices]:
    """Each wheelchair's place with each companion's beside it."""
    beside = seating.rows.neighbours[chairs]
    chair, side = np.nonzero((beside >= 0) & np.isin(beside, companions))
    return chairs[chair], beside[chair, side]


def _far(seating: Seating, seats: Indices, party: Indices) -> Floats:
    """How far the seats are from the party's middle, or from the focus before there is a party."""
    x, y = seating.x[party], seating.y[party]
    if not len(party) or np.isnan(x).all():
        return seating.away[seats]
    far: Floats = np.nan_to_num(
        np.hypot(seating.x[seats] - np.nanmean(x), seating.y[seats] - np.nanmean(y))
    )
    return far
