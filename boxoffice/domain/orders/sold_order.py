"""An order as the workstation that sold it remembers it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from boxoffice.domain.ids import OrderId, Place
from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import Payment


class Fate(Enum):
    """What became of an order that was sold here, as far as this workstation knows."""

    SOLD = "sold"
    PARTLY_RETURNED = "partly returned"
    CANCELLED = "cancelled"
    EXCHANGED = "exchanged"
    EXCHANGING = "exchanging"  # seats were given back to be sold anew, and are not sold yet


@dataclass(frozen=True, slots=True)
class RecordedSeat:
    """A seat that was sold. Row and number are empty for a standing place."""

    place: Place
    area: str
    row: str
    number: str
    barcode: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RecordedEvent:
    """An event that seats were sold of: its name and when it starts, on its venue's clock."""

    name: str
    starts_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RecordedOrder:
    """An order that was sold here.

    Attributes:
        address: the server it was sold on.
        events: one for each evening.
        buyer: the customer's name, empty for nobody in particular.
        payments: without what they refer to.
        printed_at: when its paper was begun; None where none came out yet.
        operator: who sold it; empty where that is not known.
        returned: what was given back to the buyer since, and how.
    """

    address: str
    order_id: OrderId
    external_id: str
    sold_at: datetime
    events: tuple[RecordedEvent, ...]
    buyer: str = field(repr=False)
    total: Money
    payments: tuple[Payment, ...]
    seats: tuple[RecordedSeat, ...]
    fate: Fate = Fate.SOLD
    printed_at: datetime | None = None
    operator: str = field(default="", repr=False)
    returned: tuple[Payment, ...] = ()

    @property
    def given_back(self) -> Money:
        """All that was given back."""
        return Money.total((part.amount for part in self.returned), self.total.currency)
