"""What colours and shapes on the map mean, and what the categories cost."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from boxoffice.domain.catalogue import Offer
from boxoffice.views.controls import label
from boxoffice.views.formats import Formats
from boxoffice.views.wording import shortened

_MOST = 8


class Dot(QWidget):
    """A small sign: a disc in a colour, or a seat's shape."""

    def __init__(self, color: str, shape: str = "disc") -> None:
        super().__init__()
        self._color = QColor(color)
        self._shape = shape
        self.setFixedSize(QSize(14, 14))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        if self._shape == "ring":
            painter.setPen(QPen(self._color, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
        elif self._shape == "dot":
            painter.drawEllipse(box.adjusted(2, 2, -2, -2))
        elif self._shape == "cross":
            painter.setPen(QPen(self._color, 2))
            painter.drawLine(box.topLeft(), box.bottomRight())
            painter.drawLine(box.topRight(), box.bottomLeft())
        else:
            painter.drawEllipse(box)


class Legend(QWidget):
    """One line under the map: categories with their prices, then the shapes."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("mapLegend")
        self._formats = formats
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_offer(self, offer: Offer) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for category in offer.categories[:_MOST]:
            span = offer.price_list.range_of(category.id)
            price = f" {self._formats.money(span[1])}" if span else ""
            self._add(Dot(category.color), shortened(category.name, 24) + price)
        self._layout.addStretch(1)
        self._add(Dot("#7a8490", "ring"), self.tr("held"))
        self._add(Dot("#9aa3ae", "dot"), self.tr("sold"))
        self._add(Dot("#7a8490", "cross"), self.tr("blocked"))

    def _add(self, dot: Dot, words: str) -> None:
        text: QLabel = label(f"legend{self._layout.count()}", words, "faint")
        text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        text.setMinimumWidth(10)
        self._layout.addWidget(dot)
        self._layout.addWidget(text)
