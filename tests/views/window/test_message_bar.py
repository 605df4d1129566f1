"""The message bar: what has to be read stays until it is dismissed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from boxoffice.domain.money import Money
from boxoffice.presenters.notices import Code, Notice
from boxoffice.views.window.main_window import MainWindow
from tests.views.conftest import child, click

RECORD = Notice.warning(Code.NOT_REMEMBERED, reason="the disk is full")
NOT_SOLD = Notice.error(Code.GIVE_BACK, amount=Money.of("20", "EUR"), reason="")
HALF_WAY = Notice.warning(Code.EXCHANGE_UNFINISHED, order="5")
HALF_WAY_WORDS = "Order 5: seats given back to be sold again are not sold yet (F7)."
ASKED = Notice.warning(Code.CHECKING)


def words(window: MainWindow) -> str:
    bar = child(window, QLabel, "messageBar")
    return bar.text() if bar.isVisible() else ""


def more(window: MainWindow) -> str:
    found = child(window, QLabel, "messageMore")
    return found.text() if found.isVisible() else ""


def dismiss(window: MainWindow, qtbot: QtBot) -> None:
    click(qtbot, child(window, QToolButton, "messageDismiss"))


@pytest.mark.parametrize(
    "later",
    [None, HALF_WAY, ASKED, Notice.info(Code.BACK_AGAIN), NOT_SOLD, Notice.warning(Code.SCAN_HELD)],
)
def test_nothing_that_comes_later_takes_a_message_away(
    window: MainWindow, qtbot: QtBot, later: Notice | None
) -> None:
    window.show_notice(RECORD)
    window.show_notice(later)
    window.show_notice(None)
    seen = words(window)
    while "record" not in seen:
        dismiss(window, qtbot)
        seen = words(window)
        assert seen, "it is gone"


def test_the_gravest_is_on_top_and_each_is_dismissed_by_itself(
    window: MainWindow, qtbot: QtBot
) -> None:
    for notice in (HALF_WAY, NOT_SOLD, RECORD):
        window.show_notice(notice)
    assert "Nothing was sold" in words(window)
    assert more(window) == "2 more"
    dismiss(window, qtbot)
    assert "record" in words(window)
    assert more(window) == "1 more"
    dismiss(window, qtbot)
    assert words(window) == HALF_WAY_WORDS
    assert more(window) == ""
    dismiss(window, qtbot)
    assert words(window) == ""
    assert not child(window, QToolButton, "messageDismiss").isVisible()


def test_of_equals_the_latest_is_on_top(window: MainWindow, qtbot: QtBot) -> None:
    for number in "678":
        window.show_notice(Notice.warning(Code.EXCHANGE_UNFINISHED, order=number))
    seen = []
    for _ in range(3):
        seen.append(words(window).split()[1].strip(":"))
        dismiss(window, qtbot)
    assert seen == ["8", "7", "6"]


def test_what_passes_is_gone_with_the_next(window: MainWindow) -> None:
    window.show_notice(ASKED)
    assert "Checking" in words(window)
    window.show_notice(HALF_WAY)
    assert words(window) == HALF_WAY_WORDS
    window.show_notice(ASKED)
    assert "Checking" in words(window)
    window.show_notice(None)
    assert words(window) == HALF_WAY_WORDS
    assert more(window) == ""


def test_how_things_are_is_said_once(window: MainWindow, qtbot: QtBot) -> None:
    for reason in ("the disk is full", "it is locked", "it is locked"):
        window.show_notice(Notice.warning(Code.NOT_REMEMBERED, reason=reason))
    assert "it is locked" in words(window)
    assert more(window) == ""


def test_it_is_dismissed_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.show_notice(RECORD)
    button = child(window, QToolButton, "messageDismiss")
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert words(window) == ""


def test_esc_at_a_message_goes_back_to_work(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("sale")
    window.show_notice(RECORD)
    dismiss_button = child(window, QToolButton, "messageDismiss")
    dismiss_button.setFocus()
    qtbot.keyClick(dismiss_button, Qt.Key.Key_Escape)
    assert window.focusWidget() is not dismiss_button
    assert "record" in words(window)
