"""Where the focus can be when something is scanned, and what has to come of it there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton

from boxoffice.domain.ids import OrderId, SeatId
from tests.journeys.conftest import Counter

_SEATS = (5, 6, 7, 8, 15, 16, 17, 18)  # one of them is in the order on screen
_REFUSED = {
    "payment": "payment first",
    "save dialog": "Close the window",
    "connection": "Connect to a server first",
}


class Places:
    """Brings a window to each place, and back.

    Args:
        order_id: a sold order.
    """

    def __init__(self, clerk: Counter, order_id: OrderId) -> None:
        self._clerk = clerk
        self._order_id = order_id
        self._seats = iter(_SEATS)
        self._held = 0
        self.all: dict[str, Callable[[], Awaitable[None]]] = {
            "map": self._map,
            "search": self._search,
            "payment": self._payment,
            "finder": self._finder,
            "question": self._question,
            "customer": self._customer,
            "keys": self._keys,
            "save dialog": self._save_dialog,
            "list open": self._list,
            "menu open": self._menu,
            "connection": self._connection,
        }

    def refused(self, place: str) -> str:
        """Words with which every scan is refused there; empty where it is looked up."""
        return _REFUSED.get(place, "")

    async def leave(self) -> None:
        """Back to the sale, with the focus on the map."""
        window = self._clerk.window
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for dialog in window.findChildren(QDialog):
            dialog.reject()
        window.connection.return_asked.emit()
        window.finder.leave_asked.emit()
        window.finder.leave_asked.emit()
        window.payment.cancel_asked.emit()
        window.payment.next_asked.emit()
        window.order.customer.close_asked.emit()
        window.show_notice(None)
        await self._clerk.sees(lambda: self._clerk.shows("payButton"), "the order")
        # At first, where X was late and a scan was typed, and where the hold ran out.
        if self._clerk.shows("orderEmpty") or not self._clerk.has_line(self._held):
            self._held = next(self._seats)
            window.map.seats_picked.emit((SeatId(self._held),))
        await self._clerk.sees(self._pay_button().isEnabled, "the order's sum")
        window.map.focus_seats()

    def _pay_button(self) -> QPushButton:
        return self._clerk.hand.find("payButton", QPushButton)

    async def _press(self, key: Qt.Key, shown: str) -> None:
        await self._clerk.hand.press(key)
        await self._clerk.sees(lambda: self._clerk.shows(shown), shown)

    async def _map(self) -> None:
        await self._clerk.hand.press(Qt.Key.Key_4)  # a party of four, where the mouse is not

    async def _search(self) -> None:
        await self._press(Qt.Key.Key_F2, "eventsSearch")

    async def _payment(self) -> None:
        await self._press(Qt.Key.Key_F9, "confirmButton")

    async def _finder(self) -> None:
        await self._press(Qt.Key.Key_F7, "finderSearch")

    async def _opened(self) -> None:
        self._clerk.window.finder.order_chosen.emit(self._order_id)
        await self._clerk.sees(lambda: self._clerk.shows("foundCancel"), "the order")
        await self._clerk.sees(
            self._clerk.hand.find("foundCancel", QPushButton).isEnabled, "what can be done"
        )

    async def _question(self) -> None:
        """Whether to cancel the order: Enter would."""
        await self._opened()
        self._clerk.hand.find("foundCancel", QPushButton).click()
        await self._clerk.sees(lambda: self._clerk.shows("foundAskYes"), "the question")
        self._clerk.hand.find("foundAskYes", QPushButton).setFocus()

    async def _customer(self) -> None:
        await self._press(Qt.Key.Key_F4, "customerSearch")

    async def _keys(self) -> None:
        await self._clerk.hand.press(Qt.Key.Key_F1)
        await self._clerk.sees(lambda: QApplication.activeModalWidget() is not None, "the keys")

    async def _save_dialog(self) -> None:
        await self._opened()
        self._clerk.hand.find("foundSave", QPushButton).click()
        await self._clerk.sees(lambda: QApplication.activeModalWidget() is not None, "the dialog")

    async def _list(self) -> None:
        self._clerk.window.order.focus_price_type()
        await self._clerk.sees(lambda: QApplication.activePopupWidget() is not None, "the list")

    async def _menu(self) -> None:
        menu = self._clerk.window.menuBar().findChildren(QMenu)[0]
        menu.popup(self._clerk.window.mapToGlobal(self._clerk.canvas.pos()))
        await self._clerk.sees(menu.isVisible, "the menu")

    async def _connection(self) -> None:
        self._clerk.window.connection_asked.emit()
        await self._clerk.sees(lambda: self._clerk.shows("connectionAddress"), "the page")
