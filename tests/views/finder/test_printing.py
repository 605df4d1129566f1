"""Printing that takes its time: how it is stopped, and where the keys go meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from boxoffice.domain.money import Money
from boxoffice.presenters.payment.state import PaymentPhase, PaymentState
from boxoffice.views.window.main_window import MainWindow
from tests.views.conftest import child, click, found_order, map_state

DONE = PaymentState(PaymentPhase.DONE, order_number="17", change=Money.of("6", "EUR"))


def show(window: MainWindow, state: PaymentState) -> None:
    window.map.show_state(map_state())
    window.show_payment(True)
    window.payment.show_state(state)


def button(window: MainWindow, name: str) -> QPushButton:
    return child(window, QPushButton, name)


def test_while_it_prints_it_can_be_stopped_and_the_next_buyer_served(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, replace(DONE, is_printing=True))
    assert not button(window, "printAgain").isVisible()
    assert QApplication.focusWidget() is button(window, "nextBuyer")
    with qtbot.waitSignal(window.payment.stop_print_asked):
        click(qtbot, button(window, "printStop"))
    show(window, DONE)
    assert not button(window, "printStop").isVisible()
    assert button(window, "printAgain").isVisible()
    assert QApplication.focusWidget() is button(window, "nextBuyer")


def test_a_button_that_goes_takes_the_keys_to_the_next_buyer(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, DONE)
    button(window, "printAgain").setFocus()
    show(window, replace(DONE, is_printing=True))
    assert QApplication.focusWidget() is button(window, "nextBuyer")
    with qtbot.waitSignal(window.payment.next_asked):
        qtbot.keyClick(button(window, "nextBuyer"), Qt.Key.Key_Return)


def test_enter_on_the_button_stops_it(window: MainWindow, qtbot: QtBot) -> None:
    show(window, replace(DONE, is_printing=True))
    button(window, "printStop").setFocus()
    with (
        qtbot.waitSignal(window.payment.stop_print_asked),
        qtbot.assertNotEmitted(window.payment.next_asked),
    ):
        qtbot.keyClick(button(window, "printStop"), Qt.Key.Key_Return)


@pytest.mark.parametrize("has_focus", [False, True])
def test_a_copy_is_stopped_in_its_place(window: MainWindow, qtbot: QtBot, has_focus: bool) -> None:
    window.finder.show_state(found_order())
    window.show_finder(True)
    place = button(window, "foundPrint").geometry()
    if has_focus:
        button(window, "foundPrint").setFocus()
    window.finder.show_state(replace(found_order(), is_printing=True))
    assert not button(window, "foundPrint").isVisible()
    qtbot.waitUntil(lambda: button(window, "foundPrintStop").geometry() == place)
    if has_focus:
        assert QApplication.focusWidget() is button(window, "foundSave")
    with qtbot.waitSignal(window.finder.stop_print_asked):
        click(qtbot, button(window, "foundPrintStop"))
    window.finder.show_state(found_order())
    assert button(window, "foundPrint").isVisible()
