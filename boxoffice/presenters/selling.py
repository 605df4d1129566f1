"""Selling an order: the intent on the disk first, then the request, then the answer on the disk.

The same order is never sold twice: one intent has one number and one key, and is asked again with
both until the server has said what became of it.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import secrets
import uuid
from collections.abc import Callable

from boxoffice.connect.client import ConnectClient, new_key
from boxoffice.connect.errors import (
    BadReply,
    ConnectError,
    OutcomeUnknown,
    Refused,
    SignedOut,
    Unreachable,
)
from boxoffice.domain.clock import Clock
from boxoffice.domain.exchange import Exchange
from boxoffice.domain.ids import CustomerId, Place
from boxoffice.domain.order import Order, OrderStatus
from boxoffice.domain.payment import Payment
from boxoffice.domain.ticket import Ticket
from boxoffice.journal.intents import Intent, Journal, JournalFailed, Outcome

_log = logging.getLogger(__name__)
_PASSING = frozenset({429, 500, 502, 503, 504})  # what a server says that can do it later
_PAUSES = (0.5, 1.0, 2.0, 3.0, 5.0)


class NotSold(Exception):
    """Nothing was sold, and that is certain. `cause` is why."""

    def __init__(self, cause: ConnectError) -> None:
        super().__init__(str(cause))
        self.cause = cause


def new_number() -> str:
    """A number for an order that no other counter gives: 'BX-' and 130 random bits."""
    return "BX-" + base64.b32encode(secrets.token_bytes(17)).decode()[:26]


class Seller:
    """Sells orders on one server and keeps the journal of it."""

    def __init__(
        self, client: ConnectClient, journal: Journal, clock: Clock, operator: str,
        pauses: tuple[float, ...] = _PAUSES,
    ) -> None:  # fmt: skip
        self._client = client
        self._journal = journal
        self._clock = clock
        self._operator = operator
        self._pauses = pauses

    @property
    def address(self) -> str:
        return self._client.address

    async def sell(
        self,
        order: Order,
        payments: tuple[Payment, ...],
        on_doubt: Callable[[ConnectError], None],
        *,
        customer_id: CustomerId | None = None,
        exchange: Exchange | None = None,
    ) -> Order:
        """Sells the order and returns it as the server confirmed it.

        Args:
            payments: their amounts add up to the order's total; of an exchange, to the difference
                to the old order, which is negative where money goes back.
            on_doubt: told why it is not known yet; the question goes on.
            customer_id: whose order it becomes.
            exchange: the seats that these replace; they are given back once these are sold.

        Raises:
            NotSold: the server refused, or never got the request.
            JournalFailed: the intent could not be written, so nothing was sent.
        """
        intent = Intent(
            self._client.address, order.id, new_number(), new_key(), payments, self._operator,
            self._clock.now(), customer_id,
            exchange.order_id if exchange else None, exchange.places if exchange else (),
        )  # fmt: skip
        await asyncio.to_thread(self._journal.begin, intent)
        return await self.ask(intent, on_doubt)

    async def ask(
        self,
        intent: Intent,
        on_doubt: Callable[[ConnectError], None],
        *,
        is_repeat: bool = False,
    ) -> Order:
        """Asks for an intent, as often as it takes, and writes down what became of it.

        Of an exchange that is all of it: it is done when the old seats are given back as well.

        Args:
            is_repeat: it was asked before, and its answer is not known.

        Raises:
            NotSold: as `sell`.
        """
        may_be_done = is_repeat
        attempt = 0
        while True:
            try:
                await self._client.orders.complete(
                    intent.order_id, intent.external_id, intent.payments, intent.key,
                    operator=intent.operator, customer_id=intent.customer_id,
                    exchange_of=intent.exchange_of,
                )  # fmt: skip
                break
            except Refused as error:
                # A refusal does not undo what an earlier, lost answer did.
                if not await self._is_sold(intent):
                    await self._settle(intent, Outcome.NOT_SOLD)
                    raise NotSold(error) from error
                break
            except (Unreachable, SignedOut) as error:
                if not may_be_done:
                    await self._settle(intent, Outcome.NOT_SOLD)
                    raise NotSold(error) from error
                on_doubt(error)
            except (OutcomeUnknown, BadReply) as error:
                may_be_done = True
                on_doubt(error)
            await asyncio.sleep(self._pauses[min(attempt, len(self._pauses) - 1)])
            attempt += 1
        for place in intent.gives_back:
            await self._give_back(intent, place, on_doubt)
        await self._settle(intent, Outcome.SOLD)
        return await self._read(intent)

    async def _give_back(
        self, intent: Intent, place: Place, on_doubt: Callable[[ConnectError], None]
    ) -> None:
        """Gives an old seat back, as often as it takes; its key is the intent's own for it."""
        if intent.exchange_of is None:
            return
        key = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{intent.key} {place.event_id} {place.seat_id}"))
        attempt = 0
        while True:
            try:
                await self._client.orders.release_seat(
                    intent.exchange_of, place.event_id, place.seat_id, key
                )
            except Refused as error:
                if error.code not in _PASSING:
                    # It is not in that order any more: whoever gave it back has settled it.
                    _log.warning("seat %s of order %s: %s", *place, error)
                    return
                on_doubt(error)
            except ConnectError as error:
                on_doubt(error)
            else:
                return
            await asyncio.sleep(self._pauses[min(attempt, len(self._pauses) - 1)])
            attempt += 1

    async def tickets(self, order: Order) -> tuple[Ticket, ...]:
        """The order's tickets; none where the server does not tell them now."""
        try:
            return await self._client.orders.tickets(order.id)
        except ConnectError as error:
            _log.warning("the tickets of order %s could not be read: %s", order.id, error)
            return ()

    async def open_intents(self) -> tuple[Intent, ...]:
        """What was on its way when the program ended.

        Raises:
            JournalFailed: the journal cannot be read.
        """
        return await asyncio.to_thread(self._journal.open_intents, self._client.address)

    async def _is_sold(self, intent: Intent) -> bool:
        """Whether the server has sold it; asked until the server says."""
        while True:
            try:
                order = await self._client.orders.get(intent.order_id)
            except Refused:
                return False
            except ConnectError as error:
                _log.warning("order %s could not be read: %s", intent.order_id, error)
                await asyncio.sleep(self._pauses[-1])
            else:
                is_ours = order.external_id == intent.external_id
                return order.status is OrderStatus.COMPLETED and is_ours

    async def _read(self, intent: Intent) -> Order:
        """The order as it was sold; the sale stands, so it is asked for until it comes."""
        attempt = 0
        while True:
            try:
                return await self._client.orders.get(intent.order_id)
            except ConnectError as error:
                _log.warning("order %s is sold, but could not be read: %s", intent.order_id, error)
            await asyncio.sleep(self._pauses[min(attempt, len(self._pauses) - 1)])
            attempt += 1

    async def _settle(self, intent: Intent, outcome: Outcome) -> None:
        try:
            await asyncio.to_thread(self._journal.settle, intent.external_id, outcome)
        except JournalFailed as error:
            # The order is what the server says; the next start asks it again and finds the same.
            _log.error("%s could not be written down: %s", outcome.value, error)
