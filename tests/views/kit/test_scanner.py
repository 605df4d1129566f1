"""A scanner is a fast keyboard: what it sends is a scan, and what people type is theirs."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from boxoffice.domain.orders.barcode import new_barcode
from boxoffice.views.kit.scanner import Scanner

pytestmark = pytest.mark.gui

BARCODE = new_barcode()
_PLAIN, _SHIFT, _CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Desk:
    """A window with a field, a button that Enter presses, and a shortcut."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        layout = QVBoxLayout(self.window)
        self.field, self.button, self.choice = QLineEdit(), QPushButton("Sell"), QComboBox()
        self.choice.addItems(["Adult", "Child", "Student"])
        self.done: list[str] = []
        self.button.setDefault(True)
        self.button.clicked.connect(lambda: self.done.append("Sell"))
        self.entered: list[str] = []
        self.field.returnPressed.connect(lambda: self.entered.append(self.field.text()))
        for widget in (self.field, self.button, self.choice):
            layout.addWidget(widget)
        QShortcut("F9", self.window, lambda: self.done.append("F9"))
        action = QAction("Undo", self.window)
        action.setShortcut("Ctrl+Z")
        action.triggered.connect(lambda: self.done.append("Undo"))
        self.window.addAction(action)
        self.scanner = Scanner(self.window)
        self.scanned: list[str] = []
        self.scanner.scanned.connect(self.scanned.append)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()
        self.clock = 5_000

    def key(
        self,
        key: int,
        text: str = "",
        after: int = 4,
        modifiers: Qt.KeyboardModifier = _PLAIN,
        *,
        down: bool = True,
        stamped: bool = True,
    ) -> None:
        """A key on its way through the window system: who wants it is asked first."""
        self.clock += after
        handle = QApplication.focusWindow()
        assert handle is not None
        kinds = (
            (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            if down
            else (QEvent.Type.KeyRelease,)
        )
        for kind in kinds:
            event = QKeyEvent(kind, key, modifiers, text)
            if stamped:
                event.setTimestamp(self.clock)
            QCoreApplication.sendEvent(handle, event)

    def write(self, text: str, gap: int, **how: bool) -> None:
        """Each character down and up, with Shift around capitals as a wedge does it."""
        for n, character in enumerate(text):
            after = 300 if n == 0 else gap
            key = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}.get(character)
            code = key.value if key else ord(character.upper())
            held = _SHIFT if character.isupper() else _PLAIN
            if held is _SHIFT:
                self.key(Qt.Key.Key_Shift, "", after, _SHIFT, **how)
                after = 0
            self.key(code, character, after, held, **how)
            self.key(code, character, 0, held, down=False, **how)
            if held is _SHIFT:
                self.key(Qt.Key.Key_Shift, "", 0, _PLAIN, down=False, **how)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.scanner.stop()


def is_untouched(desk: Desk) -> bool:
    return (desk.field.text(), desk.entered, desk.done) == ("", [], [])


CODES = [
    "7FCKFHZD84N5C584T",
    "0f3ac59e7b1d48a2",
    "4006381333931",
    "41",
    "BXO415",
    "]Q0BXO415",
    "a-b/c*d",
]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("suffix", ["\r", "\t"])
def test_a_scan_leaves_nothing_in_the_field(desk: Desk, code: str, suffix: str) -> None:
    desk.write(code + suffix, 4)
    assert desk.scanned == [code]
    assert not desk.scanner.is_holding
    assert is_untouched(desk)
    assert desk.field.hasFocus()


def test_by_when_it_arrives_where_there_are_no_stamps(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.field, BARCODE)
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.scanned == [BARCODE]
    assert is_untouched(desk)


def test_it_presses_no_button(desk: Desk) -> None:
    desk.button.setFocus()
    desk.write("4006381333931\r", 4)
    assert (desk.scanned, desk.done) == (["4006381333931"], [])


def test_nothing_arrives_while_it_is_judged(desk: Desk) -> None:
    desk.write("400638", 4)
    assert desk.scanner.is_holding
    assert desk.field.text() == ""


def test_without_a_suffix_it_is_a_scan_after_a_pause(desk: Desk, qtbot: QtBot) -> None:
    desk.write("4006381333931", 4)
    qtbot.waitUntil(lambda: desk.scanned == ["4006381333931"])
    assert is_untouched(desk)


def test_control_characters_and_function_keys_belong_to_it(desk: Desk) -> None:
    desk.write("0104", 4)
    desk.key(Qt.Key.Key_Control, "", 4, _CONTROL)
    desk.key(Qt.Key.Key_BracketRight, "\x1d", 4, _CONTROL)
    desk.key(Qt.Key.Key_Control, "", 4, _PLAIN, down=False)
    desk.key(Qt.Key.Key_F9, "", 4)
    desk.clock -= 296
    desk.write("21\r", 4)
    assert desk.scanned == ["010421"]
    assert is_untouched(desk)


def test_line_feed_after_carriage_return_presses_nothing(desk: Desk) -> None:
    desk.button.setFocus()
    desk.write("4006381333931\r", 4)
    desk.key(Qt.Key.Key_Control, "", 4, _CONTROL)
    desk.key(Qt.Key.Key_J, "\n", 4, _CONTROL)
    desk.key(Qt.Key.Key_Return, "\r", 4)
    assert (len(desk.scanned), desk.done) == (1, [])


@pytest.mark.parametrize("text", ["2350", "B 12", "FAUST", "Faust 2", "OPER", "0"])
@pytest.mark.parametrize("gap", [70, 110, 250])
def test_what_people_type_arrives_in_its_order(
    desk: Desk, qtbot: QtBot, text: str, gap: int
) -> None:
    desk.write(text, gap)
    qtbot.waitUntil(lambda: desk.field.text() == text)
    assert desk.scanned == []


def test_enter_is_not_before_what_was_typed(desk: Desk) -> None:
    desk.write("2350\r", 90)
    assert (desk.entered, desk.scanned) == (["2350"], [])


def test_typing_while_the_window_stands_still_is_typing(desk: Desk, qtbot: QtBot) -> None:
    """All keys of half a second arrive at once, each with its own stamp."""
    time.sleep(0.5)
    desk.write("Faust 2350\r", 80)
    qtbot.waitUntil(lambda: desk.entered == ["Faust 2350"])
    assert desk.scanned == []


def test_a_click_is_not_before_what_was_typed(desk: Desk, qtbot: QtBot) -> None:
    desk.write("23", 20)
    qtbot.mouseClick(desk.button, Qt.MouseButton.LeftButton)
    assert desk.field.text() == "23"
    assert desk.done == ["Sell"]


def test_keys_that_are_held_down_are_no_scanner(desk: Desk, qtbot: QtBot) -> None:
    handle = desk.window.windowHandle()
    for n in range(40):
        for kind in (
            (QEvent.Type.KeyRelease, QEvent.Type.KeyPress) if n else (QEvent.Type.KeyPress,)
        ):
            event = QKeyEvent(kind, Qt.Key.Key_1, _PLAIN, "1", n > 0)
            event.setTimestamp(9_000 + 20 * n)
            QCoreApplication.sendEvent(handle, event)
    desk.clock = 9_000 + 20 * 40
    desk.key(Qt.Key.Key_Return, "\r", 15)
    assert (desk.field.text(), desk.scanned) == ("1" * 40, [])


def test_a_shortcut_that_was_held_back_is_done(desk: Desk, qtbot: QtBot) -> None:
    """A key so soon after a letter that it might have been a scanner's."""
    for key, modifiers, text, what in (
        (Qt.Key.Key_F9, _PLAIN, "", "F9"),
        (Qt.Key.Key_Z, _CONTROL, "\x1a", "Undo"),
    ):
        desk.done.clear()
        desk.button.setFocus()
        desk.write("4", 0)
        desk.key(key, text, 15, modifiers)
        assert desk.done == []
        qtbot.waitUntil(lambda w=what: desk.done == [w])  # type: ignore[misc]


def test_a_function_key_by_itself_is_not_kept(desk: Desk) -> None:
    desk.key(Qt.Key.Key_F9, "", 300)
    assert not desk.scanner.is_holding


def test_typing_goes_where_it_was_meant_for_when_the_focus_moves(desk: Desk, qtbot: QtBot) -> None:
    desk.write("x", 0)
    desk.button.setFocus()
    qtbot.waitUntil(lambda: desk.field.text() == "x")


def test_what_an_input_method_makes_of_keys_keeps_its_place(desk: Desk, qtbot: QtBot) -> None:
    desk.write("e", 0)
    event = QInputMethodEvent("", [])
    event.setCommitString("é")
    QCoreApplication.sendEvent(desk.field, event)
    desk.write("f", 0)
    qtbot.waitUntil(lambda: desk.field.text() == "eéf")


def test_a_scan_into_a_dialog_is_one(desk: Desk, qtbot: QtBot) -> None:
    dialog = QDialog(desk.window)
    layout = QVBoxLayout(dialog)
    field, accept = QLineEdit(), QPushButton("Save")
    layout.addWidget(field)
    layout.addWidget(accept)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    field.setFocus()
    desk.write("4006381333931\r", 4)
    assert desk.scanned == ["4006381333931"]
    assert (field.text(), dialog.isVisible()) == ("", True)
    desk.write("ab", 90)
    qtbot.waitUntil(lambda: field.text() == "ab")
    dialog.close()


def test_a_scan_into_an_open_list_chooses_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.choice.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    desk.write("Student\r", 4)
    assert (desk.scanned, desk.choice.currentText()) == (["Student"], "Adult")
    assert QApplication.activePopupWidget() is not None
    desk.write("S", 0)
    qtbot.waitUntil(lambda: desk.choice.view().currentIndex().row() == 2)
    desk.choice.hidePopup()


def test_a_scan_is_one_while_a_typed_key_is_still_at_work(desk: Desk, qtbot: QtBot) -> None:
    """What it opened may have a loop of its own, as the question of a file dialog has."""
    seen: list[tuple[list[str], str]] = []

    def scan_within() -> None:
        if not seen:
            seen.append(([], ""))
            desk.write("4006381333931\r", 4)
            seen[0] = (list(desk.scanned), desk.field.text())

    desk.field.textEdited.connect(scan_within)
    desk.write("xy", 20)
    qtbot.waitUntil(lambda: desk.field.text() == "xy")
    assert seen == [(["4006381333931"], "x")]


def test_the_scanner_of_another_window_keeps_out(desk: Desk, qtbot: QtBot) -> None:
    other = Desk(qtbot)
    other.write("4006381333931\r", 4)
    other.write("ab", 90)
    qtbot.waitUntil(lambda: other.field.text() == "ab")
    assert (other.scanned, desk.scanned) == (["4006381333931"], [])
    other.scanner.stop()


def test_after_it_was_stopped_it_holds_nothing_back(desk: Desk, qtbot: QtBot) -> None:
    desk.scanner.stop()
    qtbot.keyClicks(desk.field, "12")
    assert desk.field.text() == "12"
