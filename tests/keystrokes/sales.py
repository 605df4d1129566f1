"""Ten sales of an evening, one after the other in one window; each begins where the one before
ended, with what it left on the screen."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPushButton

from boxoffice.connect.client import ConnectClient
from boxoffice.domain.ids import AreaId, OrderId
from boxoffice.domain.orders.order import Order, OrderStatus
from boxoffice.domain.preferences import Preferences
from boxoffice.domain.venue import Venue
from tests.journeys.conftest import Counter, at_counter
from tests.keystrokes.model import Strokes
from tests.service_fixture import CHILD, FLOOR, FULL, another_token, running_service, small_venue

ENTER = Qt.Key.Key_Return


@dataclass
class Evening:
    """A counter, what the server says, and the paper.

    Attributes:
        sold: the orders of the evening, the last at the end.
        printed: what the last paper says.
    """

    clerk: Counter
    client: ConnectClient
    paper: Path
    sold: list[Order] = dataclasses.field(default_factory=list)
    printed: str = ""

    async def takes_seats(self) -> None:
        await self.clerk.sees(self.clerk.is_settled, "nothing on its way")
        pay = self.clerk.hand.find("payButton", QPushButton)
        await self.clerk.sees(pay.isEnabled, "the seats")

    async def asks_for_money(self) -> None:
        await self.clerk.sees(lambda: self.clerk.shows("confirmButton"), "the payment")

    async def is_sold(self) -> Order:
        """The order whose sale is on the screen, once its paper is there."""
        await self.clerk.sees(lambda: self.clerk.shows("orderNumber"), "sold")
        await self.clerk.sees(self.paper.exists, "the paper")
        self.printed = pypdf.PdfReader(self.paper).pages[0].extract_text()
        self.paper.unlink()
        number = "".join(c for c in self.clerk.text("orderNumber") if c.isdigit())
        order = await self.client.orders.get(OrderId(int(number)))
        assert order.status is OrderStatus.COMPLETED
        self.sold.append(order)
        return order

    async def click_seat_of(self, order: Order, hand: Strokes) -> None:
        """On a seat of a sold order, on the map."""
        seat = order.lines[0].seat_id
        await hand.click(self.clerk.canvas, self.clerk.point_of(int(seat)))
        await self.clerk.sees(lambda: self.clerk.shows("foundGiveBack"), "its order")

    async def press_when_shown(self, name: str, hand: Strokes) -> None:
        await self.clerk.sees(lambda: self.clerk.shows(name), name)
        await hand.click(self.clerk.hand.find(name, QPushButton))

    def types_of(self, order: Order) -> list[int]:
        return sorted(int(line.price_type_id) for line in order.lines)


async def two_best(evening: Evening, hand: Strokes) -> None:
    hand.think()
    await hand.type("2")
    await hand.press(ENTER)
    await evening.takes_seats()
    await pays_exactly(evening, hand)
    order = await evening.is_sold()
    assert [line.row for line in order.lines] == [order.lines[0].row] * 2


async def another_event(evening: Evening, hand: Strokes) -> None:
    events = evening.clerk.window.events.findChild(QListView, "eventsList")
    assert events is not None
    hand.think()
    await hand.press(Qt.Key.Key_F2)
    await evening.clerk.sees(lambda: evening.clerk.shows("eventsSearch"), "the events")
    await hand.type("j")
    rows = events.model()
    await evening.clerk.sees(lambda: rows.rowCount() <= 2, "one event, under its day")
    await hand.press(ENTER)
    clerk = evening.clerk
    await clerk.sees(lambda: clerk.shows("seatCanvas") and clerk.canvas.event_id == 2, "its map")
    await two_best(evening, hand)
    assert {line.event_id for line in evening.sold[-1].lines} == {2}


async def two_adults_and_a_child(evening: Evening, hand: Strokes) -> None:
    """The child's price is the counter's second by now; the third would be '2+0+1'."""
    hand.think()
    await hand.type("2+1")
    await hand.press(ENTER)
    await evening.takes_seats()
    await pays_exactly(evening, hand)
    assert evening.types_of(await evening.is_sold()) == [FULL, FULL, CHILD]


async def by_card(evening: Evening, hand: Strokes) -> None:
    """Where the terminal is not connected, and its reference is not asked for."""
    hand.think()
    await hand.type("2")
    await hand.press(ENTER)
    await evening.takes_seats()
    hand.think()
    await hand.press(Qt.Key.Key_F9, shift=True)
    await evening.asks_for_money()
    await hand.press(ENTER)
    await evening.is_sold()
    assert "Card" in evening.printed


async def twelve_standing(evening: Evening, hand: Strokes) -> None:
    hand.think()
    await hand.type("8+4")
    floor = evening.clerk.canvas.area_position(AreaId(FLOOR))
    assert floor is not None
    await hand.click(evening.clerk.canvas, floor)
    await evening.takes_seats()
    await pays_exactly(evening, hand)
    assert evening.types_of(await evening.is_sold()) == [FULL] * 8 + [CHILD] * 4


async def reprint(evening: Evening, hand: Strokes) -> None:
    hand.think()
    await hand.press(Qt.Key.Key_F12)
    await evening.clerk.sees(evening.paper.exists, "the copy")
    evening.paper.unlink()


async def give_one_back(evening: Evening, hand: Strokes) -> None:
    """One seat of an order of before: it is clicked on the map."""
    order = evening.sold[0]
    hand.think()
    await evening.click_seat_of(order, hand)
    hand.think()
    await evening.press_when_shown("foundGiveBack", hand)
    await evening.press_when_shown("foundAskYes", hand)
    clerk = evening.clerk
    await clerk.sees(lambda: "in cash" in clerk.text("finderNotice"), "what goes back")
    left = await evening.client.orders.get(order.id)
    assert [line.seat_id for line in left.lines] == [order.lines[1].seat_id]
    await clerk.hand.press(Qt.Key.Key_Escape)
    evening.sold[0] = left


async def exchange(evening: Evening, hand: Strokes) -> None:
    """A seat in the stalls for one on the balcony, which is cheaper: money goes back."""
    order = evening.sold[0]
    hand.think()
    await evening.click_seat_of(order, hand)
    hand.think()
    await evening.press_when_shown("foundExchange", hand)
    await evening.clerk.sees(lambda: evening.clerk.shows("foundAskYes"), "asked")
    await hand.press(ENTER)
    await evening.clerk.sees(lambda: evening.clerk.shows("orderExchange"), "the exchange")
    hand.think()
    await hand.click(evening.clerk.canvas, evening.clerk.point_of(41))
    await evening.takes_seats()
    await pays_exactly(evening, hand)
    new = await evening.is_sold()
    assert (new.exchange_of, [line.seat_id for line in new.lines]) == (order.id, [41])


async def park_and_resume(evening: Evening, hand: Strokes) -> None:
    clerk = evening.clerk
    await clerk.hand.press(ENTER)
    await clerk.take(31, 32)
    await clerk.sees(clerk.is_settled, "nothing on its way")
    hand.think()
    await hand.press(Qt.Key.Key_F6)
    await clerk.sees(lambda: clerk.shows("parked-0"), "parked")
    hand.think()
    await hand.press(Qt.Key.Key_F6)
    await clerk.sees(lambda: clerk.has_line(31) and clerk.has_line(32), "the order again")
    await evening.takes_seats()
    await pays_exactly(evening, Strokes(clerk.hand))
    await evening.is_sold()


async def scan(evening: Evening, hand: Strokes) -> None:
    number = evening.sold[-1].id
    [ticket, _] = await evening.client.orders.tickets(number)
    await evening.clerk.hand.scan(ticket.barcode)
    clerk = evening.clerk
    await clerk.sees(lambda: str(number) in clerk.text("foundTitle"), "the order")


async def pays_exactly(evening: Evening, hand: Strokes) -> None:
    hand.think()
    await hand.press(Qt.Key.Key_F9)
    await evening.asks_for_money()
    await hand.press(ENTER)


@dataclass(frozen=True, slots=True)
class Sale:
    """One of the ten.

    Attributes:
        most: keys and clicks that it may take.
        play: does it, and looks at what came of it.
    """

    name: str
    most: int
    play: Callable[[Evening, Strokes], Coroutine[Any, Any, None]]


SALES = (
    Sale("two best, exact cash, same event", 4, two_best),
    Sale("two adults and a child", 6, two_adults_and_a_child),
    Sale("two best, by card", 4, by_card),
    Sale("twelve standing, four of them children", 6, twelve_standing),
    Sale("print the last one again", 1, reprint),
    Sale("give back one of the last", 4, give_one_back),
    Sale("exchange", 6, exchange),
    Sale("park and resume", 2, park_and_resume),
    Sale("open an order by a scan", 0, scan),
    Sale("two best of another event", 7, another_event),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a sale took."""

    sale: Sale
    strokes: Strokes


async def count_all(folder: Path) -> list[Counted]:
    """Plays the ten sales in one window on a service of its own, with a token that only sells.

    Raises:
        NotShown, AssertionError: a sale did not come to its end.
    """
    preferences = Preferences(needs_reference=False)
    with running_service(_venue(), data=folder / "house.sqlite") as service:
        token = another_token(folder / "house.sqlite", role="sales")
        client = ConnectClient(service.address, token)
        try:
            async with at_counter(folder, service.address, token, preferences=preferences) as clerk:
                evening = Evening(clerk, client, folder / "summary.pdf")
                await clerk.open_event()
                await _one_family_before(evening)
                counted = []
                for sale in SALES:
                    strokes = Strokes(clerk.hand)
                    await sale.play(evening, strokes)
                    counted.append(Counted(sale, strokes))
                return counted
        finally:
            await client.aclose()


async def _one_family_before(evening: Evening) -> None:
    """What a counter has sold says which price types are typed first."""
    hand = Strokes(evening.clerk.hand)
    await hand.type("1+0+1")
    await hand.press(ENTER)
    await evening.takes_seats()
    await pays_exactly(evening, hand)
    await evening.is_sold()


def _venue() -> Venue:
    """The small house with two shows."""
    venue = small_venue()
    first = venue.performances[0]
    shows = [
        dataclasses.replace(first, key=f"show-{name}", name=name, days_ahead=day)
        for day, name in enumerate(("Carmen", "Jazz Night"), 1)
    ]
    return dataclasses.replace(venue, performances=tuple(shows))
