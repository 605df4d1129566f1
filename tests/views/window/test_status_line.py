"""The line at the window's foot."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from boxoffice.presenters.common import Phase
from boxoffice.presenters.events.state import EventsState
from boxoffice.presenters.map.state import MapState
from boxoffice.presenters.notices import Code, Notice
from boxoffice.views.window.main_window import MainWindow
from tests.views.conftest import child, map_state

SILENT = Notice.error(Code.UNREACHABLE, address="http://house/connect")


def text(window: MainWindow, name: str) -> str:
    made = child(window, QLabel, name)
    return made.text() if made.isVisible() else ""


def test_it_says_whether_the_server_answers(window: MainWindow) -> None:
    assert "Not connected" in text(window, "statusConnection")
    window.note_server()
    assert "Connected" in text(window, "statusConnection")
    window.events.show_state(EventsState(Phase.READY, notice=SILENT))
    assert "No answer" in text(window, "statusConnection")
    window.map.show_state(replace(map_state(), age_seconds=0.5))
    assert "No answer" in text(window, "statusConnection")  # the one is no word on the other
    window.events.show_state(EventsState(Phase.READY))
    assert "Connected" in text(window, "statusConnection")
    window.map.show_state(replace(map_state(), age_seconds=10.5, is_old=True))
    assert "No answer" in text(window, "statusConnection")
    window.map.show_state(MapState())
    assert "Connected" in text(window, "statusConnection")


def test_a_test_environment_is_marked_in_the_line_and_in_the_title(window: MainWindow) -> None:
    assert (text(window, "statusTest"), "TEST" in window.windowTitle()) == ("", False)
    window.show_test(True)
    assert "TEST" in text(window, "statusTest")
    assert "TEST" in window.windowTitle()
    window.show_test(False)
    assert (text(window, "statusTest"), "TEST" in window.windowTitle()) == ("", False)


def test_it_says_how_old_the_map_is(window: MainWindow) -> None:
    assert text(window, "statusMap") == ""
    shown = map_state()
    for seconds, words in ((0.4, "Map live"), (2.9, "Map live"), (3.1, "Map 3 second(s) old")):
        window.map.show_state(replace(shown, age_seconds=seconds))
        assert text(window, "statusMap") == words
    window.map.show_state(MapState(Phase.LOADING))
    assert text(window, "statusMap") == ""


def test_it_says_who_sells_where_and_when(window: MainWindow, qtbot: QtBot) -> None:
    window.status.show_place("", "")
    assert (text(window, "statusClerk"), text(window, "statusCounter")) == ("", "")
    window.status.show_place("anna", "Till \u202e3\n")
    assert text(window, "statusClerk") == "Clerk: anna"
    assert "\u202e" not in text(window, "statusCounter")
    assert child(window, QLabel, "statusClerk").accessibleName() == "Clerk: anna"
    year = f"{datetime.now(UTC).astimezone():%Y}"
    qtbot.waitUntil(lambda: year in text(window, "statusClock"))
