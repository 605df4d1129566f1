"""A place on a page that is kept free for what is said there, so that nothing moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QHideEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boxoffice.presenters.notices import Notice
from boxoffice.tokens.sizes import BODY, STEPS
from boxoffice.views.kit.controls import NoticeLabel
from boxoffice.views.kit.formats import Formats

_INDENT = 10  # pixels before the words


class NoticePlace(QWidget):
    """Shows a notice, or keeps its room. One of more lines lies over what is beside the place.

    Args:
        name: the object name of the notice.
        lines: how many lines of words there is room for; without any, what is said lies over
            what is beside the place.
        is_over: what is too long lies over what is above, and not over what is below.
    """

    def __init__(
        self, name: str, formats: Formats, *, lines: int = 2, is_over: bool = True
    ) -> None:
        super().__init__()
        kind, dash, number = name.partition("-")
        self.setObjectName(f"{kind}Place{dash}{number}")
        self._is_over = is_over
        self._height = lines * BODY.line + 2 * STEPS[1]
        self._label = NoticeLabel(name, formats, self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def leave_room(self, lines: int) -> None:
        """For so many lines of words from now on."""
        height = lines * BODY.line + 2 * STEPS[1] if lines else 0
        if height != self._height:
            self._height = height
            self.updateGeometry()
            self._follow()

    def show_notice(self, notice: Notice | None) -> None:
        self._label.show_notice(notice)
        self._follow()

    def sizeHint(self) -> QSize:
        return QSize(100, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange and self.parentWidget() is not None:
            self._label.setParent(self.parentWidget())
            self._label.setIndent(_INDENT)
            self._follow()
        return super().event(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._follow()

    def _follow(self) -> None:
        self._label.setVisible(self._label.notice is not None and not self.isHidden())
        wanted = self._label.heightForWidth(self.width())
        high = min(self._height, wanted) if wanted <= self._height else wanted
        box = self.geometry()
        top = box.bottom() + 1 - high if self._is_over else box.top()
        self._label.setGeometry(QRect(box.left(), top, box.width(), high))
        self._label.raise_()
