"""The bar under the map: what is taken at the left, how the house is seen at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.controls import tool
from boxoffice.views.kit.icons import Icon
from boxoffice.views.map.level_switch import LevelSwitch

_HEIGHT = 56
_SPACE = STEPS[1]
_EDGE = STEPS[2]


class ToolBar(QWidget):
    """Where there is no room for all, the tools go into a menu one by one from the last, and the
    levels become a button with a menu; what takes seats stays.

    Args:
        takers: controls that stay.
        tools: buttons that may go, the one that is missed least last.
    """

    def __init__(
        self, takers: Sequence[QWidget], levels: LevelSwitch, tools: Sequence[QToolButton]
    ) -> None:
        super().__init__()
        self.setObjectName("mapBar")
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._takers, self._levels, self._tools = tuple(takers), levels, tuple(tools)
        self._rest = tool("mapMore", Icon.MORE, self.tr("More tools"))
        self._rest.clicked.connect(self._open_menu)
        self._menu = QMenu(self)
        self._menu.setObjectName("mapMoreMenu")
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 0, _EDGE, 0)
        row.setSpacing(_SPACE)
        for widget in takers:
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(levels)
        for button in tools:
            row.addWidget(button)
        row.addWidget(self._rest)
        self._rest.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Shows what there is room for."""
        taken = sum(w.sizeHint().width() + _SPACE for w in self._takers if not w.isHidden())
        room = self.width() - 2 * _EDGE - taken
        has_levels = not self._levels.isHidden()
        least = self._width_of(1)
        long = self._levels.width_as(is_short=False) + _SPACE if has_levels else 0
        is_short = has_levels and long + least > room
        short = self._levels.width_as(is_short=True) + _SPACE if has_levels else 0
        self._levels.shorten(is_short)
        room -= short if is_short else long
        many = range(len(self._tools), 0, -1)
        count = next((n for n in many if self._width_of(n) <= room), 0)
        for number, button in enumerate(self._tools):
            button.setVisible(number < count)
        self._rest.setVisible(count < len(self._tools))

    def _width_of(self, count: int) -> int:
        """Pixels for so many tools, and the menu of the others."""
        width = sum(b.sizeHint().width() + _SPACE for b in self._tools[:count])
        is_whole = count == len(self._tools)
        return width if is_whole else width + self._rest.sizeHint().width() + _SPACE

    def _open_menu(self) -> None:
        self._menu.clear()
        for button in self._tools:
            if button.isHidden():
                action = self._menu.addAction(button.icon(), button.accessibleName())
                action.setEnabled(button.isEnabled())
                action.setCheckable(button.isCheckable())
                action.setChecked(button.isChecked())
                action.triggered.connect(button.click)
        at = self._rest.mapToGlobal(self._rest.rect().topRight())
        size = self._menu.sizeHint()
        at.setX(at.x() - size.width())
        at.setY(at.y() - size.height() - STEPS[0])
        self._menu.popup(at)
