"""Goes through the pages of the real window on an X server of its own, and has each read through
the accessibility bus: every control must have a name there.

    .venv/bin/python -m tests.assistive [--tell]

It needs Xvfb, xdotool, dbus-run-session, at-spi2-core and python3-pyatspi. Exit code 1 if a control
has no name, 3 if something that is needed is not installed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from qasync import QEventLoop

from boxoffice.views.kit.theme import apply_theme, load_fonts
from tests import ROOT
from tests.journeys.conftest import Counter, at_counter
from tests.scans.display import display
from tests.service_fixture import running_service

_PYTHON = "/usr/bin/python3"  # the system's, which has the bindings
_NAME = "Boxoffice"
_INSIDE = "BOXOFFICE_READ_ALOUD"  # in the environment of the run that has a bus


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser("tests.assistive", description="Reads every page aloud.")
    parser.add_argument("--tell", action="store_true", help="print all that is read")
    options = parser.parse_args(words)
    if lacking := _lacking():
        sys.stderr.write(f"not installed: {', '.join(lacking)}\n")
        return 3
    if _INSIDE not in os.environ:
        with display() as screen:
            return _again_with_a_bus(screen, sys.argv[1:] if words is None else words)
    app = QApplication([_NAME])
    app.setApplicationName(_NAME)
    load_fonts(app)
    apply_theme(app, "light")
    app.setQuitOnLastWindowClosed(False)
    loops = asyncio.Runner(loop_factory=partial(QEventLoop, app))
    with tempfile.TemporaryDirectory() as folder, loops as runner:
        silent = runner.run(_go_through(Path(folder), tells=options.tell))
    sys.stdout.write(f"{silent} controls without a name\n")
    return 1 if silent else 0


def _lacking() -> list[str]:
    lacking = [
        name for name in ("Xvfb", "xdotool", "dbus-run-session") if shutil.which(name) is None
    ]
    has_bindings = subprocess.run(
        [_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False
    )
    return lacking if has_bindings.returncode == 0 else [*lacking, "python3-pyatspi"]


def _again_with_a_bus(screen: str, words: Sequence[str]) -> int:
    more = {
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        _INSIDE: "1",
    }
    command = ["dbus-run-session", "--", sys.executable, "-m", "tests.assistive", *words]
    return subprocess.run(command, cwd=ROOT, env=os.environ | more, check=False).returncode


async def _go_through(folder: Path, *, tells: bool) -> int:
    """How many controls of all pages have no name."""
    silent = 0

    async def read(page: str) -> None:
        nonlocal silent
        command = [_PYTHON, str(Path(__file__).with_name("reader.py")), _NAME]
        made = await asyncio.to_thread(
            subprocess.run, command, capture_output=True, text=True, check=True
        )
        told: list[dict[str, Any]] = json.loads(made.stdout)
        controls = [each for each in told if each["is_control"]]
        nameless = [each for each in controls if not each["name"].strip()]
        silent += len(nameless)
        sys.stdout.write(f"{page:24} {len(controls):>4} controls, {len(nameless)} without a name\n")
        for each in told if tells else nameless:
            sys.stdout.write(f"  {'  ' * each['depth']}{each['role']} {each['name']!r}\n")
        sys.stdout.flush()

    with running_service() as service:
        async with at_counter(folder, service.address, service.token) as clerk:
            await clerk.sees(clerk.has_events, "the events")
            await _give_keys(clerk)
            await read("events")
            await _sell(clerk, read)
            await _look_around(clerk, read)
    return silent


async def _give_keys(clerk: Counter) -> None:
    """To the window: without a window manager nobody else does."""
    command = ["xdotool", "windowfocus", "--sync", str(int(clerk.window.winId()))]
    await asyncio.to_thread(subprocess.run, command, check=True)


async def _sell(clerk: Counter, read: Any) -> None:
    press, sees = clerk.hand.press, clerk.sees
    await clerk.open_event()
    await read("map")
    await clerk.take(1, 2)
    await read("order")
    await press(Qt.Key.Key_F8)
    await sees(lambda: clerk.shows("typeField"), "the price types")
    await read("price types")
    await press(Qt.Key.Key_Escape)
    await press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    await sees(lambda: clerk.shows("seatListTable"), "the list")
    await read("seats as a list")
    await press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    await press(Qt.Key.Key_F4)
    await sees(lambda: clerk.shows("customerSearch"), "the customer")
    await read("customer")
    await press(Qt.Key.Key_Escape)
    await sees(clerk.hand.find("payButton", QPushButton).isEnabled, "pay")
    await press(Qt.Key.Key_F9)
    await sees(lambda: clerk.shows("tenderedField"), "the payment")
    await read("payment")
    await press(Qt.Key.Key_Return)
    await sees(lambda: clerk.shows("orderNumber"), "sold")
    await read("sold")
    await press(Qt.Key.Key_Return)


async def _look_around(clerk: Counter, read: Any) -> None:
    press, sees = clerk.hand.press, clerk.sees
    control = Qt.KeyboardModifier.ControlModifier
    await press(Qt.Key.Key_F7)
    await sees(lambda: clerk.shows("finderList"), "sold orders")
    await read("sold orders")
    await press(Qt.Key.Key_Return)
    await sees(lambda: clerk.shows("foundGiveBack"), "one of them")
    await read("a sold order")
    await press(Qt.Key.Key_Escape)
    await press(Qt.Key.Key_Escape)
    await press(Qt.Key.Key_M, control)
    await sees(lambda: clerk.shows("messageList"), "messages")
    await read("last messages")
    await press(Qt.Key.Key_Escape)
    await _give_keys(clerk)
    await press(Qt.Key.Key_F1)
    await sees(lambda: clerk.shows("helpPanel"), "help")
    await read("help")
    await press(Qt.Key.Key_F1)
    await press(Qt.Key.Key_Comma, control)
    await sees(lambda: clerk.shows("settingsPanel"), "settings")
    pages = clerk.window.settings.findChildren(QPushButton)
    for page in [each for each in pages if each.objectName().startswith("settingsNav-")]:
        await clerk.hand.click(page)
        await read(f"settings: {page.text()}")


if __name__ == "__main__":
    sys.exit(main())
