"""One run: a window on a service, worked at random, and what came of it."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QMenu

from boxoffice.connect.client import ConnectClient
from boxoffice.desktop.app import Application, Options
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.rehearsal.hand import NotShown
from boxoffice.service.process.child import ServiceProcess
from tests.journeys.conftest import Counter
from tests.turns import Turns

_KEYS = [
    *(Qt.Key(Qt.Key.Key_F2 + n) for n in range(8)),
    Qt.Key.Key_F12,  # not the menu, it has 'Quit'
    *(Qt.Key(Qt.Key.Key_0 + n) for n in range(6)),
    *[Qt.Key.Key_Return] * 4,
    *[Qt.Key.Key_Escape] * 3,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Space,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Delete,
    Qt.Key.Key_A,
    Qt.Key.Key_B,
    Qt.Key.Key_Plus,
    Qt.Key.Key_Minus,
]
_NONE, _SHIFT, _CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_MODIFIERS = [*[_NONE] * 8, _SHIFT, _CONTROL]
_EDGE = 15  # pixels


@dataclass(frozen=True, slots=True)
class Came:
    """What a run came to.

    Attributes:
        acts: how much was done.
        failures: what nobody had foreseen, as it was logged.
        held: seats that are held on the server although the window is closed.
        stood_still: the longest that the window's loop did not turn, in seconds.
    """

    acts: int
    failures: tuple[str, ...]
    held: int
    stood_still: float


async def run(folder: Path, seed: int, *, seconds: float = 0.0, least: int = 0) -> Came:
    """Works a window on a theatre for so long, and until so much was done; closes it, and looks
    at what is left."""
    service = ServiceProcess(["--venue", "theatre"])
    try:
        address = await service.start()
        with failures() as failed:
            rng, turns = random.Random(seed), Turns()
            acts = await _work(folder, address, service.token, seconds, least, rng, turns)
        return Came(acts, tuple(failed), await _held(address, service.token), turns.longest)
    finally:
        service.stop()


async def _work(
    folder: Path,
    address: str,
    token: str,
    seconds: float,
    least: int,
    rng: random.Random,
    turns: Turns,
) -> int:
    application = Application(Options(folder / "journal.sqlite", print_to=folder / "summary.pdf"))
    application.window.resize(1366, 768)
    application.window.show()
    application.connect(address, token)
    clerk, acts = Counter(application), 0
    try:
        await clerk.open_event()
        ends = asyncio.get_running_loop().time() + seconds
        with turns.of_qt():
            while acts < least or asyncio.get_running_loop().time() < ends:
                acts += 1
                _leave_what_has_the_keys(clerk)
                with suppress(NotShown):  # it is gone, covered or dead by now
                    await _act(clerk, rng)
                if rng.random() < 0.3:
                    await asyncio.sleep(rng.random() / 10)
    finally:
        application.window.closing.emit()
        await application.wait_closed()
    return acts


async def _act(clerk: Counter, rng: random.Random) -> None:
    chance = rng.random()
    if chance < 0.45:
        await clerk.hand.press(rng.choice(_KEYS), rng.choice(_MODIFIERS))
    elif chance < 0.75:
        width, height = clerk.canvas.width(), clerk.canvas.height()
        at = QPoint(rng.randrange(_EDGE, width - _EDGE), rng.randrange(_EDGE, height - _EDGE))
        await clerk.hand.click(clerk.canvas, at)
    else:
        buttons = clerk.window.findChildren(QAbstractButton)
        usable = [b for b in buttons if b.isVisible() and b.isEnabled() and b.objectName()]
        await clerk.hand.click(rng.choice(usable))


def _leave_what_has_the_keys(clerk: Counter) -> None:
    """Dialogs and menus, which would have all keys from now on."""
    for dialog in clerk.window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.reject()
    for menu in clerk.window.findChildren(QMenu):
        if menu.isVisible():
            menu.hide()


@contextmanager
def failures() -> Iterator[list[str]]:
    """What is logged as an error in the block."""
    found: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(self.format(record))

    listener = Listener(logging.ERROR)
    logging.getLogger().addHandler(listener)
    try:
        yield found
    finally:
        logging.getLogger().removeHandler(listener)


async def _held(address: str, token: str) -> int:
    client = ConnectClient(address, token)
    try:
        count = 0
        for event in await client.events.list():
            states = (await client.seats.status(event.id)).states
            count += int(np.count_nonzero(states == SeatState.RESERVED))
        return count
    finally:
        await client.aclose()
