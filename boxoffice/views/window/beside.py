"""What fills the window, and a page that can be called up beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from boxoffice.views.kit.theme import scaled

_WIDTH = 380  # pixels at the usual size of letters, as all here
_LEAST = 900  # of what it stands beside; where there is less, it lies over the other end


class Beside(QWidget):
    """The page stands at the end where reading begins: the order, at the other end, is never
    covered. Where both have no room, it lies over the map."""

    def __init__(self, main: QWidget) -> None:
        super().__init__()
        self.setObjectName("centre")
        self._page: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(main, 1)

    def show_page(self, page: QWidget | None) -> None:
        """Calls a page up, in the place of the one before; None for no page."""
        if self._page is not None and self._page is not page:
            self._page.hide()
        self._page = page
        if page is not None:
            page.setParent(self)
        self._place()
        if page is not None:
            page.show()
            page.raise_()

    def covers(self, widget: QWidget) -> bool:
        """Whether the page lies over the middle of a part of what it is called up over."""
        page = self._page
        if page is None or page.isAncestorOf(widget) or not self.isAncestorOf(widget):
            return False
        return page.geometry().contains(widget.mapTo(self, widget.rect().center()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        wide = min(scaled(_WIDTH), self.width())
        room = QRect(0, 0, wide, self.height())
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        taken = 0
        if self._page is not None:
            self._page.setGeometry(room)
            taken = wide if self.width() - wide >= scaled(_LEAST) else 0
        if self.isRightToLeft():
            self._layout.setContentsMargins(0, 0, taken, 0)
        else:
            self._layout.setContentsMargins(taken, 0, 0, 0)
