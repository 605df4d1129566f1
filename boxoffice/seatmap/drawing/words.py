"""The words of single seats: the numbers on them, and the names of their rows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QPainter

from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.seatmap.drawing.palette import INK, PAPER
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.drawing.texts import Texts
from boxoffice.seatmap.hall.geometry import Bounds, View
from boxoffice.tokens.sizes import SMALL

Indices = NDArray[np.intp]
_NUMBERS_FROM = 20.0  # pixels of a seat from which it shows its number
_ROWS_FROM = 11.0
_MOST_LETTERS = 4
_DARK, _LIGHT = QColor(*INK), QColor(*PAPER)


class Words:
    """Draws the words of seats and rows."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def draw(
        self, painter: QPainter, scene: Scene, view: View, seen: Bounds, seats: Indices
    ) -> None:
        """Draws all that have room; `seats` are those that may be seen."""
        self.draw_numbers(painter, scene, view, seats)
        if scene.diameter(view.scale) >= _ROWS_FROM:
            self._draw_rows(painter, scene, view, seen)

    def draw_numbers(self, painter: QPainter, scene: Scene, view: View, seats: Indices) -> None:
        """The numbers on the seats, where they are large enough and not covered by a mark."""
        diameter = scene.diameter(view.scale)
        if diameter < _NUMBERS_FROM:
            return
        states = scene.states[seats]
        is_free = (states == SeatState.FREE) & ~scene.looks.wheelchair[seats]
        is_light = scene.is_light[scene.looks.category[seats]]
        faint = QColor(*scene.palette.faint)
        for chosen, color in (
            (is_free & is_light, _LIGHT),
            (is_free & ~is_light, _DARK),
            (states == SeatState.RESERVED, faint),
        ):
            group = seats[chosen]
            if len(group):
                painter.setPen(color)
                numbers = [scene.plan.numbers[i][:_MOST_LETTERS] for i in group.tolist()]
                self._put(painter, view, scene.plan.x[group], scene.plan.y[group], numbers)

    def _draw_rows(self, painter: QPainter, scene: Scene, view: View, seen: Bounds) -> None:
        rows = scene.rows
        wide = seen.widened(scene.pitch)
        near = (rows.x >= wide.left) & (rows.x <= wide.right)
        near &= (rows.y >= wide.top) & (rows.y <= wide.bottom)
        labels = [label for label in np.flatnonzero(near).tolist() if scene.has_room(label)]
        if not labels:
            return
        painter.setPen(QColor(*scene.palette.faint))
        names = [scene.plan.row_names[row][:_MOST_LETTERS] for row in rows.rows[labels].tolist()]
        self._put(painter, view, rows.x[labels], rows.y[labels], names)

    def _put(
        self,
        painter: QPainter,
        view: View,
        x: NDArray[np.float64],
        y: NDArray[np.float64],
        texts: Sequence[str],
    ) -> None:
        """Draws each text with its middle at its point."""
        px, py = (x * view.scale + view.dx).tolist(), (y * view.scale + view.dy).tolist()
        self._texts.put_all(painter, px, py, texts, SMALL.size)
