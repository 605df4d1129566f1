"""What a clerk should know of the order before she takes money: rules it breaks, seats left alone,
and the seats most like those that were lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import numpy as np

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import EventId, Place, PriceCategoryId, PriceTypeId, SeatId
from boxoffice.domain.orders.order import Order
from boxoffice.domain.rules import Broken, broken_rules
from boxoffice.domain.seats.nearest import nearest_equals
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.map.board import SeatBoard
from boxoffice.presenters.order.gaps import OrderGaps
from boxoffice.presenters.order.state import RuleRow


class Advice:
    """Looks at orders by the offers and the map.

    Gaps are seen in the event on the map; those in others the server sees when it sells.
    """

    def __init__(self, board: SeatBoard) -> None:
        self._board = board
        self._gaps: OrderGaps | None = None

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
        gaps = self._gaps_of(order)
        found = broken_rules(rules.values(), order.lines, now, gaps)
        return tuple(self._row(each, offers) for each in found)

    def left_alone(self, order: Order) -> tuple[SeatName, ...]:
        """Single free seats that the order leaves behind, and need not."""
        return tuple(self._board.name_of(seat) for seat in self._gaps_of(order).of_all())

    def instead_of(self, lost: Iterable[Place]) -> tuple[SeatId, ...]:
        """The nearest free seats like these, of the event on the map."""
        plan, event_id = self._board.plan, self._board.event_id
        if plan is None:
            return ()
        ids = [place.seat_id for place in lost if place.event_id == event_id]
        index = plan.indices_of(np.array(ids, dtype=np.int64))
        free = self._board.states == SeatState.FREE
        found = nearest_equals(plan, free, [int(i) for i in index[index >= 0]])
        return tuple(SeatId(int(plan.ids[i])) for i in found)

    def _gaps_of(self, order: Order) -> OrderGaps:
        if self._gaps is None or not self._gaps.still_of(self._board, order):
            self._gaps = OrderGaps(self._board, order)
        return self._gaps

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
            until=_local(rule.valid_till, offer),
        )


def _local(moment: datetime | None, offer: Offer | None) -> datetime | None:
    """The moment on the venue's clock."""
    location = offer.location if offer else None
    return location.local(moment) if location and moment else moment


def _type_name(offer: Offer, type_id: PriceTypeId | None) -> str:
    return next((t.name for t in offer.price_types if t.id == type_id), "")


def _category_name(offer: Offer, category_id: PriceCategoryId | None) -> str:
    return next((c.name for c in offer.categories if c.id == category_id), "")
