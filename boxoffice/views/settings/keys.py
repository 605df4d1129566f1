"""The key of every action: given by pressing it, shared by files, and settled where two want it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from boxoffice.presenters.settings.state import KeyConflict, SettingsState
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.controls import button, label, tool
from boxoffice.views.kit.icons import Icon
from boxoffice.views.kit.keymap import native
from boxoffice.views.kit.theme import scaled
from boxoffice.views.settings.rows import SettingRow, SettingsColumn, side_by_side

_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_NO_KEYS = (*_MODIFIERS, Qt.Key.Key_AltGr, Qt.Key.Key_unknown, Qt.Key(0))
_CLEARS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_LEAVES = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_FILE = "boxoffice-keys.toml"


class KeyField(QPushButton):
    """The key of an action. Pressed, it waits for the new one: Esc keeps the old one, Backspace
    takes it away.

    Signals:
        pressed_key(str): the new one, as `QKeySequence` writes it in English.
        cleared(): the action is to have none.
    """

    pressed_key = Signal(str)
    cleared = Signal()

    def __init__(self, name: str, action: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._action = action
        self._key = ""
        self._is_waiting = False
        self.setMinimumWidth(scaled(160))
        self.clicked.connect(self._wait)

    def show_key(self, key: str) -> None:
        self._key = key
        self._show()

    @property
    def is_waiting(self) -> bool:
        return self._is_waiting

    def event(self, event: QEvent) -> bool:
        """While it waits, no shortcut of the window is meant."""
        if self._is_waiting and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_waiting:
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key in _NO_KEYS or event.isAutoRepeat():
            return
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        self._end()
        if key == Qt.Key.Key_Escape and is_plain:
            return
        if key in _CLEARS and is_plain:
            self.cleared.emit()
            return
        combination = event.keyCombination()
        wanted = Qt.KeyboardModifier.KeypadModifier
        modifiers = combination.keyboardModifiers() & ~wanted
        pressed = QKeySequence(modifiers | combination.key())
        self.pressed_key.emit(pressed.toString(QKeySequence.SequenceFormat.PortableText))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._end()
        super().focusOutEvent(event)

    def _wait(self) -> None:
        self._is_waiting = True
        self._show()

    def _end(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self._show()

    def _show(self) -> None:
        shown = native(self._key) or self.tr("No key")
        self.setText(self.tr("Press the new key …") if self._is_waiting else shown)
        self.setAccessibleName(f"{self._action}: {self.text()}")


class KeysPage(SettingsColumn):
    """The keys of all actions.

    Args:
        actions: their words by name, in the order of the menus.

    Signals:
        key_pressed(str, str): an action and its new key.
        key_cleared(str), key_reset(str): an action.
        all_reset().
        save_asked(object), load_asked(object): a `Path`.
    """

    key_pressed = Signal(str, str)
    key_cleared = Signal(str)
    key_reset = Signal(str)
    all_reset = Signal()
    save_asked = Signal(object)
    load_asked = Signal(object)

    def __init__(self, actions: Mapping[str, str]) -> None:
        super().__init__("settingsKeys")
        save = button("settingsKeysSave", self.tr("Save as file …"))
        save.clicked.connect(self._save)
        load = button("settingsKeysLoad", self.tr("Take from file …"))
        load.clicked.connect(self._load)
        self._all = button("settingsKeysReset", self.tr("All as delivered"))
        self._all.clicked.connect(self.all_reset)
        about = self.tr("Press a key's button, then the new key. Backspace takes it away.")
        words = self.tr("For all counters")
        row = SettingRow(words, about, side_by_side(save, load))
        self.column.addWidget(row)
        words = self.tr("All keys")
        self.column.addWidget(SettingRow(words, "", side_by_side(self._all), is_fact=True))
        self._fields: dict[str, KeyField] = {}
        self._resets: dict[str, QWidget] = {}
        for name, action in actions.items():
            self.column.addWidget(self._row(name, action))
        self.column.addStretch(1)

    def show_state(self, state: SettingsState) -> None:
        for name, field in self._fields.items():
            field.show_key(state.keys.get(name, ""))
            self._resets[name].setEnabled(name in state.own_keys)
        self._all.setEnabled(bool(state.own_keys))

    def _row(self, name: str, action: str) -> QWidget:
        field = KeyField(f"settingsKey-{name}", action)
        field.pressed_key.connect(lambda key: self.key_pressed.emit(name, key))
        field.cleared.connect(lambda: self.key_cleared.emit(name))
        words = self.tr("{action}: as delivered").format(action=action)
        reset = tool(f"settingsKeyReset-{name}", Icon.UNDO, words)
        reset.clicked.connect(lambda: self.key_reset.emit(name))
        self._fields[name], self._resets[name] = field, reset
        return SettingRow(action, "", side_by_side(field, reset), is_fact=True)

    def _save(self) -> None:
        dialog = self._dialog("settingsKeysSaveDialog", self.save_asked)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile(_FILE)
        dialog.open()

    def _load(self) -> None:
        dialog = self._dialog("settingsKeysLoadDialog", self.load_asked)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def _dialog(self, name: str, chosen: SignalInstance) -> QFileDialog:
        dialog = QFileDialog(self.window())
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self.tr("Keys (*.toml)"))
        dialog.fileSelected.connect(lambda path: chosen.emit(Path(path)))
        return dialog


class ConflictStrip(QFrame):
    """A key that was pressed is another action's: what becomes of it.

    Signals:
        swap_asked(), take_asked(), leave_asked().
    """

    swap_asked = Signal()
    take_asked = Signal()
    leave_asked = Signal()

    def __init__(self, actions: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("settingsConflict")
        self.setProperty("ask", True)
        self._actions = actions
        self._words = label("settingsConflictWords")
        self._words.setWordWrap(True)
        leave = button("settingsConflictLeave", self.tr("Leave it"), key="Esc")
        leave.clicked.connect(self.leave_asked)
        self._swap = button("settingsConflictSwap", self.tr("Each takes the other’s key"))
        self._swap.clicked.connect(self.swap_asked)
        take = button("settingsConflictTake", self.tr("Take it away there"))
        take.clicked.connect(self.take_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(STEPS[3], STEPS[1], STEPS[3], STEPS[1])
        layout.setSpacing(STEPS[1])
        layout.addWidget(self._words)
        row = QHBoxLayout()
        layout.addLayout(row)
        row.setSpacing(STEPS[1])
        for each in (self._swap, take, leave):
            row.addWidget(each)
        row.addStretch(1)

    def show_conflict(self, conflict: KeyConflict | None) -> None:
        if conflict is not None:
            words = self.tr("{key} is the key of “{other}”. “{action}” is to have it?")
            other, action = (self._actions[n] for n in (conflict.other, conflict.action))
            text = words.format(key=native(conflict.key), other=other, action=action)
            self._words.setText(text)
            self._swap.setAccessibleDescription(text)
        was_hidden = self.isHidden()
        self.setVisible(conflict is not None)
        if conflict is not None and was_hidden:
            self._swap.setFocus(Qt.FocusReason.OtherFocusReason)
