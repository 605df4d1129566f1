"""Prints sales: a `Sale` of the presenters in, paper of the printing room out."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, assert_never

from PySide6.QtCore import QCoreApplication

from boxoffice.children.kept import CannotBeDone, ChildFailed, KeptChildren, TooLate
from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import EventId, OrderId
from boxoffice.domain.orders.payment import PaymentKind
from boxoffice.presenters.common import LineRow, PrintFailed, Sale
from boxoffice.printing.documents import Labels, SoldEvent, SoldSeat, Summary, summary_of
from boxoffice.printing.jobs import BEGUN, Why, values_of
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.payment_words import payment_words

PRINT_SECONDS = 5.0  # until it is said that nothing was printed; the sale stands
_SAVE_SECONDS = 10.0


class SummaryPrinter:
    """The `Printer` of the presenters. What prints and what writes files is a child process.

    Args:
        children: of the kind `print`.
        print_to: a PDF file that stands for the printer; None for the real one.
        is_test: whether nothing that is sold now is real, which the paper says.
    """

    def __init__(
        self,
        formats: LocaleFormats,
        clock: Clock,
        children: KeptChildren,
        print_to: Path | None,
        print_seconds: float = PRINT_SECONDS,
        is_test: Callable[[], bool] = lambda: False,
    ) -> None:
        self._formats = formats
        self._clock = clock
        self._children = children
        self._print_to = print_to
        self._print_seconds = print_seconds
        self._is_test = is_test
        self._perhaps_printed: set[OrderId] = set()  # those that were for certain included
        self._under_way: dict[OrderId, asyncio.Future[str]] = {}

    async def print_summary(self, sale: Sale) -> str:
        """Prints the sale's summary; where one may be there already, it is marked as a copy."""
        order_id = sale.order.id
        summary = self._summary(sale, is_copy=self._is_copy(sale))
        printing = asyncio.ensure_future(self._print(order_id, summary))
        self._under_way[order_id] = printing
        try:
            return await printing
        except asyncio.CancelledError:
            if self._under_way.get(order_id) is printing:
                raise  # the work that waits was given up, not the printing
            raise PrintFailed(
                _stopped_words(), is_doubtful=order_id in self._perhaps_printed
            ) from None
        finally:
            if self._under_way.get(order_id) is printing:
                del self._under_way[order_id]

    def stop_printing(self, order_id: OrderId) -> None:
        printing = self._under_way.pop(order_id, None)
        if printing is not None:
            printing.cancel()

    async def save_summary(self, sale: Sale, path: Path) -> Path:
        await self._write(self._summary(sale, is_copy=self._is_copy(sale)), path)
        return path

    async def _print(self, order_id: OrderId, summary: Summary) -> str:
        if self._print_to is not None:
            await self._write(summary, self._print_to)
            self._perhaps_printed.add(order_id)
            return self._print_to.name
        was_there, has_begun = order_id in self._perhaps_printed, False

        def hear(word: str) -> None:
            nonlocal has_begun
            if word == BEGUN:
                has_begun = True
                self._perhaps_printed.add(order_id)

        job = {"job": "print", "summary": values_of(summary)}
        try:
            done = await self._children.ask(job, seconds=self._print_seconds, on_word=hear)
        except CannotBeDone as error:
            if error.reason["why"] == Why.REFUSED and not was_there:
                self._perhaps_printed.discard(order_id)
            is_doubtful = has_begun and error.reason["why"] != Why.REFUSED
            raise PrintFailed(_words_of(error.reason), is_doubtful=is_doubtful) from error
        except TooLate as error:
            words = QCoreApplication.translate("Paper", "the print system does not answer")
            raise PrintFailed(words, is_doubtful=has_begun) from error
        except ChildFailed as error:
            words = QCoreApplication.translate("Paper", "printing broke off")
            raise PrintFailed(words, is_doubtful=has_begun) from error
        return str(done.head["printer"])

    async def _write(self, summary: Summary, path: Path) -> None:
        unfinished = path.with_name(f".{secrets.token_hex(8)}.part")
        job = {"job": "pdf", "summary": values_of(summary), "path": str(path)}
        try:
            await self._children.ask({**job, "unfinished": str(unfinished)}, seconds=_SAVE_SECONDS)
        except CannotBeDone as error:
            raise PrintFailed(f"{path}: {_words_of(error.reason)}") from error
        except ChildFailed as error:
            _tidy(unfinished)
            words = QCoreApplication.translate("Paper", "the disk does not answer")
            if not isinstance(error, TooLate):
                words = QCoreApplication.translate("Paper", "writing broke off")
            raise PrintFailed(f"{path}: {words}") from error
        except asyncio.CancelledError:
            _tidy(unfinished)
            raise

    def _is_copy(self, sale: Sale) -> bool:
        return sale.is_copy or sale.order.id in self._perhaps_printed

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
            is_test=self._is_test(),
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


def _words_of(reason: Mapping[str, Any]) -> str:
    """Why there is no paper or no file, as the clerk reads it."""
    translate = QCoreApplication.translate
    why = Why(reason["why"])
    match why:
        case Why.NO_PRINTER:
            return translate("Paper", "there is no printer")
        case Why.NOT_BEGUN:
            return translate("Paper", "the printer does not accept it")
        case Why.NOT_FINISHED:
            return translate("Paper", "the printer did not finish")
        case Why.REFUSED:
            text = translate("Paper", "the print system refuses it ({reason})")
            return text.format(reason=reason.get("words", ""))
        case Why.CUT:
            return translate("Paper", "the file is incomplete")
        case Why.DISK_FULL:
            return translate("Paper", "the disk is full")
        case Why.NOT_ALLOWED:
            return translate("Paper", "writing is not allowed there")
        case Why.NO_FOLDER:
            return translate("Paper", "there is no such folder")
        case Why.OTHER:
            return str(reason.get("words", "")) or str(why)
        case _:
            assert_never(why)


def _stopped_words() -> str:
    return QCoreApplication.translate("Paper", "it was stopped")


def _tidy(unfinished: Path) -> None:
    """Removes what a child that was ended has left, on a disk that may not answer: in a thread
    that nobody waits for."""

    def remove() -> None:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)

    threading.Thread(target=remove, daemon=True).start()


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
        paid={kind: payment_words(kind).name for kind in PaymentKind},
        customer=translate("Paper", "Customer:"),
        tendered=translate("Paper", "Given"),
        change=translate("Paper", "Change"),
        reference=translate("Paper", "Reference"),
        copy=translate("Paper", "COPY, made {when}"),
        test=translate("Paper", "TEST, not valid"),
        page=translate("Paper", "Page {number} of {count}"),
        closing=translate("Paper", "Thank you, and enjoy the show."),
    )
