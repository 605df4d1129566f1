"""The page of the sale: events, map and order beside each other, each with the room it needs."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QWidget

from boxoffice.views.events.panel import EventsPanel
from boxoffice.views.events.strip import EventStrip
from boxoffice.views.kit.theme import scaled

_LIST_WIDTH = 290  # pixels at the usual size of letters, as all here: while no event is open
_LEAST_LIST = 200
_OVER_WIDTH = 380  # of the list over the map
_ORDER_WIDTHS = ((1800, 440), (1300, 400), (0, 360))  # from a window's width on
_LEAST_MAP, _LEAST_ORDER = 320, 320
_SETTLED = 500  # ms after the last move of the hand
_WHOLE = 1000


class SalePage(QWidget):
    """While no event is open, the list of events has a place of its own. Once one is, they are a
    strip, and the list comes over the map when it is asked for: the map does not move.

    Signals:
        folded(): the list is gone again.
        order_width_chosen(int): how wide the order is by now, in pixels at the usual letters.
    """

    folded = Signal()
    order_width_chosen = Signal(int)

    def __init__(
        self, strip: EventStrip, events: EventsPanel, map_: QWidget, till: QWidget
    ) -> None:
        super().__init__()
        self.setObjectName("salePage")
        self._strip, self._events = strip, events
        self._is_folded = self._is_over = False
        self._order_width = 0  # where the clerk has chosen none
        self._telling = QTimer(self, singleShot=True, interval=_SETTLED)
        self._telling.timeout.connect(self._tell_width)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("saleSplitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(4)
        self._splitter.addWidget(map_)
        self._splitter.addWidget(till)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.splitterMoved.connect(self._keep_width)
        map_.setMinimumWidth(scaled(_LEAST_MAP))
        till.setMinimumWidth(scaled(_LEAST_ORDER))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(strip)
        self._row.addWidget(events)
        self._row.addWidget(self._splitter, 1)
        strip.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        events.setFixedWidth(scaled(_LIST_WIDTH))

    @property
    def is_folded(self) -> bool:
        """Whether the events are a strip."""
        return self._is_folded

    @property
    def least_width(self) -> int:
        """What all three need beside each other."""
        return scaled(_LEAST_LIST) + self._splitter.minimumSizeHint().width()

    @property
    def is_over(self) -> bool:
        """Whether the list lies over the map."""
        return self._is_over

    def fold(self, is_folded: bool) -> None:
        """Whether the events are a strip: an event is open, or about to be."""
        if is_folded == self._is_folded:
            return
        self._is_folded, self._is_over = is_folded, False
        self._strip.setVisible(is_folded)
        if is_folded:
            self._events.hide()
            self._row.removeWidget(self._events)
        else:
            self._events.setFixedWidth(scaled(_LIST_WIDTH))
            self._row.insertWidget(1, self._events)
            self._events.show()
        self._events.set_over(False)
        self._row.activate()
        self._share()

    def use_order_width(self, width: int) -> None:
        """How wide the order is, in pixels at the usual size of letters; 0 for as the window has
        room."""
        self._order_width = width
        self._share()

    def open_list(self) -> None:
        """Brings the list over the map, where it has no place of its own."""
        if self._is_folded:
            self._is_over = True
            self._events.set_over(True)
            self._place()
            self._events.show()
            self._events.raise_()

    def close_list(self) -> None:
        """Folds the list that lies over the map."""
        if self._is_over:
            self._is_over = False
            self._events.hide()
            self.folded.emit()

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """The list is done with as soon as something else on the page is worked."""
        if self._is_over and now is not None and self._splitter.isAncestorOf(now):
            self._is_over = False
            self._events.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self._share()

    def _share(self) -> None:
        """Gives the order the width that it has in such a window, and the map the rest."""
        beside = self._strip.width()
        if not self._is_folded:
            room = self.width() - self._splitter.minimumSizeHint().width()
            beside = max(scaled(_LEAST_LIST), min(scaled(_LIST_WIDTH), room))
            self._events.setFixedWidth(beside)
        width = self.width() - beside
        usual = next(w for least, w in _ORDER_WIDTHS if self.width() >= least)
        order = min(scaled(self._order_width or usual), max(0, width - scaled(_LEAST_MAP)))
        self._splitter.setSizes([max(0, width - order), order])

    def _place(self) -> None:
        if self._is_over:
            left = self._strip.width()
            wide = min(scaled(_OVER_WIDTH), self.width() - left)
            self._events.setFixedWidth(wide)
            self._events.setGeometry(left, 0, wide, self.height())

    def _keep_width(self) -> None:
        self._order_width = round(self._splitter.sizes()[1] * _WHOLE / scaled(_WHOLE))
        self._telling.start()

    def _tell_width(self) -> None:
        self.order_width_chosen.emit(self._order_width)
