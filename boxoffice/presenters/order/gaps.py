"""The single free seats that an order would leave behind on the map."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.orders.order import Order
from boxoffice.domain.seats.gaps import gaps_left
from boxoffice.domain.seats.rows import Indices, rows_of
from boxoffice.domain.seats.seat import SeatAttribute
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState
from boxoffice.presenters.map.board import SeatBoard

_ALONE = int(SeatAttribute.WHEELCHAIR | SeatAttribute.COMPANION)


class OrderGaps:
    """The gaps of one order in the event on the map, in the rows that it has seats in.

    The rows are walked once, so that asking again, when only the states changed, costs little. It
    may be asked as long as it is `still_of` the order and the map.
    """

    def __init__(self, board: SeatBoard, order: Order) -> None:
        plan = board.plan if board.plan is not None else SeatPlan.empty()
        self._board, self._plan = board, board.plan
        self._order, self._event_id = order, board.event_id
        self._ours = [line.seat_id for line in order.lines if line.event_id == board.event_id]
        near = self._near = _same_rows(plan, self._ours)
        rows = rows_of(plan.row_index[near], plan.area_ids[near], plan.x[near], plan.y[near])
        self._neighbours = rows.neighbours
        self._ids = plan.ids[near]
        self._taken = self._within(self._ours)
        self._may_be_alone = plan.attributes[near] & _ALONE != 0

    def still_of(self, board: SeatBoard, order: Order) -> bool:
        return board.plan is self._plan and order is self._order

    def __call__(self, event_id: EventId, beside: Collection[SeatId]) -> tuple[SeatId, ...]:
        """Those beside some seats of the order; none in an event that is not on the map."""
        if event_id != self._event_id or not len(self._near):
            return ()
        free = self._board.states[self._near] == SeatState.FREE
        asked = self._within(beside)
        left = gaps_left(self._neighbours, free, self._taken, asked, self._may_be_alone)
        return tuple(SeatId(int(seat)) for seat in self._ids[left])

    def of_all(self) -> tuple[SeatId, ...]:
        """Those beside any seat of the order."""
        return () if self._event_id is None else self(self._event_id, self._ours)

    def _within(self, seats: Collection[SeatId]) -> Indices:
        """Where seats are among those near, whose ids ascend; standing places are not."""
        ids = np.array(list(seats), dtype=np.int64)
        if not len(self._ids):
            return np.zeros(0, dtype=np.intp)
        at = np.searchsorted(self._ids, ids).clip(max=len(self._ids) - 1)
        found: Indices = at[self._ids[at] == ids]
        return found


def _same_rows(plan: SeatPlan, seats: Collection[SeatId]) -> Indices:
    """The seats of the rows that these are in, ascending, by index."""
    index = plan.indices_of(np.array(list(seats), dtype=np.int64))
    rows = plan.row_index[index[index >= 0]]
    is_asked = np.zeros(len(plan.row_names) + 1, dtype=np.bool_)
    is_asked[rows[rows >= 0]] = True  # the last stays False: it is what -1, no row, points at
    return np.flatnonzero(is_asked[plan.row_index] & plan.placed)
