"""What colours and shapes on the map mean, and what the categories cost."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import PriceCategoryId
from boxoffice.views.controls import button, label, set_tip
from boxoffice.views.formats import Formats
from boxoffice.views.wording import shortened

_MOST = 8
_GREY = "#7a8490"


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
    """One line under the map: categories with their prices, and the shapes where there is room.

    Signals:
        category_chosen(object): the `PriceCategoryId` to filter the map to; None for all.
    """

    category_chosen = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("mapLegend")
        self._formats = formats
        self._categories = QWidget()
        self._categories.setObjectName("legendCategories")
        self._shapes = self._make_shapes()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._categories)
        row.addStretch(1)
        row.addWidget(self._shapes)
        self._prices: list[tuple[QPushButton, str, str]] = []
        self.chosen: PriceCategoryId | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_offer(self, offer: Offer) -> None:
        made, layout = _line("legendCategories")
        self._prices = []
        self.chosen = None
        for index, category in enumerate(offer.categories[:_MOST]):
            span = offer.price_list.range_of(category.id)
            name = shortened(category.name, 24)
            price = f" {self._formats.money(span[1])}" if span else ""
            entry = button(f"legendCategory{index}", name + price, flat=True)
            entry.setProperty("legend", True)
            entry.setCheckable(True)
            entry.setProperty("category", category.id)
            entry.clicked.connect(self._choose)
            self._prices.append((entry, name, name + price))
            layout.addWidget(Dot(category.color))
            layout.addWidget(entry)
        row = self.layout()
        if row is not None:
            row.replaceWidget(self._categories, made)
        self._categories.deleteLater()
        self._categories = made
        self._fit()

    def _choose(self) -> None:
        """A second press on the same category undoes it."""
        pressed = self.sender()
        for entry, _, _ in self._prices:
            entry.setChecked(entry is pressed and entry.isChecked())
        checked = [entry for entry, _, _ in self._prices if entry.isChecked()]
        self.chosen = PriceCategoryId(checked[0].property("category")) if checked else None
        self.category_chosen.emit(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leaves out the shapes first, then the prices."""
        for entry, _, whole in self._prices:
            entry.setText(whole)
        wide = self._categories.sizeHint().width()
        self._shapes.setVisible(wide + self._shapes.sizeHint().width() + 20 <= self.width())
        if wide > self.width():
            for entry, name, whole in self._prices:
                entry.setText(name)
                set_tip(entry, whole)

    def _make_shapes(self) -> QWidget:
        made, layout = _line("legendShapes")
        for shape, words in (
            ("ring", self.tr("held")),
            ("dot", self.tr("sold")),
            ("cross", self.tr("blocked")),
        ):
            layout.addWidget(Dot(_GREY, shape))
            layout.addWidget(label(f"legend-{shape}", words, "faint"))
        return made


def _line(name: str) -> tuple[QWidget, QHBoxLayout]:
    made = QWidget()
    made.setObjectName(name)
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    return made, layout
