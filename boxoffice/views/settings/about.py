"""What the program is: versions, what is bundled and its licences, and what support needs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QSizePolicy

from boxoffice.presenters.settings.state import Component, SettingsState
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.controls import ElidedLabel, button, label
from boxoffice.views.kit.theme import scaled
from boxoffice.views.settings.rows import SettingRow, SettingsColumn, side_by_side

_LIST = 200  # pixels


class AboutPage(SettingsColumn):
    """About the program.

    Signals:
        copy_asked(), log_asked().
    """

    copy_asked = Signal()
    log_asked = Signal()

    def __init__(self) -> None:
        super().__init__("settingsAbout")
        self._components: tuple[Component, ...] | None = None
        copy = button("settingsCopy", self.tr("Copy for support"))
        copy.clicked.connect(self.copy_asked)
        self._log = button("settingsLog", self.tr("Open log"))
        self._log.clicked.connect(self.log_asked)
        words = self.tr("Versions, screen and settings; no token, no name, no address")
        title = self.tr("Help from support")
        row = side_by_side(copy, self._log)
        self.column.addWidget(SettingRow(title, words, row))
        self._facts = [
            self._fact("aboutProgram", self.tr("Boxoffice")),
            self._fact("aboutQt", self.tr("Qt")),
            self._fact("aboutPython", self.tr("Python")),
            self._fact("aboutService", self.tr("Service")),
            self._fact("aboutDatabase", self.tr("Database")),
        ]
        title = self.tr("What is bundled, and its licences")
        self.column.addSpacing(STEPS[2])
        self.column.addWidget(label("aboutComponentsTitle", title, "setting"))
        self.column.addSpacing(STEPS[1])
        self._list = QListWidget()
        self._list.setObjectName("aboutComponents")
        self._list.setAccessibleName(title)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setWordWrap(True)
        self._list.setMinimumHeight(scaled(_LIST))
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.column.addWidget(self._list, 1)

    def show_state(self, state: SettingsState) -> None:
        about = state.about
        unknown = self.tr("not known")
        values = (about.program, about.qt, about.python, about.service, about.sqlite)
        for shown, text in zip(self._facts, values, strict=True):
            shown.show_text(text or unknown)
        self._log.setEnabled(bool(about.log))
        if about.components != self._components:
            self._components = about.components
            self._list.clear()
            for each in about.components:
                self._list.addItem(f"{each.name} {each.version} · {each.licence or unknown}")

    def _fact(self, name: str, title: str) -> ElidedLabel:
        made = ElidedLabel(name)
        self.column.addWidget(SettingRow(title, "", made, is_fact=True))
        return made
