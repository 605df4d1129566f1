"""The seats of an event in columns: one numpy array a property, one row a seat.

A plan never changes; a status is an array beside it, so that a delta costs an index array and a
value array. Row `i` of every column belongs to the same seat.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, IntFlag

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.ids import AreaId, PriceCategoryId, SeatId

Int64s = NDArray[np.int64]
Floats = NDArray[np.float64]
States = NDArray[np.uint8]


class SeatState(IntEnum):
    """What can be done with a seat. MINE and PENDING are this counter's own: in the order on
    screen, and on the way to the server. OTHER is a status this program does not know: not sold."""

    FREE = 0
    RESERVED = 1
    SOLD = 2
    BLOCKED = 3
    OTHER = 4
    MINE = 5
    PENDING = 6


class SeatAttribute(IntFlag):
    WHEELCHAIR = 1
    COMPANION = 2
    RESTRICTED_VIEW = 4
    AISLE = 8
    REMOVABLE = 16


NO_ATTRIBUTES = SeatAttribute(0)


class BrokenPlan(ValueError):
    """The seats contradict themselves; `seat_ids` names the first of the culprits."""

    def __init__(self, reason: str, seat_ids: tuple[int, ...] = ()) -> None:
        super().__init__(f"{reason}: {', '.join(map(str, seat_ids))}" if seat_ids else reason)
        self.seat_ids = seat_ids


@dataclass(frozen=True, slots=True, eq=False)
class SeatPlan:
    """All seats of one event, sorted by id.

    Attributes:
        ids: int64[n], ascending, unique.
        x, y: float64[n] in venue units, y down; NaN for standing places, which have no place.
        angle: float64[n] in degrees, clockwise.
        area_ids: int64[n].
        row_index: int32[n] into `row_names`; -1 for standing places. An index belongs to one
            row of one area: two areas with a row 'A' have two indices.
        row_names: the rows' names by index.
        numbers: the seats' numbers as text, n of them.
        category_ids: int64[n], price categories.
        attributes: int32[n], bits of `SeatAttribute`.

    Raises:
        BrokenPlan: columns of different lengths, ids twice, or infinite coordinates.
    """

    ids: Int64s
    x: Floats
    y: Floats
    angle: Floats
    area_ids: Int64s
    row_index: NDArray[np.int32]
    row_names: tuple[str, ...]
    numbers: tuple[str, ...]
    category_ids: Int64s
    attributes: NDArray[np.int32]

    def __post_init__(self) -> None:
        columns = (self.x, self.y, self.angle, self.area_ids, self.row_index, self.numbers,
                   self.category_ids, self.attributes)  # fmt: skip
        if any(len(column) != len(self.ids) for column in columns):
            raise BrokenPlan("columns of different lengths")
        steps = np.diff(self.ids)
        if np.any(steps == 0):
            raise BrokenPlan("seat ids twice", _some(self.ids[1:][steps == 0]))
        if np.any(steps < 0):
            raise BrokenPlan("seats not sorted by id")
        endless = np.isinf(self.x) | np.isinf(self.y) | (np.isnan(self.x) != np.isnan(self.y))
        if np.any(endless):
            raise BrokenPlan("coordinates that are no place", _some(self.ids[endless]))

    @classmethod
    def empty(cls) -> SeatPlan:
        none = np.zeros(0)
        ids = none.astype(np.int64)
        ints = none.astype(np.int32)
        return cls(ids, none, none, none, ids, ints, (), (), ids, ints)

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def placed(self) -> NDArray[np.bool_]:
        """bool[n]: the seats that have a place on the map; the others are standing places."""
        return ~np.isnan(self.x)

    def index_of(self, seat_ids: Int64s) -> NDArray[np.intp]:
        """The rows of the seats, -1 for those that are not in the plan."""
        if not len(self.ids):
            return np.full(len(seat_ids), -1, dtype=np.intp)
        found = np.minimum(np.searchsorted(self.ids, seat_ids), len(self.ids) - 1)
        return np.where(self.ids[found] == seat_ids, found, -1)

    def row_of(self, seat_id: SeatId) -> int:
        """The row of one seat, -1 if it is not in the plan."""
        return int(self.index_of(np.array([seat_id], dtype=np.int64))[0])

    def seat(self, index: int) -> Seat:
        """One seat as a value, for words and cards; never in a loop over the whole plan."""
        row = int(self.row_index[index])
        return Seat(
            id=SeatId(int(self.ids[index])),
            area_id=AreaId(int(self.area_ids[index])),
            row=self.row_names[row] if row >= 0 else "",
            number=self.numbers[index],
            category_id=PriceCategoryId(int(self.category_ids[index])),
            attributes=SeatAttribute(int(self.attributes[index])),
        )


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat by its words. Row and number are empty for a standing place."""

    id: SeatId
    area_id: AreaId
    row: str
    number: str
    category_id: PriceCategoryId
    attributes: SeatAttribute = NO_ATTRIBUTES

    @property
    def is_standing(self) -> bool:
        return not self.row and not self.number


@dataclass(frozen=True, slots=True, eq=False)
class StatusDelta:
    """What changed since a marker: int64[n] seat ids and uint8[n] of `SeatState`.

    `marker` is opaque; the next request sends it back. The same seat may come twice over time.
    """

    seat_ids: Int64s
    states: States
    marker: str


def _some(ids: Int64s, most: int = 10) -> tuple[int, ...]:
    return tuple(int(i) for i in ids[:most])
