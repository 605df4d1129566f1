"""Where messages lie, how long, and that they move nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QCursor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from boxoffice.domain.ids import AreaId
from boxoffice.domain.money import Money
from boxoffice.presenters.common import Phase, SeatName
from boxoffice.presenters.events.state import EventsState
from boxoffice.presenters.map.state import MapState
from boxoffice.presenters.notices import Code, Life, Notice
from boxoffice.presenters.payment.state import PaymentPhase, PaymentState
from boxoffice.views.window.main_window import MainWindow
from boxoffice.views.window.message_bar import MessageBar
from tests.service_fixture import FLOOR
from tests.views.conftest import child, click, event_row, line_row, map_state, order_state

SEAT = SeatName("Stalls", "B", "5")
AWAY = Notice.error(Code.UNREACHABLE, address="https://here.example")
BACK = Notice.good(Code.BACK_AGAIN, address="https://here.example")
RECORD = Notice.warning(Code.NOT_REMEMBERED, reason="the disk is full")
EVENTS = EventsState(Phase.READY, (event_row(1),), 1)
OF_MESSAGES = ("message", "orderMessage", "line")
SIZES = [(1000, 640), (1366, 768), (1920, 1080)]


@cache
def house() -> MapState:
    """The open event; its plan is the same each time, so that it is shown once."""
    return map_state()


def not_free() -> Notice:
    """Another one each time, as a click makes it."""
    return Notice.warning(Code.SEAT_NOT_FREE, seat=SEAT)


def words(window: MainWindow, name: str = "messageBar") -> str:
    found = child(window, QLabel, name)
    return found.text() if found.isVisible() else ""


def visible(window: MainWindow) -> list[str]:
    """All that is told anywhere on the window."""
    labels = [label for label in window.findChildren(QLabel) if label.property("severity")]
    return [label.text() for label in labels if label.isVisible() and len(label.text()) > 1]


def on_window(window: MainWindow, name: str) -> QRect:
    found = child(window, QWidget, name)
    return QRect(found.mapTo(window, QPoint(0, 0)), found.size())


def selling(window: MainWindow) -> None:
    """An open event, and an order with two lines."""
    window.events.show_state(EVENTS)
    window.map.show_state(house())
    window.order.show_state(order_state(line_row(1), line_row(2)))


def a_click(window: MainWindow) -> None:
    window.map.show_state(replace(house(), notice=not_free()))


def a_lost_seat(window: MainWindow) -> None:
    lost = Notice.warning(Code.SEATS_LOST, seats=(SEAT,))
    window.order.show_state(order_state(line_row(1), notice=lost))


def an_outage(window: MainWindow) -> None:
    window.map.show_state(replace(house(), notice=AWAY))
    window.events.show_state(replace(EVENTS, notice=replace(AWAY)))


def a_warning(window: MainWindow) -> None:
    window.show_notice(RECORD)


def an_ending_hold(window: MainWindow) -> None:
    ending = Notice.warning(Code.HOLD_ENDING)
    window.order.show_state(order_state(line_row(1), notice=ending, hold_is_ending=True))


TOLD = [a_click, a_lost_seat, an_outage, a_warning, an_ending_hold]


def places(window: MainWindow) -> dict[str, QRect]:
    """Where all stands that is worked or looked at beside the lines of the order."""
    parts = [child(window, QWidget, name) for name in ("seatCanvas", "orderList", "stripList")]
    parts += [
        each
        for each in window.findChildren(QAbstractButton)
        if each.isVisible()
        and not each.objectName().startswith(("message", "orderMessage", "line"))
    ]
    return {w.objectName(): QRect(w.mapTo(window, QPoint(0, 0)), w.size()) for w in parts}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tell", TOLD)
def test_no_message_moves_anything_and_the_map_stays_under_the_mouse(
    window: MainWindow, qtbot: QtBot, tell: Callable[[MainWindow], None], size: tuple[int, int]
) -> None:
    window.resize(*size)
    selling(window)
    canvas = window.map.canvas
    qtbot.waitUntil(lambda: canvas.width() > 0 and window.size().width() == size[0])
    before, picture = places(window), pixels(window)
    tell(window)
    assert visible(window), "nothing was told"
    assert places(window) == before
    free = QRect(QPoint(0, 0), canvas.size())
    free.setBottom(canvas.height() - 1 - 90)  # a message lies over the lower edge, no higher
    told = on_window(window, "messages")
    assert not child(window, QWidget, "messages").isVisible() or (
        told.top() > on_window(window, "seatCanvas").top() + free.bottom()
    )
    at = on_window(window, "seatCanvas").topLeft()
    assert pixels(window).copy(free.translated(at)) == picture.copy(free.translated(at))


def pixels(window: MainWindow) -> QImage:
    return window.grab().toImage()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tell", TOLD)
def test_a_message_covers_no_control(
    window: MainWindow, qtbot: QtBot, tell: Callable[[MainWindow], None], size: tuple[int, int]
) -> None:
    window.resize(*size)
    selling(window)
    tell(window)
    qtbot.waitUntil(lambda: window.size().width() == size[0])
    told = [
        on_window(window, name)
        for name in ("messages", "orderMessages")
        if child(window, QWidget, name).isVisible()
    ]
    assert told
    covered = [
        name
        for name, where in places(window).items()
        if name not in ("seatCanvas", "orderList") and any(t.intersects(where) for t in told)
    ]
    assert covered == []
    assert all(window.rect().contains(each) for each in told)


def test_it_leaves_free_what_is_open_over_the_map(window: MainWindow, qtbot: QtBot) -> None:
    selling(window)
    window.show_notice(RECORD)
    below = on_window(window, "messages")
    at = window.map.canvas.area_position(AreaId(FLOOR))
    assert at is not None
    qtbot.mouseClick(window.map.canvas, Qt.MouseButton.LeftButton, pos=at)
    picker = child(window, QWidget, "standingPicker")
    assert picker.isVisible()
    picker.move(picker.x(), window.map.room.height() - picker.height())
    assert on_window(window, "messages").bottom() < below.top()
    assert not on_window(window, "messages").intersects(on_window(window, "standingPicker"))


def test_it_does_not_come_up_under_the_pointer(window: MainWindow, qtbot: QtBot) -> None:
    selling(window)
    room = on_window(window, "seatCanvas")
    pointer = window.mapToGlobal(QPoint(room.center().x(), room.bottom() - 30))
    QCursor.setPos(pointer)
    a_click(window)
    assert not on_window(window, "messages").contains(window.mapFromGlobal(pointer))
    QCursor.setPos(window.mapToGlobal(QPoint(2, 2)))


# --- an outage ---


def test_an_outage_is_told_once_whoever_finds_out(window: MainWindow) -> None:
    selling(window)
    an_outage(window)
    window.order.show_state(order_state(line_row(1), notice=replace(AWAY)))
    old = replace(house(), notice=AWAY, age_seconds=75.0, is_old=True, is_blind=True)
    window.map.show_state(old)
    [said] = visible(window)
    assert "does not answer" in said
    assert "here.example" not in said, "an address is nothing to a clerk"
    assert not child(window, QLabel, "messageMore").isVisible()
    assert told(window, "does not answer") == 1


def told(window: MainWindow, part: str) -> int:
    """How often the list of messages says it."""
    return sum(part in row for row in rows_of_list(window))


def rows_of_list(window: MainWindow) -> list[str]:
    [action] = [a for a in window.findChildren(QAction) if a.objectName() == "actionMessages"]
    action.trigger()
    rows = child(window, QListWidget, "messageListRows")
    found = [rows.item(n).text() for n in range(rows.count())]
    window.make_way()
    return found


def test_an_outage_goes_by_itself_for_all(window: MainWindow) -> None:
    selling(window)
    an_outage(window)
    window.order.show_state(order_state(line_row(1), notice=replace(AWAY)))
    window.map.show_state(replace(house(), notice=AWAY, age_seconds=20.0, is_old=True))
    window.map.show_state(replace(house(), notice=BACK, age_seconds=0.1))
    window.events.show_state(EVENTS)
    assert visible(window) == ["The server answers again."]
    window.map.show_state(replace(house(), age_seconds=0.2))
    assert visible(window) == []


def test_an_outage_that_is_dismissed_is_told_again_to_who_tries(
    window: MainWindow, qtbot: QtBot
) -> None:
    selling(window)
    an_outage(window)
    click(qtbot, child(window, QToolButton, "messageDismiss"))
    assert visible(window) == []
    an_outage(window)  # the next poll
    window.map.show_state(replace(house(), notice=replace(AWAY)))
    assert visible(window) == []
    window.order.show_state(order_state(line_row(1), notice=replace(AWAY)))
    assert len(visible(window)) == 1


def test_a_failed_step_in_a_moment_of_silence_can_be_read(window: MainWindow, qtbot: QtBot) -> None:
    selling(window)
    window.map.show_state(replace(house(), age_seconds=0.9))
    window.order.show_state(order_state(line_row(1), notice=AWAY))
    window.map.show_state(replace(house(), age_seconds=0.1))
    assert "does not answer" in words(window), "it is seen for some seconds"
    timer_of(window, "messages").setInterval(1)
    qtbot.waitUntil(lambda: not visible(window))


def test_a_map_that_could_not_be_loaded_says_so_no_more_once_the_server_answers(
    window: MainWindow,
) -> None:
    window.events.show_state(replace(EVENTS, notice=AWAY))
    window.map.show_state(MapState(Phase.FAILED, notice=replace(AWAY)))
    assert len(visible(window)) == 1
    window.events.show_state(EVENTS)
    assert visible(window) == []


# --- lives ---


def timer_of(window: MainWindow, name: str) -> QTimer:
    [found] = child(window, MessageBar, name).findChildren(QTimer)
    return found


def test_each_notice_lives_as_long_as_its_code_says(window: MainWindow) -> None:
    selling(window)
    bar, timer = child(window, MessageBar, "messages"), timer_of(window, "messages")
    for code in Code:
        window.show_notice(Notice.warning(code))
        assert bar.isVisible(), code
        assert timer.isActive() == (code.life is Life.PASSING), code
        window.show_notice(None)
        assert bar.isVisible() == (code.life is Life.UNTIL_READ), code
        if bar.isVisible():
            child(window, QToolButton, "messageDismiss").click()
        assert not bar.isVisible(), code


def test_news_take_no_answer_away(window: MainWindow) -> None:
    selling(window)
    for news in (code for code in Code if code.is_news):
        window.show_notice(Notice.warning(Code.SCAN_HELD))
        said = words(window)
        window.show_notice(Notice.error(news))
        assert words(window) == said, news
        window.show_notice(Notice.warning(Code.LEAVE_FIRST))
        assert words(window) != said, news


def test_what_passes_goes_after_six_seconds_and_what_has_to_be_read_is_there_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    selling(window)
    window.show_notice(RECORD)
    timer = timer_of(window, "messages")
    assert timer.interval() == 6000
    timer.setInterval(1)
    a_click(window)
    assert words(window) == "Not free: Stalls, row B, seat 5"
    qtbot.waitUntil(lambda: "record" in words(window))
    assert not timer.isActive()


def test_the_same_answer_to_another_click_is_shown_again(window: MainWindow, qtbot: QtBot) -> None:
    selling(window)
    timer_of(window, "messages").setInterval(1)
    first = replace(house(), notice=not_free())
    window.map.show_state(first)
    qtbot.waitUntil(lambda: not words(window))
    window.map.show_state(replace(first, age_seconds=1.0))
    assert words(window) == "", "it was only told how old the map is"
    timer_of(window, "messages").setInterval(6000)
    a_click(window)
    assert "Not free" in words(window)


def test_a_lost_seat_is_not_lost_by_what_passes(window: MainWindow) -> None:
    selling(window)
    a_lost_seat(window)
    window.order.show_state(order_state(line_row(1), notice=Notice.warning(Code.CHECKING)))
    window.order.show_state(order_state(line_row(1)))
    assert "taken by somebody else" in words(window, "orderNotice")


def test_a_message_of_the_order_waits_while_its_place_is_taken(window: MainWindow) -> None:
    selling(window)
    a_lost_seat(window)
    window.show_payment(True)
    window.payment.show_state(PaymentState(PaymentPhase.TENDERING, total=Money.of("9", "EUR")))
    assert words(window, "orderNotice") == ""
    window.show_payment(False)
    assert "taken by somebody else" in words(window, "orderNotice")


def test_a_message_is_dismissed_while_the_order_is_paid(window: MainWindow, qtbot: QtBot) -> None:
    selling(window)
    window.show_payment(True)
    window.payment.show_state(PaymentState(PaymentPhase.TENDERING, total=Money.of("9", "EUR")))
    window.show_notice(RECORD)
    bar = on_window(window, "messages")
    assert not bar.intersects(on_window(window, "paymentPanel"))
    with qtbot.assertNotEmitted(window.leave_asked):
        click(qtbot, child(window, QToolButton, "messageDismiss"))
    assert words(window) == ""


# --- the list ---


def test_the_last_twenty_can_be_called_up(window: MainWindow, qtbot: QtBot) -> None:
    selling(window)
    for number in range(25):
        window.show_notice(Notice.warning(Code.EXCHANGE_UNFINISHED, order=str(number)))
    a_click(window)
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    rows = child(window, QListWidget, "messageListRows")
    assert rows.isVisible()
    assert rows.count() == 20
    assert rows.accessibleName()
    assert rows.item(0).text().endswith("Not free: Stalls, row B, seat 5")
    assert "Order 24" in rows.item(1).text()
    assert rows.currentRow() == 0
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert not rows.isVisible()


def test_the_list_is_empty_before_anything_was_told(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert child(window, QLabel, "messageListEmpty").isVisible()
