"""Selling an order: the intent on the disk first, then the request, then the answer on the disk.

The same order is never sold twice: one intent has one number and one key, and is asked again with
both until the server has said what became of it. An intent is closed only when the sale is in the
record of sold orders; a sale at the counter and one that is settled after a crash go the same way.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import secrets
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NoReturn, assert_never

from boxoffice.connect.client import ConnectClient, new_key
from boxoffice.connect.errors import (
    BadReply,
    ConnectError,
    OutcomeUnknown,
    Refused,
    SignedOut,
    Unreachable,
)
from boxoffice.domain.catalogue import Offer
from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import EventId, OrderId, Place
from boxoffice.domain.orders.customer import Customer
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.order import Order, OrderStatus, totals_of
from boxoffice.domain.orders.payment import Payment
from boxoffice.domain.orders.ticket import Ticket
from boxoffice.journal.intents import BrokenIntent, Intent, Journal, JournalFailed, Outcome
from boxoffice.presenters.common import Sale
from boxoffice.presenters.order_lines import line_rows
from boxoffice.presenters.sale.sold_record import SoldRecord
from boxoffice.presenters.sale.state import Standing

_log = logging.getLogger(__name__)
_PAUSES = (0.5, 1.0, 2.0, 3.0, 5.0)
_NOT_THERE = 404
_MOST_UNREADABLE = 2  # answers that say nothing, to an order that is seen to be unsold each time
_MOST_READINGS = 4  # of an order that is sold, where the server answers and cannot be read


class NotSold(Exception):
    """Nothing was sold, and that is certain. `cause` is why; `external_id` the intent's number."""

    def __init__(self, cause: ConnectError, external_id: str) -> None:
        super().__init__(str(cause))
        self.cause = cause
        self.external_id = external_id


class LeftOpen(Exception):
    """Nobody can say whether it was sold: the server answers, and neither its answers nor its
    orders can be read. `cause` is why; the intent stays open, for a person to decide."""

    def __init__(self, cause: ConnectError, intent: Intent) -> None:
        super().__init__(str(cause))
        self.cause = cause
        self.intent = intent


def new_number() -> str:
    """A number for an order that no other counter gives: 'BX-' and 130 random bits."""
    return "BX-" + base64.b32encode(secrets.token_bytes(17)).decode()[:26]


class Seller:
    """Sells orders on one server and keeps the journal of it.

    Args:
        sold: where sales are remembered.
    """

    def __init__(
        self,
        client: ConnectClient,
        journal: Journal,
        sold: SoldRecord,
        clock: Clock,
        operator: str,
        pauses: tuple[float, ...] = _PAUSES,
    ) -> None:
        self._client = client
        self._journal = journal
        self._sold = sold
        self._clock = clock
        self._operator = operator
        self._pauses = pauses
        self._own: set[str] = set()  # what this run began: nothing of it is an earlier run's

    @property
    def address(self) -> str:
        return self._client.address

    async def sell(
        self,
        order: Order,
        payments: tuple[Payment, ...],
        on_doubt: Callable[[ConnectError], None],
        *,
        offers: Mapping[EventId, Offer],
        customer: Customer | None = None,
        exchange: Exchange | None = None,
    ) -> Sale:
        """Sells the order and returns it as the server confirmed it.

        Args:
            payments: their amounts add up to the order's total; of an exchange, to the difference
                to the old order, which is negative where money goes back.
            on_doubt: told why it is not known yet; the question goes on.
            offers: of the order's events.
            customer: whose order it becomes.
            exchange: the seats that these replace; they are given back once these are sold.

        Raises:
            NotSold: the server refused, or never got the request.
            LeftOpen: what the server says cannot be read, however often it is asked.
            JournalFailed: the intent could not be written, so nothing was sent.
        """
        intent = Intent(
            self._client.address,
            order.id,
            new_number(),
            new_key(),
            payments,
            self._operator,
            self._clock.now(),
            customer.id if customer else None,
            exchange.order_id if exchange else None,
            exchange.places if exchange else (),
            order.created_at,
            order.total,
            tuple(line.place for line in order.lines),
        )
        self._own.add(intent.external_id)
        await asyncio.to_thread(self._journal.begin, intent)
        await self.complete(intent, on_doubt)
        return await self.finish(intent, on_doubt, offers, customer, known=order)

    async def complete(
        self, intent: Intent, on_doubt: Callable[[ConnectError], None], *, is_repeat: bool = False
    ) -> None:
        """Asks the server to sell what the intent says, as often as it takes to know.

        Args:
            is_repeat: it was asked before, and its answer is not known.

        Raises:
            NotSold: as `sell`; the intent is closed then.
            LeftOpen: as `sell`; it stays open.
        """
        may_be_done = is_repeat
        attempt = 0
        answers: list[OutcomeUnknown | BadReply] = []  # that say nothing
        while True:
            try:
                await self._ask(intent)
            except Refused as error:
                # A refusal does not undo what an earlier, lost answer did.
                if await self._is_sold(intent, on_doubt):
                    return
                await self._not_sold(intent, error)
            except (Unreachable, SignedOut) as error:
                if not may_be_done:
                    await self._not_sold(intent, error)
                on_doubt(error)
            except (OutcomeUnknown, BadReply) as error:
                may_be_done = True
                on_doubt(error)
                if attempt > 0 and not error.was_looked_at and await self._looks_sold(intent):
                    return
                if isinstance(error, BadReply) or not error.is_lost:
                    answers.append(error)
                    await self._end_asking(intent, answers)
            else:
                return
            await self.pause(attempt)
            attempt += 1

    async def _end_asking(
        self, intent: Intent, answers: Sequence[OutcomeUnknown | BadReply]
    ) -> None:
        """Asks no more where the server has answered often enough, whatever its answers mean: the
        order was seen to be unsold each time, or could not be seen."""
        error = answers[-1]
        seen = sum(each.was_looked_at for each in answers)
        if seen > _MOST_UNREADABLE:
            is_read = isinstance(error, BadReply)
            cause = error if is_read else BadReply(error.operation, error.reason)
            await self._not_sold(intent, cause)
        if len(answers) - seen > _MOST_READINGS:
            raise LeftOpen(error, intent) from error

    async def _not_sold(self, intent: Intent, cause: ConnectError) -> NoReturn:
        await self.close(intent.external_id, Outcome.NOT_SOLD)
        raise NotSold(cause, intent.external_id) from cause

    async def finish(
        self,
        intent: Intent,
        on_doubt: Callable[[ConnectError], None],
        offers: Mapping[EventId, Offer],
        customer: Customer | None,
        known: Order | None = None,
    ) -> Sale:
        """All that follows once the server has sold what the intent says.

        Of an exchange the old seats are given back; the sale and what became of the old order are
        written into the record; then, and not before, the intent is closed.

        Args:
            known: the order as it was when it was sold.
        """
        returned = [
            place for place in intent.gives_back if await self._give_back(intent, place, on_doubt)
        ]
        if intent.exchange_of is not None and len(returned) < len(intent.gives_back):
            self._sold.note_unfinished(intent.exchange_of)
        sale = await self.read(intent, offers, customer, known)
        is_recorded = await self._sold.write_down(sale, tuple(returned))
        await self.close(intent.external_id, Outcome.SOLD if is_recorded else Outcome.UNRECORDED)
        return sale

    async def read(
        self,
        intent: Intent,
        offers: Mapping[EventId, Offer],
        customer: Customer | None,
        known: Order | None = None,
    ) -> Sale:
        """An order that is sold, with its tickets; asked for until it comes. Where the server
        answers, and what it says cannot be read, it is the order that is `known`."""
        order = replace(await self._read(intent, known), external_id=intent.external_id)
        if order.completed_at is None and order.created_at is None:
            order = replace(order, completed_at=intent.begun_at)  # the server tells no times
        places = ((id_, offer.location) for id_, offer in offers.items())
        return Sale(
            order,
            intent.payments,
            line_rows(order, offers),
            tuple((id_, place) for id_, place in places if place is not None),
            totals_of(order.lines, order.currency),
            await self.tickets(order),
            customer,
        )

    async def _ask(self, intent: Intent) -> None:
        await self._client.orders.complete(
            intent.order_id,
            intent.external_id,
            intent.payments,
            intent.key,
            operator=intent.operator,
            customer_id=intent.customer_id,
            exchange_of=intent.exchange_of,
        )

    async def _give_back(
        self, intent: Intent, place: Place, on_doubt: Callable[[ConnectError], None]
    ) -> bool:
        """Gives an old seat back, as often as it takes; its key is the intent's own for it. Returns
        whether it is given back: a server that says no, and has it in that order still, means it.
        """
        if intent.exchange_of is None:
            return False
        key = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{intent.key} {place.event_id} {place.seat_id}"))
        attempt = 0
        while True:
            try:
                await self._client.orders.release_seat(
                    intent.exchange_of, place.event_id, place.seat_id, key
                )
            except (Refused, BadReply) as error:
                # Whoever gave it back before has settled it.
                _log.warning("seat %s of order %s: %s", place.seat_id, intent.exchange_of, error)
                is_returned = await self._looks_returned(intent.exchange_of, place)
                if is_returned is not None:
                    return is_returned
                on_doubt(error)
            except ConnectError as error:
                on_doubt(error)
            else:
                return True
            await self.pause(attempt)
            attempt += 1

    async def tickets(self, order: Order) -> tuple[Ticket, ...]:
        """The order's tickets; none where the server does not tell them now."""
        try:
            return await self._client.orders.tickets(order.id)
        except ConnectError as error:
            _log.warning("the tickets of order %s could not be read: %s", order.id, error)
            return ()

    # --- after a crash ---

    async def look(
        self, intent: Intent, on_doubt: Callable[[ConnectError], None]
    ) -> tuple[Standing, Order | None]:
        """How an intent stands, and its order as the server has it; asked until the server says."""
        attempt = 0
        while True:
            try:
                order = await self._client.orders.get(intent.order_id)
            except Refused:
                return Standing.UNKNOWN, None
            except ConnectError as error:
                on_doubt(error)
            else:
                return standing_of(intent, order), order
            await self.pause(attempt)
            attempt += 1

    async def open_intents(self) -> tuple[Intent, ...]:
        """What was on its way when the program ended.

        Raises:
            JournalFailed: the journal cannot be read.
        """
        return await self._before(self._journal.open_intents)

    async def broken_intents(self) -> tuple[BrokenIntent, ...]:
        """What was on its way and cannot be read.

        Raises:
            JournalFailed: the journal cannot be read.
        """
        return await asyncio.to_thread(self._journal.broken_intents, self._client.address)

    async def unrecorded(self) -> tuple[Intent, ...]:
        """What was sold, and is not in the record of sold orders yet.

        Raises:
            JournalFailed: the journal cannot be read.
        """
        return await self._before(self._journal.unrecorded)

    async def untold(self) -> tuple[tuple[Intent, Outcome], ...]:
        """What was decided before the program ended, without the clerk having seen it for certain.

        Raises:
            JournalFailed: the journal cannot be read.
        """
        found = await asyncio.to_thread(self._journal.untold, self._client.address)
        return tuple(each for each in found if each[0].external_id not in self._own)

    async def last_sold(self) -> Intent | None:
        """What was sold last.

        Raises:
            JournalFailed: the journal cannot be read.
        """
        return await asyncio.to_thread(self._journal.last_sold, self._client.address)

    async def _before(self, read: Callable[[str], tuple[Intent, ...]]) -> tuple[Intent, ...]:
        """What was begun before this run."""
        found = await asyncio.to_thread(read, self._client.address)
        return tuple(intent for intent in found if intent.external_id not in self._own)

    async def close(self, external_id: str, outcome: Outcome) -> None:
        """Writes down what became of an intent."""
        try:
            await asyncio.to_thread(self._journal.settle, external_id, outcome)
        except JournalFailed as error:
            # The order is what the server says; the next start asks it again and finds the same.
            _log.error("%s could not be written down: %s", outcome.value, error)

    async def mark_told(self, external_id: str) -> None:
        """Writes down that the clerk has seen what became of an intent."""
        try:
            await asyncio.to_thread(self._journal.mark_told, external_id)
        except JournalFailed as error:
            _log.error("that it was told could not be written down: %s", error)

    async def _is_sold(self, intent: Intent, on_doubt: Callable[[ConnectError], None]) -> bool:
        """Whether the server has sold it; asked until the server says."""
        attempt = 0
        while True:
            try:
                order = await self._client.orders.get(intent.order_id)
            except Refused:
                return False
            except ConnectError as error:
                _log.warning("order %s could not be read: %s", intent.order_id, error)
                on_doubt(error)
            else:
                return standing_of(intent, order) is Standing.SOLD
            await self.pause(attempt)
            attempt += 1

    async def _looks_sold(self, intent: Intent) -> bool:
        """Whether the server says now that it has sold it."""
        try:
            order = await self._client.orders.get(intent.order_id)
        except ConnectError:
            return False
        return standing_of(intent, order) is Standing.SOLD

    async def _looks_returned(self, order_id: OrderId, place: Place) -> bool | None:
        """Whether the server says now that a seat is not in that order any more; None where it
        says nothing."""
        try:
            return place not in (await self._client.orders.get(order_id)).places
        except Refused as refused:
            return True if refused.code == _NOT_THERE else None
        except ConnectError:
            return None

    async def _read(self, intent: Intent, known: Order | None) -> Order:
        """The order as it was sold; the sale stands, so it is asked for until it comes. Where the
        server answers, but not with an order, the one that is known stands for it."""
        attempt = 0
        while True:
            try:
                return await self._client.orders.get(intent.order_id)
            except ConnectError as error:
                _log.warning("order %s is sold, but could not be read: %s", intent.order_id, error)
                is_answered = isinstance(error, Refused | BadReply)
                if known is not None and is_answered and attempt + 1 >= _MOST_READINGS:
                    return replace(known, status=OrderStatus.COMPLETED)
            await self.pause(attempt)
            attempt += 1

    async def pause(self, attempt: int) -> None:
        await asyncio.sleep(self._pauses[min(attempt, len(self._pauses) - 1)])


def standing_of(intent: Intent, order: Order) -> Standing:
    """How an intent stands, by the order of its number: only the order that it was written for, and
    as it was then, is ready to be sold."""
    if order.created_at != intent.created_at and None not in (order.created_at, intent.created_at):
        return Standing.OTHER_ORDER
    match order.status:
        case OrderStatus.COMPLETED:
            return Standing.SOLD if _is_ours(intent, order) else Standing.OTHER_ORDER
        case OrderStatus.CANCELLED:
            return Standing.NOT_SOLD
        case OrderStatus.EXPIRED:
            return Standing.HOLD_OVER
        case OrderStatus.OPEN:
            return _standing_of_open(intent, order)
        case OrderStatus.OTHER:
            return Standing.CHANGED
        case _:
            assert_never(order.status)


def _is_ours(intent: Intent, order: Order) -> bool:
    """Whether it was sold by this intent; a server that does not tell the number it was sold by is
    believed by what else the order is."""
    if order.external_id:
        return order.external_id == intent.external_id
    return order.places == frozenset(intent.places) and order.total == intent.total


def _standing_of_open(intent: Intent, order: Order) -> Standing:
    if order.hold_seconds is not None and order.hold_seconds <= 0:
        return Standing.HOLD_OVER
    is_same = order.places == frozenset(intent.places) and order.total == intent.total
    return Standing.READY if is_same else Standing.CHANGED
