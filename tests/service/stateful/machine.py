"""The machine: counters of two credentials at two services do whatever they may, one after the
other and at the same time; after each step the service says what the model says."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy.exc import IntegrityError

from boxoffice.service.data.schema import order_seats
from tests.service.client import Answer
from tests.service.stateful.model import EVENTS, Mismatch, Model, Place, Request
from tests.service.stateful.world import MOST_OPEN, World, send
from tests.service_fixture import BALCONY, CHILD, FLOOR, FULL, REDUCED
from tests.waiting import PATIENCE

# Few enough that counters meet at them.
POOL: tuple[Place, ...] = ((1, 1), (1, 2), (1, 3), (1, 41), (1, 61), (2, 1), (2, 2))
COUNTERS = st.integers(0, 3)
# Counted from the newest of one's own; the last is anybody's.
ORDERS = st.integers(0, 4)
ANYBODYS = 4
NEW_OR_ORDER = st.none() | ORDERS
LINES = st.integers(0, 4)  # of the order's seats; the last is any seat
ANY_SEAT = 4
PLACES = st.sampled_from(POOL)
TYPES = st.sampled_from([FULL, REDUCED, CHILD])
TIMES = ("", "not yet", "no more", "over")  # as `World.set_times` has them
KEYS = st.sampled_from(["", "", "", "a", "b"])
NUMBERS = st.sampled_from(["1", "2", "3", "4", "5"])

Intent = tuple[str, dict[str, Any]]


def _intent(kind: str, **arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[Intent]:
    return st.tuples(st.just(kind), st.fixed_dictionaries(arguments))


RESERVES = _intent(
    "reserve",
    order=NEW_OR_ORDER,
    price_type=TYPES,
    places=st.lists(PLACES, min_size=1, max_size=3, unique=True) | st.just([POOL[0], POOL[0]]),
)
BESTS = _intent(
    "best",
    order=NEW_OR_ORDER,
    event=st.sampled_from(EVENTS),
    quantity=st.integers(1, 12),
    area=st.sampled_from([None, BALCONY, FLOOR]),
)
CHANGES = _intent("change", order=ORDERS, line=LINES, price_type=TYPES)
GIVES_BACK = _intent("give_back", order=ORDERS, line=LINES, scope=st.sampled_from("aess"))
# How it is paid: as it should be, so in two parts, not at all, not enough, by a plus and a minus.
WAYS = st.sampled_from(["right", "right", "right", "parts", "none", "wrong", "signs"])
COMPLETES = _intent("complete", order=ORDERS, number=NUMBERS, way=WAYS)
# With so many seats of an order of one's own, or of anybody's, counted from the newest.
EXCHANGES = _intent(
    "complete",
    order=st.integers(0, 1),
    number=NUMBERS,
    way=st.sampled_from(["right", "right", "right", "wrong"]),
    old=st.integers(0, 5),
    seats=st.integers(0, 3),
)
CANCELS = _intent("cancel", order=ORDERS)
_OFTEN = (RESERVES, RESERVES, GIVES_BACK, GIVES_BACK, GIVES_BACK, COMPLETES, COMPLETES, COMPLETES)
INTENTS = st.sampled_from([*_OFTEN, BESTS, CHANGES, CANCELS, EXCHANGES]).flatmap(
    lambda intents: intents
)
# What two counters do to one order: each must be done as if the other waited.
ADDS = _intent(
    "best", order=ORDERS, event=st.just(1), quantity=st.integers(1, 2), area=st.just(FLOOR)
)
ON_AN_ORDER = ADDS | GIVES_BACK | COMPLETES | CANCELS | CHANGES


class Counters(RuleBasedStateMachine):
    """Set `world` on a subclass. What is drawn does not depend on what was answered: which of two
    at once is first is not the same every time."""

    world: ClassVar[World]
    _numbers = itertools.count(1)
    _threads = ThreadPoolExecutor(2)

    def __init__(self) -> None:
        super().__init__()
        self.model = Model(self.world.most_open)
        self.run = next(self._numbers)
        self.sent: list[Request] = []
        self.touched: set[int] = set()  # orders that the last step was about
        self.turn = 0
        self.world.begin_anew()
        self.markers = dict.fromkeys(EVENTS, 0)
        self.mirrors: dict[int, dict[int, int]] = {event: {} for event in EVENTS}
        self._poll()

    # What counters do

    @initialize(places=st.permutations(POOL), count=st.integers(1, 4), sold=st.booleans())
    def some_seats_are_held(self, places: list[Place], count: int, sold: bool) -> None:
        """By one owner, and some by the other."""
        for counter, some in ((3, places[4:6]), (0, places[:count])):
            wanted = {"order": None, "places": some, "price_type": FULL}
            self._do(counter, ("reserve", wanted), "")
        if sold:
            self._do(1, ("complete", {"order": 0, "number": "0", "way": "right"}), "")

    @rule(counter=COUNTERS, intent=INTENTS, key=KEYS)
    def one(self, counter: int, intent: Intent, key: str) -> None:
        self._do(counter, intent, key)

    @rule(
        order=st.integers(0, 2),
        intents=st.lists(
            ADDS | CHANGES | GIVES_BACK | GIVES_BACK | COMPLETES, min_size=2, max_size=4
        ),
    )
    def one_order_goes_on(self, order: int, intents: list[Intent]) -> None:
        number = list(self.model.orders)[-1 - order % len(self.model.orders)]
        owner = self.model.orders[number].owner
        for index, (kind, arguments) in enumerate(intents):
            here = {**arguments, "order": -number}
            self._do(2 * owner + index % 2, (kind, here), "")

    @rule(counters=st.tuples(COUNTERS, COUNTERS), intents=st.tuples(INTENTS, INTENTS))
    def two_at_once(self, counters: tuple[int, int], intents: tuple[Intent, Intent]) -> None:
        one, two = (self._request(c, i, "") for c, i in zip(counters, intents, strict=True))
        self._both(counters, one, two)

    @rule(
        counters=st.sampled_from([(0, 1), (0, 2), (1, 2), (0, 3)]),
        places=st.lists(PLACES, min_size=1, max_size=3, unique=True),
        more=st.lists(PLACES, max_size=2, unique=True),
    )
    def two_want_the_same_seats(
        self, counters: tuple[int, int], places: list[Place], more: list[Place]
    ) -> None:
        others = list(dict.fromkeys([*more, *places]))
        wanted = (
            ("reserve", {"order": None, "places": some, "price_type": FULL})
            for some in (places, others)
        )
        one, two = (self._request(c, i, "") for c, i in zip(counters, wanted, strict=True))
        self._both(counters, one, two)

    @rule(order=st.integers(0, 2), intents=st.tuples(ON_AN_ORDER, ON_AN_ORDER))
    def two_change_one_order(self, order: int, intents: tuple[Intent, Intent]) -> None:
        order = list(self.model.orders)[-1 - order % len(self.model.orders)]
        owner = self.model.orders[order].owner
        counters = (2 * owner, 2 * owner + 1)
        here = [(kind, {**arguments, "order": -order}) for kind, arguments in intents]
        one, two = (self._request(c, i, "") for c, i in zip(counters, here, strict=True))
        self._both(counters, one, two)

    @rule(
        owner=st.integers(0, 1),
        places=st.permutations(POOL),
        ways=st.sampled_from(["rr", "rr", "rw", "wr"]),
        at_once=st.booleans(),
    )
    def a_sold_order_is_exchanged_twice(
        self, owner: int, places: list[Place], ways: str, at_once: bool
    ) -> None:
        """Each of its seats counts once; who wants both at once gets one."""
        counters = (2 * owner, 2 * owner + 1)
        for place in places[:3]:
            wanted = {"order": None, "places": [place], "price_type": FULL}
            self._do(counters[0], ("reserve", wanted), "")
        self._do(counters[0], ("complete", {"order": 2, "number": "6", "way": "right"}), "")
        requests = [
            self._request(
                counters[index],
                (
                    "complete",
                    {
                        "order": index,
                        "number": f"{7 + index}",
                        "way": {"r": "right", "w": "wrong"}[way],
                        "old": 2,
                        "seats": 3,
                    },
                ),
                "",
            )
            for index, way in enumerate(ways)
        ]
        if at_once:
            self._both(counters, *requests)
        else:
            for counter, request in zip(counters, requests, strict=True):
                self._send(counter, request)

    @rule(order=st.integers(0, 2), intents=st.tuples(ADDS | GIVES_BACK, GIVES_BACK | CANCELS))
    def one_order_grows_or_shrinks_twice(self, order: int, intents: tuple[Intent, Intent]) -> None:
        """Where one change is lost, a seat or a refund is."""
        self.two_change_one_order(order=order, intents=intents)

    @rule(intent=INTENTS, key=st.sampled_from(["a", "b", "c", "d"]), owner=st.integers(0, 1))
    def one_request_arrives_twice_at_once(self, intent: Intent, key: str, owner: int) -> None:
        counters = (2 * owner, 2 * owner + 1)
        request = self._request(counters[0], intent, key)
        self._both(counters, request, request)

    @rule(which=st.integers(0, 5), service=st.integers(0, 1))
    def one_request_arrives_again(self, which: int, service: int) -> None:
        keyed = [request for request in self.sent if request.key]
        if not keyed:
            return
        request = keyed[-1 - which % len(keyed)]
        self._settle(request, send(self.world.api(request.owner, service), request))

    @rule(which=st.integers(0, 5), service=st.integers(0, 1))
    def a_key_comes_with_another_body(self, which: int, service: int) -> None:
        keyed = [request for request in self.sent if request.key]
        if not keyed:
            return
        known = keyed[-1 - which % len(keyed)]
        request = replace(known, body={**(known.body or {}), "unheard_of": 1})
        self._settle(request, send(self.world.api(request.owner, service), request))

    @rule(
        owner=st.integers(0, 1),
        places=st.permutations(POOL),
        number=NUMBERS,
        key=KEYS,
        then=RESERVES | BESTS | COMPLETES | GIVES_BACK,
        is_filled=st.booleans(),
    )
    def a_hold_is_lost(
        self, owner: int, places: list[Place], number: str, key: str, then: Intent, is_filled: bool
    ) -> None:
        """To somebody who takes one of its seats; then it is completed or filled."""
        mine = {"order": None, "places": places[:2], "price_type": FULL}
        self._do(2 * owner, ("reserve", mine), "")
        self.time_passes(seconds=650, which=owner)
        theirs = {"order": None, "places": [places[1], places[2]], "price_type": FULL}
        self._do(2 * (1 - owner), ("reserve", theirs), "")
        if not is_filled:
            self._do(2 * owner, ("complete", {"order": 0, "number": number, "way": "right"}), key)
        kind, arguments = then
        self._do(2 * owner + 1, (kind, {**arguments, "order": 0}), "")

    @rule(owner=st.integers(0, 1))
    def a_counter_holds_all_that_it_may(self, owner: int) -> None:
        one = {"order": None, "event": 1, "quantity": 1, "area": FLOOR}
        for _ in range(MOST_OPEN + 1 if self.world.most_open else 0):
            self._do(2 * owner, ("best", one), "")

    # What happens by itself

    @rule(seconds=st.sampled_from([50, 250, 650]), which=st.none() | st.integers(0, 1))
    def time_passes(self, seconds: float, which: int | None) -> None:
        self.world.advance(seconds)
        self.model.advance(seconds)
        if which is not None:
            self.world.sweep(which)

    @rule(owner=st.integers(0, 1), is_house=st.booleans(), key=KEYS, then=INTENTS)
    def a_role_is_given_or_taken(self, owner: int, is_house: bool, key: str, then: Intent) -> None:
        """In the middle of a sale, which goes on whatever the role."""
        self._do(2 * owner, ("house", {}), key)
        self.world.set_role(owner, "house" if is_house else "sales")
        (self.model.houses.add if is_house else self.model.houses.discard)(owner)
        self._do(2 * owner, ("house", {}), key)
        self._do(2 * owner, then, "")

    @rule(event=st.sampled_from(EVENTS), times=st.sampled_from(TIMES))
    def the_times_of_an_event_change(self, event: int, times: str) -> None:
        self.world.set_times(event, times)
        for events, is_in in ((self.model.closed, times), (self.model.over, times == "over")):
            (events.add if is_in else events.discard)(event)

    @rule(
        owner=st.integers(0, 1),
        places=st.permutations(POOL).map(lambda places: places[:3])
        | st.sampled_from([[place, *POOL[-2:]] for place in POOL[:-2]]),
        times=st.sampled_from(TIMES),
        then=RESERVES | BESTS | GIVES_BACK | CANCELS | COMPLETES,
    )
    def an_exchange_is_late(
        self, owner: int, places: list[Place], times: str, then: Intent
    ) -> None:
        """For seats of an event whose times have changed since, or with such."""
        counter = 2 * owner
        for place in places:
            wanted = {"order": None, "places": [place], "price_type": FULL}
            self._do(counter, ("reserve", wanted), "")
        self._do(counter, ("complete", {"order": 2, "number": "8", "way": "right"}), "")
        self.the_times_of_an_event_change(event=1, times=times)
        late = {"order": 1, "number": "9", "way": "right", "old": 2, "seats": 3}
        self._do(counter, ("complete", late), "")
        self._do(counter, ("complete", {"order": 0, "number": "10", "way": "right"}), "")
        self._do(counter, then, "")
        self.the_times_of_an_event_change(event=1, times="")

    @rule(which=st.integers(0, 20), service=st.integers(0, 1))
    def somebody_writes_a_second_owner(self, which: int, service: int) -> None:
        owners = sorted(self.model.owners().items())
        if not owners:
            return
        (event, seat), order_id = owners[which % len(owners)]
        row = {
            "event_id": event,
            "seat_id": seat,
            "position": 0,
            "sales_type_id": FULL,
            "price_category_id": 1,
            "given_back": False,
            "active": True,
            "order_id": min(self.model.orders) if len(self.model.orders) > 1 else order_id,
        }
        engine = self.world.stores[service]._database.engine
        try:
            with engine.begin() as connection:
                connection.execute(order_seats.insert(), row)
        except IntegrityError:
            return
        raise Mismatch(f"seat {seat} of event {event} got a second owner")

    # What must be so after each step

    @invariant()
    def the_data_are_as_the_model_says(self) -> None:
        self.turn += 1
        self._poll()
        for event in EVENTS:
            wanted = self.model.statuses(event)
            if self.mirrors[event] != wanted:
                raise Mismatch(f"by deltas: {_difference(self.mirrors[event], wanted)}")
        self.world.check(self.model)
        event = EVENTS[self.turn % len(EVENTS)]
        owner, service = self.turn // 2 % 2, self.turn // 4 % 2
        self._check_whole(event, owner, service)
        numbers = list(self.model.orders)
        self.touched.add(numbers[self.turn % len(numbers)])
        self._check_touched(service)
        self.touched.clear()

    def _check_whole(self, event: int, owner: int, service: int) -> None:
        """The whole list, as one credential sees it: orders of its own only are named."""
        api = self.world.api(owner, service)
        found = api.get(f"/events/{event}/seat-status", pageSize=1000).result["seat_states"]
        told = {seat["seat_id"]: (seat["status"], seat.get("order_id")) for seat in found}
        owners = self.model.owners()
        own = {
            seat: order_id
            for (of, seat), order_id in owners.items()
            if of == event and self.model.orders[order_id].owner == owner
        }
        wanted = {
            seat: (status, own.get(seat)) for seat, status in self.model.statuses(event).items()
        }
        if told != wanted:
            raise Mismatch(f"in whole: {_difference(told, wanted)}")

    def _check_touched(self, service: int) -> None:
        for order_id in self.touched:
            self._check_order(order_id, service)

    def _check_order(self, order_id: int, service: int) -> None:
        owner = self.model.orders[order_id].owner
        path = f"/orders/{order_id}"
        self.model.check_order(order_id, self.world.api(owner, service).get(path))
        if self.model.orders[order_id].tickets:
            tickets = self.world.api(owner, service).get(f"{path}/tickets", pageSize=1000)
            self.model.check_tickets(order_id, tickets)
        if self.world.api(1 - owner, service).get(path).status != 404:
            raise Mismatch(f"order {order_id} is told to somebody else")

    def _poll(self) -> None:
        for event in EVENTS:
            api = self.world.api(self.turn % 2, (self.turn // 2) % 2)
            since = self.markers[event]
            path = f"/events/{event}/seat-status"
            found = api.get(path, pageSize=1000, last_updated=since).result
            self.mirrors[event] |= {s["seat_id"]: s["status"] for s in found["seat_states"]}
            if found["last_updated"] < since:
                raise Mismatch("the marker went back")
            self.markers[event] = found["last_updated"]

    # How it is asked

    def _do(self, counter: int, intent: Intent, key: str) -> None:
        self._send(counter, self._request(counter, intent, key))

    def _send(self, counter: int, request: Request) -> None:
        self._settle(request, send(self.world.counters[counter][1], request))

    def _settle(self, request: Request, answer: Answer) -> None:
        self.model.apply(request, answer)
        self._note(request)

    def _both(self, counters: tuple[int, int], one: Request, two: Request) -> None:
        """Sends both at once: what they answer must be what comes of one order or the other."""
        apis = [self.world.counters[counter][1] for counter in counters]
        with self.world.meeting.of_two():
            sent = [
                self._threads.submit(send, api, request)
                for api, request in zip(apis, (one, two), strict=True)
            ]
            answers = [future.result(PATIENCE) for future in sent]
        done = list(zip((one, two), answers, strict=True))
        outcomes, told = [], []
        for order in (done, done[::-1]):
            model = copy.deepcopy(self.model)
            try:
                for request, answer in order:
                    model.apply(request, answer)
                outcomes.append(model)
            except Mismatch as mismatch:
                told.append(str(mismatch))
        if not outcomes:
            raise Mismatch("in neither order: " + "\nnor: ".join(told))
        self.model = outcomes[0]
        self._note(one)
        self._note(two)
        if len(outcomes) == 2:  # both may have been: what there is now tells which was
            try:
                self._check_touched(0)
                self.world.check(self.model)
            except Mismatch:
                self.model = outcomes[1]

    def _note(self, request: Request) -> None:
        self.sent.append(request)
        if request.arguments["order_id"] in self.model.orders:
            self.touched.add(request.arguments["order_id"])

    def _order(self, owner: int, index: int) -> int:
        """The number of an order; one that nobody has where there is none. A negative index is the
        number itself."""
        if index < 0:
            return -index
        numbers = [
            number
            for number, order in self.model.orders.items()
            if index == ANYBODYS or order.owner == owner
        ]
        return numbers[-1 - index % len(numbers)] if numbers else 999_999_999

    def _place(self, order_id: int, line: int) -> Place:
        """The seat of a line of the order, given back or not; a line too many is another seat."""
        order = self.model.orders.get(order_id)
        if order is None or not order.lines or line == ANY_SEAT:
            return POOL[order_id % len(POOL)]
        return order.lines[line % len(order.lines)].place

    def _request(self, counter: int, intent: Intent, key: str) -> Request:
        kind, arguments = intent
        owner = self.world.counters[counter][0]
        if key:
            key = f"{self.run}-{key}"
        build: Callable[..., Request] = getattr(self, f"_to_{kind}")
        return build(owner=owner, key=key, **arguments)

    def _to_reserve(
        self, owner: int, key: str, order: int | None, places: list[Place], price_type: int
    ) -> Request:
        order_id = None if order is None else self._order(owner, order)
        seats = [
            {"event_id": event, "seat_id": seat, "sales_type_id": price_type}
            for event, seat in places
        ]
        body = {"order_id": str(order_id or ""), "seats_info": seats}
        arguments = {"order_id": order_id, "places": list(places), "price_type": price_type}
        return Request("reserve", owner, "POST", "/orders/reserve-seat", body, key, arguments)

    def _to_best(
        self, owner: int, key: str, order: int | None, event: int, quantity: int, area: int | None
    ) -> Request:
        order_id = None if order is None else self._order(owner, order)
        pattern = {"event_id": event, "quantity": quantity, "area_id": area}
        body = {"order_id": str(order_id or ""), "search_pattern": pattern}
        arguments = {"order_id": order_id, "event": event, "quantity": quantity, "area": area}
        return Request("best", owner, "POST", "/orders/reserve-best-seat", body, key, arguments)

    def _to_change(self, owner: int, key: str, order: int, line: int, price_type: int) -> Request:
        order_id = self._order(owner, order)
        place = self._place(order_id, line)
        path = f"/orders/{order_id}/events/{place[0]}/seats/{place[1]}"
        arguments = {"order_id": order_id, "place": place, "price_type": price_type}
        body = {"sales_type_id": price_type}
        return Request("change", owner, "PUT", path, body, key, arguments)

    def _to_give_back(self, owner: int, key: str, order: int, line: int, scope: str) -> Request:
        order_id = self._order(owner, order)
        place = self._place(order_id, line)
        event = None if scope == "a" else place[0]
        seat = place[1] if scope == "s" else None
        path = f"/orders/{order_id}/events"
        path += "" if event is None else f"/{event}"
        path += "" if seat is None else f"/seats/{seat}"
        arguments = {"order_id": order_id, "event": event, "seat": seat}
        return Request("give_back", owner, "DELETE", path, None, key, arguments)

    def _to_complete(
        self,
        owner: int,
        key: str,
        order: int,
        number: str,
        way: str,
        old: int | None = None,
        seats: int = 0,
    ) -> Request:
        order_id = self._order(owner, order)
        known = self.model.orders.get(order_id)
        due = known.total if known else Decimal(10)
        old_id = None
        if old is not None:
            old_id = self._order(owner, old)
            there = self.model.orders.get(old_id)
            due -= sum((line.price for line in (there.lines if there else ())[:seats]), Decimal(0))
        amounts = {
            "right": [due] if due else [],
            "parts": [due / 2, due / 2],
            "none": [],
            "wrong": [due + 1],
            "signs": [due + 1, Decimal(-1)],
        }[way]
        number = f"{self.run}-{number}"
        payments = [{"payment_type": 1, "amount": float(amount)} for amount in amounts]
        info = {"payment_state": "paid", "payments": payments, "exchange_of": old_id}
        body = {"external_order_reseller_id": number, "process_info": info}
        arguments = {"order_id": order_id, "number": number, "paid": amounts, "old_id": old_id}
        return Request("complete", owner, "PUT", f"/orders/{order_id}", body, key, arguments)

    def _to_house(self, owner: int, key: str) -> Request:
        body = {"ticket_system": {"name": "Box office", "system_type_area_id": 1}}
        path, arguments = "/ticket-systems", {"order_id": None}
        return Request("house", owner, "PUT", path, body, key, arguments)

    def _to_cancel(self, owner: int, key: str, order: int) -> Request:
        order_id = self._order(owner, order)
        path = f"/orders/{order_id}"
        return Request("cancel", owner, "DELETE", path, None, key, {"order_id": order_id})


def _difference(told: dict[int, Any], wanted: dict[int, Any]) -> str:
    seats = [seat for seat in told.keys() | wanted.keys() if told.get(seat) != wanted.get(seat)]
    return ", ".join(
        f"seat {seat} is {told.get(seat)}, not {wanted.get(seat)}" for seat in sorted(seats)
    )
