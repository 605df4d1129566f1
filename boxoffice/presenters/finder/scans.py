"""What a scan names: an order of this house, or what is to be said of it."""

from __future__ import annotations

import asyncio

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import Refused
from boxoffice.domain.ids import OrderId
from boxoffice.domain.orders.barcode import is_barcode
from boxoffice.domain.orders.order_code import is_order_code, read_order_code
from boxoffice.domain.orders.scan import forms_of
from boxoffice.journal.record import OrderRecord, RecordFailed
from boxoffice.presenters.notices import Code, Notice

_NOT_THERE = 404
_LONGEST_NUMBER = 18
_MOST_SHOWN = 60


class ScanReader:
    """Looks scans up: as a ticket's barcode, an order's code, an order's number."""

    def __init__(self, client: ConnectClient, record: OrderRecord) -> None:
        self._client = client
        self._record = record

    async def read(self, text: str) -> OrderId | Notice:
        """The order that the scan names, or why there is none.

        A barcode may be anything: what this workstation has sold is asked first, each form that the
        scan can have lost after the other.

        Raises:
            ConnectError: the server was asked for an order's number, and did not say.
        """
        forms = forms_of(text)
        not_remembered: Notice | None = None
        try:
            known = await asyncio.to_thread(self._sold_here, forms)
        except RecordFailed as error:
            known, not_remembered = None, Notice.warning(Code.NOT_REMEMBERED, reason=str(error))
        number = known or _by_code(forms)
        if number is None and not any(map(is_order_code, forms)):
            number = await self._by_number(forms)
        return number or not_remembered or _unknown(forms)

    def _sold_here(self, forms: tuple[str, ...]) -> OrderId | None:
        found = (self._record.of_scan(self._client.address, form) for form in forms if form)
        return next((order.order_id for order in found if order is not None), None)

    async def _by_number(self, forms: tuple[str, ...]) -> OrderId | None:
        for number in filter(_is_number, forms):
            try:
                return (await self._client.orders.get(OrderId(int(number)))).id
            except Refused as refused:
                if refused.code != _NOT_THERE:
                    raise
        return None


def shown(text: str) -> str:
    """A scan in a notice: as much of it as tells it from others."""
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"


def _by_code(forms: tuple[str, ...]) -> OrderId | None:
    numbers = (read_order_code(form) for form in forms)
    return next((number for number in numbers if number is not None), None)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER


def _unknown(forms: tuple[str, ...]) -> Notice:
    text = shown(forms[0])
    if any(map(is_order_code, forms)):
        return Notice.warning(Code.SCAN_MISREAD, text=text)
    if is_barcode(forms[0]):
        return Notice.warning(Code.SCAN_ELSEWHERE, text=text)
    return Notice.warning(Code.SCAN_UNKNOWN, text=text)
