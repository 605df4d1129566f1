"""Every control of every screen: named, called something, and never reading markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from boxoffice.domain.ids import EventId, OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.preferences import Preferences
from boxoffice.presenters.common import Phase, SeatName
from boxoffice.presenters.connection.state import ConnectionPhase, ConnectionState
from boxoffice.presenters.customer.state import CustomerState
from boxoffice.presenters.events.state import EventsState
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.payment.state import PaymentPhase, PaymentState
from boxoffice.presenters.restart.state import EventOfOrder, HeldRow, RestartState, SettledRow
from boxoffice.presenters.sale.state import Standing
from boxoffice.presenters.settings.state import (
    About,
    Component,
    KeyConflict,
    SettingsState,
    SiteSettings,
)
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.translation import install_language
from boxoffice.views.window.main_window import MainWindow
from boxoffice.views.window.refused_start import RefusedStartWindow
from tests import TESTS
from tests.views.conftest import buyer, crowded_order, event_row, found_order, map_state

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QProgressBar)
HOSTILE = [
    "<b>bold</b> <img src='http://tickets.example/x.png'>",
    "\u202eevil\u202c & co",
    "x" * 10_000,
    "قاعة الموسيقى",
    "🎭🎭🎭 \n\t new line",
]


def fill(window: MainWindow, name: str = "Stalls") -> None:
    """Puts something into every screen."""
    rows, euros = tuple(event_row(n, name) for n in (1, 2, 3)), Money.of("20", "EUR")
    window.events.show_state(EventsState(Phase.READY, rows, 3))
    window.map.show_state(map_state())
    window.order.show_state(crowded_order(name))
    window.order.customer.show_state(CustomerState(is_open=True, search=name, found=(buyer(name),)))
    window.finder.show_state(found_order(name))
    window.restart.show_state(after_crash(name))
    window.payment.show_state(
        PaymentState(
            PaymentPhase.TENDERING,
            total=Money.of("64", "EUR"),
            tenders=(Money.of("65", "EUR"), Money.of("70", "EUR")),
            can_confirm=True,
            notice=Notice.error(Code.REFUSED, reason=name),
            due=Money.of("44", "EUR"),
            parts=(Payment(PaymentKind.VOUCHER, euros, euros, name),),
            rows=crowded_order(name).rows,
            hold_seconds=45,
        )
    )
    window.connection.show_state(
        ConnectionState(ConnectionPhase.FAILED, notice=Notice.error(Code.DEMO_FAILED, reason=name))
    )
    window.settings.show_state(set_up(name))
    window.show_notice(Notice.error(Code.FAILED, reason=name))


def set_up(name: str) -> SettingsState:
    """Everything that the settings can show at once."""
    return SettingsState(
        chosen=Preferences(counter=name),
        conflict=KeyConflict("actionPay", "F2", "actionFindEvent"),
        address=name,
        test=Notice.error(Code.REFUSED, reason=name),
        notice=Notice.error(Code.PREFERENCES_NOT_KEPT, reason=name),
        mistakes=(Notice.warning(Code.MISTAKE_IN_FILE, file=name, what=name),),
        site=SiteSettings(name, name, name, 3, name),
        about=About(name, name, name, name, name, name, (Component(name, "1", name),)),
    )


def after_crash(name: str) -> RestartState:
    """Every way that a sale can stand, and an order that is still held."""
    seats, euros = (SeatName(name, "B", "12"),), Money.of("64", "EUR")
    events = (EventOfOrder(name, datetime(2026, 11, 28, 20, 0, tzinfo=UTC)),)
    ways: tuple[Standing | None, ...] = (None, *Standing)
    settled = tuple(
        SettledRow(
            f"BX-{number}",
            OrderId(number),
            standing,
            seats,
            events,
            euros,
            euros,
            datetime(2026, 11, 27, 19, 30, tzinfo=UTC),
            can_print=standing is Standing.SOLD,
            notice=Notice.error(Code.REFUSED, reason=name),
        )
        for number, standing in enumerate(ways, 1)
    )
    held = (HeldRow(OrderId(99), EventId(1), seats, events, euros, 90, name),)
    return RestartState(is_shown=True, settled=settled, held=held, lost=(seats,), unreadable=1)


def ours(window: QWidget) -> list[QWidget]:
    """All widgets but those that Qt makes for itself inside others."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if not widget.objectName().startswith("qt_")
        and not isinstance(widget.parentWidget(), (QComboBox, QLineEdit, QAbstractItemView))
        and not widget.inherits("QComboBoxPrivateContainer")
        and not any(
            isinstance(up, QComboBox) or up.inherits("QComboBoxPrivateContainer")
            for up in parents(widget)
        )
    ]


def parents(widget: QWidget) -> list[QWidget]:
    found = []
    up = widget.parentWidget()
    while up is not None:
        found.append(up)
        up = up.parentWidget()
    return found


def test_every_control_has_a_name_of_its_own_and_is_called_something(window: MainWindow) -> None:
    fill(window)
    controls = [w for w in ours(window) if isinstance(w, CONTROLS)]
    assert len(controls) > 30
    nameless = [w for w in controls if not w.objectName()]
    assert nameless == []
    silent = [w.objectName() for w in controls if w.isVisible() and not w.accessibleName()]
    assert silent == []
    names = Counter(w.objectName() for w in controls)
    assert [name for name, count in names.items() if count > 1] == []


def test_no_label_reads_markup(window: MainWindow) -> None:
    fill(window)
    labels = [w for w in ours(window) if isinstance(w, QLabel)]
    assert len(labels) > 20
    rich = [w.objectName() for w in labels if w.textFormat() is not Qt.TextFormat.PlainText]
    assert rich == []


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_bends_the_window(window: MainWindow, name: str) -> None:
    fill(window)
    QApplication.processEvents()
    size = window.minimumSizeHint()
    places = {w.objectName(): w.geometry() for w in (window.events, window.map, window.order)}
    fill(window, name)
    QApplication.processEvents()
    assert window.minimumSizeHint().width() <= max(size.width(), 1000)
    for panel in (window.events, window.map, window.order):
        assert panel.geometry().width() == places[panel.objectName()].width()
    assert window.grab().size() == window.size() * window.devicePixelRatio()


def test_tool_tips_show_names_as_they_are(window: MainWindow) -> None:
    fill(window, HOSTILE[0])
    tips = {w.objectName(): w.toolTip() for w in ours(window) if "bold" in w.toolTip()}
    assert "foundSeat-1-1" in tips
    for name, tip in tips.items():
        document = QTextDocument()
        document.setHtml(tip)
        assert HOSTILE[0][:20] in document.toPlainText(), name


@pytest.mark.parametrize("size", [(1000, 640), (1366, 768), (1920, 1080)])
def test_what_is_on_the_screen_is_whole(window: MainWindow, size: tuple[int, int]) -> None:
    """No button's words are cut off, and nothing sticks out of the window."""
    window.resize(*size)
    fill(window)
    QApplication.processEvents()
    for widget in ours(window):
        if widget.isVisible() and isinstance(widget, QAbstractButton):
            needed = widget.fontMetrics().horizontalAdvance(widget.text())
            assert widget.width() >= needed, widget.objectName()
            corner = widget.mapTo(window, widget.rect().bottomRight())
            if any(isinstance(up, QScrollArea) for up in parents(widget)):
                corner.setY(0)  # it may go on below
            assert window.rect().contains(corner), widget.objectName()


@pytest.fixture
def german(dressed: QApplication) -> Iterator[LocaleFormats]:
    """The program's words and numbers are German meanwhile."""
    install_language(dressed, "de")
    yield LocaleFormats("de")
    for translator in dressed.findChildren(QTranslator):
        dressed.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale("en"))


@pytest.mark.parametrize("size", [(1000, 640), (1366, 768)])
@pytest.mark.parametrize("scene", ["order", "payment", "finder", "restart"])
def test_german_is_whole_on_every_page(
    german: LocaleFormats, qtbot: QtBot, size: tuple[int, int], scene: str
) -> None:
    """German words are longer: no button's are cut off, and no name of a control in a field."""
    window = MainWindow(german)
    window.resize(*size)
    window.show_page("sale")
    window.show()
    qtbot.waitExposed(window)
    fill(window)
    window.show_payment(scene == "payment")
    window.show_finder(scene == "finder")
    window.show_restart(scene == "restart")
    QApplication.processEvents()
    seen = [w for w in ours(window) if w.isVisible()]
    cut = [
        (widget.objectName(), text)
        for widget in seen
        for text in whole_text(widget).split("\n")
        if widget.width() < widget.fontMetrics().horizontalAdvance(text)
    ]
    assert cut == []
    assert any(whole_text(widget) for widget in seen)
    window.allow_close()
    window.close()
    window.deleteLater()


def whole_text(widget: QWidget) -> str:
    """What has to be readable on a control at once."""
    if isinstance(widget, QAbstractButton):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return "" if widget.text() else widget.placeholderText()
    return ""


def test_the_table_of_names_is_that_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    fill(window)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    window.make_way()
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    there = {w.objectName() for w in ours(window)} | {a.objectName() for a in window.actions()}
    there |= {a.objectName() for a in window.findChildren(QAction)}
    refused = RefusedStartWindow(LocaleFormats("en"))
    there |= {w.objectName() for w in [refused, *ours(refused)]}
    there = {general(name) for name in there if name and not name.startswith("_q_")}
    text = (TESTS / "README.md").read_text(encoding="utf-8")
    table = text.partition("## Names of the controls")[2]
    listed = {
        name
        for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
        for name in re.findall(r"`([^`]+)`", row)
    }
    # Shown on demand, or for a house of several levels; and the crawl's own root.
    left_out = {"savePdfDialog", "saveCopyDialog", "levelN", "mainWindow"}
    left_out |= {"settingsKeysSaveDialog", "settingsKeysLoadDialog", "helpNothing"}
    assert there - listed == set()
    assert listed - there - left_out == set()


def general(name: str) -> str:
    """A name without the ids in it."""
    name = re.sub(r"^foundEvent-\d+$", "foundEvent-EVENT", name)
    name = re.sub(r"^(found\w+)-\d+-\d+$", r"\1-EVENT-SEAT", name)
    name = re.sub(r"^(settingsKey(?:Reset)?)-action\w+$", r"\1-ACTION", name)
    name = re.sub(r"^(help[A-Z]\w+)-\w+$", r"\1-TOPIC", name)
    name = re.sub(r"^settingsNav-\w+$", "settingsNav-PAGE", name)
    name = re.sub(
        r"^(settings(?:Theme|Size|Sounds|Printing|Reference|Tonight))-\w+$", r"\1-VALUE", name
    )
    name = re.sub(r"^(parked\w*-|customer-|foundFact\w*-|restart\w+-)\d+$", r"\1N", name)
    name = re.sub(r"^(paid[A-Z][a-z]+-|lost[A-Z][a-z]+-)\d+$", r"\1N", name)
    return re.sub(
        r"^(tender-|paymentPart-|part[A-Z][a-z]+-|key|keyWords|keysTitle|legendCategory|level)\d+$",
        r"\1N",
        name,
    )
