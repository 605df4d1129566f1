"""Says what became of the clerk's own seats, once for each batch of changes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from boxoffice.domain.seats.seatplan import States
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.speech.speech import Spoken, changes_in_words

_GATHERED = 80  # milliseconds: an order's seats change one by one

Say = Callable[[Spoken], None]


class Announcer(QObject):
    """Gathers changes for a moment, then speaks at most once.

    Attributes:
        say: where sentences go; None for Qt, as long as an assistive tool listens.
    """

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.say: Say | None = None
        self._canvas = canvas
        self._scene: Scene | None = None
        self._before: dict[int, int] = {}
        self._lost: set[int] = set()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._speak)

    @property
    def is_heard(self) -> bool:
        return self.say is not None or QAccessible.isActive()

    def forget(self) -> None:
        """Drops what was gathered, since another plan is shown."""
        self._timer.stop()
        self._before.clear()
        self._lost.clear()

    def note(self, scene: Scene, indices: list[int], before: States) -> None:
        """Seats have changed; `before` is what they were."""
        if not self.is_heard or not indices:
            return
        self._scene = scene
        for index, state in zip(indices, before.tolist(), strict=True):
            self._before.setdefault(index, int(state))
        self._start()

    def lose(self, scene: Scene, indices: list[int]) -> None:
        """Seats were lost to another counter."""
        if not self.is_heard or not indices:
            return
        self._scene = scene
        for index in indices:
            self._before.setdefault(index, int(scene.states[index]))
        self._lost.update(indices)
        self._start()

    def _start(self) -> None:
        if not self._timer.isActive():
            self._timer.start(_GATHERED)

    def _speak(self) -> None:
        scene, indices = self._scene, list(self._before)
        before = np.array(list(self._before.values()), dtype=np.uint8)
        lost = frozenset(self._lost)
        self.forget()
        if scene is None:
            return
        spoken = changes_in_words(scene, indices, before, scene.states[indices], lost)
        if spoken is None:
            return
        if self.say is not None:
            self.say(spoken)
        else:
            QAccessible.updateAccessibility(announcement(self._canvas, spoken))


def announcement(canvas: QWidget, spoken: Spoken) -> QAccessibleAnnouncementEvent:
    """The event by which Qt has a sentence said."""
    event = QAccessibleAnnouncementEvent(canvas, spoken.text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if spoken.is_urgent else politeness.Polite)
    return event
