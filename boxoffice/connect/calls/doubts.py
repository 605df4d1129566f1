"""What became of a change of an order whose answer was lost, or makes no sense: it is looked at.

Where the server knows keys, the same call with the same key comes first (`sender.py`), and then a
look; where it knows none, nothing is asked again before it was looked at. An order that a
reservation may have made is found by the status of its seats. Several tills may share a token: the
order is taken for the one that was asked for only where nothing speaks against it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from boxoffice.connect.calls.seats import SeatCalls
from boxoffice.connect.envelope import Reply
from boxoffice.connect.errors import (
    BadReply,
    ConnectError,
    OrderInDoubt,
    OutcomeUnknown,
    Refused,
    SignedOut,
)
from boxoffice.connect.operations import Operation
from boxoffice.connect.sender import Sender
from boxoffice.domain.ids import EventId, OrderId, Place, SeatId
from boxoffice.domain.orders.order import Order, OrderStatus
from boxoffice.domain.orders.reservation import BestSeatsRequest

Doubt = Refused | OutcomeUnknown | BadReply
Get = Callable[[OrderId], Awaitable[Order]]
_NOT_THERE = 404
_MOST_CANDIDATES = 20
_MOST_DOUBTS = 100
_MOST_LOOKS = 3
_NUMBERS = ("id", "order_id", "orderID", "OrderID", "orderId", "OrderId", "ID", "Id")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reservation: what was asked for, and what was there before it.

    Attributes:
        order_id: the order that it was to join; None for a new one.
        places: the seats that were asked for; of best seats none, then `best` says what.
        held: what that order held before.
        before: orders of this token that are known to have been there before.
        is_fresh: the seats were looked at right before, so that any other order is a newer one.
        operator: who sells here; an order of somebody else's is another till's.
        asked_at: when it was asked first, by the clock that `ServerClock` goes by.
    """

    order_id: OrderId | None
    places: frozenset[Place]
    best: BestSeatsRequest | None
    held: frozenset[Place]
    before: frozenset[OrderId]
    operator: str = field(repr=False)
    asked_at: float
    is_fresh: bool = False

    @property
    def event_ids(self) -> frozenset[EventId]:
        if self.best is not None:
            return frozenset((self.best.event_id,))
        return frozenset(place.event_id for place in self.places)

    def is_met_by(self, order: Order) -> bool:
        """Whether an order has all that was asked for, beside what it held before."""
        if not order.places >= self.held | self.places:
            return False
        best = self.best
        return best is None or len(order.places - self.held) >= best.quantity


@dataclass(frozen=True, slots=True)
class _Asked:
    """When something was asked, and what was there before it, as far as that is known."""

    at: float
    before: frozenset[OrderId] = frozenset()
    is_fresh: bool = False

    @classmethod
    def of(cls, wanted: Wanted) -> _Asked:
        return cls(wanted.asked_at, wanted.before, wanted.is_fresh)


class Doubts:
    """Settles what is not known of changes of orders.

    Args:
        get: reads an order.
    """

    def __init__(self, sender: Sender, get: Get) -> None:
        self._sender = sender
        self._get = get
        self._seats = SeatCalls(sender)
        self._open: dict[str, _Asked] = {}  # keys of changes that could not be looked at
        self._lost: dict[str, None] = {}  # keys of changes whose answers were lost once
        self._seen: dict[EventId, tuple[str, dict[SeatId, OrderId]]] = {}

    async def changed(
        self,
        change: Callable[[], Awaitable[Reply]],
        operation: Operation,
        order_id: OrderId,
        key: str,
        is_done: Callable[[Order | None], bool],
        *,
        is_proven: bool = False,
    ) -> None:
        """Makes a change of an order, and returns once it is known to be made.

        Args:
            is_done: whether the order, as the server has it, shows that it was made; None where
                there is no such order any more.
            is_proven: an answer without a word is not enough where the order can be looked at.

        Raises:
            ConnectError: OutcomeUnknown and BadReply say with `was_looked_at` that it was not made.
        """
        look = _Look(self._get, order_id, is_done)
        if self._open.pop(key, None) is not None:
            await self._looked_first(operation, key, look, order_id)
            if look.is_made:
                return
        try:
            reply = await change()
        except (Refused, OutcomeUnknown, BadReply) as doubt:
            if not self._may_be_seen(doubt, key):
                raise
            await self._judge(doubt, key, look)
        else:
            if reply.is_silent and is_proven and await self._says_at_last(look) is False:
                raise _not_true(operation, key, order_id)

    async def _says_at_last(self, look: _Look) -> bool | None:
        """As `says`; some servers show what they were told a little later."""
        says = await look.says()
        for turn in range(1, _MOST_LOOKS):
            if says is not False:
                break
            await asyncio.sleep(self._sender.pause * turn)
            says = await look.says()
        return says

    async def reserved(
        self,
        reserve: Callable[[], Awaitable[Reply]],
        read: Callable[[Reply], Order],
        operation: Operation,
        key: str,
        wanted: Wanted,
    ) -> Order:
        """Makes a reservation, and returns the order that it became.

        Raises:
            ConnectError: OrderInDoubt where a person has to look.
        """
        asked = self._open.pop(key, None)
        if asked is not None:
            # By now the map may know of the order that came of it.
            before = asked.before if asked.is_fresh else frozenset[OrderId]()
            wanted = replace(wanted, asked_at=asked.at, before=before, is_fresh=asked.is_fresh)
            found = await self._found_first(operation, key, wanted)
            if found is not None:
                return found
        elif wanted.order_id is None and not self._sender.knows_keys:
            wanted = await self._looked_before(wanted)
        doubt: Doubt
        try:
            reply = await reserve()
        except (Refused, OutcomeUnknown, BadReply) as error:
            if not self._may_be_seen(error, key):
                raise
            doubt = error
        else:
            try:
                return read(reply)
            except BadReply as unread:
                doubt = unread
            number = _number_in(reply.flags)
            if number is not None and wanted.order_id is None:
                named = await self._by_number(number, operation, key, wanted)
                if named is not None:
                    return named
        return await self._find(doubt, operation, key, wanted)

    def _may_be_seen(self, error: Doubt, key: str) -> bool:
        """Whether there is anything to look for now."""
        if isinstance(error, Refused):
            return error.may_be_done
        if not isinstance(error, OutcomeUnknown) or not self._sender.knows_keys:
            return True
        # Whoever asks again with the key is told what became of it, if any answer comes at all.
        was_lost = key in self._lost
        self._lost[key] = None
        while len(self._lost) > _MOST_DOUBTS:
            del self._lost[next(iter(self._lost))]
        return was_lost

    async def _looked_before(self, wanted: Wanted) -> Wanted:
        """With the orders that are there: a server that knows no keys cannot be asked afterwards
        which one is new."""
        there: set[OrderId] = set()
        try:
            for event_id in wanted.event_ids:
                marker, orders = self._seen.pop(event_id, ("", {}))
                told = await self._seats.status(event_id, marker)
                for seat in told.seat_ids.tolist() if orders else ():
                    orders.pop(SeatId(seat), None)
                orders |= told.orders
                self._seen[event_id] = (told.marker, orders)
                there |= set(orders.values())
        except ConnectError:
            return wanted
        now = self._sender.clock.at()
        return replace(wanted, before=wanted.before | there, asked_at=now, is_fresh=True)

    async def _judge(self, doubt: Doubt, key: str, look: _Look) -> None:
        """Returns where it was made; raises what is to be said of it where it was not."""
        is_made = None if _is_signed_out(doubt) else await look.says()
        if is_made:
            return
        self._conclude(doubt, key, _Asked(self._sender.clock.at()), is_known=is_made is not None)
        raise doubt

    def _conclude(self, doubt: Doubt, key: str, asked: _Asked, *, is_known: bool) -> None:
        """It was looked at, and was not made; or it could not be looked at."""
        if not is_known:
            self._note(key, asked)
        elif isinstance(doubt, Refused):
            doubt.may_be_done = False
        else:
            doubt.was_looked_at = True

    async def _looked_first(
        self, operation: Operation, key: str, look: _Look, order_id: OrderId
    ) -> None:
        if await look.says() is None:
            self._note(key, _Asked(self._sender.clock.at()))
            raise _unseen(operation, key, order_id)

    async def _found_first(self, operation: Operation, key: str, wanted: Wanted) -> Order | None:
        try:
            return await self._made(operation, key, wanted)
        except OutcomeUnknown:
            raise
        except ConnectError as error:
            self._note(key, _Asked.of(wanted))
            raise _unseen(operation, key, wanted.order_id) from error

    async def _find(self, doubt: Doubt, operation: Operation, key: str, wanted: Wanted) -> Order:
        is_known = not _is_signed_out(doubt)
        if is_known:
            try:
                found = await self._made(operation, key, wanted)
            except OrderInDoubt as in_doubt:
                if isinstance(doubt, OutcomeUnknown) and self._sender.knows_keys:
                    raise doubt from in_doubt  # the server can be asked with the key
                raise
            except ConnectError:
                is_known = False
            else:
                if found is not None:
                    return found
        self._conclude(doubt, key, _Asked.of(wanted), is_known=is_known)
        raise doubt

    async def _made(self, operation: Operation, key: str, wanted: Wanted) -> Order | None:
        """The order as the reservation left it; None where it was not made.

        Raises:
            OrderInDoubt: an order is there that may be what it made, or may be another counter's.
        """
        if wanted.order_id is not None:
            order = await self._get(wanted.order_id)
            return order if _has_joined(order, wanted) else None
        found: list[OrderId] = []
        for event_id in wanted.event_ids:
            orders = (await self._seats.status(event_id)).orders
            asked = {place.seat_id for place in wanted.places if place.event_id == event_id}
            found += [o for seat, o in orders.items() if wanted.best or seat in asked]
        candidates = [id_ for id_ in dict.fromkeys(found) if id_ not in wanted.before]
        in_doubt: OrderId | None = None
        for order_id in sorted(candidates, reverse=True)[:_MOST_CANDIDATES]:
            order = await self._get(order_id)
            if self._was_there(order, wanted) or not _may_be_meant(order, wanted):
                continue
            is_new = wanted.is_fresh or self._sender.knows_keys or order.created_at is not None
            if is_new and wanted.places == order.places and _bears_no_mark(order, wanted):
                return order
            in_doubt = in_doubt or order_id
        if in_doubt is not None:
            raise OrderInDoubt(operation.name, "an order is there", key=key, found=in_doubt)
        return None

    async def _by_number(
        self, number: int, operation: Operation, key: str, wanted: Wanted
    ) -> Order | None:
        """The order that an answer names which else makes no sense; None where it is none that was
        just made."""
        try:
            order = await self._get(OrderId(number))
        except Refused:
            return None
        except ConnectError as error:
            raise OrderInDoubt(operation.name, str(error), key=key, found=number) from error
        if order.status is not OrderStatus.OPEN or self._was_there(order, wanted):
            return None
        if not _has_joined(order, wanted):
            raise OrderInDoubt(operation.name, "it has other seats", key=key, found=number)
        return order

    def _was_there(self, order: Order, wanted: Wanted) -> bool:
        """Whether the order is certainly older than the reservation."""
        if wanted.order_id is not None:
            return False
        if order.id in wanted.before:
            return True
        made = order.created_at
        return made is not None and self._sender.clock.is_before(made, wanted.asked_at) is True

    def note_asked(self, key: str, seconds_ago: float) -> None:
        """It was asked before, and what became of it is not known."""
        self._note(key, _Asked(self._sender.clock.at() - seconds_ago))

    def _note(self, key: str, asked: _Asked) -> None:
        """It has to be looked at before it is asked again, where the server knows no keys."""
        if self._sender.knows_keys:
            return
        while len(self._open) >= _MOST_DOUBTS:
            del self._open[next(iter(self._open))]
        self._open[key] = asked


class _Look:
    """A look at one order."""

    def __init__(
        self, get: Get, order_id: OrderId, is_done: Callable[[Order | None], bool]
    ) -> None:
        self._get = get
        self._is_done = is_done
        self.order_id = order_id
        self.is_made: bool | None = None

    async def says(self) -> bool | None:
        """Whether the order shows that it was done; None where it cannot be looked at."""
        try:
            self.is_made = self._is_done(await self._get(self.order_id))
        except Refused as refused:
            self.is_made = self._is_done(None) if refused.code == _NOT_THERE else None
        except ConnectError:
            self.is_made = None
        return self.is_made


def _has_joined(order: Order, wanted: Wanted) -> bool:
    """Whether seats that were asked for are in the order now."""
    new = order.places - wanted.held
    return bool(new) if wanted.best is not None else bool(order.places & wanted.places)


def _may_be_meant(order: Order, wanted: Wanted) -> bool:
    """Whether the reservation, or one like it of another till, may have made the order."""
    if order.status is not OrderStatus.OPEN:
        return False
    if wanted.best is None:
        return bool(order.places & wanted.places)
    best = wanted.best
    return len(order.lines) == best.quantity and all(
        line.event_id == best.event_id
        and best.area_id in (None, line.area_id)
        and best.category_id in (None, line.category_id)
        for line in order.lines
    )


def _bears_no_mark(order: Order, wanted: Wanted) -> bool:
    """Whether nothing says that another till has it."""
    is_ours = not order.operator or not wanted.operator or order.operator == wanted.operator
    return is_ours and not order.external_id and order.exchange_of is None


def _number_in(content: Mapping[str, Any]) -> int | None:
    """The number of an order in an answer that else makes no sense; where it says two, none."""
    blocks = [content, *(value for value in content.values() if isinstance(value, dict))]
    numbers = set()
    for block in blocks:
        for name in _NUMBERS:
            value = block.get(name)
            if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 19:
                value = int(value)
            if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**63:
                numbers.add(value)
    return numbers.pop() if len(numbers) == 1 else None


def _not_true(operation: Operation, key: str, order_id: int) -> OutcomeUnknown:
    """The answer said that it was done, and the order that it was not."""
    reason = "the answer says that it is done, and the order that it is not"
    unknown = OutcomeUnknown(operation.name, reason, key=key, order_id=order_id)
    unknown.was_looked_at, unknown.is_lost = True, False
    return unknown


def _unseen(operation: Operation, key: str, order_id: int | None) -> OutcomeUnknown:
    """It may have been done, and could not be looked at."""
    return OutcomeUnknown(operation.name, "it could not be looked at", key=key, order_id=order_id)


def _is_signed_out(doubt: ConnectError) -> bool:
    """Whether nobody may look before somebody has signed in."""
    return isinstance(doubt.__cause__, SignedOut)
