"""One buyer's order while it is put together: what is held, since when, and what can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from boxoffice.domain.catalogue import Event, EventStatus, Offer
from boxoffice.domain.ids import EventId, Place, PriceTypeId
from boxoffice.domain.orders.customer import Customer
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.order import Order, OrderLine
from boxoffice.domain.orders.payment import Payment
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.order.state import LostRow, ParkedRow


@dataclass(frozen=True, slots=True)
class Taken:
    """Seats that were taken together."""

    places: frozenset[Place]


@dataclass(frozen=True, slots=True)
class Returned:
    """Seats that were given back, at the price types they had."""

    lines: tuple[OrderLine, ...]


@dataclass(frozen=True, slots=True)
class Cleared:
    """A whole order that was given back, and whose it was; to be undone until a seat is taken."""

    lines: tuple[OrderLine, ...]
    customer: Customer | None
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Repriced:
    """Seats that got another price type, with the one they had."""

    types: tuple[tuple[Place, PriceTypeId], ...]


Step = Taken | Returned | Cleared | Repriced


@dataclass(frozen=True, slots=True)
class LostOrder:
    """An order whose hold is gone, with all that it takes to have its seats again as they were."""

    order: Order
    offers: dict[EventId, Offer]
    customer: Customer | None
    exchange: Exchange | None
    name: str

    @property
    def seats(self) -> tuple[SeatName, ...]:
        return tuple(SeatName(line.area_name, line.row, line.number) for line in self.order.lines)

    @property
    def row(self) -> LostRow:
        """How it is shown."""
        buyer = self.customer.name if self.customer else ""
        by_event: dict[EventId, list[SeatName]] = {}
        for line, seat in zip(self.order.lines, self.seats, strict=True):
            by_event.setdefault(line.event_id, []).append(seat)
        offers = self.offers
        seats = tuple(
            (offers[event].event.name if event in offers else "", tuple(some))
            for event, some in by_event.items()
        )
        return LostRow(self.order.id, seats, self.name or buyer)


@dataclass(slots=True, eq=False)
class Cart:
    """An order with what this counter knows besides the server.

    Attributes:
        order: as the server told it last; None before the first seat.
        offers: of the events that its seats are of, and were.
        hold_ends: by the monotonic clock; None without a hold.
        was_warned: that the hold ends.
        steps: what the clerk did, to be undone from the end.
        exchange: the sold seats that it replaces.
        parts: what of its price was taken already, while it is paid.
        name: what the clerk calls it; empty for its first seat and the time.
        parked_at: when it was put aside last.
        accepted: the single seats that the clerk leaves behind knowingly.
    """

    order: Order | None = None
    offers: dict[EventId, Offer] = field(default_factory=dict)
    hold_ends: float | None = None
    was_warned: bool = False
    steps: list[Step] = field(default_factory=list)
    customer: Customer | None = None
    exchange: Exchange | None = None
    parts: tuple[Payment, ...] = ()
    name: str = field(default="", repr=False)
    parked_at: datetime | None = None
    accepted: frozenset[SeatName] = frozenset()

    @property
    def places(self) -> frozenset[Place]:
        return self.order.places if self.order else frozenset()

    @property
    def called_off(self) -> tuple[Event, ...]:
        """The events of its seats that were cancelled."""
        of_seats = {place.event_id for place in self.places}
        events = [offer.event for offer in self.offers.values() if offer.event.id in of_seats]
        return tuple(event for event in events if event.status is EventStatus.CANCELLED)

    def seconds_left(self, now: float) -> int | None:
        """What is left of the hold at `now` of the monotonic clock."""
        return None if self.hold_ends is None else max(0, round(self.hold_ends - now))

    def adopt(self, order: Order, now: float) -> None:
        """Takes over what the server says; the hold counts from `now`."""
        self.order = order
        self.hold_ends, self.was_warned = None, False
        if order.hold_seconds is not None:
            self.hold_ends = now + order.hold_seconds

    @property
    def renews_at(self) -> float:
        """How many seconds of the hold are left when it is time to renew it: half of it."""
        held = self.order.hold_seconds if self.order else None
        return (held or 0.0) / 2

    def lost(self) -> LostOrder | None:
        """What is kept of it when its hold is gone; None where it held nothing."""
        if self.order is None or not self.order.lines:
            return None
        offers = dict(self.offers)
        return LostOrder(self.order, offers, self.customer, self.exchange, self.name)

    def give_up_order(self) -> None:
        """Nothing is held any more; whose it was and what was done stay, to be undone."""
        self.order, self.hold_ends, self.was_warned = None, None, False

    def begin(self) -> None:
        """A seat is taken: what was cleared before belongs to another buyer."""
        if self.order is None:
            self.steps[:] = [step for step in self.steps if not isinstance(step, Cleared)]

    @property
    def can_undo(self) -> bool:
        return any(_still(step, self.places) is not None for step in self.steps)

    def last_step(self) -> Step | None:
        """Takes off what was done last, as far as there is anything left of it to undo."""
        while self.steps:
            step = _still(self.steps.pop(), self.places)
            if step is not None:
                return step
        return None

    def lines_of(self, places: frozenset[Place]) -> tuple[OrderLine, ...]:
        return (
            tuple(line for line in self.order.lines if line.place in places) if self.order else ()
        )

    def parked(self, now: float) -> ParkedRow | None:
        """How it is shown while another order is on screen; None where there is nothing to keep."""
        if self.order is None or not self.order.lines:
            return None
        first = self.order.lines[0]
        return ParkedRow(
            order_id=self.order.id,
            buyer=self.customer.name if self.customer else "",
            first=SeatName(first.area_name, first.row, first.number),
            count=len(self.order.lines),
            hold_seconds=self.seconds_left(now),
            name=self.name,
            parked_at=self.parked_at,
            total=self.order.total,
        )


def _still(step: Step, places: frozenset[Place]) -> Step | None:
    """What is left of a step to undo."""
    if isinstance(step, Taken):
        left = step.places & places
        return Taken(left) if left else None
    if isinstance(step, Cleared):
        return step
    if isinstance(step, Returned):
        lines = tuple(line for line in step.lines if line.place not in places)
        return Returned(lines) if lines else None
    types = tuple((place, kind) for place, kind in step.types if place in places)
    return Repriced(types) if types else None
