"""The views of a session: the window's pages as they are by now.

The window makes its pages anew when its language or its letters change. So no presenter holds one:
each shows its states to a view here, which knows the last of them and shows it again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from boxoffice.desktop.sounds import Sound, Sounds
from boxoffice.domain.ids import AreaId, EventId, SeatId
from boxoffice.domain.picture import PictureSizes
from boxoffice.domain.seats.seatplan import States
from boxoffice.presenters.customer.state import CustomerState
from boxoffice.presenters.events.state import EventsState
from boxoffice.presenters.finder.state import FinderState
from boxoffice.presenters.map.state import MapState
from boxoffice.presenters.order.state import OrderState
from boxoffice.presenters.payment.state import PaymentPhase, PaymentState
from boxoffice.presenters.restart.state import RestartState
from boxoffice.presenters.settings.presenter import SettingsPresenter
from boxoffice.presenters.settings.state import SettingsState
from boxoffice.views.settings.panel import SettingsPanel
from boxoffice.views.window.main_window import MainWindow


class EventsPage:
    """The view of the events."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._last: EventsState | None = None

    def show_state(self, state: EventsState) -> None:
        self._last = state
        self._window.events.show_state(state)

    def show_again(self) -> None:
        if self._last is not None:
            self._window.events.show_state(self._last)


class OrderPage:
    """The order's view; the map hears of it, too: a party ends with its buyer."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._last: OrderState | None = None

    def show_state(self, state: OrderState) -> None:
        self._last = state
        self._window.order.show_state(state)
        self._window.map.follow_order(state)

    def show_again(self) -> None:
        if self._last is not None:
            self.show_state(self._last)


class CustomerPage:
    """The customer's view: a strip of the order, or of the payment."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._last: CustomerState | None = None

    def show_state(self, state: CustomerState) -> None:
        self._last = state
        self._window.order.customer.show_state(state)

    def show_again(self) -> None:
        if self._last is not None:
            self._window.order.customer.show_state(self._last)


class MapPage:
    """The map's view. The states of the seats in a `MapState` are the board's own, and so those of
    now."""

    def __init__(self, window: MainWindow, sounds: Sounds) -> None:
        self._window = window
        self._sounds = sounds
        self._last: MapState | None = None
        self._event: EventId | None = None
        self._pictures: dict[AreaId, PictureSizes] = {}
        self._reasons: Mapping[SeatId, str] = {}
        self._lit: tuple[SeatId, ...] = ()

    def show_state(self, state: MapState) -> None:
        event = state.offer.event.id if state.offer is not None else None
        if event != self._event:
            self._event, self._pictures, self._reasons = event, {}, {}
        self._last = state
        self._window.map.show_state(state)

    def show_again(self) -> None:
        if self._last is None:
            return
        self._window.map.show_state(self._last)
        for area, sizes in self._pictures.items():
            self._window.map.show_picture(area, sizes)
        self._window.map.show_reasons(self._reasons)
        self._window.map.light(self._lit)

    def show_seats(self, indices: Any, states: States) -> None:
        self._window.map.show_seats(indices, states)

    def show_picture(self, area_id: AreaId, sizes: PictureSizes) -> None:
        self._pictures[area_id] = sizes
        self._window.map.show_picture(area_id, sizes)

    def show_reasons(self, reasons: Mapping[SeatId, str]) -> None:
        self._reasons = reasons
        self._window.map.show_reasons(reasons)

    def flash(self, seat_ids: tuple[SeatId, ...]) -> None:
        self._sounds.play(Sound.SEAT_LOST)
        self._window.map.flash(seat_ids)

    def light(self, seat_ids: tuple[SeatId, ...]) -> None:
        self._lit = seat_ids
        self._window.map.light(seat_ids)


class TillPage:
    """The payment's view: it takes the order's place while it is open."""

    def __init__(self, window: MainWindow, sounds: Sounds) -> None:
        self._window = window
        self._sounds = sounds
        self._last = PaymentState()

    def show_state(self, state: PaymentState) -> None:
        is_done = state.phase is PaymentPhase.DONE and self._last.phase is not PaymentPhase.DONE
        self._last = state
        self.show_again()
        if is_done:
            self._sounds.play(Sound.SALE_DONE)

    def show_again(self) -> None:
        self._window.show_payment(self._last.phase is not PaymentPhase.CLOSED)
        self._window.payment.show_state(self._last)


class FinderPage:
    """The view of sold orders: it takes the order's place while it is open, and that of a sale that
    is done, which `make_way` ends."""

    def __init__(self, window: MainWindow, make_way: Callable[[], None]) -> None:
        self._window = window
        self._make_way = make_way
        self._last = FinderState()

    def show_state(self, state: FinderState) -> None:
        was_shown, self._last = self._last.is_shown, state
        if state.is_shown and not was_shown:
            self._make_way()
        self.show_again()

    def show_again(self) -> None:
        self._window.finder.show_state(self._last)
        self._window.show_finder(self._last.is_shown)


class RestartPage:
    """The view of what an earlier run left open: in the order's place while it is shown."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._last = RestartState()

    def show_state(self, state: RestartState) -> None:
        self._last = state
        self.show_again()

    def show_again(self) -> None:
        self._window.restart.show_state(self._last)
        self._window.show_restart(self._last.is_shown)


class SettingsWindow:
    """The view of the settings: a page over all others."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def show_state(self, state: SettingsState) -> None:
        if state.is_shown or self._window.is_setting:
            self._window.settings.show_state(state)
            self._window.show_settings(state.is_shown)


def tie_settings(panel: SettingsPanel, presenter: SettingsPresenter) -> None:
    """Ties the page of settings to what it sets; it goes with the page."""
    panel.leave_asked.connect(presenter.close)
    panel.undo_asked.connect(presenter.undo)
    panel.page_chosen.connect(presenter.turn_to)
    panel.appearance.language_chosen.connect(presenter.set_language)
    panel.appearance.theme_chosen.connect(presenter.set_theme)
    panel.appearance.size_chosen.connect(presenter.set_text_size)
    panel.counter.counter_named.connect(presenter.set_counter)
    panel.counter.sounds_chosen.connect(presenter.set_sounds)
    panel.sale.printing_chosen.connect(presenter.set_printing)
    panel.sale.reference_chosen.connect(presenter.set_reference_needed)
    panel.sale.tonight_chosen.connect(presenter.set_tonight)
    panel.keys.key_pressed.connect(presenter.set_key)
    panel.keys.key_cleared.connect(presenter.clear_key)
    panel.keys.key_reset.connect(presenter.reset_key)
    panel.keys.all_reset.connect(presenter.reset_keys)
    panel.keys.save_asked.connect(presenter.save_keys)
    panel.keys.load_asked.connect(presenter.load_keys)
    panel.conflict.swap_asked.connect(presenter.swap_keys)
    panel.conflict.take_asked.connect(presenter.take_key)
    panel.conflict.leave_asked.connect(presenter.leave_key)
    panel.server.test_asked.connect(presenter.test_server)
    panel.server.check_asked.connect(presenter.check_server)
    panel.server.stop_asked.connect(presenter.stop_check)
    panel.server.save_asked.connect(presenter.save_dialect)
    panel.about.copy_asked.connect(presenter.copy_for_support)
    panel.about.log_asked.connect(presenter.open_log)
