"""What several screens show, and what they ask of the printer and of the till."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Protocol

from boxoffice.domain.catalogue import Event, Location, PriceType
from boxoffice.domain.ids import EventId, OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import Customer
from boxoffice.domain.orders.order import Order, OrderLine, Totals
from boxoffice.domain.orders.payment import Payment
from boxoffice.domain.orders.ticket import Ticket
from boxoffice.presenters.notices import Notice


class Phase(Enum):
    """Where a screen stands; each is designed, none is blank."""

    EMPTY = "empty"
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


class Loss(Enum):
    """What cannot be done on a server that does not offer everything."""

    NOTHING = "nothing"  # no counter asks for it, or there is another way
    EVENTS = "events"
    MAP = "map"
    PRICES = "prices"
    SINGLE_SEATS = "single seats"
    BEST_SEATS = "best seats"
    SELLING = "selling"
    GIVING_BACK = "giving back"
    PRICE_TYPES = "price types"
    CODES = "codes"
    CUSTOMERS = "customers"
    NEW_CUSTOMERS = "new customers"
    VENUES = "venues"
    NAMES = "names"
    RULES = "rules"
    AREAS = "areas"
    ENTRANCES = "entrances"
    REASONS = "reasons"
    HOUSE = "house"


@dataclass(frozen=True, slots=True)
class SeatName:
    """A seat as people call it; row and number are empty for a standing place."""

    area: str
    row: str
    number: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """An order line with the event it is of and the price types it may have.

    Attributes:
        starts_at: when the event starts, in the venue's zone.
        prices: what the seat costs at each of the price types, in their order.
    """

    line: OrderLine
    event: Event | None
    starts_at: datetime | None
    category_name: str
    category_color: str
    price_types: tuple[PriceType, ...]
    prices: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class Sale:
    """A confirmed order with all that its summary says."""

    order: Order
    payments: tuple[Payment, ...]
    rows: tuple[LineRow, ...]
    locations: tuple[tuple[EventId, Location], ...]
    totals: Totals
    tickets: tuple[Ticket, ...]
    customer: Customer | None = None
    is_copy: bool = False
    buyer: str = field(default="", repr=False)  # who a copy is for, where only the name is known


class Teller(Protocol):
    """Where a notice goes that belongs to no screen: the message bar. None empties it."""

    def __call__(self, notice: Notice | None) -> None: ...


class Printer(Protocol):
    """Where summaries go. Implemented over the printing room by `summary_printer.py`.

    Neither takes longer than some seconds.
    """

    async def print_summary(self, sale: Sale) -> str:
        """Prints on the workstation's printer and returns its name. From the second time on that
        something may have come out of it, it is marked as a copy.

        Raises:
            PrintFailed: with a reason.
        """
        ...

    def stop_printing(self, order_id: OrderId) -> None:
        """Gives up printing an order, where that is under way: it fails then."""
        ...

    async def save_summary(self, sale: Sale, path: Path) -> Path:
        """Writes the summary as PDF; what stood there is replaced by a whole one, or stays.

        Raises:
            PrintFailed: with a reason.
        """
        ...


class PrintFailed(Exception):
    """Nothing was printed or saved; the text is the reason. The sale stands.

    Attributes:
        is_doubtful: something may have come out of the printer all the same.
    """

    def __init__(self, words: str, *, is_doubtful: bool = False) -> None:
        super().__init__(words)
        self.is_doubtful = is_doubtful
