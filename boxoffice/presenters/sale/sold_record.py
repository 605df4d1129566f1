"""What this workstation remembers of its sales, kept in step with what becomes of them."""

from __future__ import annotations

import asyncio
from datetime import datetime

from boxoffice.domain.ids import OrderId, Place
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.order import Order
from boxoffice.domain.orders.payment import Payment
from boxoffice.domain.orders.sold_order import Fate, RecordedEvent, RecordedOrder, RecordedSeat
from boxoffice.journal.record import OrderRecord, RecordFailed
from boxoffice.presenters.common import Sale, Teller
from boxoffice.presenters.faults import notice_of_return
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.tasks import Tasks


class SoldRecord:
    """Writes sales down, and what became of them.

    Args:
        address: of the server that they are sold on.

    Attributes:
        record: where they are written.
    """

    def __init__(self, record: OrderRecord, address: str, tasks: Tasks, tell: Teller) -> None:
        self.record = record
        self._address = address
        self._tasks = tasks
        self._tell = tell
        self._unfinished: list[OrderId] = []

    def start(self) -> None:
        """Tells of what an earlier run left half-way, at each start until one ends as it should:
        a program that dies has shown it to nobody."""
        self._tasks.browse("unfinished", self._tell_unfinished())

    def end(self) -> None:
        """What was told of an earlier run was there to be seen."""
        for order_id in self._unfinished:
            self._tasks.buy(self._leave_unfinished(order_id))

    def note_returned_unsold(self, exchange: Exchange) -> None:
        """Writes down that seats that were given back to be sold anew are not sold after all, and
        tells the clerk: the order's own panel shows it no longer than till the next step."""
        self._tell(notice_of_return(exchange))
        self._tasks.buy(self.set_fate(exchange.order_id, Fate.PARTLY_RETURNED))

    def note_unfinished(self, order_id: OrderId) -> None:
        """Tells the clerk that seats of an order that were exchanged are in it still."""
        self._tell(Notice.warning(Code.EXCHANGE_UNFINISHED, order=str(order_id)))

    async def write_down(self, sale: Sale, returned: tuple[Place, ...] = ()) -> bool:
        """Remembers a sale, and what became of the order that it is exchanged for.

        It stands, whatever becomes of this: where it cannot be written the clerk is told.

        Args:
            returned: the seats of that order that went back.

        Returns:
            Whether it is on the disk.
        """
        try:
            await asyncio.to_thread(self.record.add, _recorded(self._address, sale))
            if (old := sale.order.exchange_of) is not None:
                fate = await asyncio.to_thread(self._fate_of, old, returned)
                await asyncio.to_thread(self.record.set_fate, self._address, old, fate)
        except RecordFailed as error:
            self._tell(Notice.warning(Code.NOT_REMEMBERED, reason=str(error)))
            return False
        return self.record.is_lasting

    async def set_fate(self, order_id: OrderId, fate: Fate) -> None:
        """Writes down what became of an order."""
        try:
            await asyncio.to_thread(self.record.set_fate, self._address, order_id, fate)
        except RecordFailed as error:
            self._tell(Notice.warning(Code.NOT_REMEMBERED, reason=str(error)))

    async def note_returned(self, order_id: OrderId, part: Payment) -> None:
        """Writes down what was given back to the buyer of an order, and how."""
        try:
            await asyncio.to_thread(self.record.add_returned, self._address, order_id, part)
        except RecordFailed as error:
            self._tell(Notice.warning(Code.NOT_REMEMBERED, reason=str(error)))

    async def set_printed(self, order_id: OrderId, moment: datetime | None) -> None:
        """Writes down that the order's paper is being printed; None where none came out."""
        try:
            await asyncio.to_thread(self.record.set_printed, self._address, order_id, moment)
        except RecordFailed as error:
            self._tell(Notice.warning(Code.NOT_REMEMBERED, reason=str(error)))

    async def known(self, order: Order) -> RecordedOrder | None:
        """What is remembered of an order; not of another one that had its number on a server that
        was made anew since.

        Raises:
            RecordFailed: the record cannot be read.
        """
        found = await asyncio.to_thread(self.record.get, self._address, order.id)
        if found is None or order.external_id in ("", found.external_id):
            return found
        return None

    def _fate_of(self, old: OrderId, returned: tuple[Place, ...]) -> Fate:
        """What became of an order whose seats went back for others: of all of it, or of a part."""
        known = self.record.get(self._address, old)
        places = {seat.place for seat in known.seats} if known is not None else set()
        return Fate.PARTLY_RETURNED if places - set(returned) else Fate.EXCHANGED

    async def _tell_unfinished(self) -> None:
        try:
            for order in await asyncio.to_thread(self.record.unfinished, self._address):
                self._tell(Notice.warning(Code.EXCHANGE_UNFINISHED, order=str(order.order_id)))
                self._unfinished.append(order.order_id)
        except RecordFailed as error:
            self._tell(Notice.warning(Code.NOT_REMEMBERED, reason=str(error)))

    async def _leave_unfinished(self, order_id: OrderId) -> None:
        """Its seats were not sold anew, unless they were meanwhile."""
        try:
            known = await asyncio.to_thread(self.record.get, self._address, order_id)
        except RecordFailed:
            return  # it is told again
        if known is not None and known.fate is Fate.EXCHANGING:
            await self.set_fate(order_id, Fate.PARTLY_RETURNED)


def _recorded(address: str, sale: Sale) -> RecordedOrder:
    barcodes = {(t.event_id, t.seat_id): t.barcode for t in sale.tickets if t.is_valid}
    lines = [row.line for row in sale.rows]
    events = {
        row.event.id: RecordedEvent(row.event.name, row.starts_at)
        for row in sale.rows
        if row.event is not None
    }
    order = sale.order
    sold_at = order.completed_at or order.created_at
    if sold_at is None:
        raise RecordFailed(f"nobody knows when order {order.id} was sold")
    seats = (
        RecordedSeat(
            x.place, x.area_name, x.row, x.number, barcodes.get((x.event_id, x.seat_id), "")
        )
        for x in lines
    )
    return RecordedOrder(
        address,
        order.id,
        order.external_id,
        sold_at,
        tuple(events.values()),
        sale.customer.name if sale.customer else "",
        sale.totals.total,
        sale.payments,
        tuple(seats),
        operator=order.operator,
    )
