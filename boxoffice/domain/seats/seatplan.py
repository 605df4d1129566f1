"""The seats of an event in columns: one numpy array a property, one row a seat.

A plan never changes; a status is an array beside it, so that a delta costs an index array and a
value array. Row `i` of every column belongs to the same seat.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.ids import AreaId, OrderId, PriceCategoryId, SeatId
from boxoffice.domain.seats.seat import NO_ATTRIBUTES, SeatAttribute, SeatState

__all__ = [
    "NO_ATTRIBUTES",
    "BrokenPlan",
    "Floats",
    "Int64s",
    "LoadedPlan",
    "PlanChanges",
    "Seat",
    "SeatAttribute",
    "SeatPlan",
    "SeatState",
    "States",
    "StatusDelta",
]

Int64s = NDArray[np.int64]
Floats = NDArray[np.float64]
States = NDArray[np.uint8]
C = TypeVar("C", bound=np.generic)


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
        columns = (
            self.x,
            self.y,
            self.angle,
            self.area_ids,
            self.row_index,
            self.numbers,
            self.category_ids,
            self.attributes,
        )
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

    def merged(self, changed: SeatPlan, gone: Int64s) -> SeatPlan:
        """The plan with the seats of `changed` added or in place of its own, without those `gone`.

        A seat that is both is there. Rows are the same row where area and name are; they are
        numbered anew, in the order in which their first seats come.

        Args:
            gone: int64[k] seat ids, in any order; those that are not in the plan do nothing.
        """
        kept = np.ones(len(self), dtype=np.bool_)
        for ids in (changed.ids, gone):
            rows = self.indices_of(ids)
            kept[rows[rows >= 0]] = False
        ids = np.concatenate((self.ids[kept], changed.ids))
        order = np.argsort(ids, kind="stable")
        row_index, row_names = _joined_rows(self, kept, changed, order)

        def joined(own: NDArray[C], new: NDArray[C]) -> NDArray[C]:
            return np.concatenate((own[kept], new))[order]

        numbers = joined(np.array(self.numbers, dtype=object), np.array(changed.numbers, object))
        return SeatPlan(
            ids=ids[order],
            x=joined(self.x, changed.x),
            y=joined(self.y, changed.y),
            angle=joined(self.angle, changed.angle),
            area_ids=joined(self.area_ids, changed.area_ids),
            row_index=row_index,
            row_names=row_names,
            numbers=tuple(numbers.tolist()),
            category_ids=joined(self.category_ids, changed.category_ids),
            attributes=joined(self.attributes, changed.attributes),
        )

    def same_as(self, other: SeatPlan) -> bool:
        """Whether all columns are alike."""
        names = ("ids", "x", "y", "angle", "area_ids", "row_index", "category_ids", "attributes")
        return (
            self.row_names == other.row_names
            and self.numbers == other.numbers
            and all(
                np.array_equal(
                    getattr(self, name), getattr(other, name), equal_nan=name in ("x", "y", "angle")
                )
                for name in names
            )
        )

    def indices_of(self, seat_ids: Int64s) -> NDArray[np.intp]:
        """The indices of the seats, -1 for those that are not in the plan."""
        if not len(self.ids):
            return np.full(len(seat_ids), -1, dtype=np.intp)
        found = np.minimum(np.searchsorted(self.ids, seat_ids), len(self.ids) - 1)
        return np.where(self.ids[found] == seat_ids, found, -1)

    def index_of(self, seat_id: SeatId) -> int:
        """The index of one seat, -1 if it is not in the plan."""
        return int(self.indices_of(np.array([seat_id], dtype=np.int64))[0])

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
    `orders` are those of the seats that are in an order of this counter.
    """

    seat_ids: Int64s
    states: States
    marker: str
    orders: Mapping[SeatId, OrderId] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class LoadedPlan:
    """All seats of an event, and the opaque marker to ask with for what changes after; empty where
    the server gave none."""

    plan: SeatPlan
    marker: str


@dataclass(frozen=True, slots=True, eq=False)
class PlanChanges:
    """What changed of a plan since a marker: the seats that are new or not what they were, int64[k]
    ids of those that are gone, and the next marker. The same change may come twice over time."""

    changed: SeatPlan
    gone: Int64s
    marker: str

    @property
    def is_empty(self) -> bool:
        return not len(self.changed) and not len(self.gone)


def _joined_rows(
    own: SeatPlan, kept: NDArray[np.bool_], new: SeatPlan, order: NDArray[np.intp]
) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    """Row index and names of two plans' seats, as they are put together and ordered."""
    codes: dict[tuple[int, str], int] = {}
    joined = np.concatenate((_row_codes(own, codes)[kept], _row_codes(new, codes)))[order]
    used, first = np.unique(joined, return_index=True)
    used = used[np.argsort(first)]
    used = used[used >= 0]
    numbered = np.full(len(codes) + 1, -1, dtype=np.int32)  # the last is for places without a row
    numbered[used] = np.arange(len(used))
    names = [name for _, name in codes]
    return numbered[joined], tuple(names[code] for code in used)


def _row_codes(plan: SeatPlan, codes: dict[tuple[int, str], int]) -> NDArray[np.int64]:
    """The seats' rows by area and name: int64[n] of codes, given out as new rows are met."""
    rows, first = np.unique(plan.row_index, return_index=True)
    found = np.full(len(plan.row_names) + 1, -1, dtype=np.int64)
    for row, area_id in zip(rows.tolist(), plan.area_ids[first].tolist(), strict=True):
        if row >= 0:
            found[row] = codes.setdefault((area_id, plan.row_names[row]), len(codes))
    return found[plan.row_index]


def _some(ids: Int64s, most: int = 10) -> tuple[int, ...]:
    return tuple(int(i) for i in ids[:most])
