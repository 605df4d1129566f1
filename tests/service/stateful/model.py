"""What the service has to answer, by the promises of its API, in plain Python: no SQL, no HTTP."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tests.service.client import Answer
from tests.service_fixture import BALCONY, CHILD, FLOOR, FULL, REDUCED, STALLS

FREE, RESERVED, SOLD = range(3)
OPEN, COMPLETED, CANCELLED, EXPIRED = range(4)
VALID, VOID = range(2)
HOLD_SECONDS = 620  # time moves by multiples of 50, so that no hold ends at the very moment
EVENTS = (1, 2)
SEATS = range(1, 81)
WHEELCHAIR = 31

Place = tuple[int, int]  # event, seat
_STALLS_PRICES = {FULL: "32.00", REDUCED: "22.00", CHILD: "11.00"}
_OTHER_PRICES = {FULL: "16.00", REDUCED: "11.00", CHILD: "5.00"}


class Mismatch(AssertionError):
    """The service answered what the rules do not allow."""


@dataclass(frozen=True, slots=True)
class Request:
    """A change that somebody asks for.

    Attributes:
        kind: which rule of the model answers it.
        owner: the credential, by its number.
        arguments: what the rule needs to know.
    """

    kind: str
    owner: int
    verb: str
    path: str
    body: Any
    key: str
    arguments: dict[str, Any] = field(hash=False)

    @property
    def fingerprint(self) -> tuple[str, str, str]:
        return self.verb, self.path, repr(self.body)


@dataclass(slots=True)
class Line:
    """A seat of an order."""

    place: Place
    price_type: int
    is_given_back: bool = False

    @property
    def price(self) -> Decimal:
        return price_of(self.place, self.price_type)


@dataclass(slots=True)
class Order:
    owner: int
    hold_till: float
    status: int = OPEN
    number: str = ""
    refunded: Decimal = Decimal("0.00")
    lines: list[Line] = field(default_factory=list)
    tickets: dict[Place, int] = field(default_factory=dict)
    exchanged: Decimal = Decimal("0.00")

    @property
    def was_sold(self) -> bool:
        return bool(self.tickets)

    @property
    def kept(self) -> list[Line]:
        return [line for line in self.lines if not line.is_given_back]

    @property
    def total(self) -> Decimal:
        lines = self.lines if self.was_sold else self.kept
        return sum((line.price for line in lines), Decimal("0.00"))


def area_of(seat: int) -> int:
    return STALLS if seat <= 40 else BALCONY if seat <= 60 else FLOOR


def price_of(place: Place, price_type: int) -> Decimal:
    prices = _STALLS_PRICES if area_of(place[1]) == STALLS else _OTHER_PRICES
    return Decimal(prices[price_type])


def hold(what: bool, told: str, answer: Answer) -> None:
    if not what:
        raise Mismatch(f"{told}; answered {answer.status}: {answer.text[:600]}")


class Model:
    """The seats and orders that there must be. Copied whole where it is unknown in which order two
    requests were done."""

    def __init__(self, most_open: int = 0) -> None:
        self.now = 0.0
        self.most_open = most_open
        self.orders: dict[int, Order] = {}
        self.houses = {0}  # owners who may change the house
        self.closed: set[int] = set()  # events that are sold not yet, or no more
        self.over: set[int] = set()  # those that have ended, which are closed as well
        self._answers: dict[tuple[int, str], tuple[tuple[str, str, str], int, bytes]] = {}
        self._changed_nothing = True  # a refusal changes something only where a hold was lost

    def owners(self) -> dict[Place, int]:
        """Who has which seat."""
        return {
            line.place: order_id
            for order_id, order in self.orders.items()
            if order.status in (OPEN, COMPLETED)
            for line in order.kept
        }

    def statuses(self, event: int) -> dict[int, int]:
        owners = self.owners()
        status = {OPEN: RESERVED, COMPLETED: SOLD}
        return {
            seat: status[self.orders[owners[event, seat]].status]
            if (event, seat) in owners
            else FREE
            for seat in SEATS
        }

    def advance(self, seconds: float) -> None:
        self.now += seconds
        for order in self.orders.values():
            if order.status == OPEN and order.hold_till < self.now:
                order.status = EXPIRED

    def apply(self, request: Request, answer: Answer) -> None:
        """Does what was asked.

        Raises:
            Mismatch: the answer is none that the rules give.
        """
        if request.kind == "house" and request.owner not in self.houses:
            self._refused(answer, 403, f"{request.owner} only sells")
            return
        known = self._answers.get((request.owner, request.key)) if request.key else None
        if known is not None:
            fingerprint, status, content = known
            if fingerprint != request.fingerprint:
                self._refused(answer, 422, "the key was used for something else")
            else:
                same = answer.status == status and answer.content == content
                hold(same, "the same key has the same answer", answer)
            return
        self._changed_nothing = answer.status != 200
        getattr(self, f"_{request.kind}")(request.owner, answer, **request.arguments)
        if request.key and not self._changed_nothing:
            kept = request.fingerprint, answer.status, answer.content
            self._answers[request.owner, request.key] = kept

    def _refused(
        self, answer: Answer, status: int, why: str, lost: list[int] | None = None
    ) -> None:
        hold(answer.status == status, f"{status} because {why}", answer)
        if lost is not None:
            hold(answer.lost == lost, f"the lost seats are {lost}", answer)

    def _is_refused_for_order(
        self, owner: int, answer: Answer, order_id: int, *, allowed: tuple[int, ...]
    ) -> bool:
        """Whether the order is no good, which the answer then must say."""
        order = self.orders.get(order_id)
        if order is None or order.owner != owner:
            self._refused(answer, 404, f"{owner} has no order {order_id}")
            return True
        if order.status not in allowed:
            self._refused(answer, 409, f"the order has status {order.status}")
            return True
        return False

    def _has_too_many(self, owner: int, answer: Answer, order_id: int | None) -> bool:
        """Whether no order can be opened for it, which the answer then must say."""
        if order_id is not None and self.orders[order_id].status == OPEN:
            return False
        mine = [o for o in self.orders.values() if (o.owner, o.status) == (owner, OPEN)]
        if not self.most_open or len(mine) < self.most_open:
            return False
        self._refused(answer, 409, f"it has {len(mine)} open orders")
        return True

    def _reopen(self, order: Order) -> None:
        """With those of its seats that nobody has."""
        if order.status == EXPIRED:
            owners = self.owners()
            for line in order.kept:
                line.is_given_back = line.place in owners or line.place[0] in self.closed
            order.status = OPEN

    def _renew(self, order: Order) -> None:
        order.hold_till = self.now + HOLD_SECONDS

    def _reserve(
        self, owner: int, answer: Answer, order_id: int | None, places: list[Place], price_type: int
    ) -> None:
        if len(set(places)) != len(places):
            self._refused(answer, 422, "a seat is named twice")
            return
        if self.closed & {event for event, _ in places}:
            self._refused(answer, 409, "an event is out of its sales period", [])
            return
        if order_id is not None and self._is_refused_for_order(
            owner, answer, order_id, allowed=(OPEN, EXPIRED)
        ):
            return
        if order_id is not None and self._has_too_many(owner, answer, order_id):
            return
        owners = self.owners()
        lost = [index for index, place in enumerate(places) if place in owners]
        if lost:
            self._refused(answer, 409, "seats are taken", lost)
            return
        if order_id is None and self._has_too_many(owner, answer, order_id):
            return
        self._take(owner, answer, order_id, places, price_type)

    def _take(
        self, owner: int, answer: Answer, order_id: int | None, places: list[Place], price_type: int
    ) -> None:
        hold(answer.status == 200, f"{places} are free", answer)
        told = int(answer.result["id"])
        if order_id is None:
            hold(told not in self.orders, "a new order has a new number", answer)
            self.orders[told] = Order(owner, 0.0)
        hold(order_id in (None, told), "it is the order that was named", answer)
        order = self.orders[told]
        self._reopen(order)
        order.lines = [line for line in order.lines if line.place not in places]
        order.lines += [Line(place, price_type) for place in places]
        self._renew(order)
        self.check_order(told, answer)

    def _best(
        self,
        owner: int,
        answer: Answer,
        order_id: int | None,
        event: int,
        quantity: int,
        area: int | None,
    ) -> None:
        if order_id is not None and self._is_refused_for_order(
            owner, answer, order_id, allowed=(OPEN, EXPIRED)
        ):
            return
        if self._has_too_many(owner, answer, order_id):
            return
        if event in self.closed:
            self._refused(answer, 409, "the event is out of its sales period")
            return
        owners = self.owners()
        kept = self.orders[order_id].kept if order_id else ()
        is_over = order_id is not None and self.orders[order_id].status == EXPIRED
        had = {
            line.place
            for line in kept
            if not is_over or (line.place not in owners and line.place[0] not in self.closed)
        }
        free = {
            (event, seat)
            for seat in SEATS
            if area in (None, area_of(seat)) and seat != WHEELCHAIR and (event, seat) not in owners
        } - had
        if len(free) < quantity:
            self._refused(answer, 409, "there are not as many")
            return
        hold(answer.status == 200, "there are enough", answer)
        told = [(seat["event_id"], seat["seat_id"]) for seat in answer.result["seats"]]
        places = [place for place in told if place not in had]
        hold(len(places) == quantity and set(places) <= free, "free seats that match", answer)
        self._take(owner, answer, order_id, places, FULL)

    def _change(
        self, owner: int, answer: Answer, order_id: int, place: Place, price_type: int
    ) -> None:
        if self._is_refused_for_order(owner, answer, order_id, allowed=(OPEN,)):
            return
        order = self.orders[order_id]
        line = next((line for line in order.kept if line.place == place), None)
        if line is None:
            self._refused(answer, 404, "the order has no such seat")
            return
        hold(answer.status == 200, "the price type can be had", answer)
        line.price_type = price_type
        self._renew(order)

    def _give_back(
        self, owner: int, answer: Answer, order_id: int, event: int | None, seat: int | None
    ) -> None:
        if self._is_refused_for_order(owner, answer, order_id, allowed=(OPEN, COMPLETED)):
            return
        order = self.orders[order_id]
        lines = [
            line
            for line in order.kept
            if event in (None, line.place[0]) and seat in (None, line.place[1])
        ]
        if seat is not None and not lines:
            self._refused(answer, 404, "the order has no such seat")
            return
        hold(answer.status == 200, "it can be given back", answer)
        if order.status == OPEN:
            self._renew(order)
        for line in lines:
            line.is_given_back = True
            if order.status == COMPLETED:
                order.refunded += line.price
                order.tickets[line.place] = VOID

    def _complete(
        self,
        owner: int,
        answer: Answer,
        order_id: int,
        number: str,
        paid: list[Decimal],
        old_id: int | None,
    ) -> None:
        order = self.orders.get(order_id)
        is_repeated = (
            order is not None
            and order.owner == owner
            and (order.status, order.number) == (COMPLETED, number)
        )
        if is_repeated:
            hold(answer.status == 200, "it is completed with this number", answer)
            return
        if self._is_refused_for_order(owner, answer, order_id, allowed=(OPEN, EXPIRED)):
            return
        order = self.orders[order_id]
        if any(other.number == number for other in self.orders.values()):
            self._refused(answer, 409, "the number is another order's")
        elif order.status == EXPIRED and self._lost_of(order):
            self._is_lost(owner, answer, order_id)
        elif old_id is not None and (late := self._late_of(order)):
            self._refused(answer, 409, "no seat of these events is exchanged", late)
        elif not order.kept or not self._is_paid(order, paid, old_id):
            self._refused(answer, 422, f"of no seats, or {paid} is not what is due ({old_id})")
        else:
            self._sell(answer, order, number)
            if old_id is not None and answer.status == 200:
                self.orders[old_id].exchanged += order.total - sum(paid)

    def _is_paid(self, order: Order, paid: list[Decimal], old_id: int | None) -> bool:
        """Whether this pays for it, with seats of another order where one is named."""
        due = sum(paid, Decimal(0))
        goes_one_way = all((amount > 0, amount < 0) == (due > 0, due < 0) for amount in paid)
        if old_id is None:
            return goes_one_way and due == order.total
        old = self.orders.get(old_id)
        if old is None or old is order or (old.owner, old.status) != (order.owner, COMPLETED):
            return False
        sums, credit = {Decimal(0)}, order.total - due
        for line in (line for line in old.lines if line.place[0] not in self.over):
            sums |= {each + line.price for each in sums}
        return goes_one_way and credit > 0 and {credit, credit + old.exchanged} <= sums

    def _lost_of(self, order: Order) -> list[int]:
        owners = self.owners()
        return [
            index
            for index, line in enumerate(order.kept)
            if line.place in owners or line.place[0] in self.closed
        ]

    def _late_of(self, order: Order) -> list[int]:
        return [i for i, line in enumerate(order.kept) if line.place[0] in self.closed]

    def _is_lost(self, owner: int, answer: Answer, order_id: int) -> None:
        """It is open again without the seats that are gone, and its refusal is kept."""
        if self._has_too_many(owner, answer, order_id):
            return
        order = self.orders[order_id]
        self._refused(answer, 409, "the hold ran out and seats are gone", self._lost_of(order))
        self._reopen(order)
        self._renew(order)
        self._changed_nothing = False

    def _sell(self, answer: Answer, order: Order, number: str) -> None:
        hold(answer.status == 200, "it can be completed", answer)
        order.lines = order.kept  # what went back before was never sold
        order.status, order.number = COMPLETED, number
        order.tickets = {line.place: VALID for line in order.kept}

    def _house(self, owner: int, answer: Answer, order_id: None) -> None:
        hold(answer.status == 200, f"{owner} may change the house", answer)

    def _cancel(self, owner: int, answer: Answer, order_id: int) -> None:
        any_status = (OPEN, COMPLETED, CANCELLED, EXPIRED)
        if self._is_refused_for_order(owner, answer, order_id, allowed=any_status):
            return
        hold(answer.status == 200, "an order can be cancelled", answer)
        order = self.orders[order_id]
        if order.status == COMPLETED:
            order.refunded += sum((line.price for line in order.kept), Decimal(0))
            order.tickets = dict.fromkeys(order.tickets, VOID)
        order.status = CANCELLED

    def check_order(self, order_id: int, answer: Answer) -> None:
        """Holds an answer that is an order to what it must say."""
        order, told = self.orders[order_id], answer.result
        said = [(seat["event_id"], seat["seat_id"]) for seat in told["seats"]]
        hold(said == [line.place for line in order.kept], f"its seats are {order.kept}", answer)
        costs = [(seat["sales_type_id"], seat["price"] + seat["fee"]) for seat in told["seats"]]
        wanted = [(line.price_type, line.price) for line in order.kept]
        hold(costs == wanted, f"its seats cost {wanted}", answer)
        head = (told["status"], told["total"], told["refunded"])
        right = (order.status, order.total, order.refunded)
        hold(head == right, f"status, total and refund are {right}", answer)
        hold((told["external_order_reseller_id"] or "") == order.number, "its number", answer)
        hold((told["hold_till"] is not None) == (order.status == OPEN), "its hold", answer)

    def check_tickets(self, order_id: int, answer: Answer) -> None:
        found = {
            (container["ticket"]["event"]["id"], ticket["seat_id"]): ticket["status"]
            for container in answer.result["containers"]
            for ticket in container["ticket"]["tickets"]
        }
        hold(found == self.orders[order_id].tickets, "its tickets", answer)
