"""The table of actions: whole, and kept to by the window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from boxoffice.presenters.payment.state import PaymentPhase, PaymentState
from boxoffice.views.window.main_window import MainWindow
from boxoffice.views.window.scenes import ACTIONS, MODAL, Answer, Scene, answer

PHASES = {
    Scene.PAYING: PaymentPhase.TENDERING,
    Scene.SELLING: PaymentPhase.CHECKING,
    Scene.LOST: PaymentPhase.LOST,
    Scene.SOLD: PaymentPhase.DONE,
}


def show(window: MainWindow, scene: Scene) -> None:
    window.show_page("connection" if scene is Scene.CONNECTION else "sale")
    window.show_finder(scene is Scene.FINDER)
    window.show_restart(scene is Scene.RESTART)
    if scene in PHASES:
        window.payment.show_state(PaymentState(PHASES[scene]))
    window.show_payment(scene in PHASES)
    window.show_settings(scene is Scene.SETTINGS)
    assert window.scene is scene


def test_every_action_is_in_the_table(window: MainWindow) -> None:
    there = {a.objectName() for a in window.findChildren(QAction) if a.objectName()}
    assert {name for name in there if name.startswith("action")} == set(ACTIONS)


@pytest.mark.parametrize("scene", Scene)
def test_an_action_is_alive_where_it_means_something(window: MainWindow, scene: Scene) -> None:
    show(window, scene)
    for name in ACTIONS:
        [action] = window.findChildren(QAction, name)
        assert action.isEnabled() == (answer(name, scene) is not Answer.DEAD), name


@pytest.mark.parametrize("scene", [scene for scene in Scene if scene in MODAL])
def test_no_action_changes_what_is_paid(scene: Scene) -> None:
    harmless = {
        "actionCustomer",
        "actionKeep",
        "actionPrint",
        "actionRefresh",
        "actionFit",
        "actionFullScreen",
        "actionKeys",
        "actionMenu",
        "actionMessages",
    }
    done = {name for name in ACTIONS if answer(name, scene) in (Answer.DO, Answer.FIRST)}
    assert done <= harmless


def test_the_page_of_sold_orders_waits_behind_a_payment(window: MainWindow, qtbot: QtBot) -> None:
    show(window, Scene.PAYING)
    window.show_finder(True)
    assert window.finder.isHidden()
    with qtbot.waitSignal(window.leave_asked):
        [find] = window.findChildren(QAction, "actionFindOrder")
        find.trigger()
    window.show_payment(False)
    assert window.scene is Scene.FINDER
