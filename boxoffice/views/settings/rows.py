"""What the pages of settings are made of: a row for a setting, and choices of a few."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.controls import button, label
from boxoffice.views.kit.theme import scaled

_ROW, _LOW_ROW, _LABELS, _CONTROLS = 64, 40, 240, 460


class SettingRow(QFrame):
    """A setting: what it is called, a few words about it, and its control. Where there is no room
    for both side by side, the control stands below."""

    def __init__(self, title: str, about: str, control: QWidget, *, is_fact: bool = False) -> None:
        """
        Args:
            is_fact: it is only to be read, and so as low as a row of a table.
        """
        super().__init__()
        self.setProperty("setting", True)
        self.setMinimumHeight(scaled(_LOW_ROW if is_fact else _ROW))
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(label("", title, "" if is_fact else "setting"))
        if about:
            second = label("", about, "second")
            second.setWordWrap(True)
            words.addWidget(second)
        words.addStretch(1)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        edge = STEPS[0] if is_fact else STEPS[2]
        self._layout.setContentsMargins(0, edge, 0, edge)
        self._layout.setSpacing(STEPS[4])
        self._layout.addWidget(self._words)
        self._layout.addWidget(control, 1)
        self._fold(is_narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(is_narrow=event.size().width() < scaled(_LABELS + _CONTROLS))

    def _fold(self, *, is_narrow: bool) -> None:
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        self._layout.setSpacing(STEPS[1] if is_narrow else STEPS[4])
        self._words.setMaximumWidth(16_777_215 if is_narrow else scaled(_LABELS))
        self._words.setMinimumWidth(0 if is_narrow else scaled(_LABELS))


class Segment(QWidget):
    """One of a few, side by side; the arrows go from one to the next.

    Signals:
        chosen(object): the value that was pressed.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        title: str,
        choices: Sequence[tuple[object, str, str]],
        pictures: Sequence[QIcon] = (),
    ) -> None:
        """
        Args:
            choices: a value, its part of the object names, and its words.
            pictures: of the choices, above their words; or none.
        """
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(STEPS[0])
        self._columns = 0
        self._values = [value for value, _, _ in choices]
        self._group = QButtonGroup(self)
        for number, (_, part, words) in enumerate(choices):
            made = self._made(f"{name}-{part}", words, pictures[number] if pictures else None)
            made.setCheckable(True)
            made.setAccessibleName(f"{title}: {words}")
            made.setProperty("segment", True)
            made.installEventFilter(self)
            self._group.addButton(made, number)
        self._arrange(len(choices))
        self._group.idClicked.connect(self._choose)

    def show_value(self, value: object) -> None:
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def minimumSizeHint(self) -> QSize:
        """Two beside each other, and as high as it is now."""
        widest = max(each.sizeHint().width() for each in self._group.buttons())
        return QSize(2 * widest + STEPS[0], super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In one row where there is room for all, else two and two."""
        super().resizeEvent(event)
        widths = [each.sizeHint().width() + STEPS[0] for each in self._group.buttons()]
        self._arrange(len(widths) if sum(widths) <= event.size().width() else 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, each in enumerate(self._group.buttons()):
            self._grid.addWidget(each, number // columns, number % columns)
        for column in range(len(self._values) + 1):
            self._grid.setColumnStretch(column, int(column == columns))
        self.updateGeometry()

    def _made(self, name: str, words: str, picture: QIcon | None) -> QAbstractButton:
        if picture is None:
            return button(name, words)
        made = QToolButton()
        made.setObjectName(name)
        made.setText(words)
        made.setIcon(picture)
        made.setIconSize(picture.availableSizes()[0] / 2)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setProperty("picture", True)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The arrows choose the next one, as among radio buttons."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        keys = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = keys.get(Qt.Key(event.key()), 0)
        if not step or not isinstance(watched, QAbstractButton):
            return False
        number = self._group.id(watched) + step
        if 0 <= number < len(self._values):
            self._group.button(number).setFocus(Qt.FocusReason.OtherFocusReason)
            self._group.button(number).click()
        return True

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._values[number])


class SettingsColumn(QScrollArea):
    """A page of rows, which scrolls where it is longer than its room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(STEPS[4], STEPS[1], STEPS[4], STEPS[4])
        self.column.setSpacing(0)
        self.setWidget(inside)


def side_by_side(*widgets: QWidget) -> QWidget:
    """A few controls in a row, and room behind them."""
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(STEPS[1])
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return made
