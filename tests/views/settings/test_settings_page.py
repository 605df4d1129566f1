"""The page of settings in the real window, worked by mouse and keys, on the real file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QToolButton, QWidget
from qasync import QEventLoop

from boxoffice.desktop.app import Application, Options
from boxoffice.desktop.settings import load_profile
from boxoffice.domain.preferences import Preferences, Theme
from boxoffice.presenters.settings.state import SettingsPage
from boxoffice.tokens.colors import THEMES
from boxoffice.views.kit.collector import collecting_here
from boxoffice.views.kit.theme import apply_theme, color, load_fonts, text_size
from boxoffice.views.kit.translation import install_language
from tests.views.conftest import crowded_order, map_state
from tests.waiting import PATIENCE

W = TypeVar("W", bound=QWidget)
Work = Callable[[Application], Coroutine[Any, Any, None]]


@pytest.fixture
def play(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Work], None]]:
    """Works a window that keeps its settings, with an order in it and no server."""
    monkeypatch.setenv("BOXOFFICE_HOME", str(tmp_path))

    def run(work: Work) -> None:
        async def main() -> None:
            chosen = Preferences(theme=Theme.LIGHT)
            options = Options(tmp_path / "journal.sqlite", kept_in="default", preferences=chosen)
            made = Application(options)
            made.window.resize(1366, 768)
            made.window.show_page("sale")
            made.window.map.show_state(map_state())
            made.window.order.show_state(crowded_order())
            made.window.show()
            QTest.qWaitForWindowExposed(made.window)
            made.window.activateWindow()
            try:
                await work(made)
            finally:
                await made.close()

        with collecting_here(), asyncio.Runner(loop_factory=partial(QEventLoop, qapp)) as runner:
            runner.run(main())

    load_fonts(qapp)
    yield run
    install_language(qapp, "en")
    apply_theme(qapp, "light", 100)
    qapp.setProperty("keysInPlace", None)


def find(made: Application, kind: type[W], name: str) -> W:
    found = made.window.findChild(kind, name)
    assert found is not None, name
    return found


def press(made: Application, name: str) -> None:
    """A press of the mouse on a button, where it is seen."""
    control: QPushButton | QToolButton | None = made.window.findChild(QPushButton, name)
    control = control or find(made, QToolButton, name)
    assert control.isVisible(), name
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)


def action(made: Application, name: str) -> QAction:
    [found] = made.window.findChildren(QAction, name)
    return found


def focus() -> QWidget:
    found: QWidget | None = QApplication.focusWidget()
    assert found is not None
    return found


async def kept() -> Preferences:
    from boxoffice.desktop.settings import settings_file

    return load_profile("default", settings_file()).preferences


def test_a_key_is_given_by_pressing_it_and_used(play: Callable[[Work], None]) -> None:
    async def work(made: Application) -> None:
        window = made.window
        asked: list[str] = []
        window.pay_asked.connect(lambda: asked.append("pay"))
        QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
        assert window.is_setting
        press(made, "settingsNav-keys")
        press(made, "settingsKey-actionPay")
        field = find(made, QPushButton, "settingsKey-actionPay")
        QTest.keyClick(field, Qt.Key.Key_F9, Qt.KeyboardModifier.AltModifier)
        assert action(made, "actionPay").shortcut() == QKeySequence("Alt+F9")
        press(made, "settingsKey-actionPay")
        QTest.keyClick(field, Qt.Key.Key_F2)
        assert find(made, QWidget, "settingsConflict").isVisible()
        press(made, "settingsConflictSwap")
        assert action(made, "actionFindEvent").shortcut() == QKeySequence("Alt+F9")
        assert find(made, QLineEdit, "eventsSearch").placeholderText().endswith("(Alt+F9)")
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert find(made, QPushButton, "payButton").isVisible()
        assert find(made, QPushButton, "payButton").accessibleDescription() == "F2"
        QTest.keyClick(window, Qt.Key.Key_F2)
        assert asked == ["pay"]
        press_undo(made)

    def press_undo(made: Application) -> None:
        made.window.settings_asked.emit()
        press(made, "settingsUndo")
        press(made, "settingsUndo")
        assert action(made, "actionPay").shortcut() == QKeySequence("F9")

    play(work)


def test_language_theme_and_size_hold_at_once(play: Callable[[Work], None]) -> None:
    async def work(made: Application) -> None:
        window = made.window
        made._settings.open()
        press(made, "settingsTheme-contrast")
        assert color("ground").name() == THEMES["contrast"]["ground"]
        press(made, "settingsTheme-light")
        find(made, QComboBox, "settingsLanguage").setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(2):  # the first is English, which it speaks
            QTest.keyClick(find(made, QComboBox, "settingsLanguage"), Qt.Key.Key_Down)
        assert find(made, QPushButton, "payButton").text() == "Bezahlen"
        assert focus().objectName() == "settingsLanguage"
        press(made, "settingsSize-150")
        assert text_size() == 150
        window.map.show_state(map_state())
        window.order.show_state(crowded_order())
        press(made, "settingsDone")
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        pay = find(made, QPushButton, "payButton")
        at = QRect(pay.mapTo(window, QPoint()), pay.size())
        assert pay.isVisible()
        assert window.rect().contains(at), (at, window.rect())
        await made._settings_tasks.close(PATIENCE)
        assert await kept() == Preferences("de", Theme.LIGHT, 150)

    play(work)


def test_letters_that_fit_no_window_are_smaller_and_it_is_said(
    play: Callable[[Work], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work(made: Application) -> None:
        monkeypatch.setattr(made.window, "fits", lambda _: text_size() <= 112)
        made._settings.open()
        press(made, "settingsSize-150")
        assert text_size() == 112
        assert "150 %" in made.window.settings._notice.text()

    play(work)


def test_every_page_is_reached_in_its_order_by_tab(play: Callable[[Work], None]) -> None:
    async def work(made: Application) -> None:
        made._settings.open()
        for page in SettingsPage:
            made._settings.turn_to(page)
            made.window.settings.home.setFocus(Qt.FocusReason.OtherFocusReason)
            places = []
            while (focused := focus()).objectName() != "settingsDone":
                assert focused.accessibleName(), focused.objectName()
                places.append(focused.objectName())
                assert len(places) < 80, places
                QTest.keyClick(focused, Qt.Key.Key_Tab)
            assert places[0] == f"settingsNav-{page.value}"
            assert len(set(places)) == len(places)
            tops = [
                find(made, QWidget, name).mapTo(made.window.settings, QPoint()).y()
                for name in places[1:]
                if not name.startswith(("settingsNav", "settingsUndo"))
            ]
            assert tops == sorted(tops), places

    play(work)
