"""Which level of the house is shown: a segment of buttons, or a menu where they have no room."""

from __future__ import annotations

from itertools import takewhile

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from boxoffice.domain.catalogue import Area, Offer
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.controls import restyle, set_tip
from boxoffice.views.kit.icons import Icon, icon
from boxoffice.views.kit.names import shortened

_MOST_NAMES = 6
_ALL = 0  # the button's id; a level's is its place and one
_LONGEST = 24  # characters of a level's name on its button
_LEAST_SHARED = 3  # characters that the names of a level's areas begin with, to be its name


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
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._levels: tuple[int, ...] = ()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._choose)
        self._segment = QWidget()
        self._segment.setObjectName("levelSegment")
        self._row = QHBoxLayout(self._segment)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._menu = QMenu(self)
        self._menu.setObjectName("levelMenu")
        self._short = QToolButton()
        self._short.setObjectName("levelShort")
        self._short.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._short.setIcon(icon(Icon.DOWN))
        restyle(self._short, "words", True)
        self._short.clicked.connect(self._open_menu)
        self._short.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._segment)
        row.addWidget(self._short)
        self.hide()

    def show_levels(self, offer: Offer, levels: tuple[int, ...], chosen: int | None) -> None:
        """Offers all and each of the levels, the lowest first."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._levels = levels
        self._add(_ALL, self.tr("All"), self.tr("All levels"))
        for place, level in enumerate(levels):
            numbered = self.tr("Level {level}").format(level=level)
            named = level_name(offer, level)
            names = _names_of(offer, level)
            words = f"{named or numbered}: {names}" if names else named or numbered
            self._add(place + 1, named or numbered, words)
        checked = self._group.button(levels.index(chosen) + 1 if chosen in levels else _ALL)
        checked.setChecked(True)
        self._show_short()

    def shorten(self, is_short: bool) -> None:
        """Whether it is a button with a menu, which takes less room."""
        self._segment.setVisible(not is_short)
        self._short.setVisible(is_short)

    def width_as(self, *, is_short: bool) -> int:
        """Pixels that it needs."""
        if is_short:
            return self._short.sizeHint().width()
        buttons = self._group.buttons()
        return sum(b.sizeHint().width() for b in buttons) + 2 * max(0, len(buttons) - 1)

    def _add(self, number: int, sign: str, words: str) -> None:
        button = QToolButton()
        button.setObjectName("levelAll" if number == _ALL else f"level{number - 1}")
        button.setText(sign.replace("&", "&&"))
        button.setCheckable(True)
        button.setAccessibleName(words)
        restyle(button, "words", True)
        set_tip(button, words)
        self._group.addButton(button, number)
        self._row.addWidget(button)

    def _choose(self, number: int) -> None:
        self._show_short()
        self.level_chosen.emit(None if number == _ALL else self._levels[number - 1])

    def _show_short(self) -> None:
        checked = self._group.checkedButton()
        if checked is not None:
            self._short.setText(checked.text())
            self._short.setAccessibleName(checked.accessibleName())

    def _open_menu(self) -> None:
        self._menu.clear()
        for button in self._group.buttons():
            action = self._menu.addAction(button.text())
            action.setCheckable(True)
            action.setChecked(button.isChecked())
            action.triggered.connect(button.click)
        at = self._short.mapToGlobal(self._short.rect().topLeft())
        at.setY(at.y() - self._menu.sizeHint().height() - STEPS[0])
        self._menu.popup(at)


def level_name(offer: Offer, level: int) -> str:
    """What a level is called: by the area that its areas are parts of, by what their names
    begin with, by the area that has most of the places, or by the numbers of the areas; empty where
    there is no such name."""
    areas = [a for a in offer.areas if a.level == level and a.kind.has_places]
    parents = {a.parent_id for a in areas}
    parent = offer.area(next(iter(parents)) or areas[0].id) if len(parents) == 1 else None
    if parent is not None and (parent not in areas or len(areas) == 1):
        return shortened(parent.name, _LONGEST)
    shared = _beginning([a.name for a in areas])
    if len(areas) > 1 and len(shared) >= _LEAST_SHARED and _is_only_of(offer, level, shared):
        return shortened(shared, _LONGEST)
    return shortened(_main_of(areas), _LONGEST) or _range_of(areas)


def _beginning(names: list[str]) -> str:
    """What all names begin with, without the numbers behind it."""
    first, last = min(names, default=""), max(names, default="")
    same = (a == b for a, b in zip(first, last, strict=False))
    return first[: sum(takewhile(bool, same))].rstrip(" -,0123456789")


def _is_only_of(offer: Offer, level: int, shared: str) -> bool:
    others = (a for a in offer.areas if a.level != level and a.kind.has_places)
    return not any(a.name.startswith(shared) for a in others)


def _range_of(areas: list[Area]) -> str:
    """'101–140', where all areas are numbered; empty where they are not."""
    numbers = sorted(int(a.name) for a in areas if a.name.isascii() and a.name.isdigit())
    if not numbers or len(numbers) < len(areas):
        return ""
    return f"{numbers[0]}–{numbers[-1]}"


def _main_of(areas: list[Area]) -> str:
    """The name of the area that has most of the places; empty where none has."""
    whole = sum(a.capacity for a in areas)
    main = max(areas, key=lambda a: a.capacity, default=None)
    return main.name if main is not None and whole and 2 * main.capacity > whole else ""


def _names_of(offer: Offer, level: int) -> str:
    names = [a.name for a in offer.areas if a.level == level and a.kind.has_places]
    shown = ", ".join(shortened(name, 30) for name in names[:_MOST_NAMES])
    return shown + (" …" if len(names) > _MOST_NAMES else "")
