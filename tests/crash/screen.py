"""What a restart shows, read off the screen: the one place that knows how it looks.

A clerk's eyes and hand: which orders it says were settled and what it says of each, which open
orders it offers, and how one of them is gone on with or given back.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from tests.journeys.conftest import Counter

_SALE, _HELD = re.compile(r"restartSale-(\d+)"), re.compile(r"restartHeld-(\d+)")


@dataclass(frozen=True, slots=True)
class Told:
    """What the screen says of an order that was on its way.

    Attributes:
        is_sold: None where it says neither.
        seats: in words, empty where it does not say.
        total: what the buyer pays, as it is shown; `change` what goes back to the buyer.
        can_print: it can be printed from there.
        advice: what she is told to do.
    """

    order: int
    is_sold: bool | None
    seats: str = ""
    total: str = ""
    change: str = ""
    can_print: bool = False
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """An open order that can be gone on with or given back."""

    order: int
    seats: str
    left: str


class Screen:
    """A window after a restart.

    Attributes:
        messages: all that stood in the message bar since it was looked at.
    """

    def __init__(self, clerk: Counter) -> None:
        self._clerk = clerk
        self.messages: list[str] = []

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Reads the message bar until the block is left."""
        task = asyncio.get_running_loop().create_task(self._read())
        try:
            yield
        finally:
            task.cancel()

    async def _read(self) -> None:
        while True:
            for bar in self._clerk.window.findChildren(QLabel, "messageBar"):
                text = bar.text() if bar.isVisible() else ""
                if text and (not self.messages or self.messages[-1] != text):
                    self.messages.append(text)
            await asyncio.sleep(0.01)

    def has_all(self, left_open: tuple[int, int]) -> bool:
        """Whether the window has found out what there is, and shows as many sales and orders.

        Where nothing was open there is nothing to show, and no sign that all was looked at.
        """
        is_asking = any(told.is_sold is None and not told.advice for told in self.settled())
        is_asking |= self._clerk.shows("restartProgress")
        return not is_asking and (len(self.settled()), len(self.offers())) == left_open

    def settled(self) -> list[Told]:
        """The orders of which it says what became of them."""
        return [self._told(number) for number in self._numbers(_SALE)]

    def offers(self) -> list[Offer]:
        """The open orders that it offers."""
        text = self._clerk.text
        return [
            Offer(number, text(f"restartHeldAbout-{number}"), text(f"restartHeldLeft-{number}"))
            for number in self._numbers(_HELD)
        ]

    async def go_on(self, offer: Offer) -> None:
        """Takes an offered order up; it is in the order's place then."""
        await self._push(f"restartGoOn-{offer.order}")
        await self._clerk.sees(lambda: self._clerk.shows("orderLines"), "the order")
        await self._clerk.sees(self._clerk.is_settled, "the order as it is")

    async def give_back(self, offer: Offer) -> None:
        """Gives an offered order back; it is not offered any more then."""
        await self._push(f"restartGiveBack-{offer.order}")
        gone = f"restartHeld-{offer.order}"
        await self._clerk.sees(lambda: not self._clerk.shows(gone), "the order given back")

    async def print_settled(self, order: int) -> None:
        await self._push(f"restartPrint-{order}")

    async def leave(self) -> None:
        """On with the sale."""
        if self._clerk.shows("restartLeave"):
            await self._push("restartLeave")

    def _numbers(self, pattern: re.Pattern[str]) -> list[int]:
        cards = self._clerk.window.findChildren(QWidget)
        found = (pattern.fullmatch(card.objectName()) for card in cards if card.isVisible())
        return sorted(int(match[1]) for match in found if match)

    def _told(self, number: int) -> Told:
        text, shows = self._clerk.text, self._clerk.shows
        title, about = text(f"restartSaleTitle-{number}"), text(f"restartSaleAbout-{number}")
        what, _, paid = about.partition("\n")
        is_sold = {"sold": True, "not sold": False}.get(title.rpartition(": ")[2])
        change, can_print = text(f"restartSaleChange-{number}"), shows(f"restartPrint-{number}")
        advice = text(f"restartSaleAdvice-{number}")
        return Told(number, is_sold, what, paid, change, can_print, advice)

    async def _push(self, name: str) -> None:
        """Clicks a button of the page, scrolled to where that is needed. The page steps aside for
        a moment while an order is given back."""
        hand = self._clerk.hand
        await self._clerk.sees(lambda: self._clerk.shows(name), name)
        pushed = hand.find(name, QPushButton)
        for area in self._clerk.window.findChildren(QScrollArea, "restartScroll"):
            area.ensureWidgetVisible(pushed)
        await self._clerk.sees(pushed.isEnabled, f"{name} enabled")
        await hand.click(pushed)
