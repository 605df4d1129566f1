"""One counter of many: it sells, changes its mind, forgets orders, and looks at every answer.

It picks seats as a clerk does: those that its map shows as free, which is a second old at most and
so not always right; and now and then any, as if it had no map.
"""

from __future__ import annotations

import asyncio
import random
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile
from typing import Any

import msgspec

from tests.load.model import House, Mine, Tally, Violation
from tests.load.services import EVENT, ROWS, SEATS_IN_ROW, Services
from tests.plain_http import Line, Said
from tests.waiting import PATIENCE

FULL, REDUCED, CHILD = 1, 2, 3
_MAP_SECONDS = 1.0  # as old as a counter's map gets
_BLIND = 0.1  # of the reservations do not look at it
_MOST_SOLD = 1  # orders that a counter keeps; the oldest is given back for the next
_MOST_WAITING = PATIENCE  # seconds for an answer, kills included
_DECODER = msgspec.json.Decoder(float_hook=Decimal)


@dataclass(frozen=True, slots=True)
class Sent:
    """A change that was asked for and answered."""

    verb: str
    path: str
    body: Any
    key: str
    said: Said


class Counter:
    """A counter on one of the services; it goes on at another one when that is gone.

    Args:
        pace: the seats a second that it reserves at most; 0 for as many as it can.
        may_be_killed: whether services end by force meanwhile.
    """

    def __init__(
        self,
        number: int,
        services: Services,
        house: House,
        tally: Tally,
        seed: int,
        *,
        pace: float = 0.0,
        may_be_killed: bool = False,
    ) -> None:
        self._number = number
        self._services = services
        self._house = house
        self._tally = tally
        self._rng = random.Random(f"{seed}-{number}")
        self._may_be_killed = may_be_killed
        self._pace = pace
        self._reserved = 0
        self._at = number
        self._line: Line | None = None
        self._sold: list[Mine] = []
        self._left: list[Mine] = []  # open orders that nobody thinks of any more
        self._last: Sent | None = None
        self._mirror: dict[int, int] = {}
        self._marker = 0
        self._looked_at = 0.0

    async def work(self, ends: float, has_enough: Callable[[Tally], bool]) -> None:
        """Sells until `ends` by `time.monotonic`, and on until all together have enough; what is
        against the promises is noted."""
        began = time.monotonic()
        try:
            if self._pace:
                await asyncio.sleep(self._rng.random() * 5 / self._pace)
            while time.monotonic() < ends or not has_enough(self._tally):
                if time.monotonic() > self._looked_at + _MAP_SECONDS:
                    await self._poll()
                await self._one_customer()
                if self._pace:
                    due = began + self._reserved / self._pace
                    await asyncio.sleep(min(due, ends) - time.monotonic())
            await self._left_alone()
        except (Violation, KeyError, AssertionError) as error:
            self._tally.violations.append(f"counter {self._number}: {error!r}"[:500])
        finally:
            self.close()

    def close(self) -> None:
        if self._line is not None:
            self._line.close()

    async def _one_customer(self) -> None:
        order = await (self._best() if self._rng.random() < 0.15 else self._reserve(None))
        if order is None:
            return
        chance = self._rng.random()
        if chance < 0.12:
            await self._reserve(order)
        if chance < 0.3:
            await self._change_type(order)
        chance = self._rng.random()
        if chance < 0.08:
            order.doubtful()
            self._left.append(order)
        elif chance < 0.2:
            await self._give_back(order)
        elif await self._complete(order):
            self._sold.append(order)
        while len(self._sold) > _MOST_SOLD:
            await self._give_back(self._sold.pop(0))
        await self._seldom()

    async def _seldom(self) -> None:
        chance = self._rng.random()
        if chance < 0.06 and self._last is not None:
            await self._repeat(self._last)
        elif chance < 0.08 and self._last is not None:
            await self._key_of_another(self._last)
        elif chance < 0.1:
            await self._left_alone()

    # Reserving

    async def _reserve(self, order: Mine | None) -> Mine | None:
        seats = self._seats_of_choice(order)
        if not seats:
            return None
        wanted = [{"event_id": EVENT, "seat_id": seat, "sales_type_id": FULL} for seat in seats]
        body = {"order_id": str(order.id) if order else "", "seats_info": wanted}
        return await self._ask_for("/orders/reserve-seat", body, order, len(seats), set(seats))

    def _seats_of_choice(self, order: Mine | None) -> list[int]:
        """Up to ten side by side that are free by the map; none where there are none such."""
        mine = {
            seat
            for o in [*self._sold, *self._left, *([order] if order else [])]
            for seat in o.seats
        }
        count = self._rng.randint(1, 10)
        is_blind = self._rng.random() < _BLIND
        found: list[int] = []
        for _ in range(20):
            row, first = self._rng.randrange(ROWS), self._rng.randrange(SEATS_IN_ROW)
            numbers = range(first, min(first + count, SEATS_IN_ROW))
            seats = [row * SEATS_IN_ROW + number + 1 for number in numbers]
            if is_blind:
                return [seat for seat in seats if seat not in mine]
            fit = list(takewhile(lambda s: s not in mine and not self._mirror.get(s, 0), seats))
            found = max(found, fit, key=len)
            if len(found) == count:
                break
        return found

    async def _best(self) -> Mine | None:
        count = self._rng.randint(1, 6)
        pattern = {"event_id": EVENT, "quantity": count, "sales_type_id": FULL}
        body = {"order_id": "", "search_pattern": pattern}
        return await self._ask_for("/orders/reserve-best-seat", body, None, count, None)

    async def _ask_for(
        self, path: str, body: Any, order: Mine | None, count: int, seats: set[int] | None
    ) -> Mine | None:
        asked_at = time.monotonic()
        said = await self._send("POST", path, body)
        may_be_over = order is not None and not order.is_sure
        self._tally.reserve_seconds.append(time.monotonic() - asked_at)
        self._tally.reservations += 1
        if said.status == 409:
            self._tally.conflicts += 1
            lost = [item["error_index"] for item in _DECODER.decode(said.body)["errors"]]
            if seats is not None and not lost and not may_be_over:
                raise Violation(f"a conflict names no seat: {said.body!r}")
            if any(index >= count for index in lost):
                raise Violation(f"a conflict names what was not asked for: {said.body!r}")
            return None
        told = _result(said)
        new = order or Mine(told["id"])
        before = set(new.seats)
        now = {seat["seat_id"]: seat["sales_type_id"] for seat in told["seats"]}
        if may_be_over:  # it is open again then, without what others have by now
            before &= set(now)
        if told["status"] != 0 or told["id"] != new.id or len(now) != len(before) + count:
            raise Violation(f"{count} seats were reserved beside {before}, and it is {said.body!r}")
        if seats is not None and set(now) - before != seats:
            raise Violation(f"{seats} were asked for, and it is {said.body!r}")
        if told["total"] != sum(s["price"] + s["fee"] for s in told["seats"]):
            raise Violation(f"the total is not the sum: {said.body!r}")
        new.seats, new.total = now, str(told["total"])
        self._house.taken(new, set(now) - before)
        new.renewed(asked_at)
        self._tally.reserved += count
        self._reserved += count
        return new

    # Afterwards

    async def _change_type(self, order: Mine) -> None:
        seat = self._rng.choice(sorted(order.seats))
        type_ = self._rng.choice((REDUCED, CHILD))
        asked_at = time.monotonic()
        path = f"/orders/{order.id}/events/{EVENT}/seats/{seat}"
        said = await self._send("PUT", path, {"sales_type_id": type_})
        if said.status == 409 and not order.is_sure:
            return
        _result(said)
        order.renewed(asked_at)
        order.seats[seat] = type_
        told = _result(await self._send("GET", f"/orders/{order.id}"))
        if told["status"] != 0 and order.is_sure:
            raise Violation(f"a held order is {told}")
        types = {each["seat_id"]: each["sales_type_id"] for each in told["seats"]}
        if types != order.seats:
            raise Violation(f"order {order.id} has {types}, not {order.seats}")
        order.total = str(told["total"])

    async def _complete(self, order: Mine) -> bool:
        number = f"BX-{order.id}-{self._number}"
        payment = {"payment_type": 1, "amount": Decimal(order.total)}
        info = {"payment_type": 1, "payments": [payment], "operator": f"clerk {self._number}"}
        body = {"external_order_reseller_id": number, "process_info": info}
        said = await self._send("PUT", f"/orders/{order.id}", body)
        if said.status == 409 and not order.is_sure:
            return False
        _result(said)
        order.sold(number)
        self._house.taken(order, set(order.seats))
        self._tally.completed += 1
        self._tally.kept[order.id] = order
        return True

    async def _give_back(self, order: Mine) -> None:
        """The whole order, or a part of it and then the rest."""
        order.doubtful()
        self._tally.kept.pop(order.id, None)
        if self._rng.random() < 0.3:
            seat = self._rng.choice(sorted(order.seats))
            path = f"/orders/{order.id}/events/{EVENT}/seats/{seat}"
            said = await self._send("DELETE", path)
            if said.status == 409 and not order.is_sold:
                return  # its hold is over by now
            _result(said)
        _result(await self._send("DELETE", f"/orders/{order.id}"))
        self._tally.given_back += 1

    async def _left_alone(self) -> None:
        """An order that was left alone for longer than a hold is over."""
        for order in list(self._left):
            told = _result(await self._send("GET", f"/orders/{order.id}/base"))
            if told["status"] == 3:
                self._tally.expired += 1
                self._left.remove(order)

    # What is promised of repeats and of changes

    async def _repeat(self, sent: Sent) -> None:
        again = await self._send(sent.verb, sent.path, sent.body, sent.key)
        self._tally.repeats += 1
        if sent.said.status == 200 and again.body != sent.said.body:
            raise Violation(f"a repeat was answered {again.body!r}, not {sent.said.body!r}")

    async def _key_of_another(self, sent: Sent) -> None:
        if sent.said.status != 200:
            return  # what was refused keeps no key
        said = await self._send("DELETE", "/orders/999999999", None, sent.key)
        if said.status != 422:
            raise Violation(f"a key of another request was answered {said.status}")

    async def _poll(self) -> None:
        path = f"/events/{EVENT}/seat-status?pageSize=20000&last_updated={self._marker}"
        told = _result(await self._send("GET", path))
        self._looked_at = time.monotonic()
        self._mirror |= {seat["seat_id"]: seat["status"] for seat in told["seat_states"]}
        self._marker = told["last_updated"]

    async def mirrors(self, statuses: dict[int, int]) -> None:
        """Once nothing changes any more: who polled knows what there is.

        Raises:
            Violation: a change was not told.
        """
        await self._poll()
        if self._mirror != statuses:
            wrong = {seat for seat in statuses if self._mirror.get(seat) != statuses[seat]}
            raise Violation(f"polling missed the change of seats {sorted(wrong)[:20]}")

    async def _send(self, verb: str, path: str, body: Any = None, key: str = "") -> Said:
        """Asks until there is an answer, with the same key."""
        is_change = verb != "GET"
        key = key or (str(uuid.uuid4()) if is_change else "")
        ends = time.monotonic() + _MOST_WAITING
        while True:
            if self._line is None:
                self._line = self._services.line(self._at)
            try:
                said = await self._line.ask(verb, path, body, key)
            except (OSError, EOFError) as error:
                self._line = None
                self._at += 1
                if not self._may_be_killed or time.monotonic() > ends:
                    raise Violation(f"{verb} {path} was not answered: {error!r}") from error
            else:
                if said.status != 503 or time.monotonic() > ends:
                    break
            self._tally.retries += 1
            await asyncio.sleep(0.05)
        self._tally.requests += 1
        if said.status not in (200, 409, 422):
            raise Violation(f"{verb} {path} was answered {said.status}: {said.body[:300]!r}")
        if is_change:
            self._last = Sent(verb, path, body, key, said)
        return said


def _result(said: Said) -> Any:
    """The result object, money exact.

    Raises:
        Violation: there is none.
    """
    content = _DECODER.decode(said.body)
    for name, value in content.items():
        if said.status == 200 and name.endswith("Result"):
            return value
    raise Violation(f"answered {said.status}: {said.body[:300]!r}")
