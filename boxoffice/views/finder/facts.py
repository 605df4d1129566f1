"""What is known of a sold order: a fact a line, under what it is called."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.controls import label


class Facts(QWidget):
    """Shows facts; one that says nothing is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foundFacts")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, STEPS[1])
        self._grid.setHorizontalSpacing(STEPS[2])
        self._grid.setVerticalSpacing(STEPS[0])
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        told = [(called, words) for called, words in facts if words]
        for row, (called, words) in enumerate(told):
            name = label(f"foundFact-{row}", called, "faint")
            value = label(f"foundFactIs-{row}", words)
            value.setWordWrap(True)
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
        self.setAccessibleName("; ".join(f"{called}: {words}" for called, words in told))
