"""What a choice of seats costs: the objective of the allocation, as `allocation` words it."""

from __future__ import annotations

import numpy as np

from boxoffice.domain.seats.rows import Floats, Indices
from boxoffice.service.allocation.seating import ACCESSIBLE, House, Mask

# All in steps: how much further from the focus the whole party would rather sit.
BLOCK = 3.0  # than in one block more
LONER = 30.0  # than with one of them, or one free seat beside them, alone
NEAR = 4.0  # than one step further from the party's middle, each of them


def cost(house: House, free: Mask, chosen: Indices, *, adjacent: bool = True) -> Floats:
    """What each choice costs; the lower of two is the one that is lower in the first difference.

    Args:
        free: bool[n], all free seats of the house, whether they may be taken or not.
        chosen: intp[k, q], k choices of q seats, by index, in any order; one alone is intp[q].
        adjacent: False for a party that need not sit together.

    Returns:
        float64[k, 3]: 1 for a party that is split, 0 for one together; the lone seats that one
        together leaves behind; all the rest, in steps.
    """
    at = np.sort(house.place[np.atleast_2d(chosen)], axis=1)
    seats = house.line[at]
    joined = _joined(house, at)
    is_split = ~joined.all(axis=1) & adjacent
    lone = _lone_seats(house, free, at, joined)
    rest = house.away[seats].mean(axis=1)
    if is_split.any():
        apart = joined[is_split]
        loners = _persons_alone(apart) + lone[is_split]
        rest[is_split] += (
            BLOCK * (~apart).sum(axis=1) + LONER * loners + NEAR * _spread(house, seats[is_split])
        )
    return np.column_stack((is_split, np.where(is_split, 0, lone), rest)).astype(np.float64)


def cheapest(costs: Floats) -> int:
    """The first of the lowest of `cost`."""
    return int(np.lexsort(costs.T[::-1])[0])


def lone_flags(house: House, free: Mask) -> tuple[Mask, Mask]:
    """By place: whether a block that begins there leaves the seat before it alone, and one that
    ends there the seat behind it. Places for wheelchairs and their companions may stand alone."""
    line = house.line[: house.seated]
    is_free = free[line]
    counts = is_free & (house.attributes[line] & ACCESSIBLE == 0)
    joins = house.joins
    before, after = np.zeros(len(joins), dtype=np.bool_), np.zeros(len(joins), dtype=np.bool_)
    end = house.seated
    # A free seat's other neighbour: the one before it, and the one behind it.
    has_before, has_after = np.zeros(end, dtype=np.bool_), np.zeros(end, dtype=np.bool_)
    has_before[1:] = joins[1:end] & is_free[:-1]
    has_after[:-1] = joins[1:end] & is_free[1:]
    before[1:end] = joins[1:end] & (counts & ~has_before)[:-1]
    after[: max(end - 1, 0)] = joins[1:end] & (counts & ~has_after)[1:]
    return before, after


def _joined(house: House, at: Indices) -> Mask:
    """bool[k, q - 1]: whether each place is in one block with the next."""
    gap = np.diff(at, axis=1)
    joined: Mask = (gap == 1) & house.joins[at[:, 1:]]
    if house.seated < len(house.line):
        standing = at[:, :-1] >= house.seated
        area = house.area_ids[house.line[at]]
        joined |= standing & (area[:, 1:] == area[:, :-1])
    return joined


def _lone_seats(house: House, free: Mask, at: Indices, joined: Mask) -> Indices:
    """How many free seats each choice leaves alone that were not before."""
    before, after = lone_flags(house, free)
    edge = np.ones((len(at), 1), dtype=np.bool_)
    begins, ends = np.hstack((edge, ~joined)), np.hstack((~joined, edge))
    lone: Indices = (begins & before[at]).sum(axis=1) + (ends & after[at]).sum(axis=1)
    if at.shape[1] > 1:  # a seat between two blocks
        middle = np.minimum(at[:, :-1] + 1, len(house.line) - 1)
        seat = house.line[middle]
        between = (np.diff(at, axis=1) == 2) & house.joins[middle] & house.joins[at[:, 1:]]
        between &= (at[:, 1:] < house.seated) & free[seat]
        lone += (between & (house.attributes[seat] & ACCESSIBLE == 0)).sum(axis=1)
    return lone


def _persons_alone(joined: Mask) -> Indices:
    edge = np.zeros((len(joined), 1), dtype=np.bool_)
    alone = ~np.hstack((edge, joined)) & ~np.hstack((joined, edge))
    persons: Indices = alone.sum(axis=1)
    return persons


def _spread(house: House, seats: Indices) -> Floats:
    """How far they sit on average from that one of them to whom they sit nearest, in steps."""
    x, y = house.x[seats], house.y[seats]
    apart = np.hypot(x[:, :, None] - x[:, None, :], y[:, :, None] - y[:, None, :])
    spread: Floats = np.nan_to_num(apart).mean(axis=2).min(axis=1)
    return spread
