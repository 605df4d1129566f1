"""What this counter is called, what is heard at it, what it prints, and what a card needs."""

from __future__ import annotations

import platform

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal

from boxoffice.domain.closed_sets import complete
from boxoffice.domain.preferences import LONGEST_COUNTER, SoundChoice
from boxoffice.presenters.settings.state import SettingsState
from boxoffice.views.kit.controls import TextField
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.theme import scaled
from boxoffice.views.settings.rows import Segment, SettingRow, SettingsColumn, side_by_side

_SOUNDS = complete(
    SoundChoice,
    {
        SoundChoice.SYSTEM: QT_TRANSLATE_NOOP("CounterPage", "Like the system"),
        SoundChoice.OFF: QT_TRANSLATE_NOOP("CounterPage", "Off"),
        SoundChoice.ON: QT_TRANSLATE_NOOP("CounterPage", "On"),
    },
)


class CounterPage(SettingsColumn):
    """The place of sale.

    Signals:
        counter_named(str): what it is called; taken when the field is left, or with Enter.
        sounds_chosen(object): a `SoundChoice`.
    """

    counter_named = Signal(str)
    sounds_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("settingsCounterPage")
        title = self.tr("Name of the counter")
        self._name = TextField("settingsCounter", title, LONGEST_COUNTER)
        self._name.setPlaceholderText(shortened(platform.node(), LONGEST_COUNTER))
        self._name.setMinimumWidth(scaled(320))
        self._name.editingFinished.connect(self._named)
        words = self.tr("Shown below; empty for the computer's name")
        self.column.addWidget(SettingRow(title, words, side_by_side(self._name)))
        title = self.tr("Sounds")
        choices = [(each, each.value, self.tr(str(_SOUNDS[each]))) for each in SoundChoice]
        self._sounds = Segment("settingsSounds", title, choices)
        self._sounds.chosen.connect(self.sounds_chosen)
        words = self.tr("When a sale is done, and when a seat is lost")
        self.column.addWidget(SettingRow(title, words, self._sounds))
        self.column.addStretch(1)

    def show_state(self, state: SettingsState) -> None:
        if not self._name.hasFocus() or not self._name.isModified():
            self._name.setText(state.chosen.counter)
        self._sounds.show_value(state.chosen.sounds)

    def _named(self) -> None:
        if self._name.isModified():
            self._name.setModified(False)
            self.counter_named.emit(self._name.text())


class SellingPage(SettingsColumn):
    """What belongs to a sale.

    Signals:
        printing_chosen(object): whether the summary prints by itself.
        reference_chosen(object): whether a card needs a reference.
        tonight_chosen(object): whether tonight's event is open at the start.
    """

    printing_chosen = Signal(object)
    reference_chosen = Signal(object)
    tonight_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("settingsSalePage")
        title = self.tr("Print after a sale")
        choices = [(True, "on", self.tr("By itself")), (False, "off", self.tr("When asked for"))]
        self._prints = Segment("settingsPrinting", title, choices)
        self._prints.chosen.connect(self.printing_chosen)
        words = self.tr("The summary of the order")
        self.column.addWidget(SettingRow(title, words, self._prints))
        title = self.tr("Reference of the card terminal")
        choices = [(True, "needed", self.tr("Required")), (False, "free", self.tr("Optional"))]
        self._reference = Segment("settingsReference", title, choices)
        self._reference.chosen.connect(self.reference_chosen)
        words = self.tr("Optional: Enter sells without one")
        self.column.addWidget(SettingRow(title, words, self._reference))
        title = self.tr("At the start")
        choices = [
            (True, "open", self.tr("Open today's event")),
            (False, "list", self.tr("List of events")),
        ]
        self._tonight = Segment("settingsTonight", title, choices)
        self._tonight.chosen.connect(self.tonight_chosen)
        words = self.tr("Where there is only one, or the next is three hours later")
        self.column.addWidget(SettingRow(title, words, self._tonight))
        self.column.addStretch(1)

    def show_state(self, state: SettingsState) -> None:
        self._prints.show_value(state.chosen.prints)
        self._reference.show_value(state.chosen.needs_reference)
        self._tonight.show_value(state.chosen.opens_tonight)
