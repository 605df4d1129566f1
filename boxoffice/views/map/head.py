"""Over the map: which event it is, when and where, and how many of its seats are free."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boxoffice.domain.catalogue import Offer
from boxoffice.tokens.sizes import CONTROL, STEPS
from boxoffice.views.kit.controls import ElidedLabel, label, set_tip
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened

_HEIGHT = 60
_NO_LIMIT = 16_777_215  # Qt's own
_LEAST_NAME = 160  # pixels of a name, under which it has a line of its own


class MapHead(QWidget):
    """One line, or two where the name would have no room in one. The time is never cut; the place
    is left out where it would be."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("mapHead")
        self.setFixedHeight(_HEIGHT)
        self._formats = formats
        self._title = ElidedLabel("mapTitle", "title")
        self._time = label("mapTime", "", "strong")
        self._place = ElidedLabel("mapPlace", "faint")
        self._free = label("mapFree", "", "strong")
        for words in (self._time, self._free):
            words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for line in (self._first, self._second):
            line.setSpacing(STEPS[2])
        self._first.addWidget(self._title)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(STEPS[3], STEPS[0], STEPS[3], 0)
        self._lines.setSpacing(0)
        self._lines.addLayout(self._first)
        self._lines.addLayout(self._second)
        self._is_one = False
        self._arrange(is_one=True)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No event is on the map."""
        self._title.show_text(self.tr("Seat map"))
        self._time.setText("")
        self._place.show_text("")
        self._free.setText("")
        self._fit()

    def show_offer(self, offer: Offer) -> None:
        self._title.show_text(shortened(offer.event.name, 200))
        self._time.setText(self._formats.date_time(offer.starts_at))
        self._place.show_text(shortened(offer.location.name, 200) if offer.location else "")
        if offer.location is not None:
            set_tip(self._title, f"{offer.event.name} · {offer.location.name}")
        self._fit()

    def show_free(self, count: int) -> None:
        """How many seats are free."""
        text = self.tr("%Ln free", "", count)
        if text != self._free.text():
            self._free.setText(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In one line the name has its own width, and the place what is left."""
        margins = self._lines.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2 * STEPS[2]
        room -= self._time.sizeHint().width() + self._free.sizeHint().width() + STEPS[2]
        wished = self._title.whole_width()
        is_one = room >= min(wished, _LEAST_NAME)
        if is_one is not self._is_one:
            self._arrange(is_one=is_one)
        self._title.setMinimumWidth(min(wished, max(0, room)) if is_one else 0)
        self._title.setMaximumWidth(self._title.minimumWidth() if is_one else _NO_LIMIT)
        left = room - (self._title.minimumWidth() if is_one else 0)
        self._place.setVisible(self._place.whole_width() + STEPS[2] <= left)

    def _arrange(self, *, is_one: bool) -> None:
        self._is_one = is_one
        for line in (self._first, self._second):
            while line.count() > (1 if line is self._first else 0):
                line.takeAt(line.count() - 1)
        line = self._first if is_one else self._second
        low = Qt.AlignmentFlag.AlignVCenter
        self._title.setMinimumHeight(CONTROL if is_one else 28)
        line.addWidget(self._time, 0, low)
        line.addWidget(self._place, 1)
        line.addStretch()
        line.addWidget(self._free, 0, low)
        wide = QSizePolicy.Policy.Fixed if is_one else QSizePolicy.Policy.Ignored
        self._title.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
