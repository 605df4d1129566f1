"""Which single free seats an order has to answer for.

A gap is a seat that had a free neighbour before the order and has none after it. Two gaps are
nobody's fault and do not count:

- the last free seat of a stretch. Whoever takes two of three free seats side by side leaves one
  behind, whichever two they are; the house would rather have two seats sold than none;
- a place for a wheelchair or its companion, which is sold alone as often as not.

Everything else could be avoided: a party that leaves two or more seats of a stretch free can always
sit at its end.

The house is taken as it is when it is asked, so of two orders that leave a gap between them, the
one that is sold last answers for it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seats.rows import Indices, single_gaps

Mask = NDArray[np.bool_]


def gaps_left(
    neighbours: Indices, free_before: Mask, taken: Indices, beside: Indices, may_be_alone: Mask
) -> Indices:
    """The gaps that an order leaves and could have avoided, ascending, by index.

    Args:
        neighbours: intp[n, 2] as in `rows.Rows`.
        free_before: bool[n]; the order's own seats count as free before, whatever it says of them.
        taken: all seats of the order.
        beside: those of them whose neighbours are asked about.
        may_be_alone: bool[n], the places that are no gaps.
    """
    free = free_before.copy()
    free[taken] = False
    asked = np.unique(neighbours[beside])
    gaps = single_gaps(neighbours, free_before, taken)
    gaps = gaps[np.isin(gaps, asked) & ~may_be_alone[gaps]]
    before = free.copy()
    before[taken] = True
    is_avoidable = [_has_other(neighbours, free, before, int(gap)) for gap in gaps]
    avoidable: Indices = gaps[np.array(is_avoidable, dtype=np.bool_)]
    return avoidable


def _has_other(neighbours: Indices, free: Mask, before: Mask, gap: int) -> bool:
    """Whether another seat is left of the stretch that was free before and had the gap in it."""
    for side in (0, 1):
        seat = int(neighbours[gap, side])
        while seat >= 0 and before[seat] and seat != gap:
            if free[seat]:
                return True
            seat = int(neighbours[seat, side])
    return False
