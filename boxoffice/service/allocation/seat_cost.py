"""The cost of a choice of seats: the objective that `best_seats.py` describes."""

from __future__ import annotations

import numpy as np

from boxoffice.domain.seats.rows import Floats, Indices
from boxoffice.service.allocation.seating import ACCESSIBLE, Mask, Seating

# In steps: how much further from the focus the whole party would rather sit than have ...
BLOCK = 3.0  # ... one block more
LONER = 30.0  # ... a member alone, or a free seat left alone
NEAR = 4.0  # ... each member one step further from the party's middle


def cost(seating: Seating, free: Mask, chosen: Indices, *, adjacent: bool = True) -> Floats:
    """The cost of each choice; costs are compared lexicographically.

    Args:
        free: bool[n], all free seats, whether they may be taken or not.
        chosen: intp[k, q], k choices of q seats by index, in any order; or intp[q] for one choice.
        adjacent: False for a party that need not sit together.

    Returns:
        float64[k, 3]: 1 if the party is split, else 0; how many lone seats a party together leaves;
        the rest in steps.
    """
    at = np.sort(seating.place[np.atleast_2d(chosen)], axis=1)
    seats = seating.line[at]
    joined = _joined(seating, at)
    is_split = ~joined.all(axis=1) & adjacent
    lone = _lone_seats(seating, free, at, joined)
    rest = seating.away[seats].mean(axis=1)
    if is_split.any():
        apart = joined[is_split]
        loners = _persons_alone(apart) + lone[is_split]
        rest[is_split] += (
            BLOCK * (~apart).sum(axis=1) + LONER * loners + NEAR * _spread(seating, seats[is_split])
        )
    return np.column_stack((is_split, np.where(is_split, 0, lone), rest)).astype(np.float64)


def cheapest(costs: Floats) -> int:
    """The index of the lowest cost, the first of equal ones."""
    return int(np.lexsort(costs.T[::-1])[0])


def lone_flags(seating: Seating, free: Mask) -> tuple[Mask, Mask]:
    """By place: whether a block that begins there leaves the seat before it alone, and whether one
    that ends there leaves the seat after it alone. Places for wheelchairs and their companions may
    stand alone."""
    line = seating.line[: seating.seated]
    is_free = free[line]
    counts = is_free & (seating.attributes[line] & ACCESSIBLE == 0)
    joins = seating.joins
    before, after = np.zeros(len(joins), dtype=np.bool_), np.zeros(len(joins), dtype=np.bool_)
    end = seating.seated
    # Whether a free seat has a free neighbour before it, and one after it.
    has_before, has_after = np.zeros(end, dtype=np.bool_), np.zeros(end, dtype=np.bool_)
    has_before[1:] = joins[1:end] & is_free[:-1]
    has_after[:-1] = joins[1:end] & is_free[1:]
    before[1:end] = joins[1:end] & (counts & ~has_before)[:-1]
    after[: max(end - 1, 0)] = joins[1:end] & (counts & ~has_after)[1:]
    return before, after


def _joined(seating: Seating, at: Indices) -> Mask:
    """bool[k, q - 1]: whether each place is in one block with the next one."""
    gap = np.diff(at, axis=1)
    joined: Mask = (gap == 1) & seating.joins[at[:, 1:]]
    if seating.seated < len(seating.line):
        standing = at[:, :-1] >= seating.seated
        area = seating.area_ids[seating.line[at]]
        joined |= standing & (area[:, 1:] == area[:, :-1])
    return joined


def _lone_seats(seating: Seating, free: Mask, at: Indices, joined: Mask) -> Indices:
    """How many free seats each choice leaves alone that were not alone before."""
    before, after = lone_flags(seating, free)
    edge = np.ones((len(at), 1), dtype=np.bool_)
    begins, ends = np.hstack((edge, ~joined)), np.hstack((~joined, edge))
    lone: Indices = (begins & before[at]).sum(axis=1) + (ends & after[at]).sum(axis=1)
    if at.shape[1] > 1:  # a seat between two blocks
        middle = np.minimum(at[:, :-1] + 1, len(seating.line) - 1)
        seat = seating.line[middle]
        between = (np.diff(at, axis=1) == 2) & seating.joins[middle] & seating.joins[at[:, 1:]]
        between &= (at[:, 1:] < seating.seated) & free[seat]
        lone += (between & (seating.attributes[seat] & ACCESSIBLE == 0)).sum(axis=1)
    return lone


def _persons_alone(joined: Mask) -> Indices:
    edge = np.zeros((len(joined), 1), dtype=np.bool_)
    alone = ~np.hstack((edge, joined)) & ~np.hstack((joined, edge))
    persons: Indices = alone.sum(axis=1)
    return persons


def _spread(seating: Seating, seats: Indices) -> Floats:
    """The mean distance in steps to the member from whom it is least."""
    x, y = seating.x[seats], seating.y[seats]
    apart = np.hypot(x[:, :, None] - x[:, None, :], y[:, :, None] - y[:, None, :])
    spread: Floats = np.nan_to_num(apart).mean(axis=2).min(axis=1)
    return spread
