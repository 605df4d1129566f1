"""Every control can be reached by Tab in the order in which it is read, and every word be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from boxoffice.domain.money import Money
from boxoffice.presenters.common import Phase
from boxoffice.presenters.customer.state import CustomerState
from boxoffice.presenters.events.state import EventsState
from boxoffice.presenters.payment.state import PaymentPhase, PaymentState
from boxoffice.tokens.colors import THEMES
from boxoffice.tokens.sizes import TALL
from boxoffice.views.kit.theme import apply_theme
from boxoffice.views.window.main_window import MainWindow
from tests.views.conftest import crowded_order, event_row, found_order, map_state
from tests.views.window.test_crawl import fill, ours

READABLE = 4.5
USED = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
Screen = Callable[[MainWindow], None]


def selling(window: MainWindow) -> None:
    window.order.show_state(crowded_order("Stalls"))


def with_a_customer(window: MainWindow) -> None:
    selling(window)
    window.order.customer.show_state(CustomerState(is_open=True, search="anna"))


def with_wishes(window: MainWindow) -> None:
    window.map.ask_wishes()


def paying(window: MainWindow) -> None:
    tenders = (Money.of("65", "EUR"), Money.of("70", "EUR"))
    state = PaymentState(
        PaymentPhase.TENDERING,
        total=Money.of("64", "EUR"),
        due=Money.of("64", "EUR"),
        tenders=tenders,
        can_confirm=True,
    )
    window.payment.show_state(state)
    window.show_payment(is_shown=True)


def sold(window: MainWindow) -> None:
    window.payment.show_state(
        PaymentState(
            PaymentPhase.DONE,
            total=Money.of("64", "EUR"),
            order_number="17",
            change=Money.of("6", "EUR"),
        )
    )
    window.show_payment(is_shown=True)


def found(window: MainWindow) -> None:
    window.finder.show_state(found_order("Stalls"))
    window.show_finder(is_shown=True)


def connecting(window: MainWindow) -> None:
    fill(window)
    window.show_page("connection")


SCREENS = [selling, with_a_customer, with_wishes, paying, sold, found, connecting]


def shown(window: MainWindow, screen: Screen) -> None:
    window.events.show_state(EventsState(Phase.READY, (event_row(1), event_row(2)), 2))
    window.map.show_state(map_state())
    screen(window)
    QApplication.processEvents()


def reached(window: MainWindow, qtbot: QtBot) -> list[QWidget]:
    """What has the focus, Tab after Tab, until it comes round."""
    order: list[QWidget] = []
    for _ in range(200):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in order:
            return order[order.index(focus) :]
        order.append(focus)
        # From the map and the seats as well: no control keeps the key for itself.
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError(f"it does not come round: {[w.objectName() for w in order[-5:]]}")


def can_have_focus(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return bool(policy & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def place(window: MainWindow, widget: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().topLeft())


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_reaches_every_control_from_top_to_bottom(
    window: MainWindow, qtbot: QtBot, screen: Screen
) -> None:
    shown(window, screen)
    for start in (w for w in ours(window) if can_have_focus(w)):
        start.setFocus()
        break
    order = reached(window, qtbot)
    usable = [w for w in ours(window) if isinstance(w, USED) and w.isVisible() and w.isEnabled()]
    assert [w.objectName() for w in usable if not can_have_focus(w)] == []
    wanted = {w.objectName() for w in ours(window) if can_have_focus(w)}
    assert wanted - {w.objectName() for w in order} == set()
    for panel in (window.events, window.order, window.payment, window.finder, window.connection):
        inside = [w for w in order if panel.isAncestorOf(w)]
        tops = [place(window, w).y() for w in inside]
        upward = [
            (a.objectName(), b.objectName())
            for a, b, before, after in zip(inside, inside[1:], tops, tops[1:], strict=False)
            if after < before - 12
        ]
        assert len(upward) <= 1, upward  # once, where it comes round


# --- contrast ---


@pytest.fixture(params=sorted(THEMES))
def theme(request: pytest.FixtureRequest, dressed: QApplication) -> Iterator[str]:
    apply_theme(dressed, request.param)
    yield request.param
    apply_theme(dressed, "light")


def luminances(picture: QImage) -> NDArray[np.float64]:
    """Of each pixel, 0 to 1."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    whole = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1, 4)
    parts = whole[:, : picture.width(), 2::-1] / 255.0
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    found: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return found


def contrast_of(picture: QImage) -> float:
    """Between the ground, which is most of it, and the ink that differs most from it."""
    light = luminances(picture).ravel()
    values, counts = np.unique(np.round(light, 4), return_counts=True)
    ground = float(values[np.argmax(counts)])
    ratios = (np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)
    return float(ratios.max())


def part(picture: QImage, window: MainWindow, widget: QWidget) -> QImage:
    """Of the window's picture what the widget shows, its border left out."""
    corner, size = place(window, widget), widget.size()
    return picture.copy(corner.x() + 3, corner.y() + 3, size.width() - 6, size.height() - 6)


def texts(window: MainWindow) -> list[QWidget]:
    """What has words on the screen, and can be used."""
    kinds = (QLabel, QAbstractButton, QCheckBox, QLineEdit)
    return [
        w
        for w in ours(window)
        if isinstance(w, kinds)
        and w.isVisible()
        and w.isEnabled()
        and w.text().strip()
        and w.visibleRegion().boundingRect() == w.rect()
    ]


@pytest.mark.parametrize("screen", SCREENS)
def test_every_word_stands_out_from_its_ground(
    window: MainWindow, theme: str, screen: Screen
) -> None:
    assert theme in THEMES
    shown(window, screen)
    picture = window.grab().toImage()
    measured = {w.objectName(): contrast_of(part(picture, window, w)) for w in texts(window)}
    assert len(measured) > 5
    assert {name: ratio for name, ratio in measured.items() if ratio < READABLE} == {}


def test_grey_on_grey_would_be_noticed(window: MainWindow) -> None:
    shown(window, selling)
    label = window.order.findChild(QLabel, "orderTotal")
    assert label is not None
    label.setStyleSheet("color: #c8c8c8;")
    QApplication.processEvents()
    assert contrast_of(part(window.grab().toImage(), window, label)) < READABLE


# --- one look ---


@pytest.mark.parametrize("screen", SCREENS)
def test_one_button_at_most_is_filled_with_the_accent(window: MainWindow, screen: Screen) -> None:
    shown(window, screen)
    filled = [w for w in window.findChildren(QPushButton) if w.property("primary")]
    seen = [w for w in filled if w.isVisible()]
    assert len(filled) > 1
    assert len(seen) <= 1, [w.objectName() for w in seen]
    assert [w.height() for w in seen if w.height() != TALL] == []


def baseline(window: MainWindow, title: QLabel) -> int:
    """Where the letters of a title stand, in the window's pixels."""
    metrics = title.fontMetrics()
    over = (title.height() - metrics.height()) // 2
    return place(window, title).y() + over + metrics.ascent()


def test_titles_stand_on_one_line(window: MainWindow) -> None:
    shown(window, lambda _: None)
    seen = {
        name: baseline(window, title)
        for name in ("eventsTitle", "mapTitle", "orderTitle")
        for title in window.findChildren(QLabel, name)
    }
    for screen, name in ((found, "finderTitle"), (paying, "paymentTitle")):
        shown(window, screen)
        [title] = window.findChildren(QLabel, name)
        assert title.isVisible()
        seen[name] = baseline(window, title)
    assert max(seen.values()) - min(seen.values()) <= 1, seen


@pytest.mark.parametrize("screen", SCREENS)
def test_no_words_of_a_button_name_its_key(window: MainWindow, screen: Screen) -> None:
    shown(window, screen)
    named = re.compile(r"\((F\d+|Enter|Esc|(Ctrl|Shift)\+\S+)\)")
    assert [w.text() for w in window.findChildren(QPushButton) if named.search(w.text())] == []
