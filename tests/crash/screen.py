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

from PySide6.QtWidgets import QLabel

from tests.journeys.conftest import Counter

_SETTLED = re.compile(r"Order (\d+) from before was (not )?sold")


@dataclass(frozen=True, slots=True)
class Told:
    """What the screen says of an order that was on its way.

    Attributes:
        seats: in words, empty where it does not say.
        total: what the buyer pays, as it is shown; `change` what she gets back.
        can_print: it can be printed from there.
    """

    order: int
    is_sold: bool
    seats: str = ""
    total: str = ""
    change: str = ""
    can_print: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """An open order that can be gone on with or given back."""

    order: int
    seats: str
    seconds_left: str


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

    def is_asking(self) -> bool:
        """Whether the window says that it is still finding out."""
        return "Checking" in self._clerk.text("messageBar")

    def settled(self) -> list[Told]:
        """The orders of which it says what became of them."""
        found = (match for text in self.messages for match in _SETTLED.finditer(text))
        return [Told(int(match[1]), is_sold=not match[2]) for match in found]

    def offers(self) -> list[Offer]:
        """The open orders that it offers."""
        return []

    async def go_on(self, offer: Offer) -> None:
        raise NotImplementedError

    async def give_back(self, offer: Offer) -> None:
        raise NotImplementedError
