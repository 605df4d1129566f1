"""The map of an event: a widget that brings the parts of the map together.

An event goes to `Gestures`, which gives it to the tool whose gesture it is. The tool moves the
`Viewport`, which knows what is seen and where everything is, or the `Aim`, which knows what the
clerk means. Both tell the `Display`, which paints, and the `SpokenMap`, which assistive tools
listen to; and what was picked goes out by the canvas's signals.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from boxoffice.domain.catalogue import Event, Offer
from boxoffice.domain.ids import AreaId, EventId, PriceCategoryId, SeatId
from boxoffice.domain.picture import PictureSizes
from boxoffice.domain.seats.seatplan import SeatPlan, States
from boxoffice.seatmap.aim import Aim
from boxoffice.seatmap.display import Display
from boxoffice.seatmap.drawing.backdrops import backdrop_of
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.hall.geometry import Bounds
from boxoffice.seatmap.spoken import SayPrice, SpokenMap
from boxoffice.seatmap.tools import KEY_ZOOM, Gestures, LassoTool, tools_for
from boxoffice.seatmap.viewport import Viewport


class SeatCanvas(QWidget):
    """The map that a clerk works with.

    Signals:
        view_changed(): zoomed or moved.
        seats_picked(object): a tuple of `SeatId` that the clerk clicked, ran or painted over.
        area_picked(object): the `AreaId` of a standing area.
        seats_pointed(): mouse or keys mean other seats, or none.
        lasso_changed(bool): whether the next drag is a lasso.
        looks_changed(): another scene is shown, or it looks otherwise.
        states_drawn(object, object): seats with other states, areas with other fills, by index.
        party_missed(int): where the clerk clicked there are not so many seats side by side.
        party_changed(int): back to one seat, by Escape.
        too_many(int): so many seats were meant at once, more than an order takes.

    Attributes:
        accessible: the tree of the map for assistive tools.
        announcer: says what became of the clerk's own seats.
    """

    view_changed = Signal()
    seats_picked = Signal(object)
    area_picked = Signal(object)
    seats_pointed = Signal()
    lasso_changed = Signal(bool)
    looks_changed = Signal()
    states_drawn = Signal(object, object)
    party_missed = Signal(int)
    party_changed = Signal(int)
    too_many = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seatCanvas")
        self.setAccessibleName(self.tr("Seat map"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._viewport = viewport = Viewport(self.size, self)
        self._aim = aim = Aim(viewport, self)
        self._spoken = SpokenMap(self, viewport, aim)
        self.accessible, self.announcer = self._spoken.accessible, self._spoken.announcer
        self._lasso = LassoTool(viewport, aim)
        self._lasso.changed.connect(self.lasso_changed)
        self._gestures = Gestures(viewport, aim, tools_for(viewport, aim, self._lasso))
        self._display = Display(self, viewport, aim, self._gestures)
        self._display.spoiled.connect(self.looks_changed)
        self._display.restated.connect(self.states_drawn)
        for told, signal in (
            (viewport.changed, self.view_changed),
            (viewport.panned, self.view_changed),
            (aim.seats_picked, self.seats_picked),
            (aim.area_picked, self.area_picked),
            (aim.pointed_changed, self.seats_pointed),
            (aim.party_missed, self.party_missed),
            (aim.party_changed, self.party_changed),
            (aim.too_many, self.too_many),
        ):
            told.connect(signal)

    # --- what is shown ---

    @property
    def scene(self) -> Scene | None:
        """What is drawn; None without a plan."""
        return self._viewport.scene

    @property
    def event_id(self) -> EventId | None:
        return self.scene.offer.event.id if self.scene else None

    @property
    def plan(self) -> SeatPlan | None:
        return self.scene.plan if self.scene else None

    @property
    def states(self) -> States:
        """uint8[n] of `SeatState`, as drawn."""
        return self.scene.states if self.scene else np.zeros(0, dtype=np.uint8)

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels that can be chosen from; none where there is but one."""
        return self.scene.levels if self.scene else ()

    @property
    def level(self) -> int | None:
        """The level that is shown; None for all."""
        return self.scene.level if self.scene else None

    def free_by_category(self) -> dict[PriceCategoryId, int]:
        """How many seats of each price category are free."""
        if self.scene is None:
            return {}
        free = self.scene.categories.free.tolist()
        return {c.id: n for c, n in zip(self.scene.offer.categories, free, strict=True)}

    def show_plan(self, offer: Offer, plan: SeatPlan, states: States) -> None:
        """Shows a plan whole; the states are copied. Another plan of the event that is on the
        screen takes its place without a move of the map."""
        self.show_scene(self.prepared(offer, plan, states))

    def prepared(self, offer: Offer, plan: SeatPlan, states: States) -> Scene:
        """All that has to be known to show a plan; for any thread, since a large one takes long."""
        return Scene(offer, plan, states.copy(), self._display.palette)

    def show_scene(self, scene: Scene) -> None:
        """Shows what was prepared; of the same event, the clerk still means the same seats."""
        before = self.scene
        if before is not None and scene.is_of_same_event(before):
            scene.follow(before)
        self._spoken.forget()
        self._display.follow(scene)
        self._aim.follow(scene)
        self._viewport.show(scene)
        self._display.redraw_all()
        self._aim.look_again()

    def show_event(self, event: Event) -> None:
        """The event on the map is another one by now: where it is called off, no seat looks as if
        it could be had."""
        if self.scene is not None and self.scene.offer.event.id == event.id:
            self.scene.take_event(event)
            self._display.redraw_all()

    def clear(self) -> None:
        """Shows no plan."""
        self._spoken.forget()
        self._aim.follow(None)
        self._viewport.show(None)
        self._display.clear()

    def show_states(self, indices: NDArray[np.intp], values: States) -> None:
        """Takes over new states and repaints only those seats."""
        if self.scene is not None:
            before = self.scene.states[indices]
            self._display.show_states(self.scene, indices, before, values)
            self._spoken.change_states(indices, before, values)
            self._aim.look_again()
            self._aim.bring_own_into_sight(indices, before, values)

    def show_picture(self, area_id: AreaId, sizes: PictureSizes) -> None:
        """Shows a background picture behind an area; hatching where there is none to show."""
        area = self.scene.offer.area(area_id) if self.scene is not None else None
        backdrop = backdrop_of(area, sizes) if area is not None else None
        if self.scene is not None and backdrop is not None:
            self.scene.backdrops[area_id] = backdrop
            self._display.redraw_all()

    def set_palette_name(self, name: str) -> None:
        """'light', 'dark' or 'contrast'."""
        self._display.use_palette(name)

    def choose_category(self, category: PriceCategoryId | None) -> None:
        """Draws the seats of all other price categories faint; None undoes it."""
        if self.scene is not None:
            self.scene.choose(category)
            self._display.redraw_all()
            self._aim.update_preview()

    def choose_level(self, level: int | None) -> None:
        """Shows the areas of one level, and forgets what was meant on another; None for all."""
        if self.scene is not None:
            self.scene.choose_level(level)
            self._display.redraw_all()
            self._aim.forget_unseen()

    def flash(self, seat_ids: tuple[SeatId, ...]) -> None:
        """Rings seats that were lost, for a moment."""
        if self.scene is not None:
            self._spoken.lose(self._display.flash(self.scene, seat_ids))

    def light(self, seat_ids: tuple[SeatId, ...]) -> None:
        """Rings seats that are looked at, until others are, or none; a plan that is shown later
        has them ringed as well. Where none of them is in sight, the whole venue is shown."""
        if not self._display.light(seat_ids):
            self.fit()

    # --- what of it is seen ---

    @property
    def is_far(self) -> bool:
        """Whether sections are meant, and tinted by what is free in them."""
        return self.scene is not None and self._viewport.is_far

    @property
    def scale(self) -> float:
        """Pixels per venue unit."""
        return self._viewport.view.scale

    @property
    def nearness(self) -> float:
        """How many times as large as in the whole venue things are; 0 without a plan."""
        return self._viewport.nearness

    @property
    def seen(self) -> Bounds:
        """What of the venue is seen."""
        room = self._viewport.room
        return self._viewport.view.seen(0, 0, room.width(), room.height())

    @property
    def seat_pixels(self) -> float:
        """Pixels from a seat to the next."""
        return self._viewport.seat_pixels

    def sizeHint(self) -> QSize:
        return QSize(700, 600)

    def leave_below(self, pixels: int) -> None:
        """Leaves so much free at the lower edge when the whole venue is shown."""
        self._viewport.room_below = pixels
        if self._viewport.is_fitted:
            self.fit()

    def fit(self) -> None:
        """Shows the whole venue."""
        self._viewport.fit()

    @property
    def place(self) -> tuple[float, float, float] | None:
        """What is in the middle, in venue units, and the pixels to the unit; None while the whole
        venue is shown."""
        if self.scene is None or self._viewport.is_fitted:
            return None
        return *self._viewport.middle, self._viewport.view.scale

    def return_to(self, place: tuple[float, float, float]) -> None:
        """Shows a `place` again; it stays in the middle until the clerk moves the map."""
        self._viewport.return_to(*place)

    def zoom_in(self) -> None:
        self._viewport.zoom(KEY_ZOOM)

    def zoom_out(self) -> None:
        self._viewport.zoom(1 / KEY_ZOOM)

    def zoom_to(self, point: QPointF, scale: float) -> None:
        """Shows a point, in venue units, in the middle, at so many pixels per unit."""
        self._viewport.zoom_to(point.x(), point.y(), scale)

    def seat_position(self, seat_id: SeatId) -> QPoint | None:
        """Where the seat is drawn, in the widget's pixels; None where it has no position."""
        index = self._viewport.index_of(seat_id)
        return self._viewport.point_of(index).toPoint() if self._viewport.is_placed(index) else None

    def area_position(self, area_id: AreaId) -> QPoint | None:
        """Where an area's name is drawn, in the widget's pixels."""
        return self._viewport.area_position(area_id)

    def _seat(self, index: int) -> SeatId | None:
        return self._viewport.id_of(index) if index >= 0 else None

    # --- what is meant ---

    @property
    def hovered(self) -> SeatId | None:
        """The seat under the mouse."""
        return self._seat(self._aim.hovered)

    @property
    def pointed(self) -> tuple[SeatId, ...]:
        """The seats that mouse or keys mean: the party's where there is one, else one or none."""
        return tuple(self._viewport.id_of(index) for index in self._aim.told)

    @property
    def has_lasso(self) -> bool:
        """Whether the next drag is a lasso."""
        return self._lasso.is_ready

    def set_lasso(self, is_ready: bool) -> None:
        """Whether the next drag takes the free seats within it."""
        self._lasso.make_ready(is_ready)
        self.setCursor(self._gestures.pointer)

    @property
    def focused_seat(self) -> SeatId | None:
        """The seat under the keyboard's cursor."""
        return self._seat(self._aim.cursor)

    @property
    def preview(self) -> tuple[SeatId, ...]:
        """The seats for the party that a click or Enter would take now."""
        return tuple(self._viewport.id_of(index) for index in self._aim.preview)

    def focus_seat(self, seat_id: SeatId) -> None:
        """Puts the cursor on a seat and brings it into sight; one without a position is left
        out."""
        self._aim.focus(self._viewport.index_of(seat_id))

    def ask_for_party_keys(self, on_key: Callable[[str], bool]) -> None:
        """From now on `on_key` is asked whether a key belongs to the counts of the party."""
        self._aim.on_party_key = on_key

    def set_party(self, size: int) -> None:
        """From two on, the mouse shows that many seats side by side, and a click takes them."""
        self._aim.set_party(size)

    def take_pointed(self) -> bool:
        """Takes the party's seats where mouse or keys point, else the seat with the focus; False
        where neither is."""
        return self._aim.pick_pointed()

    def set_price_words(self, words: SayPrice | None) -> None:
        """How a price category's price is said; without it the price is left out."""
        self._spoken.say_prices(words)

    # --- what the system tells ---

    def paintEvent(self, event: QPaintEvent) -> None:
        self._display.paint(QPainter(self), event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._viewport.follow_room():
            self._display.redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._display.use_font(self.font())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._gestures.press(event)
        self.setCursor(self._gestures.pointer)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._gestures.move(event.position())
        if self._gestures.is_drawn:
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._gestures.release(event)
        self.setCursor(self._gestures.pointer)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._gestures.double_click(event):
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._aim.hover(-1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._gestures.wheel(event)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            # Its own position is the window's: Qt hands such an event on to a child as it is.
            return self._gestures.touch(event, self.mapFromGlobal(event.globalPosition()))
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._gestures.key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._gestures.key_release(event):
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._spoken.focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._gestures.lose_focus()
