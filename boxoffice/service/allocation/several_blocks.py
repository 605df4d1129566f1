"""Parties that no row can hold, and those that need not sit together.

A split party gathers around one of its members. Once that seat is fixed, what the party costs is a
sum over its blocks, so the best blocks are found exactly, run by run, for every number of people
(a knapsack). Small houses try every seat as the middle; large ones those of the places that look
best on a coarse count of their free seats, and then the seats of the best party found.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from boxoffice.domain.seats.rows import Floats, Indices
from boxoffice.service.allocation.seat_cost import BLOCK, LONER, NEAR, cheapest, cost, lone_flags
from boxoffice.service.allocation.seating import House, Mask, Runs

_FEW = 48  # so many free seats are tried one by one
_MOST_PLACES = 26
_SPARE = 48  # seats looked at beyond one and a half for each person
_NEVER = 1e6
_CELL = 3.0  # steps
_MOST_CELLS = 160  # along each side


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    house: House
    free: Mask
    runs: Runs
    quantity: int
    before: Mask
    after: Mask
    seats: Indices  # beside the places in the runs
    of: Indices  # the run of each
    x: Floats
    y: Floats

    @classmethod
    def begun(cls, house: House, free: Mask, runs: Runs, quantity: int) -> _Search:
        seats = house.line[runs.at]
        return cls(
            house,
            free,
            runs,
            quantity,
            *lone_flags(house, free),
            seats,
            runs.of,
            house.x[seats],
            house.y[seats],
        )


def split(house: House, free: Mask, runs: Runs, quantity: int) -> Indices:
    """The best seats for a party that is not together; the runs have that many."""
    search = _Search.begun(house, free, runs, quantity)
    seats = search.seats
    if len(seats) <= _FEW:
        return _cheapest(search, np.arange(len(seats)))
    first = _cheapest(search, _middles(search))
    place = np.sort(house.place[first])
    most = max(2, min(6, 200 // quantity))
    again = place[np.linspace(0, len(place) - 1, min(most, len(place))).astype(np.intp)]
    second = _cheapest(search, np.searchsorted(runs.at, again))
    both = np.stack((first, second))
    return np.asarray(both[cheapest(cost(house, free, both))])


def scattered(house: House, free: Mask, runs: Runs, quantity: int) -> Indices:
    """The seats nearest to the focus that leave no lone seat, wherever they are."""
    search = _Search.begun(house, free, runs, quantity)
    [party] = _parties(search, [_around(search, None)])
    return np.asarray(party)


def _cheapest(search: _Search, middles: Indices) -> Indices:
    """The best party with a member in one of the seats `middles`, counted in the runs."""
    found = _parties(search, [_around(search, middle) for middle in middles.tolist()])
    return np.asarray(found[cheapest(cost(search.house, search.free, found))])


@dataclass(frozen=True, slots=True, eq=False)
class _Surroundings:
    """The runs around a party's middle, that of the middle first, then the longest first.

    Attributes:
        element: intp[m], their seats, counted in the runs of the house.
        first, length: intp[r], where in `element` each run is.
        blocks: float64[s, m], what a block of 1 to s seats costs that begins at each.
        has_middle: whether the first run has to be among those that are taken.
    """

    element: Indices
    first: Indices
    length: Indices
    blocks: Floats
    has_middle: bool


def _around(search: _Search, middle: int | None) -> _Surroundings:
    """What there is around the seat `middle`; None for a party that need not sit together."""
    runs = search.runs
    picked = _near(search, middle)
    length = runs.length[picked]
    first = np.cumsum(length) - length
    element = np.arange(int(length.sum())) + np.repeat(runs.first[picked] - first, length)
    each = search.house.away[search.seats[element]] / search.quantity
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
    """The runs nearest to the middle, or to the focus, with seats to spare: the middle's first,
    then the longest."""
    count, enough = len(search.seats), search.quantity * 3 // 2 + _SPARE
    if count <= enough:
        near = np.arange(count)
    elif middle is None:
        near = np.argpartition(search.house.away[search.seats], enough)[:enough]
    else:
        near = _nearest(search, middle, enough)
    picked = np.unique(search.of[near])
    picked = picked[np.argsort(-search.runs.length[picked], kind="stable")]
    if middle is None:
        return picked
    own = search.of[middle]
    return np.concatenate(([own], picked[picked != own]))


def _nearest(search: _Search, middle: int, enough: int) -> Indices:
    """So many seats around the middle: a circle that has them is looked for first."""
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
    """float64[s, m]: what a block of 1 to s seats costs that begins at each of the elements."""
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
    """intp[k, r], how many of the party each run takes, so that the sum of the costs is lowest."""
    least, longest = _least(around)
    parties, runs, _ = least.shape
    total = np.arange(quantity + 1)
    most = int(longest.max())
    back = total[:, None] - np.arange(most + 1) + most  # by how many are seated after the run
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
    """float64[k, r, s + 1], what the best block of 0 to s seats costs in each run, infinite where
    there is none; and intp[r], the most that any party's run takes."""
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
    """Seats that a party may gather around: of the cells of a grid that are near to the focus and
    to enough free seats, those in the longest run."""
    cell, columns, size = _grid(search.x, search.y)
    cells, seats_in = np.unique(cell, return_counts=True)
    away = np.bincount(cell, search.house.away[search.seats])[cells] / seats_in
    # Who takes a whole run leaves lone seats, or is alone, or neither: a clean one.
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
    """intp[r], how many are alone, of the party or of the free seats, if a whole run is taken."""
    runs = search.runs
    last = runs.first + runs.length - 1
    alone: Indices = (runs.length == 1).astype(np.intp)
    alone += search.before[runs.at[runs.first]]
    alone += search.after[runs.at[last]]
    return alone


def _grid(x: Floats, y: Floats) -> tuple[Indices, int, float]:
    """Each seat's cell, how many cells lie side by side, and how wide a cell is, in steps."""
    left, top = float(x.min()), float(y.min())
    size = max(_CELL, float(max(np.ptp(x), np.ptp(y))) / _MOST_CELLS)
    column, row = ((x - left) / size).astype(np.intp), ((y - top) / size).astype(np.intp)
    columns = int(column.max()) + 1
    return row * columns + column, columns, size


def _radius(cell: Indices, cells: Indices, columns: int, quantity: int) -> Floats:
    """About how far from each of the `cells` a party has to sit to be seated in the seats of which
    the cells are given, in cells; infinite where there are not as many."""
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
