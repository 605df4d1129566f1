"""Notices push nothing, a question's answers have their places, a double click is one press."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QLocale, QPointF, Qt, QTranslator
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from boxoffice.domain.money import Money
from boxoffice.presenters.connection.state import ConnectionPhase, ConnectionState
from boxoffice.presenters.customer.state import CustomerState
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.payment.state import PaymentPhase, PaymentState
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.translation import install_language
from boxoffice.views.window.main_window import MainWindow
from boxoffice.views.window.refused_start import RefusedStartWindow
from tests.shots.states import show
from tests.views.conftest import child, found_order, order_state
from tests.views.window.test_crawl import after_crash

CLICKED = (QAbstractButton, QAbstractItemView, QLineEdit)
LONG = Notice.error(Code.REFUSED, reason="The house is closed for a rehearsal " * 3)
SHORT = Notice.warning(Code.CHECKING)


def _payment(phase: PaymentPhase) -> Callable[[MainWindow, Notice | None], None]:
    def tell(window: MainWindow, notice: Notice | None) -> None:
        total = Money.of("64", "EUR")
        state = PaymentState(phase, total=total, due=total, notice=notice, hold_seconds=300)
        window.payment.show_state(state)
        window.show_payment(is_shown=True)

    return tell


def _finder(window: MainWindow, notice: Notice | None, *, is_open: bool) -> None:
    state = replace(found_order(), notice=notice)
    window.finder.show_state(state if is_open else replace(state, opened=None))
    window.show_finder(is_shown=True)


def _restart(window: MainWindow, notice: Notice | None) -> None:
    state = after_crash("Stalls")
    rows = tuple(replace(row, notice=notice) for row in state.settled)
    window.restart.show_state(replace(state, notice=notice, settled=rows))
    window.show_restart(is_shown=True)


def _customer(window: MainWindow, notice: Notice | None) -> None:
    window.order.show_state(order_state())
    window.order.customer.show_state(CustomerState(is_open=True, search="Ada", notice=notice))


def _connection(window: MainWindow, notice: Notice | None) -> None:
    window.show_page("connection")
    phase = ConnectionPhase.FAILED if notice else ConnectionPhase.OFFERING
    window.connection.show_state(ConnectionState(phase, token_known=True, notice=notice))


PAGES: dict[str, Callable[[MainWindow, Notice | None], None]] = {
    "tendering": _payment(PaymentPhase.TENDERING),
    "lost": _payment(PaymentPhase.LOST),
    "done": _payment(PaymentPhase.DONE),
    "orders": lambda window, notice: _finder(window, notice, is_open=False),
    "order": lambda window, notice: _finder(window, notice, is_open=True),
    "restart": _restart,
    "customer": _customer,
    "connection": _connection,
}


def places(window: MainWindow) -> dict[str, tuple[int, int, int, int]]:
    """Where everything is that can be clicked."""
    for _ in range(3):
        QApplication.processEvents()
    found = (w for w in window.findChildren(QWidget) if isinstance(w, CLICKED) and w.isVisible())
    return {
        w.objectName(): (*w.mapTo(window, w.rect().topLeft()).toTuple(), w.width(), w.height())
        for w in found
        if w.objectName()
    }


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", [(1000, 640), (1366, 768)])
def test_a_notice_moves_nothing_that_can_be_clicked(
    window: MainWindow, page: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    PAGES[page](window, None)
    before = places(window)
    assert len(before) > 3
    for notice in (SHORT, LONG, None):
        PAGES[page](window, notice)
        now = places(window)
        assert {name: now.get(name) for name in before} == before


QUESTIONS = {
    "give back": ("foundAskNo", "foundAskYes"),
    "give back in cash": ("foundAskNo", "foundAskYes"),
    "give all back": ("orderAskNo", "orderAskYes"),
    "leave payment": ("paymentStay", "paymentLeave"),
    "after a crash": ("restartGoOn-99", "restartGiveBack-99"),
}


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest, dressed: QApplication) -> Iterator[str]:
    """The program's words are of this language meanwhile."""
    install_language(dressed, request.param)
    yield request.param
    for translator in dressed.findChildren(QTranslator):
        dressed.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale("en"))


def losing_in(made: QWidget) -> set[str]:
    buttons = made.findChildren(QAbstractButton)
    return {each.objectName() for each in buttons if each.property("losing")}


def test_what_loses_something_is_neither_default_nor_widest(
    language: str, window: MainWindow
) -> None:
    window.resize(1000, 640)
    for state, (keeps, loses) in QUESTIONS.items():
        for leave in (window.show_payment, window.show_finder, window.show_restart):
            leave(False)
        show(window, state)
        safe, losing = (child(window, QAbstractButton, name) for name in (keeps, loses))
        assert safe.isVisible(), (state, language)
        end = safe.mapTo(window, safe.rect().topRight()).x()
        assert end < losing.mapTo(window, losing.rect().topLeft()).x(), (state, language)
        assert safe.width() > losing.width(), (state, language)
        assert not losing.property("primary")
        assert QApplication.focusWidget() is not losing
        words = losing.fontMetrics().horizontalAdvance(losing.text())
        assert words < losing.width(), (state, language)
    assert losing_in(window) == {loses for _, loses in QUESTIONS.values()}  # no other is forgotten
    assert losing_in(RefusedStartWindow(LocaleFormats("en"))) == {"refusedAsideYes"}


def press(window: MainWindow, on: QWidget, when: int, *, is_double: bool = False) -> None:
    """A press of the mouse as the window system tells it, at a time of its clock."""
    at = QPointF(on.mapTo(window, on.rect().center()))
    across = QPointF(on.mapToGlobal(on.rect().center()))
    kinds = QEvent.Type.MouseButtonDblClick if is_double else QEvent.Type.MouseButtonPress
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (kinds, QEvent.Type.MouseButtonRelease):
        down = left if kind is kinds else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, at, at, across, left, down, none)
        event.setTimestamp(when)
        QApplication.sendEvent(window.windowHandle(), event)


@pytest.mark.parametrize(("gap", "is_taken"), [(120, False), (399, False), (400, True)])
def test_the_second_half_of_a_double_click_does_not_sell(
    window: MainWindow, qtbot: QtBot, gap: int, *, is_taken: bool
) -> None:
    sold = []
    window.payment.confirm_asked.connect(lambda: sold.append(1))
    window.order.show_state(order_state())
    press(window, window.order, 1000)  # whatever was pressed: it brought the page
    total = Money.of("64", "EUR")
    window.payment.show_state(
        PaymentState(PaymentPhase.TENDERING, total=total, due=total, can_confirm=True)
    )
    window.show_payment(is_shown=True)
    QApplication.processEvents()
    sell = child(window, QAbstractButton, "confirmButton")
    press(window, sell, 1000 + gap, is_double=gap < 400)
    assert bool(sold) == is_taken
    press(window, sell, 2000 + gap)
    assert len(sold) == 1 + is_taken
