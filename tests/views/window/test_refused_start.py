"""The window of a start that is refused: what it says, and what its buttons and keys do."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from boxoffice.presenters.connection.state import RefusedStart, WayOut
from boxoffice.presenters.notices import Code, Notice
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.theme import apply_theme
from boxoffice.views.kit.translation import install_language
from boxoffice.views.window.refused_start import RefusedStartWindow
from tests.views.conftest import child, click
from tests.views.window.test_crawl import CONTROLS, HOSTILE, ours

DAMAGED = RefusedStart(
    Notice.error(Code.JOURNAL_DAMAGED), WayOut.PUT_ASIDE, "/home/till/boxoffice/journal.sqlite"
)
WRONG = RefusedStart(
    Notice.error(Code.SETTING_MISTYPED, name="langauge", known="language"),
    WayOut.OTHER_PROFILE,
    "/home/till/boxoffice/settings.toml",
    4,
)


@pytest.fixture
def show(
    dressed: QApplication, qtbot: QtBot
) -> Iterator[Callable[[RefusedStart], RefusedStartWindow]]:
    made = RefusedStartWindow(LocaleFormats("en"))

    def shown(state: RefusedStart) -> RefusedStartWindow:
        made.show_state(state)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    yield shown
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


Show = Callable[[RefusedStart], RefusedStartWindow]


def test_it_names_what_is_wrong_where_and_the_way_out(show: Show) -> None:
    window = show(WRONG)
    assert "langauge" in child(window, QLabel, "refusedWhat").text()
    assert child(window, QLineEdit, "refusedFile").text() == WRONG.path
    assert child(window, QLabel, "refusedLine").text() == "Line 4"
    assert "try again" in child(window, QLabel, "refusedWay").text()
    assert child(window, QPushButton, "refusedOpen").text() == "Open the file"
    assert not child(window, QPushButton, "refusedAside").isVisible()
    assert "langauge" in window.accessibleName()


def test_enter_tries_again_and_escape_closes(show: Show, qtbot: QtBot) -> None:
    window = show(DAMAGED)
    with qtbot.waitSignal(window.again_asked):
        qtbot.keyClick(window, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_enter_presses_the_button_that_has_the_focus(show: Show, qtbot: QtBot) -> None:
    window = show(DAMAGED)
    child(window, QPushButton, "refusedOpen").setFocus()
    with qtbot.assertNotEmitted(window.again_asked), qtbot.waitSignal(window.open_asked):
        qtbot.keyClick(child(window, QPushButton, "refusedOpen"), Qt.Key.Key_Return)


def test_the_journal_is_put_aside_only_when_asked_twice(show: Show, qtbot: QtBot) -> None:
    window = show(DAMAGED)
    with qtbot.assertNotEmitted(window.aside_asked):
        click(qtbot, child(window, QPushButton, "refusedAside"))
        assert "look it up" in child(window, QLabel, "refusedLost").text()
        assert child(window, QPushButton, "refusedAsideNo").hasFocus()
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        assert child(window, QPushButton, "refusedAside").isVisible()
        click(qtbot, child(window, QPushButton, "refusedAside"))
        qtbot.keyClick(window, Qt.Key.Key_Escape)
        assert window.isVisible()
    click(qtbot, child(window, QPushButton, "refusedAside"))
    with qtbot.waitSignal(window.aside_asked):
        click(qtbot, child(window, QPushButton, "refusedAsideYes"))


@pytest.mark.parametrize("way", list(WayOut))
def test_every_way_out_is_described(way: WayOut, show: Show) -> None:
    window = show(RefusedStart(Notice.error(Code.FILE_FAILED, reason="x"), way, pid=77))
    assert len(child(window, QLabel, "refusedWay").text()) > 20
    assert not child(window, QPushButton, "refusedOpen").isVisible()


def test_every_control_is_called_something_and_reads_no_markup(show: Show) -> None:
    window = show(DAMAGED)
    controls = [w for w in ours(window) if isinstance(w, CONTROLS)]
    assert len(controls) == 7
    assert [w.objectName() for w in controls if not w.accessibleName()] == []
    labels = [w for w in ours(window) if isinstance(w, QLabel)]
    plain = Qt.TextFormat.PlainText
    assert [w.objectName() for w in labels if w.textFormat() is not plain] == []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_is_cut_off_on_a_small_screen(
    name: str, language: str, dressed: QApplication, qtbot: QtBot
) -> None:
    install_language(dressed, language)
    try:
        window = RefusedStartWindow(LocaleFormats(language))
        qtbot.addWidget(window)
        for code, way in zip(list(Code), list(WayOut) * 20, strict=False):
            what = Notice.error(code, reason=name, name=name, known=name, path=name)
            window.show_state(RefusedStart(what, way, f"/{name}/x", 4, 7, Notice.error(code)))
            window.show()
            QApplication.processEvents()
            assert window.width() <= 760, code
            assert window.height() <= 700, code
            for widget in ours(window):
                if widget.isVisible() and isinstance(widget, QPushButton):
                    needed = widget.fontMetrics().horizontalAdvance(widget.text())
                    assert widget.width() >= needed + 16, widget.objectName()
                if widget.isVisible() and isinstance(widget, QLabel) and widget.wordWrap():
                    assert widget.height() >= widget.heightForWidth(widget.width()), code
    finally:
        install_language(dressed, "en")


def test_it_is_dressed_in_the_dark(show: Show, dressed: QApplication) -> None:
    apply_theme(dressed, "dark")
    try:
        picture = show(DAMAGED).grab().toImage()
        assert picture.pixelColor(4, 4).lightness() < 60
    finally:
        apply_theme(dressed, "light")
