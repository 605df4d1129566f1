"""Parts of a page that are all seen where there is room for them, and scrolled elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

_AROUND = 8  # pixels beside what is brought into view


class FitScroll(QScrollArea):
    """Is as high as what it holds, and lower where the page has no room for that.

    What has the focus is in view, and so is what comes to have it while things grow.

    Args:
        inside: what it holds, by a layout.
        least: its height, in pixels, where there is no room at all.
    """

    def __init__(self, name: str, inside: QLayout, *, least: int) -> None:
        super().__init__()
        self._layout = inside
        self.setObjectName(name)
        self._least = least
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._held = QWidget()
        self._held.setObjectName(f"{name}Inside")
        self._held.setLayout(inside)
        self.setWidget(self._held)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def sizeHint(self) -> QSize:
        return QSize(100, self._whole)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than what it holds can be: only what is lower is scrolled."""
        return QSize(self._layout.totalMinimumSize().width(), min(self._least, self._whole))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_done = super().eventFilter(watched, event)
        if watched is self._held and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif watched is self._held and event.type() == QEvent.Type.Resize:
            self.updateGeometry()
            self._follow_focus(None, QApplication.focusWidget())
        return is_done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        self._follow_focus(None, QApplication.focusWidget())

    @property
    def _whole(self) -> int:
        """The height of what it holds, at its width."""
        layout = self._layout
        if layout.hasHeightForWidth():
            wanted = layout.totalHeightForWidth(max(1, self.viewport().width()))
            return max(wanted, layout.totalMinimumSize().height())
        return int(layout.totalSizeHint().height())

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """The whole part that it is in, as far as there is room, and then all of itself, where Qt
        would be content with the cursor in a field."""
        if now is None or not self._held.isAncestorOf(now):
            return
        part = now
        while (up := part.parentWidget()) is not None and up is not self._held:
            part = up
        self._bring(part)
        self._bring(now)

    def _bring(self, part: QWidget) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top = part.mapTo(self._held, QPoint(0, 0)).y() - _AROUND
        bottom = top + part.height() + 2 * _AROUND
        if top < bar.value() or bottom - top > room:
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)
