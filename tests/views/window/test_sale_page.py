"""The room of the sale: events fold to a strip, the list comes over the map, nothing is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QWidget,
)
from pytestqt.qtbot import QtBot

from boxoffice.domain.ids import EventId
from boxoffice.presenters.common import Phase
from boxoffice.presenters.events.state import EventsState
from boxoffice.presenters.notices import Code, Notice
from boxoffice.service.venues.stadium import stadium
from boxoffice.views.events.strip import StripDelegate
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.seat_words import PriceWords
from boxoffice.views.map.legend import Entry, Legend, Price
from boxoffice.views.map.line import SeatLine
from boxoffice.views.window.main_window import MainWindow
from tests.plans import offer_of
from tests.views.conftest import LEFT, child, event_row, line_row, map_state, order_state

NAMES = ("Hamlet", "The Marriage of Figaro", "Donaudampfschifffahrtsgesellschaft", "x" * 300)


def selling(window: MainWindow) -> None:
    rows = tuple(event_row(n, name) for n, name in enumerate(NAMES, 1))
    window.events.show_state(EventsState(Phase.READY, rows, len(rows), open_event=EventId(2)))
    window.map.show_state(map_state())
    window.order.show_state(order_state(line_row(1), line_row(2)))
    QApplication.processEvents()


def on_window(window: MainWindow, name: str) -> QRect:
    found = child(window, QWidget, name)
    return QRect(found.mapTo(window, QPoint(0, 0)), found.size())


def test_an_open_event_folds_the_list_and_f2_brings_it_back_over_the_map(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert not child(window, QWidget, "eventStrip").isVisible()
    selling(window)
    card, canvas = child(window, QWidget, "eventsPanel"), on_window(window, "seatCanvas")
    assert not card.isVisible()
    assert on_window(window, "eventStrip").width() == 112
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert card.isVisible()
    assert QApplication.focusWidget() is child(window, QLineEdit, "eventsSearch")
    assert on_window(window, "seatCanvas") == canvas
    qtbot.keyClick(child(window, QLineEdit, "eventsSearch"), Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert QApplication.focusWidget() is window.map.canvas
    qtbot.mouseClick(child(window, QWidget, "stripFind"), LEFT)
    assert card.isVisible()
    field = child(window, QLineEdit, "eventsSearch")
    qtbot.keyClicks(field, "ham")
    with qtbot.waitSignal(window.events.event_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == [1]
    assert not card.isVisible()
    assert field.text() == ""  # no search outlives what was found
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.mouseClick(window.map.canvas, LEFT, pos=QPoint(canvas.width() - 4, canvas.height() - 4))
    assert not card.isVisible()  # nor does it stay when the map is worked
    assert QApplication.focusWidget() is window.map.canvas
    strip = child(window, QListView, "stripList")
    at = strip.visualRect(strip.model().index(2, 0)).center()
    with qtbot.waitSignal(window.events.event_chosen) as chosen:
        qtbot.mouseClick(strip.viewport(), LEFT, pos=at)
    assert chosen.args == [2]


def test_a_name_in_the_strip_has_as_many_lines_as_it_needs(window: MainWindow) -> None:
    selling(window)
    strip = child(window, QListView, "stripList")
    heights = [strip.sizeHintForIndex(strip.model().index(n, 0)).height() for n in range(5)]
    # The heading of their day, one line, two, two since no word is that long, five at most.
    assert heights == [28, 42, 58, 74, 106]
    assert isinstance(strip.itemDelegate(), StripDelegate)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("size", [(900, 480), (1000, 640), (1366, 768), (1920, 1080)])
def test_time_pay_and_the_shapes_are_there_at_every_size(
    dressed: QApplication, qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    window = MainWindow(LocaleFormats(language))
    window.show_page("sale")
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    selling(window)
    assert window.size().toTuple() == size
    time = child(window, QLabel, "mapTime")
    assert time.width() >= time.fontMetrics().horizontalAdvance(time.text())
    free = child(window, QLabel, "mapFree")
    assert not on_window(window, "mapTime").intersects(on_window(window, "mapTitle"))
    assert not on_window(window, "mapTime").intersects(on_window(window, "mapFree"))
    assert free.width() >= free.fontMetrics().horizontalAdvance(free.text())
    for name in ("payButton", "bestSeats", "partySize", *(f"legendShape-{s}" for s in SHAPES)):
        assert child(window, QWidget, name).isVisible(), name
        assert window.rect().contains(on_window(window, name)), name
    widths = {1920: 440, 1366: 400}
    assert abs(on_window(window, "till").width() - widths.get(size[0], 360)) <= 4
    line = on_window(window, "mapLine")
    long = ("Section " * 30, "Row B, seat 5")
    seat = child(window, SeatLine, "seatLine")
    seat.tell(long, ("Gold", "#b0347c"), "free", ("3 × 32.00", "96.00"))
    QApplication.processEvents()
    assert child(window, QLabel, "seatLineName").text() == long[1]
    for part in ("Name", "Price"):
        assert line.contains(on_window(window, f"seatLine{part}"))
    for entry in window.findChildren(Entry):
        if entry.isVisible():  # whole, or not at all
            assert line.contains(on_window(window, entry.objectName()))
            assert entry.width() >= typeface_width(entry)
    window.allow_close()
    window.close()


SHAPES = ("tick", "ring", "dot", "cross")


def typeface_width(entry: Entry) -> int:
    return min(entry.width_with(where) for where in Price)


def test_a_message_leaves_the_opened_list_free(window: MainWindow, qtbot: QtBot) -> None:
    """Beside it where there is room, and after it where there is none."""
    window.resize(1366, 768)
    selling(window)
    window.show_notice(Notice.warning(Code.NOT_REMEMBERED, reason="the disk is full"))
    qtbot.keyClick(window, Qt.Key.Key_F2)
    bar, list_ = child(window, QWidget, "messageFrame"), child(window, QWidget, "eventsPanel")
    assert bar.isVisible()
    assert not on_window(window, "messageFrame").intersects(on_window(window, "eventsPanel"))
    window.resize(1000, 640)
    QApplication.processEvents()
    assert list_.isVisible()
    assert not bar.isVisible()
    qtbot.keyClick(window.events.home, Qt.Key.Key_Escape)
    assert bar.isVisible()


def test_a_rebuilt_window_shows_the_same_part_of_the_map_and_the_same_width(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1366, 768)
    selling(window)
    splitter = child(window, QSplitter, "saleSplitter")
    with qtbot.waitSignal(window.order_width_chosen) as told:
        splitter.handle(1).moveSplitter(splitter.sizes()[0] - 100)
    wide = splitter.sizes()[1]
    assert told.args == [wide]
    canvas = window.map.canvas
    canvas.zoom_in()
    canvas.zoom_to(QPointF(60, 120), canvas.scale)
    child(window, QPushButton, "legendCategory1").click()
    before = window.map.place
    assert before is not None
    assert before.seen is not None
    window.rebuilt.connect(lambda: selling(window))
    window.rebuild()
    QApplication.processEvents()
    after = window.map.place
    assert window.map.canvas is not canvas
    assert after is not None
    assert after.seen == pytest.approx(before.seen, rel=0.01)
    assert after.category == before.category
    assert abs(child(window, QSplitter, "saleSplitter").sizes()[1] - wide) <= 1


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(("wide", "price"), [(834, Price.BELOW), (1400, Price.BESIDE)])
def test_the_legend_of_a_stadium_keeps_its_prices(qtbot: QtBot, wide: int, price: Price) -> None:
    """834 pixels are the map's at 1366."""
    made = Legend()
    qtbot.addWidget(made)
    offer = offer_of(stadium())
    made.show_offer(offer, PriceWords(offer, LocaleFormats("en")))
    made.show_far(is_far=True)
    made.resize(wide, 36)
    made.show()
    entries = made.findChildren(Entry)
    assert len(entries) == 5
    for entry in entries:
        assert entry.isVisible()
        assert entry.width() == entry.width_with(price)
