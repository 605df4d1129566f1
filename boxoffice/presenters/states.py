"""What each screen can show: its frozen state and the protocol its view fulfils.

A presenter replaces its state and calls `view.show_state(state)`; it knows no widget. A view sends
signals that `session.py` ties to the presenter's plain methods.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.catalogue import Event, Location, Offer, PriceType
from boxoffice.domain.customer import Customer
from boxoffice.domain.exchange import Exchange
from boxoffice.domain.ids import AreaId, EventId, OrderId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.order import Order, OrderLine, Totals
from boxoffice.domain.payment import Payment, PaymentKind
from boxoffice.domain.picture import PictureSizes
from boxoffice.domain.rules import Broken
from boxoffice.domain.seatplan import SeatPlan, States
from boxoffice.domain.ticket import Ticket
from boxoffice.presenters.notices import Notice


class Phase(Enum):
    """Where a screen stands; each is designed, none is blank."""

    EMPTY = "empty"
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


# --- connection ---------------------------------------------------------------------------------


class ConnectionPhase(Enum):
    OFFERING = "offering"  # no server configured: connect, or try the demo
    CONNECTING = "connecting"
    FAILED = "failed"
    CONNECTED = "connected"


@dataclass(frozen=True, slots=True)
class ConnectionState:
    """The way to a server. `can_return` says that a sale is open behind this page."""

    phase: ConnectionPhase = ConnectionPhase.OFFERING
    address: str = ""
    token_known: bool = False
    is_demo: bool = False
    can_return: bool = False
    notice: Notice | None = None


class ConnectionView(Protocol):
    def show_state(self, state: ConnectionState) -> None: ...


# --- a start that is refused ----------------------------------------------------------------------


class WayOut(Enum):
    """What helps where the program cannot start."""

    PUT_ASIDE = "put the journal aside"
    NEWER_VERSION = "install the newer version again"
    CLOSE_OTHER = "close the program that uses the file"
    MAKE_ROOM = "make room on the disk"
    LET_WRITE = "let the user write there"
    MOVE_FILE = "move what is in the folder's place"
    MEND_SETTINGS = "correct the settings"
    OTHER_PROFILE = "name another profile"
    END_OTHER = "end the process that does not answer"
    CALL_FOR_HELP = "show it to an administrator"


@dataclass(frozen=True, slots=True)
class RefusedStart:
    """Why the program cannot start, and what helps.

    Attributes:
        path: of the file that it is about; empty where that is not known.
        line: in the file, counted from 1; 0 where it is about no line.
        pid: of the process that does not answer; 0 where it is not known.
        notice: what came of a button.
    """

    what: Notice
    way_out: WayOut
    path: str = ""
    line: int = 0
    pid: int = 0
    notice: Notice | None = None


# --- map ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class MapState:
    """The map of one event.

    Attributes:
        plan: the event's seats; another object, of the same event, where the house was changed
            while it is on screen, and then `offer` is new as well.
        states: uint8[len(plan)] of `SeatState`, this counter's own seats included.
        progress: share of the seats loaded while LOADING, 0 to 1.
        age_seconds: age of the picture; None before the first status answer.
        is_old: the map says that its picture is old (10 s).
        is_blind: too old to sell by (60 s).
    """

    phase: Phase = Phase.EMPTY
    offer: Offer | None = None
    plan: SeatPlan | None = None
    states: States | None = None
    progress: float = 0.0
    age_seconds: float | None = None
    is_old: bool = False
    is_blind: bool = False
    notice: Notice | None = None


class MapView(Protocol):
    def show_state(self, state: MapState) -> None:
        """Shows the whole state; cheap where `plan` is the object shown before.

        A new plan of the event on screen is the old one with a few seats changed: what the clerk
        looks at stays where it is.
        """
        ...

    def show_seats(self, indices: NDArray[np.intp], states: States) -> None:
        """Takes over the new states of some seats, and repaints only those."""
        ...

    def show_picture(self, area_id: AreaId, sizes: PictureSizes) -> None:
        """Takes over the picture of an area; where there are no sizes, it cannot be shown.

        It comes at any time after the state that shows the area, and stays until another event's
        state, or one without a plan, is shown: the same event's next plan keeps it. A picture of
        an area that has one replaces it.
        """
        ...

    def show_reasons(self, reasons: Mapping[SeatId, str]) -> None:
        """Takes over why seats of the event on screen are blocked, in place of all told before.

        It comes at any time after the state that shows the seats. Words are the server's, plain
        text of 200 characters at most; they count only while their seat is BLOCKED.
        """
        ...

    def flash(self, seat_ids: tuple[SeatId, ...]) -> None:
        """Draws the eye to seats that were lost."""
        ...

    def light(self, seat_ids: tuple[SeatId, ...]) -> None:
        """Marks seats that are looked at until it is called again, whenever they are shown."""
        ...


class PictureReader(Protocol):
    """What makes pixels of a file that a server calls a picture. It takes its time elsewhere."""

    async def read(self, data: bytes) -> PictureSizes:
        """The picture in its sizes; empty where it cannot be shown, or should not be. It never
        raises for what the file is."""
        ...


# --- order --------------------------------------------------------------------------------------


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
    """

    line: OrderLine
    event: Event | None
    starts_at: datetime | None
    category_name: str
    category_color: str
    price_types: tuple[PriceType, ...]


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """An order that waits while another one is on screen.

    Attributes:
        buyer: the customer's name, empty for nobody in particular.
        first: the first of its seats.
        hold_seconds: what is left of its hold; None without one.
        name: what the clerk calls it; empty for its first seat and `parked_at`.
        parked_at: when it was put aside, on the counter's clock.
    """

    order_id: OrderId
    buyer: str = field(repr=False)
    first: SeatName
    count: int
    hold_seconds: int | None
    name: str = field(default="", repr=False)
    parked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LostRow:
    """An order whose hold is gone, and whose seats may be taken again.

    Attributes:
        seats: event by event, under the event's name.
        name: what the clerk calls it, or its buyer; empty for neither.
    """

    order_id: OrderId
    seats: tuple[tuple[str, tuple[SeatName, ...]], ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A sales rule that is not met, with the names that its sentence needs; empty where none is.

    Attributes:
        gaps: the single seats left behind that are on the map.
        until: when the rule ends to hold, in the venue's zone; None where it does not.
    """

    broken: Broken
    event: str = ""
    price_type: str = ""
    category: str = ""
    other_type: str = ""
    gaps: tuple[SeatName, ...] = ()
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class OrderState:
    """The order on screen.

    Attributes:
        pending: seats on their way to the server, by name.
        hold_seconds: what is left of the hold; None without one.
        is_busy: a change is under way; paying waits for it.
        broken: the sales rules that are not met; nothing is sold while there are any.
        called_off: events with seats in the order that were cancelled meanwhile; nothing is sold
            while there are any.
        left_alone: single free seats that the order leaves behind: advice, where no rule forbids.
        instead: free seats like those that were lost, to be taken by one press.
        due: what the buyer pays in an exchange; negative where money goes back.
        parked: the orders that wait.
        name: what the clerk calls the order; it is parked under it.
        lost: orders whose hold is gone, the last one first.
        is_kept: the hold is renewed by itself, since it is paid and somebody is at the counter.
    """

    order: Order | None = None
    rows: tuple[LineRow, ...] = ()
    pending: tuple[SeatName, ...] = ()
    totals: Totals | None = None
    hold_seconds: int | None = None
    is_busy: bool = False
    can_pay: bool = False
    can_undo: bool = False
    notice: Notice | None = None
    customer: Customer | None = None
    broken: tuple[RuleRow, ...] = ()
    called_off: tuple[Event, ...] = ()
    left_alone: tuple[SeatName, ...] = ()
    instead: tuple[SeatName, ...] = ()
    exchange: Exchange | None = None
    due: Money | None = None
    parked: tuple[ParkedRow, ...] = ()
    name: str = ""
    lost: tuple[LostRow, ...] = ()
    is_kept: bool = False

    @property
    def is_overdue(self) -> bool:
        """Whether the hold is over by our clock, and the server has not said yet what is left."""
        return self.hold_seconds is not None and self.hold_seconds <= 0


class OrderView(Protocol):
    def show_state(self, state: OrderState) -> None: ...


# --- payment ------------------------------------------------------------------------------------


class PaymentPhase(Enum):
    CLOSED = "closed"
    TENDERING = "tendering"  # the clerk counts the money
    SENDING = "sending"
    CHECKING = "checking"  # the answer was lost; the server is being asked
    LOST = "lost"  # the seats are held no more; nothing was sold
    DONE = "done"


@dataclass(frozen=True, slots=True)
class PriceChange:
    """That an order costs something else than it did on the screen."""

    old: Money
    new: Money


@dataclass(frozen=True, slots=True)
class PaymentState:
    """Taking the money, and what follows it.

    Attributes:
        tendered_text: what the clerk typed; `tendered` what it means. Nothing typed means the rest.
        tenders: likely sums beside the exact one, for one press each.
        change: what goes back; None while it is not known.
        parts: the payments taken so far, in their order; `due` is what they leave.
        can_add: what is entered can be taken as one more part.
        changed: that the price is another than it was on the screen; until the clerk agrees.
        customer: to whom an invoice goes.
        replaces: the order whose seats go back in an exchange; `total` is the difference then, and
            `returned` what those seats cost.
        rows: what is paid for.
        hold_seconds, is_kept: as in the order's state.
        asks_to_leave: the clerk is asked whether to leave the payment.
        is_busy: lost seats are being taken again.
    """

    phase: PaymentPhase = PaymentPhase.CLOSED
    kind: PaymentKind = PaymentKind.CASH
    total: Money | None = None
    tendered_text: str = field(default="", repr=False)
    tendered: Money | None = None
    tenders: tuple[Money, ...] = ()
    change: Money | None = None
    reference: str = field(default="", repr=False)
    can_confirm: bool = False
    order_number: str = ""
    is_printing: bool = False
    notice: Notice | None = None
    parts: tuple[Payment, ...] = ()
    due: Money | None = None
    can_add: bool = False
    changed: PriceChange | None = None
    customer: Customer | None = None
    replaces: OrderId | None = None
    returned: Money | None = None
    rows: tuple[LineRow, ...] = ()
    hold_seconds: int | None = None
    is_kept: bool = False
    asks_to_leave: bool = False
    is_busy: bool = False

    @property
    def pays_out(self) -> bool:
        """Whether money goes back to the buyer: the new seats of an exchange cost less."""
        return self.total is not None and self.total.amount < 0


class PaymentView(Protocol):
    def show_state(self, state: PaymentState) -> None: ...


# --- the sale that was made ---------------------------------------------------------------------


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
