"""Reserves a seat on a test environment, changes it and gives it back, to see what a sale would
meet. Nothing is sold, and nothing stays held."""

from __future__ import annotations

import asyncio
import tempfile
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from boxoffice.connect import operations
from boxoffice.connect.dialects.dialect import Dialect
from boxoffice.connect.dialects.reading import DialectNotValid, load_dialect
from boxoffice.connect.dialects.speech import Tongue
from boxoffice.connect.operations import Operation
from boxoffice.connect.probe.asking import OF_ORDER, PAGE, Asker
from boxoffice.connect.probe.guessing import Found, Hints, find
from boxoffice.connect.probe.heard import Fate, Heard, shown_words
from boxoffice.connect.probe.proposal import proposal

_NEW = ("", "0", "-1", 0)
_LONGEST_HOLD = timedelta(hours=3)
_LAST = 15.0  # seconds for giving back what is left


@dataclass(frozen=True)
class Step:
    """One call of the trial, and what it did, in words."""

    operation: Operation
    status: int
    words: str
    is_good: bool = True

    def __str__(self) -> str:
        mark = "" if self.is_good else "NOT AS EXPECTED: "
        status = f"{self.status}: " if self.status else ""
        return f"{self.operation.title}: {status}{mark}{self.words}"


class CannotTry(Exception):
    """There is nothing that can be reserved; the text says why."""


@dataclass(frozen=True)
class _Seat:
    event_id: int
    seat_id: int
    types: tuple[int, ...]


class Trial:
    """The trial.

    Args:
        base: the dialect that was known before.
        base_name: what a proposed dialect is based on; empty for the contract.

    Attributes:
        answers: what came, to be looked at with what was read before.
        hints: what it showed.
        steps: what each call did.
        held: orders that could not be given back.
    """

    def __init__(
        self,
        asker: Asker,
        base: Dialect,
        base_name: str,
        known: Sequence[Heard],
        secret: str,
        on_step: Callable[[Step], None],
    ) -> None:
        self._asker = asker
        self._base = base
        self._base_name = base_name
        self._known = known
        self._secret = secret
        self._on_step = on_step
        self.answers: list[Heard] = []
        self.hints = Hints()
        self.steps: list[Step] = []
        self.held: list[int] = []
        self._open: list[int] = []
        self._page = next((h.page for h in known if h.operation is operations.SEAT_STATUS), 1)
        self._found = find(known, base)
        self._dialect = base

    async def run(self) -> None:
        """Raises:
        CannotTry: nothing could be reserved.
        """
        self._learn()
        seats = self._seats()
        try:
            await self._try(seats)
        finally:
            await asyncio.wait_for(self._give_back(), _LAST)

    async def _try(self, seats: Sequence[_Seat]) -> None:
        seat = seats[0]
        order = await self._reserve(seat)
        if order is None:
            raise CannotTry("no seat could be reserved")
        if len(seats) > 1:
            await self._meet(seats[1], seat)
        await self._look_at_status(seat)
        for operation in OF_ORDER:
            await self._see(operation, order)
        if len(seat.types) > 1:
            await self._change(order, seat)
        path = {"orderID": order, "eventID": seat.event_id, "seatID": seat.seat_id}
        await self._do(operations.RELEASE_SEAT, path, "the seat was given back")
        await self._cancel(order)

    async def _reserve(self, seat: _Seat) -> int | None:
        operation, key = operations.RESERVE_SEAT, _key()
        body = _body([seat])
        order = None
        ways = dict.fromkeys((self._base.new_order, *_NEW))
        for way in ways:
            heard = await self._send(operation, {}, body, key, new_order=way)
            order = self._order_in(heard)
            if order is not None:
                self.hints.new_order = way
                break
            told = f"seat {seat.seat_id} was not reserved with order_id {way!r}"
            self._tell(heard, told)
            if heard.status not in (400, 404, 422):
                return None
        if order is None:
            return None
        self._open.append(order)
        self._hint_zone(heard)
        status = self._order_value(heard, "status")
        if status is not None:
            self.hints.members.setdefault("order_status", {})["open"] = status
        self._learn()
        self._tell(heard, f"seat {seat.seat_id} of event {seat.event_id} is held in order {order}")
        again = await self._send(operation, {}, body, key, new_order=self.hints.new_order)
        other = self._order_in(again)
        if other is not None and other not in self._open:
            self._open.append(other)
        self.hints.knows_keys = other == order
        words = "the same order" if other == order else "not the same order"
        self._tell(again, f"the same call with the same Idempotency-Key: {words}")
        return order

    async def _meet(self, free: _Seat, taken: _Seat) -> None:
        """A seat that is taken, as the second of two."""
        operation = operations.RESERVE_SEAT
        body = _body([free, taken])
        heard = await self._send(operation, {}, body, _key(), new_order=self.hints.new_order)
        order = self._order_in(heard)
        if order is not None:
            if order not in self._open:
                self._open.append(order)
            self._tell(heard, "a seat that is taken was reserved again", False)
            return
        told = self._contract(heard)
        items = [e for e in told.get("errors") or () if isinstance(e, Mapping)]
        first = str(items[0].get("error_index", "")) if items else ""
        words = "a seat that is taken was refused"
        if first in ("1", "2"):
            self.hints.index_from = int(first) - 1
            words += f", and named by index {first}, counted from {self.hints.index_from}"
        else:
            words += ", and not named"
        number = (items[0].get("error_number") if items else None) or told.get("error_number")
        if heard.status != 409 and isinstance(number, str | int) and str(number) not in ("", "0"):
            self.hints.conflicts.append(number)
            words += f"; its number is {number}"
        self._learn()
        self._tell(heard, words)

    async def _look_at_status(self, seat: _Seat) -> None:
        operation = operations.SEAT_STATUS
        before = self._status_of(seat, self._known)
        query = {"page": str(self._page), "pageSize": str(PAGE)}
        heard = await self._send(operation, {"event_id": seat.event_id}, query=query)
        now = self._status_of(seat, [heard])
        if before is not None and now is not None and before != now:
            members = self.hints.members.setdefault("seat_status", {})
            members["free"], members["reserved"] = before, now
            self._learn()
            self._tell(heard, f"its status was {before}, and is {now}")
        else:
            self._tell(heard, "its status is not seen to change", False)

    async def _see(self, operation: Operation, order: int) -> None:
        heard = await self._send(operation, {"orderID": order})
        is_there = heard.fate is Fate.ANSWERED
        is_missed = operation is operations.ORDER and not is_there
        self._tell(heard, "answered" if is_there else "not answered", not is_missed)

    async def _change(self, order: int, seat: _Seat) -> None:
        path = {"orderID": order, "eventID": seat.event_id, "seatID": seat.seat_id}
        body = {"sales_type_id": seat.types[1]}
        heard = await self._send(operations.CHANGE_SEAT, path, body, _key())
        after = await self._send(operations.ORDER, {"orderID": order})
        lines = self._result(after).get("seats")
        now = lines[0].get("sales_type_id") if isinstance(lines, list) and lines else None
        is_done = str(now) == str(seat.types[1])
        words = f"price type {seat.types[0]} was made {seat.types[1]}"
        self._tell(heard, words if is_done else f"the order does not show that {words}", is_done)

    async def _cancel(self, order: int) -> None:
        words = f"order {order} is cancelled"
        if await self._do(operations.CANCEL_ORDER, {"orderID": order}, words):
            self._open.remove(order)
        heard = await self._send(operations.ORDER, {"orderID": order})
        status = self._order_value(heard, "status")
        opened = self.hints.members.get("order_status", {}).get("open")
        if status is not None and status != opened:
            self.hints.members.setdefault("order_status", {})["cancelled"] = status
            self._learn()

    async def _do(self, operation: Operation, path: Mapping[str, object], words: str) -> bool:
        heard = await self._send(operation, path, key=_key())
        content = self._contract(heard)
        is_done = 200 <= heard.status < 300 and content.get("TIsSuccessful") is not False
        self._tell(heard, words if is_done else f"not done: {words}", is_done)
        return is_done

    async def _give_back(self) -> None:
        """Whatever is still held goes back."""
        for order in self._open:
            path = {"orderID": order}
            if not await self._do(operations.CANCEL_ORDER, path, f"order {order} is cancelled"):
                self.held.append(order)
        self._open.clear()

    async def _send(
        self,
        operation: Operation,
        path: Mapping[str, object],
        body: object = None,
        key: str = "",
        *,
        new_order: str | int | None = None,
        query: Mapping[str, str] | None = None,
    ) -> Heard:
        dialect = replace(self._dialect, knows_keys=True)
        if new_order is not None:
            dialect = replace(dialect, new_order=new_order)
        heard = await self._asker.ask(dialect, operation, path, query, body, key)
        self.answers.append(heard)
        self._learn()
        return heard

    def _learn(self) -> None:
        """What is known now, and the dialect that says it."""
        self._found = find([*self._known, *self.answers], self._base, self.hints)
        self._dialect = dialect_of(self._found, self._base_name) or self._dialect

    def _contract(self, heard: Heard) -> Mapping[str, Any]:
        """The answer in the contract's names; the result's error block where it has its own."""
        if heard.content is None:
            return {}
        told = Tongue(self._dialect).here(heard.operation).spoken.heard(dict(heard.content))
        inner = told.get(heard.operation.result)
        if isinstance(inner, Mapping) and inner.get("errors") and not told.get("errors"):
            return {**told, **inner}
        return told

    def _result(self, heard: Heard) -> Mapping[str, Any]:
        told = self._contract(heard)
        inner = told.get(heard.operation.result, told)
        return inner if isinstance(inner, Mapping) else {}

    def _order_in(self, heard: Heard) -> int | None:
        if heard.fate is not Fate.ANSWERED:
            return None
        number = str(self._result(heard).get("id", ""))
        return int(number) if number.isascii() and number.isdigit() else None

    def _order_value(self, heard: Heard, name: str) -> Any:
        """A field of an order as the site writes it."""
        shape = self._found.shapes.get(heard.operation.title)
        if heard.fate is not Fate.ANSWERED or shape is None or heard.content is None:
            return None
        inner = heard.content.get(shape.result, heard.content) if shape.result else heard.content
        is_object = isinstance(inner, Mapping)
        return self._found.value("OrderCnct", inner, name) if is_object else None

    def _hint_zone(self, heard: Heard) -> None:
        """In which zone a hold ends soon, where its end has no offset."""
        told = self._order_value(heard, "hold_till")
        try:
            till = datetime.fromisoformat(str(told)[:19])
        except ValueError:
            return
        if not self._found.lacks_zone:
            return
        zones = self._found.zones or ([self._found.zone[0]] if self._found.zone[0] else [])
        if not any(_is_soon(till, zone) for zone in zones) and _is_soon(till, "UTC"):
            self.hints.zone = "UTC"

    def _status_of(self, seat: _Seat, answers: Sequence[Heard]) -> Any:
        shape = find(
            [h for h in answers if h.operation is operations.SEAT_STATUS], self._base
        ).shapes.get(operations.SEAT_STATUS.title)
        for row in shape.rows if shape is not None else ():
            if str(self._found.value("SeatStatusCnct", row, "seat_id")) == str(seat.seat_id):
                return self._found.value("SeatStatusCnct", row, "status")
        return None

    def _seats(self) -> list[_Seat]:
        """Two seats that can be sold.

        Raises:
            CannotTry: there is none.
        """
        found = self._found
        event = next((h.event_id for h in self._known if h.event_id is not None), None)
        seats, prices = found.shapes.get("GetSeat GET"), found.shapes.get("GetSalesTypePrice GET")
        if event is None or seats is None or prices is None:
            raise CannotTry("no event, no seats or no prices were found")
        free = {str(v) for v in self._dialect.values_of("seat_status")[0]}
        status = found.shapes.get(operations.SEAT_STATUS.title)
        if status is None or not status.rows:
            status = found.shapes.get(operations.JT_SEAT_STATUS.title)
        states = {
            str(found.value("SeatStatusCnct", row, "seat_id")): found.value(
                "SeatStatusCnct", row, "status"
            )
            for row in (status.rows if status is not None else ())
        }
        types: dict[str, list[int]] = {}
        for row in prices.rows:
            category = str(found.value("SalesTypePriceCnct", row, "price_category_id"))
            number = found.value("SalesTypePriceCnct", row, "sales_type_id")
            if str(number).isdigit() and int(number) not in types.setdefault(category, []):
                types[category].append(int(number))
        chosen = []
        for row in seats.rows:
            number = found.value("SeatCnct", row, "id")
            category = str(found.value("SeatCnct", row, "price_category_id"))
            if str(states.get(str(number))) in free and types.get(category):
                sold_as = tuple(types[category])
                chosen.append(_Seat(int(str(event)), int(str(number)), sold_as))
        if not chosen:
            raise CannotTry("no free seat with a price was found")
        return chosen[:2]

    def _tell(self, heard: Heard, words: str, is_good: bool = True) -> None:
        if heard.fate is not Fate.ANSWERED and heard.content is not None:
            said = self._contract(heard).get("error_message")
            words += f" ({shown_words(said, self._secret)})" if isinstance(said, str) else ""
        step = Step(heard.operation, heard.status, words, is_good)
        self.steps.append(step)
        self._on_step(step)


def dialect_of(found: Found, base_name: str) -> Dialect | None:
    """The dialect that is proposed; None where it cannot be used."""
    with tempfile.TemporaryDirectory(prefix="boxoffice-") as folder:
        path = Path(folder) / "proposed.toml"
        path.write_text(proposal(found, base=base_name), encoding="utf-8")
        try:
            return load_dialect(path.name, path.parent)
        except DialectNotValid:
            return None


def _body(seats: Sequence[_Seat]) -> dict[str, object]:
    wanted = [
        {"event_id": s.event_id, "seat_id": s.seat_id, "sales_type_id": s.types[0]} for s in seats
    ]
    return {"order_id": "", "seats_info": wanted}


def _is_soon(till: datetime, zone: str) -> bool:
    try:
        left = till.replace(tzinfo=ZoneInfo(zone)) - datetime.now(UTC)
    except Exception:  # noqa: BLE001 - names of zones are looked up in files
        return False
    return timedelta(0) < left < _LONGEST_HOLD


def _key() -> str:
    return str(uuid.uuid4())
