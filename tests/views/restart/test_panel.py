"""The page after a crash: what it tells, what can be pressed, and where the focus is."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from boxoffice.domain.ids import EventId, OrderId
from boxoffice.domain.money import Money
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.restart.state import EventOfOrder, HeldRow, RestartState, SettledRow
from boxoffice.presenters.sale.state import Standing
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.restart.panel import RestartPanel
from tests.views.conftest import child, click

SEATS = tuple(SeatName("Stalls", "A", str(number)) for number in (1, 2, 3))
TEMPEST = EventOfOrder("The Tempest", datetime(2026, 11, 28, 20, 0, tzinfo=UTC))
SOLD = SettledRow(
    "BX-1",
    OrderId(1),
    Standing.SOLD,
    SEATS,
    (TEMPEST,),
    Money.of("96", "EUR"),
    Money.of("4", "EUR"),
    datetime(2026, 11, 27, 19, 30, tzinfo=UTC),
    can_print=True,
)
HELD = HeldRow(
    OrderId(7), EventId(1), SEATS[:2], (TEMPEST,), Money.of("64", "EUR"), 90, "Frau Weber"
)


def settled(standing: Standing | None, number: int = 2) -> SettledRow:
    return SettledRow(f"BX-{number}", OrderId(number), standing, paid=Money.of("32", "EUR"))


@pytest.fixture
def panel(qtbot: QtBot) -> RestartPanel:
    made = RestartPanel(LocaleFormats("en"))
    made.resize(330, 640)
    qtbot.addWidget(made)
    made.show()
    return made


def text(panel: RestartPanel, name: str) -> str:
    return child(panel, QLabel, name).text()


def is_there(panel: RestartPanel, name: str) -> bool:
    found = panel.findChild(QWidget, name)
    return isinstance(found, QWidget) and found.isVisibleTo(panel)


def test_a_sale_that_was_settled_says_all_that_the_buyer_gets(panel: RestartPanel) -> None:
    panel.show_state(RestartState(is_shown=True, settled=(SOLD,)))
    assert text(panel, "restartSaleTitle-1") == "Order 1: sold"
    about = text(panel, "restartSaleAbout-1")
    assert about.startswith("The Tempest, Sat 28 Nov 2026, 20:00 · Stalls, row A, seats 1, 2, 3 · ")
    assert about.endswith("Paid: €96.00")
    assert text(panel, "restartSaleChange-1") == "Change due: €4.00"
    assert not is_there(panel, "restartSell-1")
    assert not is_there(panel, "restartGiveUp-1")


def test_what_goes_back_in_an_exchange_is_said(panel: RestartPanel) -> None:
    row = SettledRow(
        "BX-1", OrderId(1), Standing.SOLD, paid=Money.of("-16", "EUR"), change=Money.of("0", "EUR")
    )
    panel.show_state(RestartState(is_shown=True, settled=(row,)))
    assert text(panel, "restartSaleChange-1") == "The buyer gets €16.00"


@pytest.mark.parametrize("standing", [None, *Standing])
def test_only_what_makes_sense_can_be_pressed(
    panel: RestartPanel, standing: Standing | None
) -> None:
    panel.show_state(RestartState(is_shown=True, settled=(settled(standing),)))
    can_be_sold = standing is not None and standing.can_be_sold
    is_open = standing is not None and not standing.is_certain
    assert is_there(panel, "restartSell-2") == can_be_sold
    assert is_there(panel, "restartGiveUp-2") == is_open
    assert is_there(panel, "restartSaleAdvice-2") == (
        standing not in (None, Standing.SOLD, Standing.READY)
    )


@pytest.mark.parametrize(
    ("button", "signal", "told"),
    [
        ("restartPrint-1", "print_asked", "BX-1"),
        ("restartSell-2", "sell_asked", "BX-2"),
        ("restartGiveUp-2", "give_up_asked", "BX-2"),
        ("restartGoOn-7", "go_on_asked", 7),
        ("restartGiveBack-7", "give_back_asked", 7),
    ],
)
@pytest.mark.parametrize("by", ["mouse", "Enter"])
def test_what_is_pressed_is_asked_for(
    panel: RestartPanel, qtbot: QtBot, button: str, signal: str, told: object, by: str
) -> None:
    rows = (SOLD, settled(Standing.HOLD_OVER))
    panel.show_state(RestartState(is_shown=True, settled=rows, held=(HELD,)))
    pressed = child(panel, QPushButton, button)
    with qtbot.waitSignal(getattr(panel, signal)) as asked:
        if by == "mouse":
            click(qtbot, pressed)
        else:
            pressed.setFocus()
            qtbot.keyClick(pressed, Qt.Key.Key_Return)
    assert asked.args == [told]


def test_esc_and_the_button_go_on_with_the_sale(panel: RestartPanel, qtbot: QtBot) -> None:
    panel.show_state(RestartState(is_shown=True, held=(HELD,)))
    with qtbot.waitSignal(panel.leave_asked):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.leave_asked):
        click(qtbot, child(panel, QPushButton, "restartLeave"))


def test_the_hold_counts_down_in_place(panel: RestartPanel) -> None:
    panel.show_state(RestartState(is_shown=True, held=(HELD,)))
    go_on = child(panel, QPushButton, "restartGoOn-7")
    go_on.setFocus()
    later = HeldRow(OrderId(7), EventId(1), HELD.seats, HELD.events, HELD.total, 29, HELD.name)
    panel.show_state(RestartState(is_shown=True, held=(later,)))
    assert text(panel, "restartHeldTitle-7") == "Frau Weber: 2 seats are held · €64.00"
    assert text(panel, "restartHeldLeft-7") == "Held for 0:29"
    assert child(panel, QLabel, "restartHeldLeft-7").property("mood") == "ending"
    assert child(panel, QPushButton, "restartGoOn-7") is go_on
    assert QApplication.focusWidget() is go_on


def test_the_focus_goes_on_where_a_row_is_gone(panel: RestartPanel, qtbot: QtBot) -> None:
    panel.show_state(RestartState(is_shown=True, settled=(SOLD,), held=(HELD,)))
    child(panel, QPushButton, "restartGiveBack-7").setFocus()
    panel.show_state(RestartState(is_shown=True, settled=(SOLD,)))
    assert QApplication.focusWidget() is panel
    panel.show_state(RestartState(is_shown=True, lost=(SEATS,), unreadable=2))
    assert QApplication.focusWidget() is panel
    assert text(panel, "restartLost") == (
        "No longer held: Stalls, row A, seats 1, 2, 3\n2 orders that were kept cannot be read."
    )


def test_a_second_click_does_not_hit_what_comes_in_the_place_of_a_row(
    panel: RestartPanel, qtbot: QtBot
) -> None:
    other = HeldRow(OrderId(8), EventId(1), SEATS[2:], (), Money.of("32", "EUR"), 90)
    panel.show_state(RestartState(is_shown=True, held=(HELD, other)))
    panel.show_state(RestartState(is_shown=True, held=(other,)))
    with qtbot.assertNotEmitted(panel.give_back_asked):
        qtbot.mouseClick(child(panel, QPushButton, "restartGiveBack-8"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(child(panel, QPushButton, "restartGiveBack-8").isEnabled)
    with qtbot.waitSignal(panel.give_back_asked):
        click(qtbot, child(panel, QPushButton, "restartGiveBack-8"))


def test_an_enter_that_was_meant_for_the_page_before_does_nothing(
    panel: RestartPanel, qtbot: QtBot
) -> None:
    panel.show_state(RestartState(is_shown=True, settled=(settled(Standing.HOLD_OVER),)))
    panel.focus()
    asked = (panel.sell_asked, panel.give_up_asked, panel.leave_asked, panel.print_asked)
    with ExitStack() as nothing:
        for signal in asked:
            nothing.enter_context(qtbot.assertNotEmitted(signal))
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            qtbot.keyClick(panel, key)


def test_the_focus_stays_on_print_while_it_prints(panel: RestartPanel) -> None:
    panel.show_state(RestartState(is_shown=True, settled=(SOLD,), held=(HELD,)))
    pressed = child(panel, QPushButton, "restartPrint-1")
    pressed.setFocus()
    for is_printing in (True, False):
        row = replace(SOLD, is_printing=is_printing)
        panel.show_state(RestartState(is_shown=True, settled=(row,), held=(HELD,)))
        assert QApplication.focusWidget() is pressed
