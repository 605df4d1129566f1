"""The map of an event with its tools: zoom, best seats, what the colours mean, how old it is."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import AreaId, SeatId
from boxoffice.domain.seatplan import SeatPlan, States
from boxoffice.presenters.notices import Code, Notice, Severity
from boxoffice.presenters.states import MapState, Phase
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.views.controls import CountField, ElidedLabel, NoticeLabel, button, card, label
from boxoffice.views.formats import Formats
from boxoffice.views.legend import Legend
from boxoffice.views.seat_card import SeatCard
from boxoffice.views.standing import StandingPicker
from boxoffice.views.wording import shortened

_MOST_SEATS = 20


class MapPanel(QWidget):
    """Shows a `MapState`.

    Signals:
        seats_picked(object): a tuple of `SeatId`.
        standing_asked(object, int): an `AreaId` and how many places of it.
        best_asked(int, object): that many of the best seats, of a `PriceCategoryId` or None.
        party_missed(int): there are not so many side by side where the clerk clicked.
        refresh_asked(): ask the server now, or load again.
        cancel_asked(): give up loading.
    """

    seats_picked = Signal(object)
    standing_asked = Signal(object, int)
    best_asked = Signal(int, object)
    party_missed = Signal(int)
    refresh_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mapPanel")
        self._formats = formats
        self._plan: SeatPlan | None = None
        self._offer: Offer | None = None
        self.canvas = SeatCanvas()
        self.canvas.seats_picked.connect(self.seats_picked)
        self.canvas.area_picked.connect(self._ask_standing)
        self.canvas.seat_hovered.connect(self._hover)
        self.canvas.party_missed.connect(self.party_missed)
        frame, layout = card("mapCard")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        layout.addLayout(self._head())
        self._notice = NoticeLabel("mapNotice", formats)
        layout.addWidget(self._notice)
        self._pages = QStackedWidget()
        self._pages.setObjectName("mapPages")
        self._waiting = self._waiting_page()
        self._pages.addWidget(self._waiting)
        self._pages.addWidget(self.canvas)
        layout.addWidget(self._pages, 1)
        self._legend = Legend(formats)
        self._legend.category_chosen.connect(self.canvas.choose_category)
        layout.addWidget(self._legend)
        self._card = SeatCard(formats, self.canvas)
        self._standing = StandingPicker(self.canvas)
        self._standing.chosen.connect(self.standing_asked)
        self.show_state(MapState())

    # --- what is shown ---

    def show_state(self, state: MapState) -> None:
        is_ready = state.phase is Phase.READY
        is_new = is_ready and state.plan is not self._plan
        if is_ready and state.plan is not None and state.offer is not None:
            self._show_plan(state.offer, state.plan, state.states)
        elif not is_ready:
            self._plan = self._offer = None
            self._standing.hide()
            self._show_waiting(state)
        self._pages.setCurrentWidget(self.canvas if is_ready else self._waiting)
        if is_new:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # for the party's size and F3
        self._legend.setVisible(is_ready)
        for tool in self._tools:
            tool.setEnabled(is_ready)
        self._show_age(state)
        notice = state.notice
        if notice is None and state.is_old and state.age_seconds is not None:
            severity = Severity.ERROR if state.is_blind else Severity.WARNING
            notice = Notice(Code.PICTURE_OLD, severity, {"seconds": int(state.age_seconds)})
        self._notice.show_notice(notice)

    def show_seats(self, indices: NDArray[np.intp], states: States) -> None:
        self.canvas.show_states(indices, states)
        if self._card.isVisible():
            self._hover(self.canvas.hovered)  # its seat may be among them

    def show_picture(self, area_id: AreaId, data: bytes) -> None:
        """Nothing is drawn under the seats yet."""

    def show_reasons(self, reasons: Mapping[SeatId, str]) -> None:
        """Nothing is said of blocked seats yet."""

    def flash(self, seat_ids: tuple[SeatId, ...]) -> None:
        self.canvas.flash(seat_ids)

    def focus_best(self) -> None:
        """Puts the cursor to where the party's size is typed."""
        self._party.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._party.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit on the map is the size of the party."""
        digit = event.key() - Qt.Key.Key_0
        if 1 <= digit <= 9 and self._party.isEnabled():
            self._party.set_count(digit)
        else:
            super().keyPressEvent(event)

    def set_palette_name(self, name: str) -> None:
        self.canvas.set_palette_name(name)

    # --- how it is made ---

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = ElidedLabel("mapTitle", "title")
        self._title.show_text(self.tr("Seat map"))
        self._subtitle = ElidedLabel("mapSubtitle", "faint")
        for made in (self._title, self._subtitle):
            words.addWidget(made)
        row.addLayout(words, 1)
        self._age = label("mapAge", "", "faint")
        row.addWidget(self._age)
        self._party = CountField("partySize", self.tr("Size of the party"), _MOST_SEATS)
        self._party.setToolTip(self.tr("Size of the party (1–9 on the map)"))
        self._party.set_count(1)
        self._party.textChanged.connect(self._set_party)
        self.canvas.party_changed.connect(self._party.set_count)
        self._party.returnPressed.connect(self.take_best)
        self._best = button("bestSeats", self.tr("Best seats"))
        self._best.setToolTip(self.tr("Takes the best free seats together (F3)"))
        self._best.clicked.connect(self.take_best)
        zooms = (
            self._tool("zoomIn", "+", self.tr("Zoom in"), self.canvas.zoom_in),
            self._tool("zoomOut", "\N{MINUS SIGN}", self.tr("Zoom out"), self.canvas.zoom_out),
            self._tool("zoomFit", self.tr("All"), self.tr("Whole venue"), self.canvas.fit),
            self._tool("mapRefresh", "↻", self.tr("Refresh (F5)"), self.refresh_asked.emit),
        )
        self._tools: tuple[QWidget, ...] = (self._party, self._best, *zooms[:3])
        for tool in (self._party, self._best, *zooms):
            row.addWidget(tool)
        return row

    def _tool(self, name: str, sign: str, words: str, action: object) -> QToolButton:
        made = QToolButton()
        made.setObjectName(name)
        made.setText(sign)
        made.setToolTip(words)
        made.setAccessibleName(words)
        made.clicked.connect(action)
        return made

    def _waiting_page(self) -> QWidget:
        page = QFrame()
        page.setObjectName("mapWaiting")
        layout = QVBoxLayout(page)
        layout.setSpacing(14)
        self._message = label("mapMessage", "", "faint")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._progress = QProgressBar()
        self._progress.setObjectName("mapProgress")
        self._progress.setAccessibleName(self.tr("Loading the seat map"))
        self._progress.setTextVisible(False)
        self._progress.setMaximumWidth(360)
        self._cancel = button("mapCancel", self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancel_asked)
        self._again = button("mapRetry", self.tr("Try again"))
        self._again.clicked.connect(self.refresh_asked)
        layout.addStretch(1)
        center = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(self._message)
        bar = QHBoxLayout()
        bar.addStretch(1)
        bar.addWidget(self._progress, 2)
        bar.addStretch(1)
        layout.addLayout(bar)
        layout.addWidget(self._cancel, 0, center)
        layout.addWidget(self._again, 0, center)
        layout.addStretch(1)
        return page

    def _show_plan(self, offer: Offer, plan: SeatPlan, states: States | None) -> None:
        if plan is self._plan:
            return
        self._plan, self._offer = plan, offer
        shown = np.zeros(len(plan), dtype=np.uint8) if states is None else states
        self.canvas.show_plan(offer, plan, shown)
        self._card.show_offer(offer, plan)
        self._legend.show_offer(offer)
        self._title.show_text(shortened(offer.event.name, 200))
        place = f" · {shortened(offer.location.name, 200)}" if offer.location else ""
        self._subtitle.show_text(self._formats.date_time(offer.starts_at) + place)

    def _show_waiting(self, state: MapState) -> None:
        is_loading = state.phase is Phase.LOADING
        words = {
            Phase.EMPTY: self.tr("Choose an event, and its seat map appears here."),
            Phase.LOADING: self.tr("Loading the seat map …"),
            Phase.FAILED: self.tr("The seat map could not be loaded."),
        }
        text = words.get(state.phase, "")
        if state.phase is Phase.EMPTY and state.offer is not None:
            text = self.tr("This event has no seats.")
        self._message.setText(text)
        self._progress.setVisible(is_loading)
        self._cancel.setVisible(is_loading)
        self._again.setVisible(state.phase is Phase.FAILED)
        if state.progress:
            self._progress.setRange(0, 100)
            self._progress.setValue(round(100 * state.progress))
        else:
            self._progress.setRange(0, 0)

    def _show_age(self, state: MapState) -> None:
        if state.age_seconds is None or state.phase is not Phase.READY:
            self._age.setText("")
            return
        seconds = int(state.age_seconds)
        live = self.tr("live")
        text = self.tr("%n second(s) old", "", seconds)
        self._age.setText(live if seconds < 3 else text)

    def take_best(self) -> None:
        self.best_asked.emit(self._party.count, self._legend.chosen)

    def _set_party(self) -> None:
        self.canvas.set_party(self._party.count)

    def _ask_standing(self, area_id: AreaId) -> None:
        area = self._offer.area(area_id) if self._offer is not None else None
        at = self.canvas.area_position(area_id)
        if area is not None:
            place = at or QPoint(self.canvas.width() // 2, self.canvas.height() // 2)
            self._standing.ask(area, self._party.count, place)

    def _hover(self, seat_id: SeatId | None) -> None:
        if seat_id is None or self._plan is None:
            self._card.hide()
            return
        at = self.canvas.seat_position(seat_id)
        row = self._plan.row_of(seat_id)
        if at is not None and row >= 0:
            self._card.show_seat(row, int(self.canvas.states[row]), at)
