"""The map of an event: its head over it, the line of the legend or the seat and its tools below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QToolButton, QVBoxLayout, QWidget

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import AreaId, EventId, PriceCategoryId, SeatId
from boxoffice.domain.picture import PictureSizes
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState, States
from boxoffice.domain.seats.wish import BestSeats
from boxoffice.presenters.common import Phase
from boxoffice.presenters.map.state import MapState
from boxoffice.presenters.order.state import OrderState
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.controls import button, card, set_tip, tool
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon
from boxoffice.views.kit.seat_words import PriceWords
from boxoffice.views.map.best_options import BestOptions
from boxoffice.views.map.head import MapHead
from boxoffice.views.map.level_switch import LevelSwitch
from boxoffice.views.map.line import MapLine
from boxoffice.views.map.party_field import PartyField
from boxoffice.views.map.preparation import Preparation
from boxoffice.views.map.standing import StandingPicker
from boxoffice.views.map.tool_bar import ToolBar
from boxoffice.views.map.waiting import MapWaiting
from boxoffice.views.seat_list.panel import SeatList

_ROOM_FOR_MESSAGE = 60  # pixels at the map's lower edge, where no seats are when it is whole
_LARGE = 20_000  # seats from which a plan is prepared in a thread


@dataclass(frozen=True, slots=True)
class MapPlace:
    """What the clerk sees of an event: of all pages, the map alone has a place of its own.

    Attributes:
        seen: the middle in venue units, and the pixels to the unit; None for the whole venue.
        category: the one that is shown; None for all.
        is_list: the seats are shown as a list.
    """

    event: EventId
    seen: tuple[float, float, float] | None
    level: int | None
    category: PriceCategoryId | None
    is_list: bool


class MapPanel(QWidget):
    """Shows a `MapState`.

    Signals:
        seats_picked(object): a tuple of `SeatId`.
        party_picked(object, object): the same for a party of several price types, with its
            `Shares` of them.
        standing_asked(object, int): an `AreaId` and how many places of it.
        best_asked(object): the `BestSeats` that are wished for.
        party_missed(int): there are not so many side by side where the clerk clicked.
        too_many(int): so many seats were meant at once, more than an order takes.
        refresh_asked(): ask the server now, or load again.
        cancel_asked(): give up loading.
        list_shown(bool): whether the seats are shown as a list.
        state_shown(object): the `MapState` that was shown.
    """

    seats_picked = Signal(object)
    party_picked = Signal(object, object)
    standing_asked = Signal(object, int)
    best_asked = Signal(object)
    party_missed = Signal(int)
    too_many = Signal(int)
    refresh_asked = Signal()
    cancel_asked = Signal()
    list_shown = Signal(bool)
    state_shown = Signal(object)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mapPanel")
        self._formats = formats
        self._plan: SeatPlan | None = None
        self._preparation: Preparation | None = None
        # Pictures that came before their plan was shown:
        self._pictures: list[tuple[AreaId, PictureSizes]] = []
        self._offer: Offer | None = None
        self._wanted: MapPlace | None = None
        self.canvas = SeatCanvas()
        self.canvas.leave_below(_ROOM_FOR_MESSAGE)
        self.canvas.seats_picked.connect(self._pick)
        self.canvas.area_picked.connect(self._ask_standing)
        self.canvas.seats_pointed.connect(self._point)
        self.canvas.view_changed.connect(self._follow_view)
        self.canvas.party_missed.connect(self.party_missed)
        self.canvas.too_many.connect(self.too_many)
        frame, layout = card("mapCard")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._head = MapHead(formats)
        layout.addWidget(self._head)
        self._pages = QStackedWidget()
        self._pages.setObjectName("mapPages")
        self._waiting = MapWaiting()
        self._waiting.cancel_asked.connect(self.cancel_asked)
        self._waiting.retry_asked.connect(self.refresh_asked)
        self._pages.addWidget(self._waiting)
        self._pages.addWidget(self.canvas)
        self.list = SeatList(formats)
        self.list.seats_picked.connect(self.seats_picked)
        self.list.area_picked.connect(self._ask_standing)
        self.list.left.connect(self._leave_list)
        self._is_list = self._is_inert = False
        self._pages.addWidget(self.list)
        layout.addWidget(self._pages, 1)
        self._line = MapLine()
        self._legend = self._line.legend
        self._legend.category_chosen.connect(self.canvas.choose_category)
        self._legend.category_chosen.connect(self.list.choose_category)
        below = QVBoxLayout()
        below.setContentsMargins(STEPS[1], 0, STEPS[2], 0)
        below.addWidget(self._line)
        layout.addLayout(below)
        self._levels = LevelSwitch()
        self._levels.level_chosen.connect(self.canvas.choose_level)
        self._bar = self._make_bar()
        layout.addWidget(self._bar)
        self._standing = StandingPicker(self._pages)
        self._standing.chosen.connect(self._take_standing)
        self._standing.closed.connect(self.focus_seats)
        self._wishes = BestOptions(self._pages)
        self._wishes.take_asked.connect(self.take_best)
        self._wishes.changed.connect(self._show_wishes)
        self._wishes.closed.connect(self.focus_seats)
        self._wishes.closed.connect(self._show_wishes)
        self.show_state(MapState())

    # --- what is shown ---

    def show_state(self, state: MapState) -> None:
        """Shows the state; a large house is prepared in a thread first, and is still loading."""
        if state.phase is not Phase.READY:
            self._preparation = None
            self._pictures.clear()
            self._line.show_reasons({})
        if state.phase is Phase.READY and state.plan is not None and state.plan is not self._plan:
            self._prepare(state)
            if self._preparation is not None and self._plan is None:
                state = replace(state, phase=Phase.LOADING, progress=1.0)
        self._show(state)
        self.state_shown.emit(state)

    def _prepare(self, state: MapState) -> None:
        """Shows a plan now, or begins to prepare it; one that is prepared already is let alone."""
        if state.plan is None or state.offer is None:
            return
        if self._preparation is not None and self._preparation.state.plan is state.plan:
            return
        states = np.zeros(len(state.plan), np.uint8) if state.states is None else state.states
        work = Preparation(state, partial(self.canvas.prepared, state.offer, state.plan, states))
        if len(state.plan) < _LARGE:
            self._show_plan(work.made())
            return
        self._preparation = work
        work.done.connect(self._finish)
        work.start()

    def _finish(self, work: Preparation, scene: Scene) -> None:
        """Shows what a thread has prepared, with what has changed meanwhile."""
        if work is not self._preparation:
            return  # something else is to be shown by now
        self._preparation = None
        state = work.state
        is_new = self._plan is None
        self._show_plan(scene)
        if state.states is not None:
            changed = np.flatnonzero(state.states != scene.states)
            self.show_seats(changed, state.states[changed])
        if is_new:
            self._show(state)
        for area_id, sizes in self._pictures:
            self.canvas.show_picture(area_id, sizes)
        self._pictures.clear()

    def _show(self, state: MapState) -> None:
        is_ready = state.phase is Phase.READY
        if not is_ready:
            self._plan = self._offer = None
            self._standing.hide()
            self._wishes.hide()
            self._waiting.show_state(state)
        is_new = is_ready and self._pages.currentWidget() is self._waiting
        self._pages.setCurrentWidget(self._seats_page() if is_ready else self._waiting)
        if is_new:
            self.focus_seats()  # for the party's size and F3
        self._legend.setVisible(is_ready)
        self._levels.setVisible(is_ready and bool(self.canvas.levels))
        self._bar.fit()
        if not is_ready:
            self._head.show_nothing()
            self._line.show_legend()
        elif state.offer is not None and state.plan is self._plan:
            self._show_offer(state.offer)
        self._enable_tools(is_ready=is_ready)

    def show_seats(self, indices: NDArray[np.intp], states: States) -> None:
        if self._plan is None or self._preparation is not None:
            return  # it is taken over when the plan is shown
        self.canvas.show_states(indices, states)
        self._head.show_free(sum(self.canvas.free_by_category().values()))
        self.list.show_states(indices, states)
        if self._line.tells_a_seat:
            self._point()  # its seats may be among them

    def show_picture(self, area_id: AreaId, sizes: PictureSizes) -> None:
        if self._preparation is not None:
            self._pictures.append((area_id, sizes))
        else:
            self.canvas.show_picture(area_id, sizes)

    def show_reasons(self, reasons: Mapping[SeatId, str]) -> None:
        self._line.show_reasons(reasons)

    def flash(self, seat_ids: tuple[SeatId, ...]) -> None:
        self.canvas.flash(seat_ids)

    def light(self, seat_ids: tuple[SeatId, ...]) -> None:
        self.canvas.light(seat_ids)

    def show_list(self, is_list: bool) -> None:
        """The seats as a list in the map's place, or the map again; the same seat has the focus."""
        if is_list == self._is_list:
            return
        seat = self.canvas.focused_seat if is_list else self.list.focused_seat
        self._is_list = is_list
        self._standing.hide()
        self._wishes.hide()
        if self._plan is not None:
            self._pages.setCurrentWidget(self._seats_page())
            self._enable_tools(is_ready=True)
        if is_list:
            self.list.focus_seat(seat)
        else:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            if seat is not None:
                self.canvas.focus_seat(seat)
        self.list_shown.emit(is_list)

    @property
    def is_list(self) -> bool:
        """Whether the seats are shown as a list."""
        return self._is_list

    def focus_seats(self) -> None:
        """Gives the keys to the map, or to the list in its place; not while it has none."""
        if self._is_inert:
            return
        if self._is_list:
            self.list.focus_seat(None)
        else:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def place(self) -> MapPlace | None:
        """What is seen of the event on the map; None where there is none."""
        if self._offer is None:
            return self._wanted
        event, canvas = self._offer.event.id, self.canvas
        return MapPlace(event, canvas.place, canvas.level, self._legend.chosen, self._is_list)

    def return_to(self, place: MapPlace | None) -> None:
        """Of that event, when it is shown next, the same is seen."""
        self._wanted = place

    def set_inert(self, is_inert: bool) -> None:
        """The map is only looked at, and takes no keys; what lies open over it is put away."""
        if is_inert == self._is_inert:
            return
        self._is_inert = is_inert
        if is_inert:
            self._standing.hide()
            self._wishes.hide()
        policy = Qt.FocusPolicy.NoFocus if is_inert else Qt.FocusPolicy.StrongFocus
        self.canvas.setFocusPolicy(policy)
        for part in (self._refresh, self._legend, self._levels, self.list, self._waiting):
            part.setEnabled(not is_inert)
        self._enable_tools(is_ready=self._plan is not None)

    @property
    def room(self) -> QWidget:
        """What a message may lie over."""
        return self._pages

    @property
    def floating(self) -> tuple[QWidget, ...]:
        """What may be open over the map, and is worked there."""
        return self._standing, self._wishes

    @property
    def home(self) -> QWidget | None:
        """Where the focus belongs; None while there is no map."""
        shown = self._pages.currentWidget()
        return None if shown is self._waiting else shown

    def focus_best(self) -> None:
        """Puts the cursor to where the party's size is typed."""
        self._party.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._party.selectAll()

    def begin_party(self, digit: str) -> None:
        """The digit was typed elsewhere; the next keys are the map's."""
        if self._party.isEnabled():
            self.focus_seats()
            self._party.type_on_map(digit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is open over the map stays on it."""
        super().resizeEvent(event)
        room = self._pages.size()
        for each in self.floating:
            most = room - each.size() - QSize(STEPS[1], STEPS[1])
            each.move(max(0, min(each.x(), most.width())), max(0, min(each.y(), most.height())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit on the map is the size of the party; Enter takes its seats where the clerk
        points, else the best anywhere. In the field of the size, Enter has done so already."""
        digit = event.key() - Qt.Key.Key_0
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        has_party = self._party.count > 1 or bool(self._party.shares)
        if 1 <= digit <= 9 and self._party.isEnabled():
            self._party.type_on_map(str(digit))
        elif is_enter and has_party and not self._party.hasFocus():
            if not self.canvas.take_pointed():
                self.take_best()
        else:
            super().keyPressEvent(event)

    def set_palette_name(self, name: str) -> None:
        self.canvas.set_palette_name(name)

    # --- how it is made ---

    def _make_bar(self) -> ToolBar:
        self._party = PartyField()
        self._party.changed.connect(self._set_party)
        self.canvas.ask_for_party_keys(self._type_party)
        self.canvas.party_changed.connect(self._party.forget)
        self._party.returnPressed.connect(self.take_best)
        self._best = button("bestSeats", self.tr("Best seats"), key="F3")
        self._best.setToolTip(self.tr("Takes the best free seats together (F3)"))
        self._best.clicked.connect(self.take_best)
        words = self.tr("Wishes for the best seats (Shift+F3)")
        self._more = self._tool("bestOptions", Icon.DOWN, words, self.ask_wishes)
        self._more.setCheckable(True)
        zooms = (
            self._tool("zoomOut", Icon.MINUS, self.tr("Zoom out"), self.canvas.zoom_out),
            self._tool("zoomIn", Icon.PLUS, self.tr("Zoom in"), self.canvas.zoom_in),
            self._tool("zoomFit", Icon.FIT, self.tr("Whole venue"), self.canvas.fit),
        )
        words = self.tr("Take seats with a lasso")
        self._lasso = self._tool("mapLasso", Icon.LASSO, words, self.toggle_lasso)
        self._lasso.setCheckable(True)
        self.canvas.lasso_changed.connect(self._lasso.setChecked)
        self._as_list = self._tool(
            "mapList", Icon.LIST, self.tr("Seats as a list"), self._toggle_list
        )
        self._as_list.setCheckable(True)
        self.list_shown.connect(self._as_list.setChecked)
        self._refresh = self._tool(
            "mapRefresh", Icon.REFRESH, self.tr("Refresh (F5)"), self.refresh_asked.emit
        )
        takers = (self._party, self._best, self._more)
        self._tools: tuple[QWidget, ...] = (*takers, *zooms, self._lasso, self._as_list)
        self._of_the_map = (*zooms, self._lasso)
        minus, plus, whole = zooms
        last = (whole, plus, minus, self._lasso, self._as_list, self._refresh)
        return ToolBar(takers, self._levels, last)

    def _tool(self, name: str, which: Icon, words: str, action: object) -> QToolButton:
        made = tool(name, which, words)
        made.clicked.connect(action)
        return made

    def _show_plan(self, scene: Scene) -> None:
        offer, plan = scene.offer, scene.plan
        is_same = self._offer is not None and self._offer.event.id == offer.event.id
        chosen = self._legend.chosen if is_same else None
        self._plan, self._offer = plan, offer
        self._party.show_offer(offer)
        prices = PriceWords(offer, self._formats)
        self.canvas.show_scene(scene)
        self.canvas.set_price_words(prices)
        self.list.show_plan(offer, plan, scene.states, prices)
        self._line.show_offer(offer, plan, prices)
        self._wishes.show_offer(offer, plan)
        if not is_same:
            self._wishes.reset()
        self._legend.choose(chosen)
        self._return()
        self._follow_view()
        self._head.show_offer(offer)
        self._head.show_free(sum(self.canvas.free_by_category().values()))
        self._levels.show_levels(offer, self.canvas.levels, self.canvas.level)
        self._bar.fit()

    def _return(self) -> None:
        """Goes back to what was wanted, if it is of this event."""
        wanted, self._wanted = self._wanted, None
        if wanted is None or self._offer is None or wanted.event != self._offer.event.id:
            return
        if wanted.level in self.canvas.levels:
            self.canvas.choose_level(wanted.level)
        if wanted.category is not None:
            self._legend.choose(wanted.category)
            self.canvas.choose_category(wanted.category)
            self.list.choose_category(wanted.category)
        if wanted.seen is not None:
            self.canvas.return_to(wanted.seen)
        self.show_list(wanted.is_list)

    def _show_offer(self, offer: Offer) -> None:
        """The event on the map may have been called off meanwhile."""
        if self._offer is not None and offer.event.status is not self._offer.event.status:
            self._offer = replace(self._offer, event=offer.event)
            self.canvas.show_event(offer.event)

    def _follow_view(self) -> None:
        self._legend.show_far(self.canvas.is_far)

    def toggle_lasso(self) -> None:
        """The next drag on the map is a lasso, or is none."""
        if self._lasso.isEnabled():
            self.canvas.set_lasso(not self.canvas.has_lasso)

    def _toggle_list(self) -> None:
        self.show_list(not self._is_list)

    def take_best(self) -> None:
        if self._party.is_wrong:
            return  # the field says why
        wish = self._wishes.wish(self._party.count, self._legend.chosen)
        self._party.note_asked()
        self.best_asked.emit(replace(wish, shares=self._party.shares))

    def follow_order(self, state: OrderState) -> None:
        """Hears what became of the order: a party ends with its buyer."""
        self._party.follow(state)

    def _pick(self, seats: tuple[SeatId, ...]) -> None:
        """Seats were picked; as many as the party has are for the party."""
        is_party = self._party.is_meant and len(seats) == self._party.count
        shares = self._party.shares if is_party else ()
        if is_party:
            self._party.note_asked()
        if shares:
            self.party_picked.emit(seats, shares)
        else:
            self.seats_picked.emit(seats)

    def _take_standing(self, area_id: AreaId, count: int) -> None:
        """Places of a standing area; as many as the party has are for the party."""
        is_party = self._party.is_meant and count == self._party.count
        shares = self._party.shares if is_party else ()
        if is_party:
            self._party.note_asked()
        if shares:
            self.best_asked.emit(BestSeats(count, area_id, shares=shares))
        else:
            self.standing_asked.emit(area_id, count)

    def _type_party(self, text: str) -> bool:
        return self._party.isEnabled() and self._party.type_on_map(text)

    def ask_wishes(self) -> None:
        """Opens the panel of what the best seats should be, or closes it."""
        if not self._more.isEnabled():
            return
        if self._wishes.isVisible():
            self._wishes.close_panel()
        else:
            self._standing.hide()
            self._wishes.open_over(self._more)
        self._show_wishes()

    def _show_wishes(self) -> None:
        """The button is marked while anything is wished for, and says what."""
        wishes = self._wishes.words()
        self._more.setChecked(self._wishes.has_wishes)
        words = self.tr("Wishes for the best seats (Shift+F3)")
        words = self.tr("{title}: {wishes}").format(title=words, wishes=wishes) if wishes else words
        self._more.setAccessibleName(words)
        set_tip(self._more, words)

    def _set_party(self) -> None:
        self.canvas.set_party(self._party.count)
        if self._line.tells_a_seat:
            self._point()  # the same seats may cost something else

    def _seats_page(self) -> QWidget:
        return self.list if self._is_list else self.canvas

    def _leave_list(self) -> None:
        self.show_list(False)

    def _enable_tools(self, *, is_ready: bool) -> None:
        is_alive = is_ready and not self._is_inert
        for made in self._tools:
            made.setEnabled(is_alive and not (made in self._of_the_map and self._is_list))

    def _ask_standing(self, area_id: AreaId) -> None:
        area = self._offer.area(area_id) if self._offer is not None else None
        at = self.canvas.area_position(area_id)
        if area is not None and self._party.is_meant:
            self._take_standing(area_id, self._party.count)
        elif area is not None:
            if at is None or self._is_list:
                at = self._pages.rect().center()
            self._standing.ask(area, self._party.count, at)

    def _point(self) -> None:
        """Tells the seats that mouse or keys mean, in the line under the map."""
        seats = self.canvas.pointed
        rows = [] if self._plan is None else [self._plan.index_of(seat) for seat in seats]
        if rows and min(rows) >= 0:
            shares = self._party.shares if len(rows) == self._party.count else ()
            state = SeatState(int(self.canvas.states[rows[0]]))
            self._line.show_seats(rows, state, shares)
        else:
            self._line.show_legend()
