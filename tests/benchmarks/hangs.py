"""What hangs or burns beside the window, and how long the window does not react meanwhile.

    .venv/bin/python -m tests.benchmarks.hangs [--json FILE]

The real application on a real service, with a print server that accepts and never answers, then
with pictures that no map should have: a drawing of ten nested levels, one that takes minutes, a PNG
and a JPEG of 65,000 pixels a side. The budget is 100 ms between two turns of the event loop
(less what its thread waited for a core), and 6 s from the sale to 'not printed'.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import resource
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPushButton

from boxoffice.desktop.app import Application, Options, run_in_qt
from boxoffice.presenters.common import Phase
from boxoffice.presenters.notices import Code, Notice
from boxoffice.service.process.child import ServiceProcess
from tests.benchmarks.sale import Till
from tests.benchmarks.stalls import tell
from tests.pictures import claiming, drawing, jpeg_claiming, nested_uses
from tests.print_server import print_server
from tests.turns import MOST, Turns

NOT_PRINTED_WITHIN = 6.0  # seconds after the sale
PICTURES = {
    "a drawing of ten nested levels": nested_uses(10),
    "a drawing that takes minutes": drawing(
        '<radialGradient id="s"><stop offset="0" stop-color="red"/>'
        '<stop offset="1" stop-color="blue" stop-opacity="0.5"/></radialGradient>'
        + '<rect width="10" height="10" fill="url(#s)" opacity="0.5" transform="rotate(3)"/>'
        * 9000
    ),
    "a PNG of 65,000 pixels a side": claiming(65_000, 65_000),
    "a JPEG of 65,000 pixels a side": jpeg_claiming(65_000, 65_000),
}


class Watched:
    """A window, and the notices that its payment and its map show."""

    def __init__(self, application: Application) -> None:
        self.till = Till(application)
        self.application = application
        self.codes: dict[Code, float] = {}
        self.opened = self.loads = 0
        self._payment, self._map = application.window.payment, application.window.map
        self._show_payment = self._payment.show_state
        self._payment.show_state = self._follow_payment  # type: ignore[method-assign]
        self._map.state_shown.connect(self._follow_map)

    def _follow_payment(self, state: Any) -> None:
        self._show_payment(state)
        self._note(state.notice)

    def _follow_map(self, state: Any) -> None:
        if state.phase is Phase.LOADING:
            self.loads += 1
            self.codes.clear()  # of the event before
        self._note(state.notice)

    def _note(self, notice: Notice | None) -> None:
        if notice is not None:
            self.codes.setdefault(notice.code, time.perf_counter())

    async def open(self, index: int) -> None:
        """Opens an event by a click on its row."""
        events = self.till.hand.find("eventsList", QListView)
        at = events.visualRect(events.model().index(index, 0)).center()
        before = self.loads
        await self.till.hand.click(events.viewport(), at)
        await self.till.hand.until(lambda: self.loads > before, "that it is loaded")

    async def saw(self, code: Code) -> float:
        await self.till.hand.until(lambda: code in self.codes, code.value)
        return self.codes[code]


async def sale_without_printer(watched: Watched, turns: Turns) -> dict[str, Any]:
    """Sells a seat while the print server never answers."""
    till = watched.till
    await till.open(0)
    await till.click(till.free()[0])
    pay = till.hand.find("payButton", QPushButton)
    await till.hand.until(pay.isEnabled, "the way to pay")
    turns.take()
    await till.hand.press(Qt.Key.Key_F9)
    await till.hand.until(lambda: till.is_shown("confirmButton"), "the payment")
    await till.hand.press(Qt.Key.Key_Return)
    sold = await watched.saw(Code.SOLD)
    seconds = await watched.saw(Code.NOT_PRINTED) - sold
    gaps = turns.take()
    is_within = tell("a print server that never answers", gaps)
    sys.stdout.write(f"  sold, and 'not printed' {seconds:.1f} s after it\n")
    await till.hand.press(Qt.Key.Key_Return)
    return {
        "gaps_ms": [round(gap * 1000) for gap in gaps[:5]],
        "not_printed_after_s": seconds,
        "ok": is_within and seconds <= NOT_PRINTED_WITHIN,
    }


async def map_with(name: str, data: bytes, house: Path, watched: Watched, turns: Turns) -> Any:
    """Opens an event whose area has the picture, until it is said that it cannot be shown."""
    await asyncio.to_thread(hang_up, house, name, data)
    turns.take()
    started = time.perf_counter()
    watched.opened += 1
    await watched.open(watched.opened % 2 + 1)
    seconds = await watched.saw(Code.PICTURE_BROKEN) - started
    gaps = turns.take()
    is_within = tell(name, gaps)
    sys.stdout.write(f"  the map was open, and 'cannot be shown' was said, after {seconds:.1f} s\n")
    return {
        "gaps_ms": [round(gap * 1000) for gap in gaps[:5]],
        "told_after_s": seconds,
        "ok": is_within,
    }


def hang_up(house: Path, name: str, data: bytes) -> None:
    """Puts a picture behind an area past the service, which refuses it."""
    with closing(sqlite3.connect(house)) as database, database:
        row = database.execute(
            "INSERT INTO pictures (media_type, data, sha256) VALUES (?, ?, ?) RETURNING id",
            ("image/svg+xml", data, name),
        ).fetchone()
        url = f"/connect/v1/pictures/{row[0]}"
        database.execute(
            "UPDATE areas SET picture_url = ?, picture_rect = '[0, 0, 100, 100]'"
            " WHERE id = (SELECT min(id) FROM areas)",
            (url,),
        )


async def watch(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as folder:
        house = Path(folder) / "house.sqlite"
        service = ServiceProcess(["--venue", "theatre"], data=house)
        try:
            address = await service.start()
            application = Application(Options(Path(folder) / "journal.sqlite"))
            application.window.resize(1366, 768)
            application.window.show()
            application.connect(address, service.token)
            watched, turns = Watched(application), Turns()
            with turns.of_qt():
                sale = await sale_without_printer(watched, turns)
                found = {"a print server that never answers": sale}
                for name, data in PICTURES.items():
                    found[name] = await map_with(name, data, house, watched, turns)
            await application.close()
        finally:
            service.stop()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    sys.stdout.write(f"the window's memory at its most: {most} MB\n")
    is_ok = all(each["ok"] for each in found.values())
    if options.json:
        told = {"budget_ms": MOST * 1000, "memory_mb": most, "ok": is_ok, "cases": found}
        await asyncio.to_thread(Path(options.json).write_text, json.dumps(told, indent=2))
    return 0 if is_ok else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", metavar="FILE")
    options = parser.parse_args()
    with print_server(answers=False):
        return run_in_qt("en", lambda: watch(options))


if __name__ == "__main__":
    sys.exit(main())
