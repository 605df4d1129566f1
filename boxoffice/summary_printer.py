"""Prints sales: a `Sale` of the presenters in, paper of the printing room out."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import EventId
from boxoffice.presenters.states import LineRow, PrintFailed, Sale
from boxoffice.printing.documents import Labels, SoldEvent, SoldSeat, Summary, summary_of
from boxoffice.printing.paper import (
    NoPrinter,
    PaperFailed,
    default_printer,
    print_summary,
    write_pdf,
)
from boxoffice.views.formats import LocaleFormats


class SummaryPrinter:
    """The `Printer` of the presenters.

    Args:
        print_to: a PDF file that stands for the printer; None for the real one.
    """

    def __init__(self, formats: LocaleFormats, clock: Clock, print_to: Path | None) -> None:
        self._formats = formats
        self._clock = clock
        self._print_to = print_to
        self._printed: set[int] = set()

    async def print_summary(self, sale: Sale) -> str:
        """Prints the sale's summary; from the second time on it is marked as a copy."""
        summary = self._summary(sale, is_copy=self._is_copy(sale))
        try:
            if self._print_to is not None:
                write_pdf(summary, self._print_to)
                name = self._print_to.name
            else:
                # Looking for printers can take seconds where the print system hangs.
                name = await asyncio.to_thread(default_printer)
                print_summary(summary, name)
        except PaperFailed as error:
            raise PrintFailed(_words_of(error)) from error
        self._printed.add(sale.order.id)
        return name

    async def save_summary(self, sale: Sale, path: Path) -> Path:
        try:
            write_pdf(self._summary(sale, is_copy=self._is_copy(sale)), path)
        except PaperFailed as error:
            raise PrintFailed(_words_of(error)) from error
        return path

    def _is_copy(self, sale: Sale) -> bool:
        return sale.is_copy or sale.order.id in self._printed

    def _summary(self, sale: Sale, *, is_copy: bool) -> Summary:
        events = _events_of(sale)
        place = events[0].location if events else None
        sold = sale.order.completed_at or self._clock.now()
        return summary_of(
            sale.order,
            sale.payments,
            sale.totals,
            events,
            self._formats,
            _labels(),
            sold_at=place.local(sold) if place else sold.astimezone(),
            copied_at=self._local_now(sale) if is_copy else None,
            customer=sale.customer.name if sale.customer else sale.buyer,
        )

    def _local_now(self, sale: Sale) -> datetime:
        now = self._clock.now()
        return sale.locations[0][1].local(now) if sale.locations else now.astimezone()


def _events_of(sale: Sale) -> tuple[SoldEvent, ...]:
    """The sale's seats by event, in the order they were taken."""
    locations = dict(sale.locations)
    grouped: dict[EventId, list[LineRow]] = {}
    for row in sale.rows:
        grouped.setdefault(row.line.event_id, []).append(row)
    return tuple(
        SoldEvent(rows[0].event, locations.get(event_id), tuple(_seat(row) for row in rows))
        for event_id, rows in grouped.items()
    )


def _seat(row: LineRow) -> SoldSeat:
    names = {t.id: t.name for t in row.price_types}
    return SoldSeat(row.line, names.get(row.line.price_type_id, ""))


def _words_of(error: PaperFailed) -> str:
    if isinstance(error, NoPrinter):
        return QCoreApplication.translate("Paper", "there is no printer")
    return str(error)


def _labels() -> Labels:
    translate = QCoreApplication.translate
    return Labels(
        title=translate("Paper", "Order summary"),
        order_number=translate("Paper", "Order"),
        sold_at=translate("Paper", "Sold on"),
        area=translate("Paper", "Area"),
        row=translate("Paper", "Row"),
        seat=translate("Paper", "Seat"),
        price_type=translate("Paper", "Price type"),
        price=translate("Paper", "Price"),
        fee=translate("Paper", "Fee"),
        amount=translate("Paper", "Amount"),
        standing=translate("Paper", "standing"),
        total=translate("Paper", "Total"),
        tax_inside=translate("Paper", "VAT {rate} included"),
        cash=translate("Paper", "Cash"),
        card=translate("Paper", "Card"),
        voucher=translate("Paper", "Voucher"),
        invoice=translate("Paper", "Invoice"),
        customer=translate("Paper", "Customer:"),
        tendered=translate("Paper", "Given"),
        change=translate("Paper", "Change"),
        reference=translate("Paper", "Reference"),
        copy=translate("Paper", "COPY, made {when}"),
        page=translate("Paper", "Page {number} of {count}"),
        closing=translate("Paper", "Thank you, and enjoy the performance."),
    )
