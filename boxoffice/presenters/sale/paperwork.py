"""Paper of sales, and what is remembered of it: never two that are not marked as copies.

That paper is begun is written down before it is: a program that dies at the printer may have left
some, so that what is printed after the restart is a copy.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import OrderId
from boxoffice.journal.record import RecordFailed
from boxoffice.presenters.common import Printer, PrintFailed, Sale
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.sale.sold_record import SoldRecord


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """What came of printing a summary.

    Attributes:
        notice: what the clerk is told of it.
        is_printed: it came out, for certain.
        may_be_out: it came out, or nobody knows: what is printed next is a copy.
    """

    notice: Notice
    is_printed: bool
    may_be_out: bool


class Paperwork:
    """Prints and saves the summaries of sales, for all screens.

    Args:
        printer: what does the printing.
        sold: where it is remembered.
    """

    def __init__(self, printer: Printer, sold: SoldRecord, clock: Clock) -> None:
        self._printer = printer
        self._sold = sold
        self._clock = clock

    async def print_summary(self, sale: Sale) -> PrintOutcome:
        """Prints a summary; as a copy where it is one, or where paper of it may be there."""
        try:
            name = await self._print(sale)
        except PrintFailed as error:
            code = Code.PERHAPS_PRINTED if error.is_doubtful else Code.NOT_PRINTED
            notice = Notice.warning(code, order=str(sale.order.id), reason=str(error))
            return PrintOutcome(notice, is_printed=False, may_be_out=error.is_doubtful)
        notice = Notice.good(Code.PRINTED, printer=name)
        return PrintOutcome(notice, is_printed=True, may_be_out=True)

    def stop_printing(self, order_id: OrderId) -> None:
        """Gives up printing an order, where that is under way."""
        self._printer.stop_printing(order_id)

    async def save_summary(self, sale: Sale, path: Path) -> Notice:
        """Writes a summary as PDF, and returns what the clerk is told of it."""
        is_copy = sale.is_copy or await self._is_begun(sale)
        try:
            saved = await self._printer.save_summary(replace(sale, is_copy=is_copy), path)
        except PrintFailed as error:
            return Notice.warning(Code.NOT_SAVED, order=str(sale.order.id), reason=str(error))
        return Notice.good(Code.SAVED, path=str(saved))

    async def is_begun(self, sale: Sale) -> bool:
        """Whether paper of it may be there already, by the record.

        Raises:
            RecordFailed: nobody knows.
        """
        known = await self._sold.known(sale.order)
        return known is not None and known.printed_at is not None

    async def _print(self, sale: Sale) -> str:
        was_begun = await self._is_begun(sale)
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

    async def _is_begun(self, sale: Sale) -> bool:
        try:
            return await self.is_begun(sale)
        except RecordFailed:
            return False  # the printer remembers this run
