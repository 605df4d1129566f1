"""The map as assistive tools have it: which seat has the focus, what became of the clerk's own."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

from boxoffice.domain.ids import AreaId, PriceCategoryId
from boxoffice.domain.seats.seatplan import States
from boxoffice.seatmap.aim import Aim
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.speech.accessible import AccessibleMap
from boxoffice.seatmap.speech.announcer import Announcer
from boxoffice.seatmap.speech.areas import SeatAreas
from boxoffice.seatmap.speech.speech import area_in_words, seat_in_words
from boxoffice.seatmap.viewport import Viewport

SayPrice = Callable[[PriceCategoryId], str]


class SpokenMap(QObject):
    """Tells assistive tools of the map on a canvas, and does what they ask; it is their `SeenMap`.

    Attributes:
        accessible: the tree of the map.
        announcer: says what became of the clerk's own seats.
    """

    def __init__(self, canvas: QWidget, viewport: Viewport, aim: Aim) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._viewport = viewport
        self._aim = aim
        self._areas: SeatAreas | None = None
        self._say_price: SayPrice | None = None
        self._pressed: list[tuple[int, AreaId | None]] = []
        self._press_timer = QTimer(self, singleShot=True)
        self._press_timer.timeout.connect(self._press_now)
        self.accessible = AccessibleMap(canvas, self)
        self.announcer = Announcer(canvas)
        aim.cursor_moved.connect(self.describe)

    # --- what the canvas tells ---

    def forget(self) -> None:
        """Another plan is about to be shown, or none."""
        self.accessible.forget()
        self.announcer.forget()
        self._areas = None

    def describe(self) -> None:
        """Tells which seat has the focus, and what it is like now."""
        words = self.seat_words(self.cursor_index) if self.cursor_index >= 0 else ""
        if words != self._canvas.accessibleDescription():
            self._canvas.setAccessibleDescription(words)
        self.accessible.move_focus()

    def focus(self) -> None:
        """The map has got the focus."""
        self.accessible.move_focus(is_new=True)

    def say_prices(self, say: SayPrice | None) -> None:
        """How a price category's price is said; without it the price is left out."""
        self._say_price = say
        self.describe()

    def change_states(self, indices: NDArray[np.intp], before: States, after: States) -> None:
        """Seats have other states; `before` and `after` are uint8 of these seats alone."""
        if self.scene is not None and (self.announcer.is_heard or self.accessible.is_heard):
            differs = before != after
            changed = np.asarray(indices)[differs].tolist()
            self.announcer.note(self.scene, changed, before[differs])
            self.accessible.change_states(changed)

    def lose(self, indices: frozenset[int]) -> None:
        """Seats were lost to another counter."""
        if self.scene is not None:
            self.announcer.lose(self.scene, sorted(indices))

    # --- what the tree asks ---

    @property
    def scene(self) -> Scene | None:
        return self._viewport.scene

    @property
    def areas(self) -> SeatAreas | None:
        if self._areas is None and self.scene is not None:
            self._areas = SeatAreas(self.scene)
        return self._areas

    @property
    def cursor_index(self) -> int:
        return self._aim.cursor

    def seat_words(self, index: int) -> str:
        """A seat as it is said, with its price where that is known."""
        scene = self.scene
        if scene is None:
            return ""
        category = PriceCategoryId(int(scene.plan.category_ids[index]))
        price = self._say_price(category) if self._say_price is not None else ""
        return seat_in_words(scene, index, price)

    def area_words(self, position: int) -> str:
        areas = self.areas
        return area_in_words(areas, position) if areas is not None else ""

    def seat_box(self, index: int) -> QRect:
        """The square around a seat, in the canvas's pixels; empty without a position."""
        if not self._viewport.is_placed(index):
            return QRect()
        middle = self._viewport.point_of(index).toPoint()
        side = max(1, round(self._viewport.seat_pixels))
        return QRect(middle.x() - side // 2, middle.y() - side // 2, side, side)

    def area_box(self, position: int) -> QRect:
        areas = self.areas
        return areas.box_of(position, self._viewport.view).toRect() if areas else QRect()

    def press_later(self, index: int, area: AreaId | None = None) -> None:
        """Takes or gives back a seat, or asks for places of an area, in the loop's next turn."""
        self._pressed.append((index, area))
        self._press_timer.start(0)

    def _press_now(self) -> None:
        pressed, self._pressed = self._pressed, []
        for index, area in pressed:
            self._aim.press(index, area)
