"""What the list of events is narrowed by: a chip for each, where there is something to choose."""

from __future__ import annotations

from functools import partial
from typing import assert_never

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QSizePolicy, QWidget

from boxoffice.domain.closed_sets import complete
from boxoffice.presenters.events.state import SELLING, EventsState, Sieve
from boxoffice.tokens.sizes import SMALL_ICON, STEPS
from boxoffice.views.kit.controls import plain_tip
from boxoffice.views.kit.icons import Icon, icon
from boxoffice.views.kit.names import shortened

_COLUMNS = 2
_NAMES = complete(
    Sieve,
    {
        Sieve.VENUE: "eventsVenue",
        Sieve.ORGANIZER: "eventsOrganizer",
        Sieve.CATEGORY: "eventsCategory",
        Sieve.ON_SALE: "eventsOnSale",
    },
)


class FilterChip(QPushButton):
    """One filter: its name, or the value that is chosen; a press tells which there are.

    Signals:
        chosen(str): a value of it; empty for all.
    """

    chosen = Signal(str)

    def __init__(self, name: str, words: str, every: str) -> None:
        super().__init__(words)
        self.setObjectName(name)
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words, self._every, self._value = words, every, ""
        self._values: tuple[str, ...] = ()
        self._menu = QMenu(self)
        self._menu.setObjectName(f"{name}Menu")
        if every:
            self.setIcon(icon(Icon.DOWN))
            self.setIconSize(QSize(SMALL_ICON, SMALL_ICON))
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow comes last
        self.clicked.connect(self._ask)

    def width_of_name(self) -> int:
        """Pixels for its name, whole."""
        self.ensurePolished()  # in the letters of the style sheet
        return self.fontMetrics().horizontalAdvance(self._words) + self._beside

    @property
    def _beside(self) -> int:
        """Pixels beside its words."""
        arrow = 0 if self.icon().isNull() else SMALL_ICON + STEPS[0]
        return arrow + 2 * STEPS[1] + STEPS[0]

    def show_values(self, values: tuple[str, ...], value: str) -> None:
        self.setVisible(bool(values))
        self._values, self._value = values, value
        self.setChecked(bool(value))
        is_named = bool(value) and value != SELLING
        whole = shortened(value, 200) if is_named else self._words
        self.setAccessibleName(f"{self._words}: {whole}" if is_named else self._words)
        self._show_words(whole)

    def sizeHint(self) -> QSize:
        """Its height; the panel gives its width."""
        return QSize(0, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_values(self._values, self._value)

    def _show_words(self, whole: str) -> None:
        room = self.width() - self._beside
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tip(whole) if shown != whole else "")

    def _ask(self) -> None:
        self.setChecked(bool(self._value))  # until it is chosen
        if self._values == (SELLING,):
            self.chosen.emit("" if self._value else SELLING)
            return
        self._menu.clear()
        for value in ("", *self._values):
            words = shortened(value, 60).replace("&", "&&") if value else self._every
            action = QAction(words, self._menu)
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.triggered.connect(partial(self.chosen.emit, value))
            self._menu.addAction(action)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))


class FilterBar(QWidget):
    """The chips.

    Signals:
        narrowed(object, str): a `Sieve`, and its value; empty for all.
    """

    narrowed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("eventsFilters")
        self.setProperty("dense", True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(STEPS[0])
        self._chips = {each: FilterChip(_NAMES[each], *self._words(each)) for each in Sieve}
        for sieve, chip in self._chips.items():
            chip.setParent(self)
            chip.chosen.connect(partial(self._choose, sieve))
        self._shown: tuple[Sieve, ...] = ()
        self._columns = 0

    def show_state(self, state: EventsState) -> None:
        shown = tuple(sieve for sieve in Sieve if sieve in state.choices)
        if shown != self._shown:
            self._shown = shown
            self._arrange()
        for sieve, chip in self._chips.items():
            chip.show_values(state.choices.get(sieve, ()), state.chosen.get(sieve, ""))
        self.setVisible(bool(shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns != self._fitting:
            self._arrange()

    @property
    def _fitting(self) -> int:
        """Two beside each other, or one below the other where their names have no room so."""
        half = (self.width() - STEPS[0]) // _COLUMNS
        names = (self._chips[sieve].width_of_name() for sieve in self._shown)
        return _COLUMNS if all(name <= half for name in names) else 1

    def _arrange(self) -> None:
        self._columns = self._fitting
        for chip in self._chips.values():
            self._grid.removeWidget(chip)
        for number, sieve in enumerate(self._shown):
            self._grid.addWidget(self._chips[sieve], *divmod(number, self._columns))
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, int(column < self._columns))

    def _choose(self, sieve: Sieve, value: str) -> None:
        self.narrowed.emit(sieve, value)

    def _words(self, sieve: Sieve) -> tuple[str, str]:
        """The name of a filter, and what stands for all of its values."""
        match sieve:
            case Sieve.VENUE:
                return self.tr("Venue"), self.tr("Every venue")
            case Sieve.ORGANIZER:
                return self.tr("Organiser"), self.tr("All organisers")
            case Sieve.CATEGORY:
                return self.tr("Category"), self.tr("All categories")
            case Sieve.ON_SALE:
                return self.tr("On sale"), ""
            case _:
                assert_never(sieve)
