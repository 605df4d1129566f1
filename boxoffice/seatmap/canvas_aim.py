"""The map with what the clerk means on it: a seat by mouse or keys, a party around it, and what
is picked of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from boxoffice.domain.ids import AreaId, PriceCategoryId, SeatId
from boxoffice.domain.seats.seatplan import SeatState, States
from boxoffice.seatmap.canvas_spoken import SpokenMap
from boxoffice.seatmap.drawing.marks import Marks
from boxoffice.seatmap.drawing.scene import FAR, Scene
from boxoffice.seatmap.hall.party import party_around
from boxoffice.seatmap.hall.rows import step, typed_seat

_TYPING = 1500  # milliseconds after which another seat is typed
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class AimedMap(SpokenMap):
    """Knows what is pointed at, and picks it by keys.

    Signals:
        seats_picked(object): a tuple of `SeatId` that the clerk clicked, ran or painted over.
        area_picked(object): the `AreaId` of a standing area.
        seat_hovered(object): the `SeatId` under the mouse, or None.
        party_missed(int): where the clerk clicked there are not so many seats side by side.
        party_changed(int): back to one seat, by Escape.
    """

    seats_picked = Signal(object)
    area_picked = Signal(object)
    seat_hovered = Signal(object)
    party_missed = Signal(int)
    party_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered = -1
        self._last_picked = -1
        self._typed = ""
        self._typed_timer = QTimer(self, singleShot=True)
        self._typed_timer.timeout.connect(self._forget_typed)
        self._party = 1
        self._preview: list[int] = []
        self._aim = -1  # the seat that mouse or keys came to last

    @property
    def hovered(self) -> SeatId | None:
        """The seat under the mouse."""
        return self._id(self._hovered) if self._hovered >= 0 else None

    @property
    def preview(self) -> tuple[SeatId, ...]:
        """The seats for the party that a click or Enter would take now."""
        return tuple(self._id(index) for index in self._preview)

    def show_scene(self, scene: Scene) -> None:
        """Shows a plan; what the clerk points at stays what it was where the event is the same."""
        before = self._scene
        meant = (self._hovered, self._cursor, self._last_picked, self._aim)
        is_same = before is not None and before.offer.event.id == scene.offer.event.id
        ids = [before.plan.ids[i] if before and is_same and i >= 0 else -1 for i in meant]
        found = scene.plan.index_of(np.array(ids, dtype=np.int64)).tolist()
        self._preview = []
        self._hovered = self._last_picked = self._aim = -1
        super().show_scene(scene)
        self._hovered, self._cursor, self._last_picked, self._aim = found
        self._show_preview()
        self._describe()

    def show_states(self, indices: NDArray[np.intp], values: States) -> None:
        super().show_states(indices, values)
        if self._scene is not None:
            self._show_preview()
            self._describe()

    def set_party(self, size: int) -> None:
        """From two on, the mouse shows that many seats side by side, and a click takes them."""
        self._party = size
        self._show_preview()

    def choose_category(self, category: PriceCategoryId | None) -> None:
        super().choose_category(category)
        self._show_preview()

    def choose_level(self, level: int | None) -> None:
        """Shows one level, and forgets what was meant on another."""
        super().choose_level(level)
        if self._scene is not None:
            meant = np.array([self._hovered, self._cursor, self._last_picked, self._aim])
            seen = self._scene.seen(meant[meant >= 0])
            kept = np.where(np.isin(meant, seen), meant, -1).tolist()
            self._hovered, self._cursor, self._last_picked, self._aim = kept
            self._show_preview()
            self._describe()

    def take_pointed(self) -> bool:
        """Takes the party's seats where mouse or keys point, else the seat with the focus; False
        where neither is."""
        if self._preview:
            self._pick(self._preview)
        elif self._party > 1:
            if self._scene is None or self._aim < 0 or self.seat_pixels < FAR:
                return False
            if self._scene.states[self._aim] != SeatState.MINE:
                self.party_missed.emit(self._party)
        elif self._cursor >= 0:
            self._pick([self._cursor])
        else:
            return False
        return True

    def _mark_seats(self, marks: Marks) -> None:
        if self.hasFocus():
            marks.ring([self._cursor], self._palette.text, 2.0, 3.0)
        marks.ring(self._preview, self._palette.mine, 3.0, 2.0)
        if self._hovered not in self._preview:
            marks.ring([self._hovered], self._palette.text, 1.5, 1.5)

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._type(event) or self._zoom_by_key(key):
            return
        if key in _STEPS:
            self._walk(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.take_pointed():
                super().keyPressEvent(event)
        elif key is Qt.Key.Key_Escape and self._party > 1:
            self.set_party(1)
            self.party_changed.emit(1)
        else:
            super().keyPressEvent(event)

    def _zoom_by_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key is Qt.Key.Key_Minus:
            self.zoom_out()
        elif key is Qt.Key.Key_0:
            self.fit()
        else:
            return False
        return True

    def _type(self, event: QKeyEvent) -> bool:
        """Takes the key as part of a seat's name, 'B 12', which begins with a letter."""
        text = event.text()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        begins = text.isalpha() and text.isprintable()
        goes_on = bool(self._typed) and (text.isalnum() or text == " ")
        if self._scene is None or not is_plain or not (begins or goes_on):
            return False
        self._typed += text
        self._typed_timer.start(_TYPING)
        scene = self._scene
        middle = self._view.to_venue(self.width() / 2, self.height() / 2)
        index = typed_seat(scene.plan, scene.seen(np.arange(len(scene.plan))), self._typed, *middle)
        if index >= 0:
            self._cursor = index
            if self.seat_pixels < FAR:
                self.zoom_to(
                    QPointF(float(scene.plan.x[index]), float(scene.plan.y[index])),
                    3 * FAR / scene.pitch,
                )
            self.ensure_visible(self._id(index))
            self._aim_at(index)
            self._describe()
            self.update()
        return True

    @property
    def _is_typing(self) -> bool:
        """Whether a seat's name has begun, so that Space belongs to it."""
        return bool(self._typed)

    def _forget_typed(self) -> None:
        self._typed = ""

    def _walk(self, direction: tuple[int, int]) -> None:
        scene = self._scene
        if scene is None or not len(scene.plan):
            return
        if self._cursor < 0:
            x, y = self._view.to_venue(self.width() / 2, self.height() / 2)
            reach = max(scene.bounds.width, scene.bounds.height)
            self._cursor = scene.grid.nearest(x, y, reach)
        else:
            self._cursor = step(scene.plan, scene.grid, self._cursor, direction, scene.pitch)
        if self._cursor >= 0:
            self.ensure_visible(self._id(self._cursor))
            self._aim_at(self._cursor)
        self._describe()
        self.update()

    # --- what is meant ---

    def _pick(self, indices: list[int]) -> None:
        if self._scene is None or not indices:
            return
        self._last_picked = self._cursor = indices[-1]
        self._describe()
        self.seats_picked.emit(tuple(self._id(index) for index in indices))

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.seat_hovered.emit(self._id(index) if index >= 0 else None)
            self._aim_at(index)
            self.update()

    def _aim_at(self, index: int) -> None:
        self._aim = index
        self._show_preview()

    def _show_preview(self) -> None:
        """The seats that a click would take now."""
        preview: list[int] = []
        scene, index = self._scene, self._aim
        is_asked = self._party > 1 and index >= 0 and self.seat_pixels >= FAR
        if scene is not None and is_asked and scene.states[index] != SeatState.MINE:
            preview = party_around(
                scene.plan, scene.states, index, self._party, scene.offered()
            ).tolist()
        if preview != self._preview:
            self._preview = preview
            self.update()

    def _press(self, index: int, area: AreaId | None) -> None:
        if area is not None:
            self.area_picked.emit(area)
        elif self._scene is not None and 0 <= index < len(self._scene.plan):
            self._pick([index])
