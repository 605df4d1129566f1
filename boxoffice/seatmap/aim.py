"""What the clerk means on the map: a seat by mouse or keys, a party around it, what is picked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from boxoffice.domain.ids import AreaId, SeatId
from boxoffice.domain.seats.seatplan import SeatState, States
from boxoffice.seatmap.drawing.scene import FAR, Scene
from boxoffice.seatmap.hall.party import party_around
from boxoffice.seatmap.hall.rows import run_between, seats_of_row, step, typed_seat
from boxoffice.seatmap.viewport import NO_SEAT, Viewport

Indices = NDArray[np.intp]
MOST_AT_ONCE = 500  # seats that one request may be about
_ZOOM_TO_TYPED = 3 * FAR  # pixels from seat to seat, where they were too small to be seen


class Aim(QObject):
    """Knows what is meant in a viewport, and tells what is picked; it knows no widget.

    Seats are indices into the plan of the viewport's scene, -1 for none.

    Signals:
        changed(): other seats are meant, so that their marks have to be painted again.
        cursor_moved(): another seat may have the keyboard's cursor.
        pointed_changed(): mouse or keys mean other seats, or none; or those have changed.
        seats_picked(object): a tuple of `SeatId`.
        area_picked(object): the `AreaId` of a standing area.
        party_missed(int): there are not so many seats side by side where they were asked for.
        party_changed(int): the party was given up: back to so many seats.
        too_many(int): so many seats were meant at once, and nothing was picked.

    Attributes:
        hovered: the seat under the mouse.
        cursor: the seat with the keyboard's cursor.
        last_picked: where a run of seats begins.
        pointed: the seat that mouse or keys came to last; the party is around it.
        party: how many seats are wanted side by side.
        preview: the party's seats that a click or Enter would take now.
        on_party_key: asked whether a key belongs to the counts of the party.
    """

    changed = Signal()
    cursor_moved = Signal()
    pointed_changed = Signal()
    seats_picked = Signal(object)
    area_picked = Signal(object)
    party_missed = Signal(int)
    party_changed = Signal(int)
    too_many = Signal(int)

    def __init__(self, viewport: Viewport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport
        self.hovered = self.cursor = self.last_picked = self.pointed = NO_SEAT
        self.party = 1
        self.preview: list[int] = []
        self._at_hand: frozenset[SeatId] = frozenset()  # that were picked on the map last
        self._is_served = False  # a party was taken, and nothing was pointed at since
        self.on_party_key: Callable[[str], bool] = lambda _: False

    # --- another plan, other states ---

    def follow(self, scene: Scene | None) -> None:
        """Comes before the viewport shows another scene: what is meant stays the same seats where
        the event is the same. `look_again` comes after it."""
        before = self._viewport.scene
        is_same = before is not None and scene is not None and scene.is_of_same_event(before)
        ids = [self._viewport.id_of(i) if is_same and i >= 0 else -1 for i in self._meant()]
        wanted = np.array(ids, dtype=np.int64)
        found = scene.plan.indices_of(wanted).tolist() if scene is not None else ids
        self.hovered, self.cursor, self.last_picked, self.pointed = found
        self.preview = []

    def forget_unseen(self) -> None:
        """Another level is shown: no seat of the others is meant any more."""
        scene = self._viewport.scene
        if scene is not None:
            meant = np.array(self._meant())
            seen = scene.seen(meant[meant >= 0])
            kept = np.where(np.isin(meant, seen), meant, NO_SEAT).tolist()
            self.hovered, self.cursor, self.last_picked, self.pointed = kept
        self.look_again()

    def look_again(self) -> None:
        """What is meant may be another seat, or have another state."""
        self.update_preview()
        self.cursor_moved.emit()

    def _meant(self) -> tuple[int, int, int, int]:
        return self.hovered, self.cursor, self.last_picked, self.pointed

    # --- what is pointed at ---

    def hover(self, index: int) -> None:
        """The mouse is on a seat, or on none."""
        if index != self.hovered:
            self.hovered = index
            self.point_at(index)
            self.changed.emit()

    def point_at(self, index: int) -> None:
        """Mouse or keys came to a seat, or to none."""
        self.pointed, self._is_served = index, False
        self.update_preview()
        self.pointed_changed.emit()

    @property
    def told(self) -> list[int]:
        """The seats that mouse or keys mean: the party's where there is one, else one."""
        if self.preview:
            return self.preview
        return [self.pointed] if self.pointed >= 0 else []

    def set_party(self, size: int) -> None:
        """From two on, so many seats side by side are meant around what is pointed at."""
        self.party = size
        self.update_preview()

    def type_party(self, text: str) -> bool:
        """Whether a key belongs to the counts of the party that is being typed."""
        return self.on_party_key(text)

    def give_up_party(self) -> bool:
        """Goes back to one seat; False where there is no party."""
        if self.party <= 1:
            return False
        self.set_party(1)
        self.party_changed.emit(1)
        return True

    def update_preview(self) -> None:
        """Other seats may be had, or are offered to the party."""
        preview: list[int] = []
        scene, index = self._viewport.scene, self.pointed
        if scene is not None and self._has_party() and scene.states[index] != SeatState.MINE:
            offered = scene.offered()
            found = party_around(scene.plan, scene.states, index, self.party, offered)
            preview = found.tolist()
        if preview != self.preview:
            self.preview = preview
            self.changed.emit()
            self.pointed_changed.emit()

    def _has_party(self) -> bool:
        return self.party > 1 and self.pointed >= 0 and not self._viewport.is_far

    # --- the keyboard's cursor ---

    def focus(self, index: int) -> None:
        """Puts the cursor on a seat and brings it into sight, where it has a position."""
        if self._viewport.is_placed(index):
            self.cursor = index
            self._viewport.ensure_visible(index)
            self.cursor_moved.emit()
            self.changed.emit()

    def walk(self, direction: tuple[int, int]) -> None:
        """Moves the cursor to the next seat in a direction, (1, 0) being right and (0, 1) down;
        without a cursor to the seat nearest to the middle."""
        scene = self._viewport.scene
        if scene is None or not len(scene.plan):
            return
        if self.cursor < 0:
            reach = max(scene.bounds.width, scene.bounds.height)
            self.cursor = scene.grid.nearest(*self._viewport.middle, reach)
        else:
            self.cursor = step(scene.plan, scene.grid, self.cursor, direction, scene.pitch)
        if self.cursor >= 0:
            self._viewport.ensure_visible(self.cursor)
            self.point_at(self.cursor)
        self.cursor_moved.emit()
        self.changed.emit()

    def go_to(self, name: str) -> None:
        """Moves the cursor to a seat that is shown, by a name such as 'B 12', and so near that it
        can be seen; it stays where there is no such seat."""
        scene = self._viewport.scene
        if scene is None:
            return
        shown = scene.seen(np.arange(len(scene.plan)))
        index = typed_seat(scene.plan, shown, name, *self._viewport.middle)
        if index < 0:
            return
        self.cursor = index
        if self._viewport.is_far:
            x, y = float(scene.plan.x[index]), float(scene.plan.y[index])
            self._viewport.zoom_to(x, y, _ZOOM_TO_TYPED / scene.pitch)
        self._viewport.ensure_visible(index)
        self.point_at(index)
        self.cursor_moved.emit()
        self.changed.emit()

    # --- what is picked ---

    def pick(self, indices: Sequence[int]) -> None:
        """Picks seats; the cursor is on the last one, and a run would begin there."""
        if self._viewport.scene is None or not indices:
            return
        self.last_picked = self.cursor = indices[-1]
        self.cursor_moved.emit()
        self.changed.emit()
        ids = tuple(self._viewport.id_of(index) for index in indices)
        self._at_hand = frozenset(ids)
        self.seats_picked.emit(ids)

    def may_be_had(self, seats: Indices) -> Indices:
        """Those of the seats that are free, and of the price category and level that are shown."""
        scene = self._viewport.scene
        if scene is None:
            return seats[:0]
        found: Indices = seats[scene.offered()[seats] == SeatState.FREE]
        return found

    def pick_all(self, seats: Indices) -> None:
        """Picks the free ones of many seats at once, or gives back where all are ours; more than
        an order takes are not picked, but told."""
        scene = self._viewport.scene
        if scene is None:
            return
        wanted = self.may_be_had(seats)
        if not len(wanted):
            wanted = seats[scene.states[seats] == SeatState.MINE]
        if len(wanted) > MOST_AT_ONCE:
            self.too_many.emit(len(wanted))
        else:
            self.pick(wanted.tolist())

    def pick_row(self, index: int) -> None:
        """Picks the free seats of the row that a seat is in."""
        scene = self._viewport.scene
        if scene is not None:
            self.pick_all(seats_of_row(scene.plan, index))

    def pick_section(self, area_id: AreaId) -> None:
        """Picks the free seats of a section."""
        scene = self._viewport.scene
        if scene is not None:
            self.pick_all(np.flatnonzero(scene.plan.area_ids == area_id))

    def bring_own_into_sight(self, seats: Indices, before: States, after: States) -> None:
        """Seats that became ours without a pick on the map are brought into sight, with what is
        around them: the best ones may be anywhere."""
        is_new = (after == SeatState.MINE) & (before != SeatState.MINE)
        if not is_new.any():
            return
        new = [i for i in seats[is_new].tolist() if self._viewport.id_of(i) not in self._at_hand]
        self._viewport.show_together(new)

    def pick_cursor(self) -> bool:
        """Picks the seat with the cursor; False without one."""
        if self.cursor >= 0:
            self.pick([self.cursor])
        return self.cursor >= 0

    def pick_at(self, index: int, *, is_run: bool) -> None:
        """Picks what a click on a seat means: the run from the last seat, the party, or itself."""
        scene = self._viewport.scene
        if scene is None:
            return
        self.hover(index)
        self.point_at(index)
        if is_run and self.last_picked >= 0:
            self.pick(run_between(scene.plan, self.last_picked, index).tolist())
        elif self.party > 1 and self.preview:
            self.pick(self.preview)
            self._is_served = True
        elif self.party > 1 and scene.states[index] != SeatState.MINE:
            self.party_missed.emit(self.party)
        else:
            self.pick([index])

    def pick_pointed(self) -> bool:
        """Picks the party's seats where mouse or keys point, else the seat with the cursor; False
        where neither is."""
        scene = self._viewport.scene
        if self.preview:
            self.pick(self.preview)
            self._is_served = True
        elif self._is_served:
            return True  # Enter once more gives nothing back
        elif self.party <= 1:
            return self.pick_cursor()
        elif scene is None or not self._has_party():
            return False
        elif scene.states[self.pointed] != SeatState.MINE:
            self.party_missed.emit(self.party)
        return True

    def pick_area(self, area_id: AreaId) -> None:
        """Asks for places of a standing area."""
        self.area_picked.emit(area_id)

    def press(self, index: int, area_id: AreaId | None) -> None:
        """Picks a seat or an area for an assistive tool, which may speak of a plan that is gone."""
        scene = self._viewport.scene
        if area_id is not None:
            self.pick_area(area_id)
        elif scene is not None and 0 <= index < len(scene.plan):
            self.pick([index])
