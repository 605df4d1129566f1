"""Which level of the house is shown: a column of buttons beside the map."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from boxoffice.domain.catalogue import Offer
from boxoffice.views.kit.controls import set_tip
from boxoffice.views.kit.names import shortened

_MOST_NAMES = 6
_ALL = 0  # the button's id; a level's is its place and one


class LevelSwitch(QFrame):
    """To be shown only where a venue has several levels.

    Signals:
        level_chosen(object): the level, or None for all.
    """

    level_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("levelSwitch")
        self.setAccessibleName(self.tr("Level of the venue"))
        self._levels: tuple[int, ...] = ()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._choose)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def show_levels(self, offer: Offer, levels: tuple[int, ...], chosen: int | None) -> None:
        """Offers all and each of the levels, the highest on top."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._column.removeWidget(button)
            button.deleteLater()
        self._levels = levels
        self._add(_ALL, self.tr("All"), self.tr("All levels"))
        for place in reversed(range(len(levels))):
            words = self.tr("Level {level}").format(level=levels[place])
            names = _names_of(offer, levels[place])
            self._add(place + 1, str(levels[place]), f"{words}: {names}" if names else words)
        checked = self._group.button(levels.index(chosen) + 1 if chosen in levels else _ALL)
        checked.setChecked(True)

    def _add(self, number: int, sign: str, words: str) -> None:
        button = QToolButton()
        button.setObjectName("levelAll" if number == _ALL else f"level{number - 1}")
        button.setText(sign)
        button.setCheckable(True)
        button.setAccessibleName(words)
        set_tip(button, words)
        self._group.addButton(button, number)
        self._column.addWidget(button)

    def _choose(self, number: int) -> None:
        self.level_chosen.emit(None if number == _ALL else self._levels[number - 1])


def _names_of(offer: Offer, level: int) -> str:
    names = [a.name for a in offer.areas if a.level == level and a.kind.has_places]
    shown = ", ".join(shortened(name, 30) for name in names[:_MOST_NAMES])
    return shown + (" …" if len(names) > _MOST_NAMES else "")
