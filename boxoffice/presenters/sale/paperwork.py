"""Paper of sales, and what is remembered of it: never two that are not marked as copies.

That paper is begun is written down before it is: a program that dies at the printer may have left
some, so that what is printed after the restart is a copy.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import OrderId
from boxoffice.journal.record import RecordFailed
from boxoffice.presenters.common import Printer, PrintFailed, Sale
from boxoffice.presenters.sale.sold_record import SoldRecord


class RememberingPrinter:
    """A `Printer` that knows what was printed before the program was started.

    Args:
        printer: what does the printing.
        sold: where it is remembered.
    """

    def __init__(self, printer: Printer, sold: SoldRecord, clock: Clock) -> None:
        self._printer = printer
        self._sold = sold
        self._clock = clock

    async def print_summary(self, sale: Sale) -> str:
        was_begun = await self.is_begun(sale)
        if not was_begun:
            await self._sold.set_printed(sale.order.id, self._clock.now())
        try:
            return await self._printer.print_summary(
                replace(sale, is_copy=sale.is_copy or was_begun)
            )
        except PrintFailed as error:
            if not was_begun and not error.is_doubtful:
                await self._sold.set_printed(sale.order.id, None)
            raise

    def stop_printing(self, order_id: OrderId) -> None:
        self._printer.stop_printing(order_id)

    async def save_summary(self, sale: Sale, path: Path) -> Path:
        is_copy = sale.is_copy or await self.is_begun(sale)
        return await self._printer.save_summary(replace(sale, is_copy=is_copy), path)

    async def is_begun(self, sale: Sale) -> bool:
        """Whether paper of it may be there already."""
        try:
            known = await self._sold.known(sale.order)
        except RecordFailed:
            return False  # the printer remembers this run
        return known is not None and known.printed_at is not None
