"""Asks a server for what it has: each operation that only reads, once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from boxoffice.connect import operations
from boxoffice.connect.credentials import Credential
from boxoffice.connect.dialects.dialect import Dialect
from boxoffice.connect.errors import BadReply, ConnectError, SignedOut
from boxoffice.connect.http_messages import Answer, Deadlines
from boxoffice.connect.network import NETWORK
from boxoffice.connect.operations import Operation
from boxoffice.connect.probe.guessing import Found, find
from boxoffice.connect.probe.heard import Fate, Heard, heard
from boxoffice.connect.sender import Sender
from boxoffice.connect.signing_in import SigningIn
from boxoffice.connect.transport import Network, Transport

_SETTLED = 0.02  # seconds
DEADLINES = Deadlines(read=10.0, bulk=20.0, write=10.0)
PAGE = 1000  # entries: one page of a list is enough to see how it is made
_SMALLER = (500, 100, 20)  # where that is refused
_MOST_SILENT = 3  # calls without an answer, one after the other
GIVEN_UP = f"{_MOST_SILENT} calls before it had no answer"

GENERAL = (
    operations.LOCATIONS,
    operations.SALES_TYPES,
    operations.ORGANIZERS,
    operations.EVENT_SETS,
    operations.EVENT_CATEGORIES,
    operations.COUNTRIES,
    operations.TICKET_SYSTEMS,
    operations.CUSTOMERS,
)
OF_EVENT = (
    operations.AREAS,
    operations.ENTRANCES,
    operations.PRICE_CATEGORIES,
    operations.SALES_TYPE_PRICES,
    operations.SALES_RULES,
    operations.SEATS,
    operations.SEAT_DATA,
    operations.SEAT_STATUS,
    operations.JT_SEAT_STATUS,
    operations.ID_MAPPING,
)
OF_ORDER = (
    operations.ORDER,
    operations.ORDER_BASE,
    operations.ORDER_SEATS,
    operations.ORDER_TICKETS,
)
READS = (operations.EVENTS, *GENERAL, *OF_EVENT, *OF_ORDER, operations.SALES_TYPES_OF_CONDITION)
# Whose entries are people: one is enough.
_PEOPLE = (operations.CUSTOMERS,)


class Asker:
    """Sends calls and returns what came as it came; no failure is an exception.

    Args:
        deadlines: how long each may take.
        transport: stands in for the network, in tests.
    """

    def __init__(
        self,
        address: str,
        credential: Credential,
        *,
        ca_file: Path | None = None,
        transport: Network | None = None,
        deadlines: Deadlines = DEADLINES,
    ) -> None:
        self._transport = Transport(address, deadlines, ca_file=ca_file, stand_in=transport)
        self._credential = credential
        self._deadlines = deadlines

    async def ask(
        self,
        dialect: Dialect,
        operation: Operation,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, str] | None = None,
        body: object = None,
        key: str = "",
    ) -> Heard:
        """One call, as a dialect says it."""
        sender = Sender(
            self._transport,
            SigningIn(self._credential),
            "en",
            self._deadlines,
            pause=0.2,
            dialect=dialect,
        )
        try:
            answer = await sender.judged(operation, _as_it_is, path, query, body, key)
        except SignedOut as error:
            return Heard(operation, Fate.SIGNED_OUT, reason=error.reason)
        except BadReply as error:
            return Heard(operation, Fate.FOREIGN, reason=error.reason)
        except ConnectError as error:
            return Heard(operation, Fate.NO_ANSWER, reason=error.reason)
        return heard(operation, answer)

    async def aclose(self) -> None:
        # A call that was broken off ends in the network's thread first: one that the end of the
        # connection meets fails with nobody to hear it, which is said on standard error.
        await NETWORK.run(asyncio.sleep(_SETTLED))
        await self._transport.aclose()


async def _as_it_is(_: Operation, answer: Answer) -> Answer:
    return answer


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is. `heard` is there once the call has ended."""

    operation: Operation
    number: int
    count: int
    heard: Heard | None = None


class Survey:
    """Asks for everything that can be asked for without changing anything.

    Attributes:
        answers: what came so far; it holds also where it is broken off.
    """

    def __init__(
        self, asker: Asker, dialect: Dialect, on_progress: Callable[[Progress], None]
    ) -> None:
        self._asker = asker
        self._dialect = dialect
        self._on_progress = on_progress
        self._silent = 0
        self._page = dialect.first_page
        self.answers: list[Heard] = []

    async def run(self) -> None:
        first = await self._list(operations.EVENTS)
        if not self._is_worth_going_on(first):
            self._leave_out(READS[1:], "the first call says enough")
            return
        await self._first_page(first)
        for operation in GENERAL:
            await self._list(operation)
        event = _event(await self._found())
        if event is None:
            self._leave_out(OF_EVENT, "no event was found")
        else:
            for operation in OF_EVENT:
                await self._of_event(operation, event)
        order = _order(await self._found())
        if order is None:
            self._leave_out(OF_ORDER, "no order of this credential was found")
        else:
            for operation in OF_ORDER:
                await self._ask(operation, {"orderID": order})
        self._leave_out((operations.SALES_TYPES_OF_CONDITION,), "no sales condition is known")

    async def _found(self) -> Found:
        """What is known so far; found out beside whatever else runs here."""
        return await asyncio.to_thread(find, tuple(self.answers), self._dialect)

    def _is_worth_going_on(self, first: Heard) -> bool:
        return first.fate is not Fate.SIGNED_OUT and not first.is_page

    async def _first_page(self, first: Heard) -> None:
        """Where page 1 of the events is empty, and there are some, pages may count from 0."""
        shape = (await self._found()).shapes.get(first.operation.title)
        is_empty = shape is not None and shape.is_found and not shape.rows
        if not is_empty or self._page == 0:
            return
        query = {"page": "0", "pageSize": str(PAGE)}
        again = await self._asker.ask(self._dialect, first.operation, None, query)
        shape = find([again], self._dialect).shapes.get(first.operation.title)
        if again.fate is Fate.ANSWERED and shape is not None and shape.rows:
            self._page = 0
            self.answers.append(again.asked(size=PAGE, page=0))

    async def _of_event(self, operation: Operation, event: object) -> None:
        if operation is operations.ID_MAPPING:
            await self._ask(operation, {"mapping_type": 0}, {"IDs": str(event)}, event)
        elif "{event_id}" in operation.path:
            await self._list(operation, {"event_id": event}, event=event)
        else:
            await self._list(operation, query={"id": str(event)}, event=event)

    async def _list(
        self,
        operation: Operation,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, str] | None = None,
        event: object = None,
    ) -> Heard:
        usual = 1 if operation in _PEOPLE else PAGE
        asked = {**(query or {}), "page": str(self._page)}
        found = await self._ask(operation, path, asked | _sized(usual), event, usual)
        for size in (s for s in _SMALLER if s < usual):
            if found.fate is not Fate.REFUSED or found.status not in (400, 422):
                break
            self.answers.pop()
            found = await self._ask(operation, path, asked | _sized(size), event, size)
        return found

    async def _ask(
        self,
        operation: Operation,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, str] | None = None,
        event: object = None,
        size: int = 0,
    ) -> Heard:
        number = READS.index(operation) + 1
        if self._silent >= _MOST_SILENT:
            found = Heard(operation, Fate.NOT_ASKED, reason=GIVEN_UP)
        else:
            self._on_progress(Progress(operation, number, len(READS)))
            found = await self._asker.ask(self._dialect, operation, path, query)
            found = found.asked(size=size, page=self._page, event_id=event)
            self._silent = self._silent + 1 if found.fate is Fate.NO_ANSWER else 0
            self._on_progress(Progress(operation, number, len(READS), found))
        self.answers.append(found)
        return found

    def _leave_out(self, left: Sequence[Operation], reason: str) -> None:
        self.answers += [Heard(each, Fate.NOT_ASKED, reason=reason) for each in left]


def _sized(size: int) -> dict[str, str]:
    return {"pageSize": str(size)}


def _event(found: Found) -> object:
    """The event to ask about: one that has free seats, where that can be seen."""
    shape = found.shapes.get(operations.EVENTS.title)
    rows = shape.rows if shape is not None else []
    rows = [row for row in rows if found.value("EventCnct", row, "id") is not None]

    def has_seats(row: Mapping[str, object]) -> bool:
        return str(found.value("EventCnct", row, "seats_free") or 0) not in ("0", "")

    best = next((row for row in rows if has_seats(row)), rows[0] if rows else None)
    return None if best is None else found.value("EventCnct", best, "id")


def _order(found: Found) -> object:
    """An order of this credential's own: the status of seats names those alone."""
    for operation in (operations.SEAT_STATUS, operations.JT_SEAT_STATUS):
        shape = found.shapes.get(operation.title)
        for row in shape.rows if shape is not None else ():
            order = found.value("SeatStatusCnct", row, "order_id")
            if order is not None and str(order) not in ("0", "-1", ""):
                return order
    return None
