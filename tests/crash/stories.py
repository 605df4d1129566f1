"""What a clerk does at the till that is killed: by mouse and keys, waiting for what she sees."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QMenu, QPushButton

from boxoffice.desktop.app import Application
from tests.crash.steps import Gate
from tests.journeys.conftest import Counter
from tests.waiting import until

CONTROL = Qt.KeyboardModifier.ControlModifier


class Till:
    """The clerk, and what she says of it to whoever looks at the process from outside.

    Args:
        home: where the program has its files, and the paper comes out.
    """

    def __init__(self, gate: Gate, home: Path) -> None:
        self._gate = gate
        self.home = home
        self.task: asyncio.Task[None] | None = None
        self._clerk: Counter | None = None

    async def sit_down(self, application: Application) -> None:
        """Waits until the window is on the screen."""
        await until(application.window.isVisible)
        self._clerk = Counter(application)

    @property
    def clerk(self) -> Counter:
        assert self._clerk is not None
        return self._clerk

    def arm(self) -> None:
        """From here the steps count."""
        self._gate.is_armed = True
        self.tell(armed=True)

    def comes(self, label: str) -> None:
        self._gate.comes(label)

    def tell(self, **facts: object) -> None:
        self._gate.tell(**facts)

    def screen(self) -> list[str]:
        """All words on the screen."""
        if self._clerk is None:
            return []
        labels = self._clerk.window.findChildren(QLabel)
        return [f"{x.objectName()}: {x.text()}" for x in labels if x.isVisible() and x.text()][:200]

    async def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        await self.clerk.hand.press(key, modifiers or Qt.KeyboardModifier.NoModifier)

    async def push(self, name: str) -> None:
        """Clicks a button once it is there and can be clicked."""
        hand = self.clerk.hand
        await self.sees(name)
        await self.clerk.sees(lambda: hand.find(name, QPushButton).isEnabled(), f"{name} enabled")
        await hand.click(hand.find(name, QPushButton))

    async def sees(self, name: str) -> None:
        await self.clerk.sees(lambda: self.clerk.shows(name), name)

    async def open_event(self) -> None:
        await self.clerk.open_event()
        self.comes("event open")

    async def take(self, *seats: int) -> None:
        for seat in seats:
            await self.clerk.click_seat(seat)
        for seat in seats:
            await self.clerk.sees(lambda s=seat: self.clerk.has_line(s), f"seat {seat}")  # type: ignore[misc]
        await self.clerk.sees(self.clerk.is_settled, "the seats held")
        self.comes("held")

    async def ask_for_money(self) -> None:
        can_pay = self.clerk.hand.find("payButton", QPushButton).isEnabled
        await self.clerk.sees(can_pay, "an order that can be paid")
        await self.press(Qt.Key.Key_F9)
        await self.sees("confirmButton")
        self.comes("asked for the money")

    async def sell(self, text: str = "") -> int:
        """Confirms, takes the paper and is ready for the next buyer; returns the order's number."""
        if text:
            await self.clerk.hand.type(text)
        await self.press(Qt.Key.Key_Return)
        await self.sees("orderNumber")
        number = number_in(self.clerk.text("orderNumber"))
        self.tell(sold=number, change=self.clerk.text("changeDue"))
        self.comes("sold on the screen")
        await self.keeps_paper(number)
        await self.clerk.sees(lambda: "Printed" in self.clerk.text("paymentNotice"), "printed")
        await self.press(Qt.Key.Key_Return)
        await self.clerk.sees(lambda: not self.clerk.shows("orderNumber"), "the next buyer")
        return number

    async def keeps_paper(self, number: int) -> None:
        """Takes the paper out of the printer, once it is there."""
        paper = self.home / "paper.pdf"
        await self.clerk.sees(paper.exists, f"the paper of order {number}")
        count = len(list(self.home.glob("paper-*")))
        paper.rename(self.home / f"paper-{number}-{count}.pdf")

    async def find_order(self, number: int) -> None:
        await self.press(Qt.Key.Key_F7)
        await self.sees("finderSearch")
        await self.clerk.hand.type(str(number))
        await self.press(Qt.Key.Key_Return)
        await self.clerk.sees(lambda: str(number) in self.clerk.text("foundTitle"), "the order")


def number_in(text: str) -> int:
    return int("".join(c for c in text if c.isdigit()) or 0)


async def _sale(till: Till) -> None:
    """Two seats, one of them reduced, cash with change."""
    await till.open_event()
    await till.take(1, 2)
    await _reduce(till)
    till.comes("priced")
    await till.ask_for_money()
    await till.sell("100")


async def _reduce(till: Till) -> None:
    """Another price type for one of the seats, by keys."""
    total = till.clerk.text("orderTotal")
    await till.clerk.makes("1 red")
    await till.clerk.sees(lambda: till.clerk.text("orderTotal") != total, "a new total")


async def _split(till: Till) -> None:
    """A voucher, a card and cash."""
    till.arm()
    await till.open_event()
    await till.take(11, 12)
    await _reduce(till)
    till.comes("priced")
    await till.ask_for_money()
    hand = till.clerk.hand
    for key, reference, amount in ((Qt.Key.Key_3, "V-7", "20"), (Qt.Key.Key_2, "T-47", "13,50")):
        await till.press(key, CONTROL)
        await till.sees("referenceField")
        await hand.type(reference)
        await till.press(Qt.Key.Key_Tab)
        await hand.type(amount)
        count = sum(till.clerk.shows(f"partAmount-{n}") for n in range(3))
        await till.press(Qt.Key.Key_Return, CONTROL)
        await till.sees(f"partAmount-{count}")
        till.comes("a part taken")
    await till.sell("50")


async def _exchange(till: Till) -> None:
    """Two seats for two cheaper ones; money goes back."""
    number = await _sold_before(till, 1, 2)
    till.arm()
    await till.find_order(number)
    await till.push("foundExchange")
    await till.press(Qt.Key.Key_Return)
    await till.sees("orderExchange")
    await till.take(41, 42)
    await till.ask_for_money()
    await till.sell()


async def _sold_before(till: Till, *seats: int) -> int:
    await till.open_event()
    await till.take(*seats)
    await till.ask_for_money()
    return await till.sell()


async def _anew(till: Till) -> None:
    """Two sold seats for children."""
    number = await _sold_before(till, 1, 2)
    till.arm()
    await till.find_order(number)
    await till.push("foundTypes")
    menu = till.clerk.window.findChild(QMenu, "foundTypesMenu")
    assert menu is not None
    await till.clerk.sees(menu.isVisible, "the price types")
    await till.press(Qt.Key.Key_Up)
    await till.press(Qt.Key.Key_Return)
    await till.sees("foundAskYes")
    await till.push("foundAskYes")
    await till.clerk.sees(lambda: till.clerk.has_line(1) and till.clerk.has_line(2), "the seats")
    await till.ask_for_money()
    await till.sell()


async def _return(till: Till) -> None:
    """Two of three sold seats go back."""
    number = await _sold_before(till, 1, 2, 3)
    till.arm()
    await till.find_order(number)
    for seat in (1, 2):
        box = till.clerk.hand.find(f"foundSeat-1-{seat}", QCheckBox)
        await till.clerk.hand.click(box)
    await till.push("foundGiveBack")
    await till.push("foundAskYes")
    await till.clerk.sees(lambda: "€64.00" in till.clerk.text("finderNotice"), "what goes back")


async def _cancel(till: Till) -> None:
    """A whole sold order goes back."""
    number = await _sold_before(till, 1, 2)
    till.arm()
    await till.find_order(number)
    await till.push("foundCancel")
    await till.push("foundAskYes")
    await till.clerk.sees(lambda: "cancelled" in till.clerk.text("foundTitle"), "cancelled")


async def _park(till: Till) -> None:
    """One order parked, another one beside it."""
    till.arm()
    await till.open_event()
    await till.take(1, 2)
    await till.press(Qt.Key.Key_F6)
    await till.sees("parked-0")
    await till.clerk.sees(lambda: till.clerk.shows("orderEmpty"), "room for the next")
    till.comes("parked")
    await till.take(11, 12)
    till.comes("another order beside the parked one")


async def _resumed(till: Till) -> None:
    """A parked order is taken up again and paid, while another one is parked."""
    await till.open_event()
    await till.take(1, 2)
    await till.press(Qt.Key.Key_F6)
    await till.sees("parked-0")
    await till.clerk.sees(lambda: till.clerk.shows("orderEmpty"), "room for the next")
    await till.take(11, 12)
    till.arm()
    await till.push("parked-0")
    await till.clerk.sees(lambda: till.clerk.has_line(1), "the first order")
    await till.clerk.sees(till.clerk.is_settled, "it as it is")
    till.comes("resumed")
    await till.ask_for_money()
    await till.sell()


STORIES: Mapping[str, Callable[[Till], Awaitable[None]]] = {
    "sale": _sale,
    "split": _split,
    "exchange": _exchange,
    "anew": _anew,
    "return": _return,
    "cancel": _cancel,
    "park": _park,
    "resumed": _resumed,
}
NAMES = tuple(STORIES)
