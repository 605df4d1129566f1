"""The real program in a process of its own, from its command line on, with a hand inside.

    python -m tests.session STORY WORD ...

The words are those of `boxoffice`. What takes the clerk's place is a story of this module: it is
played as soon as the window is there, and what it saw lies in SESSION_TOLD as JSON afterwards. What
it types comes from SESSION_SAYS: no argument has it.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import socket
import stat
import sys
import threading
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QWidget

from boxoffice.cli.main import main
from boxoffice.desktop.app import Application
from boxoffice.rehearsal.hand import Hand, NotShown
from tests.waiting import PATIENCE

CONTROL = Qt.KeyboardModifier.ControlModifier
Said = Mapping[str, str]
Story = Callable[["Clerk", Said], Awaitable[dict[str, object]]]
STORIES: dict[str, Story] = {}


def story(play: Story) -> Story:
    STORIES[play.__name__.replace("_", "-")] = play
    return play


class Clerk:
    """Who sits at the window."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.hand = Hand(window, patience=PATIENCE)

    def shows(self, name: str) -> bool:
        try:
            self.hand.find(name, QWidget)
        except NotShown:
            return False
        return True

    def text(self, name: str) -> str:
        return str(self.hand.find(name, QWidget).property("text")) if self.shows(name) else ""

    async def sees(self, condition: Callable[[], bool], what: str) -> None:
        await self.hand.until(condition, what)

    async def opens_the_first_event(self) -> None:
        await self.sees(lambda: self.shows("eventsList"), "the list of events")
        shown = self.hand.find("eventsList", QListView)
        await self.sees(lambda: shown.model().rowCount() > 0, "events")
        at = shown.visualRect(shown.model().index(0, 0)).center()
        await self.hand.click(shown.viewport(), at)
        await self.sees(lambda: self.shows("seatCanvas"), "the map")

    async def takes_the_best(self) -> None:
        await self.sees(lambda: self.shows("bestSeats"), "the tools")
        await self.sees(self.hand.find("bestSeats", QPushButton).isEnabled, "the best seats")
        await self.hand.press(Qt.Key.Key_F3)
        await self.sees(self.hand.find("payButton", QPushButton).isEnabled, "seats")

    async def adds_the_customer(self, said: Said) -> None:
        await self.hand.press(Qt.Key.Key_F4)
        await self.sees(lambda: self.shows("customerSearch"), "the search")
        await self.hand.type(f"{said['first']} {said['last']}")
        await self.sees(lambda: self.shows("customerNobody"), "nobody yet")
        await self.hand.press(Qt.Key.Key_Return)
        await self.sees(lambda: self.shows("customerMail"), "the form")
        self.hand.find("customerMail", QWidget).setFocus()
        await self.hand.type(said["mail"])
        await self.hand.press(Qt.Key.Key_Return)
        await self.sees(lambda: said["last"] in self.text("customerName"), "the customer")

    async def pays(self, said: Said) -> int:
        """A voucher, a card, and cash; returns the order's number."""
        await self.hand.press(Qt.Key.Key_F9)
        await self.sees(lambda: self.shows("tenderedField"), "the payment")
        for key, reference in ((Qt.Key.Key_3, said["voucher"]), (Qt.Key.Key_2, said["card"])):
            await self.hand.press(key, CONTROL)
            await self.sees(lambda: self.shows("referenceField"), "the reference")
            await self.hand.type(reference)
            await self.hand.press(Qt.Key.Key_Tab)
            await self.hand.type("5")
            await self.hand.press(Qt.Key.Key_Return, CONTROL)
            await self.sees(lambda: self.text("referenceField") in ("", "None"), "a part")
        await self.hand.press(Qt.Key.Key_1, CONTROL)
        await self.sees(lambda: self.shows("tenderedField"), "cash")
        await self.hand.press(Qt.Key.Key_Return)
        await self.sees(lambda: self.shows("orderNumber"), "sold")
        return int("".join(c for c in self.text("orderNumber") if c.isdigit()))


@story
async def sale(clerk: Clerk, said: Said) -> dict[str, object]:
    """A sale with all that is secret in it, a paper, a scan, and errors that nobody foresaw."""
    await clerk.opens_the_first_event()
    await clerk.takes_the_best()
    await clerk.adds_the_customer(said)
    number = await clerk.pays(said)
    _go_wrong(said)
    await clerk.hand.press(Qt.Key.Key_Return)
    await clerk.sees(lambda: not clerk.shows("orderNumber"), "the next buyer")
    await clerk.hand.press(Qt.Key.Key_F7)
    await clerk.sees(lambda: clerk.shows("finderSearch"), "sold orders")
    await clerk.hand.type(said["last"])
    await clerk.hand.press(Qt.Key.Key_Return)
    await clerk.sees(lambda: clerk.shows("foundOrder"), "the order")
    saved = Path(said["pdf"])
    clerk.window.finder.save_asked.emit(saved)  # type: ignore[attr-defined]
    await clerk.sees(saved.exists, "the PDF")
    return {"order": number, "open": open_to_others(Path(said["root"])), "seen": _arguments()}


@story
async def disk_full(clerk: Clerk, said: Said) -> dict[str, object]:
    """The disk is full when the buyer has paid; then there is room again."""
    await clerk.opens_the_first_event()
    await clerk.takes_the_best()
    await clerk.hand.press(Qt.Key.Key_F9)
    await clerk.sees(lambda: clerk.shows("tenderedField"), "the payment")
    room = _fill(said.get("tmpfs", ""))
    await clerk.hand.press(Qt.Key.Key_Return)
    await clerk.sees(lambda: "Nothing was sold" in _words(clerk), "that nothing was sold")
    told = _words(clerk)
    room()
    if not clerk.shows("tenderedField"):
        await clerk.hand.press(Qt.Key.Key_F9)
        await clerk.sees(lambda: clerk.shows("tenderedField"), "the payment again")
    await clerk.hand.press(Qt.Key.Key_Return)
    await clerk.sees(lambda: clerk.shows("orderNumber"), "sold")
    return {"told": told}


@story
async def waits(clerk: Clerk, said: Said) -> dict[str, object]:
    """Lies minimized or behind until somebody brings it up, or says that it may end."""
    gates = socket.create_connection(("127.0.0.1", int(said["port"])))
    line = asyncio.to_thread(gates.makefile().readline)
    clerk.window.showMinimized()
    await clerk.sees(clerk.window.isMinimized, "the window gone")
    await asyncio.to_thread(gates.sendall, b"ready\n")
    if said.get("hangs"):
        os.kill(os.getpid(), signal.SIGSTOP)
    await line
    gates.close()
    await clerk.sees(lambda: not clerk.window.isMinimized(), "the window up again")
    await clerk.sees(clerk.window.isActiveWindow, "the keyboard in it")
    return {"is_up": True}


def open_to_others(root: Path) -> dict[str, str]:
    """The files and folders below that anybody but their owner can use, with their modes."""
    found = {}
    for path in (root, *root.rglob("*")):
        mode = stat.S_IMODE(path.lstat().st_mode)
        if mode & 0o077 and not path.is_symlink():
            found[str(path.relative_to(root))] = oct(mode)
    return found


def _words(clerk: Clerk) -> str:
    return " ".join(clerk.text(name) for name in ("paymentNotice", "messageBar"))


def _fill(tmpfs: str) -> Callable[[], None]:
    """Takes all room from the disk, or from this process; the answer gives it back."""
    if not tmpfs:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (512, hard))
        return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    filler = Path(tmpfs) / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return filler.unlink


def _arguments() -> str:
    """What every process of this machine was started with."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found.append(path.read_bytes().decode(errors="replace"))
        except OSError:
            continue
    return "\n".join(found)


def _go_wrong(said: Said) -> None:
    """Errors that nobody catches, with secrets in their words: in the loop, in a slot, a thread."""

    def fail() -> None:
        try:
            dict(said)["no " + said["card"]]
        except KeyError as error:
            token = os.environ["BOXOFFICE_TOKEN"]
            raise ValueError(f"{said['first']} {said['mail']} {token}") from error

    asyncio.get_running_loop().call_soon(fail)
    QTimer.singleShot(0, fail)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def run(words: list[str]) -> int:
    play = STORIES[words[0]]
    said = json.loads(os.environ["SESSION_SAYS"])
    told: dict[str, object] = {}
    wait_closed = Application.wait_closed

    async def played(application: Application) -> None:
        try:
            told.update(await play(Clerk(application.window), said))
        except Exception as error:  # noqa: BLE001 - whoever started this is told
            told["failed"] = f"{type(error).__name__}: {error}"
        application.window.closing.emit()
        await wait_closed(application)

    Application.wait_closed = played  # type: ignore[assignment, method-assign]
    try:
        return main(words[1:])
    finally:
        Path(os.environ["SESSION_TOLD"]).write_text(json.dumps(told), encoding="utf-8")
        QApplication.closeAllWindows()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
