"""What a clerk should know of the order before she takes money: rules it breaks, seats left alone,
and the seats most like those that were lost."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

import numpy as np

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.gaps import gaps_left
from boxoffice.domain.ids import EventId, Place, PriceCategoryId, PriceTypeId, SeatId
from boxoffice.domain.nearest import nearest_equals
from boxoffice.domain.order import Order
from boxoffice.domain.rows import rows_of
from boxoffice.domain.rules import Broken, broken_rules
from boxoffice.domain.seat import SeatAttribute
from boxoffice.domain.seatplan import SeatState
from boxoffice.presenters.board import SeatBoard
from boxoffice.presenters.states import RuleRow, SeatName

_ALONE = int(SeatAttribute.WHEELCHAIR | SeatAttribute.COMPANION)


class Advice:
    """Looks at orders by the offers and the map.

    Gaps are seen in the event on the map; those in others the server sees when it sells.
    """

    def __init__(self, board: SeatBoard) -> None:
        self._board = board

    def broken(
        self, order: Order, offers: Mapping[EventId, Offer], now: datetime
    ) -> tuple[RuleRow, ...]:
        """The sales rules that the order breaks as it is now."""
        events = {line.event_id for line in order.lines}
        rules = {
            rule.id: rule
            for event, offer in offers.items()
            if event in events
            for rule in offer.rules
        }
        gaps = _Gaps(self._board, order)
        found = broken_rules(rules.values(), order.lines, now, gaps)
        return tuple(self._row(each, offers) for each in found)

    def left_alone(self, order: Order) -> tuple[SeatName, ...]:
        """Single free seats that the order leaves behind, and need not."""
        event_id = self._board.event_id
        if event_id is None:
            return ()
        beside = [line.seat_id for line in order.lines if line.event_id == event_id]
        gaps = _Gaps(self._board, order)(event_id, beside)
        return tuple(self._board.name_of(seat) for seat in gaps)

    def instead_of(self, lost: Iterable[Place]) -> tuple[SeatId, ...]:
        """The nearest free seats like these, of the event on the map."""
        plan, event_id = self._board.plan, self._board.event_id
        if plan is None:
            return ()
        ids = [place.seat_id for place in lost if place.event_id == event_id]
        index = plan.index_of(np.array(ids, dtype=np.int64))
        free = self._board.states == SeatState.FREE
        found = nearest_equals(plan, free, [int(i) for i in index[index >= 0]])
        return tuple(SeatId(int(plan.ids[i])) for i in found)

    def _row(self, broken: Broken, offers: Mapping[EventId, Offer]) -> RuleRow:
        rule = broken.rule
        offer = None if rule.event_id is None else offers.get(rule.event_id)
        some = offer or next(iter(offers.values()))
        return RuleRow(
            broken=broken,
            event=offer.event.name if offer else "",
            price_type=_type_name(some, rule.price_type_id),
            category=_category_name(some, rule.category_id),
            other_type=_type_name(some, rule.per_price_type_id),
            gaps=tuple(
                self._board.name_of(gap.seat_id)
                for gap in broken.gaps
                if gap.event_id == self._board.event_id
            ),
        )


class _Gaps:
    """The gaps of one order in the event on the map, in the rows that it has seats in."""

    def __init__(self, board: SeatBoard, order: Order) -> None:
        self._board = board
        self._order = order

    def __call__(self, event_id: EventId, beside: Collection[SeatId]) -> tuple[SeatId, ...]:
        plan = self._board.plan
        if plan is None or event_id != self._board.event_id or not beside:
            return ()
        ours = [line.seat_id for line in self._order.lines if line.event_id == event_id]
        taken = _known(plan.index_of(np.array(ours, dtype=np.int64)))
        near = np.flatnonzero(
            np.isin(plan.row_index, plan.row_index[taken]) & (plan.row_index >= 0) & plan.placed
        )
        rows = rows_of(
            plan.row_index[near], plan.area_ids[near], plan.x[near], plan.y[near]
        )  # fmt: skip
        free = self._board.states[near] == SeatState.FREE
        taken = _within(near, taken)
        asked = _within(near, _known(plan.index_of(np.array(list(beside), dtype=np.int64))))
        may_be_alone = plan.attributes[near] & _ALONE != 0
        left = gaps_left(rows.neighbours, free, taken, asked, may_be_alone)
        return tuple(SeatId(int(seat)) for seat in plan.ids[near[left]])


def _known(index: np.ndarray) -> np.ndarray:
    return index[index >= 0]


def _within(near: np.ndarray, index: np.ndarray) -> np.ndarray:
    """Where these seats are among `near`, which is ascending; standing places are not."""
    index = index[np.isin(index, near)]
    return np.searchsorted(near, index)


def _type_name(offer: Offer, type_id: PriceTypeId | None) -> str:
    return next((t.name for t in offer.price_types if t.id == type_id), "")


def _category_name(offer: Offer, category_id: PriceCategoryId | None) -> str:
    return next((c.name for c in offer.categories if c.id == category_id), "")
