"""What is painted of the map: layers from the picture upwards, each painted again where it must."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from boxoffice.domain.ids import SeatId
from boxoffice.domain.seats.seatplan import SeatState, States
from boxoffice.seatmap.aim import Aim
from boxoffice.seatmap.drawing.fades import FadeLayer
from boxoffice.seatmap.drawing.gutter import GutterLayer
from boxoffice.seatmap.drawing.marks import Marks, box_of
from boxoffice.seatmap.drawing.own import OwnLayer
from boxoffice.seatmap.drawing.palette import PALETTES
from boxoffice.seatmap.drawing.picture import PictureLayer
from boxoffice.seatmap.drawing.rings import RingLayer
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.drawing.texts import FreeWords
from boxoffice.seatmap.hall.geometry import View
from boxoffice.seatmap.viewport import NO_SEAT, Viewport

Indices = NDArray[np.intp]


class Layer(Protocol):
    """What lies over the layers below it, in the canvas's pixels."""

    def paint(self, painter: QPainter, scene: Scene, view: View, room: QRect, /) -> None: ...


class AimLayer:
    """Rings around the seats that are meant; around the cursor's while the canvas has the focus."""

    def __init__(self, canvas: QWidget, aim: Aim) -> None:
        self._canvas = canvas
        self._aim = aim

    def paint(self, painter: QPainter, scene: Scene, view: View, _: QRect) -> None:
        aim, palette = self._aim, scene.palette
        cursor = aim.cursor if self._canvas.hasFocus() else NO_SEAT
        if not aim.preview and cursor == aim.hovered == NO_SEAT:
            return
        marks = Marks(painter, scene, view)
        marks.ring([cursor], palette.accent, 2.0, 3.0)
        marks.ring(aim.preview, palette.mine, 3.0, 2.0)
        if aim.hovered not in aim.preview:
            marks.ring([aim.hovered], palette.accent, 1.5, 1.5)


class Display(QObject):
    """Paints a canvas, and has it updated where another picture is to be seen.

    Signals:
        spoiled(): the scene is another one, or looks otherwise.
        restated(object, object): seats with other states, and areas with another fill, by index.

    Args:
        uppermost: the layer over all others.

    Attributes:
        palette: of all that is painted.
    """

    spoiled = Signal()
    restated = Signal(object, object)

    def __init__(self, canvas: QWidget, viewport: Viewport, aim: Aim, uppermost: Layer) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._viewport = viewport
        self.palette = PALETTES["light"]
        self._words = FreeWords(self)
        self._picture = PictureLayer(canvas.font(), self._words.free)
        self._fades = FadeLayer(self)
        self._fades.stepped.connect(self._update_fades)
        self._rings = RingLayer(self)
        self._rings.changed.connect(self._update)
        self._layers: tuple[Layer, ...] = (
            self._picture,
            self._fades,
            self._rings,
            OwnLayer(),
            AimLayer(canvas, aim),
            GutterLayer(canvas.font(), viewport),
            uppermost,
        )
        aim.changed.connect(self._update)
        viewport.changed.connect(self.redraw)
        viewport.panned.connect(self._pan)

    @property
    def is_fading(self) -> bool:
        """Whether seats that others took still fade."""
        return self._fades.is_fading

    def paint(self, painter: QPainter, part: QRect) -> None:
        """Paints at least a part of the canvas."""
        scene, view, room = self._viewport.scene, self._viewport.view, self._viewport.room
        if scene is None:
            painter.fillRect(part, QColor(*self.palette.ground))
            return
        for layer in self._layers:
            layer.paint(painter, scene, view, room)

    # --- what is another picture ---

    def follow(self, scene: Scene) -> None:
        """Another scene is about to be shown: in the same palette, and nothing of it was lost."""
        if scene.palette is not self.palette:
            scene.use_palette(self.palette)
        self._fades.clear()
        self._rings.follow(scene)

    def clear(self) -> None:
        """Nothing is shown any more."""
        self._picture.forget()
        self._update()

    def redraw(self) -> None:
        """Has the picture drawn anew, since the view is another one."""
        self._picture.spoil()
        self._update()

    def redraw_all(self) -> None:
        """Has all drawn anew, since the scene is another one, or looks otherwise."""
        self.spoiled.emit()
        self.redraw()

    def use_palette(self, name: str) -> None:
        """'light', 'dark' or 'contrast'."""
        self.palette = PALETTES[name]
        if self._viewport.scene is not None:
            self._viewport.scene.use_palette(self.palette)
        self.redraw_all()

    def use_font(self, font: QFont) -> None:
        """All words of the picture are in another typeface."""
        self._picture.use_font(font)
        self.redraw()

    def show_states(self, scene: Scene, seats: Indices, before: States, after: States) -> None:
        """Has the scene take over the states of seats, and only those painted again."""
        viewport = self._viewport
        self._fades.begin(seats, before, after)
        counted, filled = scene.take(seats, after), scene.refill()
        changed = self._picture.show_states(scene, viewport.view, seats, filled, counted)
        for rect in [viewport.room] if changed is None else changed:
            self._canvas.update(rect)
        if (before == SeatState.MINE).any() or (after == SeatState.MINE).any():
            self._update()  # their marks reach further than they do
        self.restated.emit(seats, filled)

    # --- rings ---

    def flash(self, scene: Scene, seat_ids: tuple[SeatId, ...]) -> frozenset[int]:
        """Rings seats that were lost, for a moment; returns them by index."""
        self._rings.lose(scene, seat_ids)
        return self._rings.lost

    def light(self, seat_ids: tuple[SeatId, ...]) -> bool:
        """Rings seats until others are, or none; in whatever plan is shown. False where there are
        some and none of them is in sight."""
        scene, viewport = self._viewport.scene, self._viewport
        self._rings.light(scene, seat_ids)
        if scene is None or not self._rings.lit:
            return True
        lit = filter(viewport.is_placed, self._rings.lit)
        return any(viewport.room.intersects(box_of(scene, viewport.view, seat)) for seat in lit)

    def _update(self) -> None:
        self._canvas.update()

    def _update_fades(self) -> None:
        if self._viewport.scene is not None:
            for box in self._fades.boxes(self._viewport.scene, self._viewport.view):
                self._canvas.update(box)

    def _pan(self, dx: int, dy: int) -> None:
        if self._viewport.scene is not None:
            self._picture.pan(self._viewport.scene, self._viewport.view, dx, dy)
            self._update()
