"""Parties that no row can hold, and those that need not sit together.

A split party gathers around one of its members. Once that seat is fixed, the party's cost is a sum
over its blocks, so the best blocks are found exactly, run by run, for every number of people (a
knapsack). With few free seats, each of them is tried as the middle. With many, those are tried that
look best on a coarse grid of free seats, and then the seats of the best party that was found.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from boxoffice.domain.seats.rows import Floats, Indices
from boxoffice.service.allocation.seat_cost import BLOCK, LONER, NEAR, cheapest, cost, lone_flags
from boxoffice.service.allocation.seating import Mask, Runs, Seating

_FEW = 48  # up to so many free seats, all are tried as the middle
_MOST_PLACES = 26
_SPARE = 48  # seats that are searched beyond one and a half for each person
_NEVER = 1e6
_CELL = 3.0  # steps
_MOST_CELLS = 160  # along each side


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    seating: Seating
    free: Mask
    runs: Runs
    quantity: int
    before: Mask
    after: Mask
    seats: Indices  # parallel to the runs' places: the seat of each
    of: Indices  # the run of each
    x: Floats
    y: Floats

    @classmethod
    def begun(cls, seating: Seating, free: Mask, runs: Runs, quantity: int) -> _Search:
        seats = seating.line[runs.at]
        return cls(
            seating,
            free,
            runs,
            quantity,
            *lone_flags(seating, free),
            seats,
            runs.of,
            seating.x[seats],
            seating.y[seats],
        )


def split_party(seating: Seating, free: Mask, runs: Runs, quantity: int) -> Indices:
    """The best seats for a party that cannot sit together; the runs have enough seats."""
    search = _Search.begun(seating, free, runs, quantity)
    seats = search.seats
    if len(seats) <= _FEW:
        return _cheapest(search, np.arange(len(seats)))
    first = _cheapest(search, _middles(search))
    place = np.sort(seating.place[first])
    most = max(2, min(6, 200 // quantity))
    again = place[np.linspace(0, len(place) - 1, min(most, len(place))).astype(np.intp)]
    second = _cheapest(search, np.searchsorted(runs.at, again))
    both = np.stack((first, second))
    return np.asarray(both[cheapest(cost(seating, free, both))])


def scattered(seating: Seating, free: Mask, runs: Runs, quantity: int) -> Indices:
    """The seats nearest to the focus that leave no lone seat, wherever they are."""
    search = _Search.begun(seating, free, runs, quantity)
    [party] = _parties(search, [_around(search, None)])
    return np.asarray(party)


def _cheapest(search: _Search, middles: Indices) -> Indices:
    """The best party around one of the seats `middles`, which are indices into the runs' seats."""
    found = _parties(search, [_around(search, middle) for middle in middles.tolist()])
    return np.asarray(found[cheapest(cost(search.seating, search.free, found))])


@dataclass(frozen=True, slots=True, eq=False)
class _Surroundings:
    """The runs around a party's middle: that of the middle first, then the longest first.

    Attributes:
        element: intp[m], their seats as indices into the runs' seats.
        first, length: intp[r], where in `element` each run is.
        blocks: float64[s, m], the cost of a block of 1 to s seats that begins at each element.
        has_middle: whether the party must have seats in the first run.
    """

    element: Indices
    first: Indices
    length: Indices
    blocks: Floats
    has_middle: bool


def _around(search: _Search, middle: int | None) -> _Surroundings:
    """The surroundings of the seat `middle`; None for a party that need not sit together."""
    runs = search.runs
    picked = _near(search, middle)
    length = runs.length[picked]
    first = np.cumsum(length) - length
    element = np.arange(int(length.sum())) + np.repeat(runs.first[picked] - first, length)
    each = search.seating.away[search.seats[element]] / search.quantity
    if middle is not None:
        each = each + NEAR / search.quantity * _distance(search, element, middle)
    blocks = _block_costs(search, element, first, length, each, middle)
    return _Surroundings(element, first, length, blocks, middle is not None)


def _parties(search: _Search, around: list[_Surroundings]) -> Indices:
    """intp[k, q], the best party in each of the surroundings."""
    parties = []
    for here, sizes in zip(around, _sizes(around, search.quantity), strict=True):
        chosen = []
        for run in np.flatnonzero(sizes).tolist():
            begin, size = int(here.first[run]), int(sizes[run])
            costs = here.blocks[size - 1, begin : begin + int(here.length[run])]
            start = begin + int(costs.argmin())
            chosen.append(here.element[start : start + size])
        parties.append(search.seats[np.concatenate(chosen)])
    return np.stack(parties)


def _near(search: _Search, middle: int | None) -> Indices:
    """The runs nearest to the middle, or to the focus, with seats to spare: that of the middle
    first, then the longest."""
    count, enough = len(search.seats), search.quantity * 3 // 2 + _SPARE
    if count <= enough:
        near = np.arange(count)
    elif middle is None:
        near = np.argpartition(search.seating.away[search.seats], enough)[:enough]
    else:
        near = _nearest(search, middle, enough)
    picked = np.unique(search.of[near])
    picked = picked[np.argsort(-search.runs.length[picked], kind="stable")]
    if middle is None:
        return picked
    own = search.of[middle]
    return np.concatenate(([own], picked[picked != own]))


def _nearest(search: _Search, middle: int, enough: int) -> Indices:
    """The `enough` seats nearest to the middle; a circle that has them is searched for first."""
    far = (search.x - search.x[middle]) ** 2 + (search.y - search.y[middle]) ** 2
    square = 4.0 * enough
    inside = np.flatnonzero(far <= square)
    while len(inside) <= enough < len(far):
        square *= 4
        inside = np.flatnonzero(far <= square) if square < _NEVER else np.arange(len(far))
    nearest: Indices = inside[np.argpartition(far[inside], enough)[:enough]]
    return nearest


def _distance(search: _Search, element: Indices, middle: int) -> Floats:
    x, y = search.x[element], search.y[element]
    distance: Floats = np.hypot(x - search.x[middle], y - search.y[middle])
    return distance


def _block_costs(
    search: _Search,
    element: Indices,
    first: Indices,
    length: Indices,
    each: Floats,
    middle: int | None,
) -> Floats:
    """float64[s, m]: the cost of a block of 1 to s seats that begins at each element."""
    count = len(element)
    longest = min(search.quantity, int(length.max()))
    sizes = np.arange(1, longest + 1)[:, None]
    begin = np.arange(count)
    end = np.minimum(begin + sizes, count)
    sums = np.concatenate(([0.0], np.cumsum(each)))
    place = search.runs.at[element]
    lone = search.before[place] + search.after[place[end - 1]].astype(np.float64)
    ahead = np.repeat(first + length, length) - begin
    blocks: Floats = sums[end] - sums[begin] + lone * (_NEVER if middle is None else LONER)
    blocks[sizes > ahead] = np.inf
    if middle is not None:
        blocks += BLOCK
        blocks[0] += LONER
        own = int(length[0])
        seat = middle - int(element[0])
        blocks[:, :own][(begin[:own] > seat) | (begin[:own] + sizes <= seat)] = np.inf
    return blocks


def _sizes(around: list[_Surroundings], quantity: int) -> Indices:
    """intp[k, r], how many members each run takes, so that the sum of the costs is lowest."""
    least, longest = _least(around)
    parties, runs, _ = least.shape
    total = np.arange(quantity + 1)
    most = int(longest.max())
    back = total[:, None] - np.arange(most + 1) + most  # by the number seated once the run is done
    best = np.full((parties, most + quantity + 1), np.inf)
    best[:, most] = 0.0
    party = np.arange(parties)
    taken = np.zeros((runs, parties, quantity + 1), dtype=np.intp)
    for run in range(runs):
        size = int(longest[run]) + 1
        options = best[:, back[:, :size]] + least[:, run, None, :size]
        choice = options.argmin(axis=2)
        taken[run] = choice
        best[:, most:] = options[party[:, None], total, choice]
    sizes = np.zeros((parties, runs), dtype=np.intp)
    left = np.full(parties, quantity)
    for run in range(runs - 1, -1, -1):
        sizes[:, run] = taken[run, party, left]
        left -= sizes[:, run]
    return sizes


def _least(around: list[_Surroundings]) -> tuple[Floats, Indices]:
    """float64[k, r, s + 1], the cost of the best block of 0 to s seats in each run, infinite if it
    has none; and intp[r], the most seats that any party can take in its run."""
    runs = max(len(here.first) for here in around)
    most = max(len(here.blocks) for here in around)
    least = np.full((len(around), runs, most + 1), np.inf)
    least[:, :, 0] = 0.0
    longest = np.zeros(runs, dtype=np.intp)
    for party, here in zip(least, around, strict=True):
        count, size = len(here.first), len(here.blocks)
        party[:count, 1 : size + 1] = np.minimum.reduceat(here.blocks, here.first, axis=1).T
        if here.has_middle:
            party[0, 0] = np.inf
        longest[:count] = np.maximum(longest[:count], np.minimum(here.length, size))
    return least, longest


def _middles(search: _Search) -> Indices:
    """Seats that a party may gather around: in each of the cells of a grid that are nearest to the
    focus and to enough free seats, one in the longest run."""
    cell, columns, size = _grid(search.x, search.y)
    cells, seats_in = np.unique(cell, return_counts=True)
    away = np.bincount(cell, search.seating.away[search.seats])[cells] / seats_in
    # A run is clean if a party that takes all of it leaves no lone seat, and has no member alone.
    loners = _loners(search)
    clean = (loners == 0)[search.of]
    uncleanly = LONER * search.quantity * float(loners.sum()) / len(search.seats)
    radius = np.minimum(
        _radius(cell[clean], cells, columns, search.quantity) * size,
        _radius(cell, cells, columns, search.quantity) * size + uncleanly / NEAR,
    )
    most = min(max(700 // search.quantity, 3), _MOST_PLACES, len(cells))
    best = cells[np.argpartition(away + NEAR * radius, most - 1)[:most]]
    inside = np.flatnonzero(np.isin(cell, best))
    length = search.runs.length[search.of[inside]]
    inside = inside[np.lexsort((-length, ~clean[inside], cell[inside]))]
    return np.asarray(inside[np.flatnonzero(np.diff(cell[inside], prepend=-1))])


def _loners(search: _Search) -> Indices:
    """intp[r], how many members or free seats are alone if the whole run is taken."""
    runs = search.runs
    last = runs.first + runs.length - 1
    alone: Indices = (runs.length == 1).astype(np.intp)
    alone += search.before[runs.at[runs.first]]
    alone += search.after[runs.at[last]]
    return alone


def _grid(x: Floats, y: Floats) -> tuple[Indices, int, float]:
    """The cell of each seat, the number of columns of cells, and the size of a cell in steps."""
    left, top = float(x.min()), float(y.min())
    size = max(_CELL, float(max(np.ptp(x), np.ptp(y))) / _MOST_CELLS)
    column, row = ((x - left) / size).astype(np.intp), ((y - top) / size).astype(np.intp)
    columns = int(column.max()) + 1
    return row * columns + column, columns, size


def _radius(cell: Indices, cells: Indices, columns: int, quantity: int) -> Floats:
    """An estimate, in cells, of how far from each of `cells` a party has to spread to find enough
    seats; infinite if there are too few.

    Args:
        cell: the cells of the seats that it may have.
    """
    rows = int(cells[-1]) // columns + 1
    sums = np.zeros((rows + 1, columns + 1))
    counted = np.bincount(cell, minlength=rows * columns).reshape(rows, columns)
    sums[1:, 1:] = counted.cumsum(axis=0).cumsum(axis=1)
    radius = np.full(len(cells), np.inf)
    waiting = np.arange(len(cells) if len(cell) >= quantity else 0)
    reach = 0
    while len(waiting):
        row, column = np.divmod(cells[waiting], columns)
        top, bottom = np.maximum(row - reach, 0), np.minimum(row + reach + 1, rows)
        left, right = np.maximum(column - reach, 0), np.minimum(column + reach + 1, columns)
        inside = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
        found = inside >= quantity
        radius[waiting[found]] = 0.7 * (reach + 0.5) * np.sqrt(quantity / inside[found])
        waiting = waiting[~found]
        reach = max(1, 2 * reach)
    return radius
