"""What is paid for, beside the money: counted together, and never in the money's way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from boxoffice.domain.ids import OrderId
from boxoffice.domain.money import Money
from boxoffice.presenters.common import LineRow, SeatName
from boxoffice.presenters.payment.state import PaymentPhase, PaymentState
from boxoffice.views.kit.seat_runs import places_words
from boxoffice.views.window.main_window import MainWindow
from tests.views.conftest import child, line_row


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


def paying(window: MainWindow, *rows: LineRow, **more: object) -> None:
    words = {"due": euros("64"), "can_confirm": True, "hold_seconds": 45} | more
    window.show_payment(True)
    window.payment.show_state(
        PaymentState(PaymentPhase.TENDERING, total=euros("64"), rows=rows, **words)  # type: ignore[arg-type]
    )
    QApplication.processEvents()


def many() -> tuple[LineRow, ...]:
    return tuple(
        line_row(seat, event_id=event, price_type=1 + seat % 2, area=f"Area {event}")
        for event in range(1, 7)
        for seat in range(1, 9)
    )


def test_lines_are_counted_together(window: MainWindow) -> None:
    paying(
        window,
        line_row(3),
        line_row(1),
        line_row(2),
        line_row(7, price_type=2),
        replaces=OrderId(17),
        returned=euros("32"),
    )
    shown = [
        tuple(child(window, QLabel, f"paid{part}-{n}").text() for part in ("Count", "Words", "Sum"))
        for n in range(3)
    ]
    assert shown == [
        ("3 ×", "Full price · Stalls B\N{NO-BREAK SPACE}1–3", "€96.00"),
        ("1 ×", "Reduced · Stalls B\N{NO-BREAK SPACE}7", "€32.00"),
        ("", "Order 17 goes back", "\N{MINUS SIGN}€32.00"),
    ]
    paying(window)
    assert not child(window, QScrollArea, "paymentLines").isVisible()


@pytest.mark.parametrize("asks", [False, True])
@pytest.mark.parametrize("size", [(1000, 640), (1366, 768)])
def test_many_lines_scroll_and_push_nothing_off(
    window: MainWindow, size: tuple[int, int], *, asks: bool
) -> None:
    window.resize(*size)
    paying(window, *many(), asks_to_leave=asks)
    lines = child(window, QScrollArea, "paymentLines")
    assert lines.verticalScrollBar().maximum() > 0
    assert lines.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert lines.height() > child(window, QLabel, "paidWords-0").height()
    below = ("paymentLeave", "paymentStay") if asks else ("paymentCancel", "confirmButton")
    names = ("payInvoice", *below)
    for name in names:
        control = child(window, QWidget, name)
        corner = control.mapTo(window.payment, control.rect().bottomRight())
        assert window.payment.rect().contains(corner), name
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.visibleRegion().boundingRect().height() >= 40


def test_few_lines_are_whole(window: MainWindow, qtbot: QtBot) -> None:
    paying(window, line_row(1), line_row(2, event_id=2))
    lines = child(window, QScrollArea, "paymentLines")
    qtbot.waitUntil(lambda: lines.verticalScrollBar().maximum() == 0)
    assert lines.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_words_that_fit_beside_the_price_need_no_bar(window: MainWindow) -> None:
    """However long they are: Qt would rather have some of them on two lines."""
    for length in range(4, 40, 3):
        paying(window, line_row(14, area="P" + "a" * (length // 2) + " " + "b" * (length // 2)))
        lines = child(window, QScrollArea, "paymentLines")
        assert lines.verticalScrollBar().maximum() == 0, length


def test_the_last_minute_is_louder_and_takes_no_focus(window: MainWindow, qtbot: QtBot) -> None:
    paying(window, line_row(1), hold_seconds=300, is_kept=True)
    focused = QApplication.focusWidget()
    keep = child(window, QPushButton, "paymentKeep")
    assert not keep.isVisible()
    words = child(window, QLabel, "paymentHoldWords")
    assert words.text() == "Held for 5:00, kept while you pay"
    paying(window, line_row(1), hold_seconds=60)
    assert (words.text(), words.property("ending")) == ("Held for only 1:00", True)
    assert QApplication.focusWidget() is focused
    with qtbot.waitSignal(window.payment.keep_asked):
        qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is focused


def test_enter_and_esc_stay_when_it_is_asked(window: MainWindow, qtbot: QtBot) -> None:
    paying(window, line_row(1), asks_to_leave=True)
    stay = child(window, QPushButton, "paymentStay")
    assert QApplication.focusWidget() is stay
    assert not child(window, QPushButton, "confirmButton").isVisible()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape):
        with (
            qtbot.waitSignal(window.payment.stay_asked),
            qtbot.assertNotEmitted(window.payment.confirm_asked),
            qtbot.assertNotEmitted(window.payment.cancel_asked),
        ):
            qtbot.keyClick(stay, key)
    with qtbot.waitSignal(window.payment.cancel_asked):
        qtbot.mouseClick(child(window, QPushButton, "paymentLeave"), Qt.MouseButton.LeftButton)


def test_seats_in_few_words() -> None:
    def seats(*names: str) -> list[SeatName]:
        return [SeatName(*name.split("/")) for name in names]

    gap = "\N{NO-BREAK SPACE}"
    assert places_words(seats("Stalls/B/3", "Stalls/B/1", "Stalls/B/2")) == f"Stalls B{gap}1–3"
    assert places_words(seats("Stalls/B/1", "Stalls/B/2")) == f"Stalls B{gap}1, 2"
    assert places_words(seats("Box//7a", "Stalls/C/9")) == f"Box 7a; Stalls C{gap}9"
    assert places_words(seats("Floor//", "Floor//")) == "Floor, 2 standing"
    assert places_words(seats("Floor//")) == "Floor, standing"
