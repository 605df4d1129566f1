"""The line at the window's foot: whether the server answers, who sells, where, and when."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QStatusBar

from boxoffice.presenters.common import Phase
from boxoffice.presenters.events.state import EventsState
from boxoffice.presenters.map.state import MapState
from boxoffice.presenters.notices import Severity
from boxoffice.views.kit.controls import label, restyle
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened

_TICK = 1000  # ms
_LIVE = 3  # seconds: a map that is not older follows every change


class StatusLine(QStatusBar):
    """Always there. The connection is told by a word and a sign, never by colour alone."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self._formats = formats
        self._is_silent = {"map": False, "events": False}
        self._is_connected = False
        self.setSizeGripEnabled(False)
        self._connection = label("statusConnection")
        self._test = label("statusTest")
        restyle(self._test, "state", Severity.WARNING.value)
        self._map = label("statusMap", "", "faint")
        self._clerk = label("statusClerk", "", "faint")
        self._counter = label("statusCounter", "", "faint")
        self._clock = label("statusClock")
        self.addWidget(self._connection)
        self.addWidget(self._test, 1)
        for widget in (self._map, self._clerk, self._counter, self._clock):
            self.addPermanentWidget(widget)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK)
        self._tick()
        self.show_server(is_connected=False)
        self.show_test(is_test=False)

    def show_test(self, *, is_test: bool) -> None:
        """Whether nothing that is sold here is real."""
        _put(self._test, self.tr("▲ TEST: nothing is really sold") if is_test else "")

    def show_server(self, *, is_connected: bool) -> None:
        """Whether the window is connected to a server; which one, the settings say."""
        self._is_connected = is_connected
        self._is_silent = dict.fromkeys(self._is_silent, False)
        self._show_connection()

    def show_place(self, clerk: str, counter: str) -> None:
        """Who sells, and where."""
        clerk, counter = shortened(clerk, 30), shortened(counter, 30)
        _put(self._clerk, self.tr("Clerk: {name}").format(name=clerk) if clerk else "")
        _put(self._counter, self.tr("Counter: {name}").format(name=counter) if counter else "")

    def show_map(self, state: MapState) -> None:
        """How old the map is."""
        age = state.age_seconds if state.phase is Phase.READY else None
        if age is None:
            text = ""
        elif age < _LIVE:
            text = self.tr("Map live")
        else:
            text = self.tr("Map %n second(s) old", "", int(age))
        _put(self._map, text)
        self._hear("map", is_silent=age is not None and state.is_old)

    def show_events(self, state: EventsState) -> None:
        self._hear("events", is_silent=state.notice is not None)

    def _hear(self, who: str, *, is_silent: bool) -> None:
        if self._is_silent[who] != is_silent:
            self._is_silent[who] = is_silent
            self._show_connection()

    def _show_connection(self) -> None:
        if not self._is_connected:
            text, severity = self.tr("○ Not connected"), Severity.INFO
        elif any(self._is_silent.values()):
            text, severity = self.tr("▲ No answer"), Severity.ERROR
        else:
            text, severity = self.tr("● Connected"), Severity.GOOD
        _put(self._connection, text)
        restyle(self._connection, "state", severity.value)

    def _tick(self) -> None:
        _put(self._clock, self._formats.date_time(datetime.now(UTC).astimezone()))


def _put(made: QLabel, text: str) -> None:
    if made.text() != text:
        made.setText(text)
        made.setAccessibleName(text)
    made.setVisible(bool(text))
