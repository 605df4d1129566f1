"""The map with the keyboard's cursor on a seat, told to assistive tools."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from boxoffice.domain.ids import AreaId, PriceCategoryId, SeatId
from boxoffice.domain.seats.seatplan import States
from boxoffice.seatmap.canvas_display import MapDisplay
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.speech.accessible import AccessibleMap
from boxoffice.seatmap.speech.announcer import Announcer
from boxoffice.seatmap.speech.areas import SeatAreas
from boxoffice.seatmap.speech.speech import area_in_words, seat_in_words

PriceWords = Callable[[PriceCategoryId], str]


class SpokenMap(MapDisplay):
    """Knows which seat has the cursor, and says so.

    Attributes:
        accessible: the tree of the map for assistive tools.
        announcer: says what became of the clerk's own seats.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cursor = -1
        self._areas: SeatAreas | None = None
        self._price_words: PriceWords | None = None
        self._pressed: list[tuple[int, AreaId | None]] = []
        self._press_timer = QTimer(self, singleShot=True)
        self._press_timer.timeout.connect(self._press_now)
        self.accessible = AccessibleMap(self, self)
        self.announcer = Announcer(self)

    @property
    def focused_seat(self) -> SeatId | None:
        """The seat under the keyboard's cursor."""
        return self._id(self._cursor) if self._cursor >= 0 else None

    def focus_seat(self, seat_id: SeatId) -> None:
        """Puts the cursor on a seat and brings it into sight; one without a place is left out."""
        index = self._scene.plan.row_of(seat_id) if self._scene is not None else -1
        if self._scene is None or index < 0 or not self._scene.plan.placed[index]:
            return
        self._cursor = index
        self.ensure_visible(seat_id)
        self._describe()
        self.update()

    def set_price_words(self, words: PriceWords | None) -> None:
        """How a price category's price is said; without it the price is left out."""
        self._price_words = words
        self._describe()

    def show_scene(self, scene: Scene) -> None:
        self.accessible.forget()
        self.announcer.forget()
        self._cursor, self._areas = -1, None
        super().show_scene(scene)
        self._describe()

    def show_states(self, indices: NDArray[np.intp], values: States) -> None:
        before = self.states[indices].copy() if self._scene is not None else values
        super().show_states(indices, values)
        if self._scene is not None and (self.announcer.is_heard or self.accessible.is_heard):
            differs = before != values
            changed = np.asarray(indices)[differs].tolist()
            self.announcer.note(self._scene, changed, before[differs])
            self.accessible.change_states(changed)

    def clear(self) -> None:
        self.accessible.forget()
        self.announcer.forget()
        self._cursor, self._areas = -1, None
        super().clear()

    def flash(self, seat_ids: tuple[SeatId, ...]) -> None:
        super().flash(seat_ids)
        if self._scene is not None:
            self.announcer.lose(self._scene, sorted(self._rings.lost))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.accessible.move_focus(is_new=True)

    def _describe(self) -> None:
        """Tells assistive tools which seat has the focus."""
        has_seat = self._scene is not None and self._cursor >= 0
        words = self.seat_words(self._cursor) if has_seat else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
        self.accessible.move_focus()

    # --- what the tree asks ---

    @property
    def scene(self) -> Scene | None:
        """What is drawn, for assistive tools."""
        return self._scene

    @property
    def areas(self) -> SeatAreas | None:
        if self._areas is None and self._scene is not None:
            self._areas = SeatAreas(self._scene)
        return self._areas

    @property
    def cursor_index(self) -> int:
        return self._cursor

    def seat_words(self, index: int) -> str:
        """A seat as it is said, with its price where that is known."""
        if self._scene is None:
            return ""
        category = PriceCategoryId(int(self._scene.plan.category_ids[index]))
        price = self._price_words(category) if self._price_words is not None else ""
        return seat_in_words(self._scene, index, price)

    def area_words(self, position: int) -> str:
        areas = self.areas
        return area_in_words(areas, position) if areas is not None else ""

    def seat_box(self, index: int) -> QRect:
        """The square around a seat, in the widget's pixels; empty without a place."""
        if self._scene is None or not self._scene.plan.placed[index]:
            return QRect()
        middle = self._point_of(index).toPoint()
        side = max(1, round(self.seat_pixels))
        return QRect(middle.x() - side // 2, middle.y() - side // 2, side, side)

    def area_box(self, position: int) -> QRect:
        areas = self.areas
        return areas.box_of(position, self._view).toRect() if areas is not None else QRect()

    def press_later(self, index: int, area: AreaId | None = None) -> None:
        """Takes or gives back a seat, or asks for places of an area, in the loop's next turn."""
        self._pressed.append((index, area))
        self._press_timer.start(0)

    def _press_now(self) -> None:
        pressed, self._pressed = self._pressed, []
        for index, area in pressed:
            self._press(index, area)

    def _press(self, index: int, area: AreaId | None) -> None:
        """What a press by an assistive tool does."""
