"""The settings: a page in the window. All of them hold at once, and can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from boxoffice.domain.closed_sets import complete
from boxoffice.presenters.notices import Notice
from boxoffice.presenters.settings.state import SettingsPage, SettingsState
from boxoffice.tokens.sizes import ICON, STEPS
from boxoffice.views.kit.controls import NoticeLabel, button, heading, label
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon, icon
from boxoffice.views.kit.theme import scaled
from boxoffice.views.kit.wording import words_of
from boxoffice.views.settings.about import AboutPage
from boxoffice.views.settings.appearance import AppearancePage
from boxoffice.views.settings.connection import ServerPage
from boxoffice.views.settings.counter import CounterPage, SellingPage
from boxoffice.views.settings.keys import ConflictStrip, KeysPage

Page = AppearancePage | CounterPage | SellingPage | KeysPage | ServerPage | AboutPage
_NAV, _HEAD, _MOST_TOLD = 208, 60, 3
_ICONS = complete(
    SettingsPage,
    {
        SettingsPage.APPEARANCE: Icon.SETTINGS,
        SettingsPage.COUNTER: Icon.PERSON,
        SettingsPage.SALE: Icon.CASH,
        SettingsPage.KEYS: Icon.KEYBOARD,
        SettingsPage.CONNECTION: Icon.LINK,
        SettingsPage.ABOUT: Icon.INFO,
    },
)

_WORDS = complete(
    SettingsPage,
    {
        SettingsPage.APPEARANCE: QT_TRANSLATE_NOOP("SettingsPanel", "Appearance"),
        SettingsPage.COUNTER: QT_TRANSLATE_NOOP("SettingsPanel", "Counter"),
        SettingsPage.SALE: QT_TRANSLATE_NOOP("SettingsPanel", "Sale"),
        SettingsPage.KEYS: QT_TRANSLATE_NOOP("SettingsPanel", "Keys"),
        SettingsPage.CONNECTION: QT_TRANSLATE_NOOP("SettingsPanel", "Connection"),
        SettingsPage.ABOUT: QT_TRANSLATE_NOOP("SettingsPanel", "About"),
    },
)


class SettingsPanel(QWidget):
    """Shows a `SettingsState`. Esc leaves; what is below stays as it is.

    Args:
        actions: the words of all actions by their name, in the order of the menus.

    Signals:
        leave_asked(), undo_asked().
        page_chosen(object): a `SettingsPage`.
    """

    leave_asked = Signal()
    undo_asked = Signal()
    page_chosen = Signal(object)

    def __init__(self, formats: Formats, actions: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("settingsPanel")
        self._formats = formats
        self.appearance = AppearancePage(formats)
        self.counter = CounterPage()
        self.sale = SellingPage()
        self.keys = KeysPage(actions)
        self.server = ServerPage(formats)
        self.about = AboutPage()
        self._pages = {page: self._made(page) for page in SettingsPage}
        self._shown = QStackedWidget()
        self._shown.setObjectName("settingsPages")
        for page in SettingsPage:
            self._shown.addWidget(self._pages[page])
        self.conflict = ConflictStrip(actions)
        self._mistakes = self._mistakes_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        body = QHBoxLayout()
        layout.addLayout(body, 1)
        layout.addWidget(self._foot())
        body.setSpacing(0)
        body.addWidget(self._nav())
        surface = QFrame()
        surface.setObjectName("settingsSurface")
        body.addWidget(surface, 1)
        right = QVBoxLayout(surface)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._mistakes)
        right.addWidget(self._shown, 1)
        right.addWidget(self.conflict)
        self.show_state(SettingsState())

    def show_state(self, state: SettingsState) -> None:
        self._place.setText(state.chosen.counter)
        self._place.setAccessibleName(state.chosen.counter)
        self._nav_buttons.button(list(SettingsPage).index(state.page)).setChecked(True)
        self._shown.setCurrentWidget(self._pages[state.page])
        for page in self._pages.values():
            page.show_state(state)
        self.conflict.show_conflict(state.conflict)
        self._show_mistakes(state.mistakes)
        self._notice.show_notice(state.notice)
        self._undo.setEnabled(state.can_undo)

    @property
    def home(self) -> QWidget:
        """Where the focus belongs: the chosen entry of the list of pages."""
        return self._nav_buttons.checkedButton() or self

    @property
    def room(self) -> QWidget:
        """Where a message may lie: the page, and not its foot."""
        return self._shown

    def step_back(self) -> None:
        """Out of what is asked, else out of the settings."""
        if self.conflict.isVisible():
            self.conflict.leave_asked.emit()
        else:
            self.leave_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.step_back()
        else:
            super().keyPressEvent(event)

    def _head(self) -> QWidget:
        head = QFrame()
        head.setObjectName("settingsHead")
        head.setMinimumHeight(scaled(_HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(STEPS[3], 0, STEPS[3], 0)
        row.setSpacing(STEPS[2])
        row.addWidget(heading("settingsTitle", self.tr("Settings")))
        self._place = label("settingsPlace", "", "faint")
        row.addWidget(self._place)
        row.addStretch(1)
        return head

    def _made(self, page: SettingsPage) -> Page:
        match page:
            case SettingsPage.APPEARANCE:
                return self.appearance
            case SettingsPage.COUNTER:
                return self.counter
            case SettingsPage.SALE:
                return self.sale
            case SettingsPage.KEYS:
                return self.keys
            case SettingsPage.CONNECTION:
                return self.server
            case SettingsPage.ABOUT:
                return self.about
            case _:
                assert_never(page)

    def _nav(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(STEPS[1], STEPS[1], STEPS[1], STEPS[1])
        column.setSpacing(0)
        self._nav_buttons = QButtonGroup(self)
        for number, page in enumerate(SettingsPage):
            made = button(f"settingsNav-{page.value}", self.tr(str(_WORDS[page])), flat=True)
            made.setCheckable(True)
            made.setProperty("nav", True)
            made.setIcon(icon(_ICONS[page]))
            made.setIconSize(QSize(ICON, ICON))
            self._nav_buttons.addButton(made, number)
            column.addWidget(made)
        column.addStretch(1)
        self._nav_buttons.idClicked.connect(self._turn)
        nav = QScrollArea()
        nav.setObjectName("settingsNav")
        nav.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        nav.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        nav.setWidgetResizable(True)
        nav.setFixedWidth(scaled(_NAV))
        nav.setWidget(inside)
        return nav

    def _mistakes_list(self) -> QWidget:
        made = QFrame()
        made.setObjectName("settingsMistakes")
        made.setProperty("ask", True)
        column = QVBoxLayout(made)
        column.setContentsMargins(STEPS[3], STEPS[1], STEPS[3], STEPS[1])
        column.setSpacing(STEPS[0])
        title = self.tr("The settings file has mistakes. What is wrong is left at its default.")
        first = label("settingsMistakesTitle", title, "strong")
        first.setWordWrap(True)
        column.addWidget(first)
        self._told = label("settingsMistakesTold")
        self._told.setWordWrap(True)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._told)
        return made

    def _show_mistakes(self, mistakes: tuple[Notice, ...]) -> None:
        lines = [words_of(each, self._formats) for each in mistakes[:_MOST_TOLD]]
        more = len(mistakes) - len(lines)
        if more > 0:
            lines.append(self.tr("and %n more", "", more))
        self._told.setText("\n".join(lines))
        self._mistakes.setVisible(bool(mistakes))

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setObjectName("settingsFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(STEPS[3], STEPS[0], STEPS[3], STEPS[0])
        row.setSpacing(STEPS[1])
        self._notice = NoticeLabel("settingsNotice", self._formats)
        row.addWidget(self._notice, 3)
        row.addStretch(1)
        self._undo = button("settingsUndo", self.tr("Undo the last step"), flat=True)
        self._undo.setIcon(icon(Icon.UNDO))
        self._undo.clicked.connect(self.undo_asked)
        row.addWidget(self._undo)
        done = button("settingsDone", self.tr("Done"), key="Esc", primary=True)
        done.clicked.connect(self.leave_asked)
        row.addWidget(done)
        return foot

    def _turn(self, number: int) -> None:
        self.page_chosen.emit(list(SettingsPage)[number])
