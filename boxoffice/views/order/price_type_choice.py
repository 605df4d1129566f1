"""One price type for many lines at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from boxoffice.domain.ids import Place, PriceTypeId
from boxoffice.presenters.common import LineRow
from boxoffice.views.kit.names import shortened


class PriceTypeChoice(QComboBox):
    """The price types that all of some lines may have.

    Signals:
        type_chosen(object, object): a tuple of `Place` and their new `PriceTypeId`.
    """

    type_chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("allPriceTypes")
        self._places: tuple[Place, ...] = ()
        self._words = ""
        self.activated.connect(self._choose)
        self.hide()

    def show_rows(self, rows: tuple[LineRow, ...], selected: tuple[Place, ...]) -> None:
        """For the selected lines, or for all where none is selected."""
        chosen = frozenset(selected)
        meant = [row for row in rows if not chosen or row.line.place in chosen]
        self._places = tuple(row.line.place for row in meant)
        common = _common(meant)
        self.setVisible(len(common) > 1 and (bool(chosen) or len(rows) > 1))
        self._fill(common, len(chosen))

    def open_list(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.showPopup()

    def _fill(self, common: dict[PriceTypeId, str], selected: int) -> None:
        words = self.tr("All seats at … (F8)")
        if selected:
            words = self.tr("%n selected seats at … (F8)", "", selected)
        if [self.itemData(i) for i in range(1, self.count())] != list(common):
            self.clear()
            self.addItem(words)
            for type_id, name in common.items():
                self.addItem(name, type_id)
        elif words != self._words:
            self.setItemText(0, words)
        self._words = words
        name = self.tr("Price type of the selected seats")
        self.setAccessibleName(name if selected else self.tr("Price type of all seats"))

    def _choose(self, index: int) -> None:
        chosen = self.itemData(index)
        self.setCurrentIndex(0)
        if chosen is not None:
            self.type_chosen.emit(self._places, chosen)


def _common(rows: list[LineRow]) -> dict[PriceTypeId, str]:
    """The types that each line may have, in the order of the first one's."""
    found: dict[PriceTypeId, str] = {}
    for position, row in enumerate(rows):
        types = {t.id: shortened(t.name, 40) for t in row.price_types}
        found = types if position == 0 else {k: v for k, v in found.items() if k in types}
    return found
