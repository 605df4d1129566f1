"""How long the window does not react: opening the stadium's 100,000 seats, then busy counters.

    .venv/bin/python -m tests.benchmarks.stalls [--seconds 60] [--busy 20]

The real application on a real service; what is told is how long the event loop stood still between
two turns (`tests.turns`). The budget is 100 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QListView

from boxoffice.desktop.app import Application, Options, run_in_qt
from boxoffice.rehearsal.hand import Hand
from boxoffice.service.process.child import ServiceProcess
from tests.turns import MOST, Turns


async def watch(seconds: float, busy: int) -> int:
    service = ServiceProcess(["--venue", "stadium", "--busy", str(busy)])
    with tempfile.TemporaryDirectory() as folder:
        try:
            address = await service.start()
            application = Application(Options(Path(folder) / "journal.sqlite"))
            application.window.resize(1600, 1000)
            application.window.show()
            application.connect(address, service.token)
            hand = Hand(application.window)
            events = application.window.findChild(QListView, "eventsList")
            assert isinstance(events, QListView)
            await hand.until(lambda: events.model().rowCount() > 0, "the events")
            await asyncio.sleep(1)
            turns = Turns()
            at = events.visualRect(events.model().index(0, 0)).center()
            with turns.of_qt():
                started = time.perf_counter()
                await hand.click(events.viewport(), at)
                canvas = application.window.map.canvas
                await hand.until(lambda: canvas.plan is not None, "the map")
                took = time.perf_counter() - started
                await asyncio.sleep(0.5)
                tell(f"opened in {took:.2f} s", turns.take())
                await asyncio.sleep(seconds)
                tell(f"{seconds:.0f} s with {busy} busy counters", turns.take())
            await application.close()
        finally:
            service.stop()
    return 0


def tell(what: str, gaps: list[float]) -> bool:
    """Writes the longest gaps, and returns whether they are within the budget."""
    is_within = gaps[0] <= MOST
    words = ", ".join(f"{gap * 1000:.0f}" for gap in gaps[:5])
    sys.stdout.write(f"{what}: longest gaps {words} ms {'ok' if is_within else 'OVER'}\n")
    return is_within


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--busy", type=int, default=20)
    options = parser.parse_args()
    return run_in_qt("en", lambda: watch(options.seconds, options.busy))


if __name__ == "__main__":
    sys.exit(main())
