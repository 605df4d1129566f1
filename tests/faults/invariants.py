"""What must be true after any fault: looked up by a second caller, and in the data themselves."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from decimal import Decimal
from typing import Any

from boxoffice.service.data.status import COMPLETED, OPEN, RESERVED, SOLD
from tests.faults.sale import EVENT, Receipt
from tests.faults.stage import CARD, Stage
from tests.service.client import Api
from tests.waiting import PATIENCE

_LIVE = (OPEN, COMPLETED)


def check(stage: Stage, receipts: Sequence[Receipt]) -> None:
    """I1 to I4 of all that the house's first event has seen; every order is one of `receipts`.

    Raises:
        AssertionError: names the invariant.
    """
    with Api(stage.service) as caller:
        _seats_have_one_owner(stage, caller, receipts)
        for receipt in receipts:
            _order_is_there(caller, receipt)
    _one_order_per_intent(stage, receipts)
    no_orphans(stage)


def no_orphans(stage: Stage) -> None:
    """I4: what is held is held by an open order."""
    orphans = _rows(
        stage,
        "select s.seat_id from event_seats s left join orders o on o.id = s.order_id"
        " where s.status = ? and (o.status is null or o.status != ?)",
        RESERVED,
        OPEN,
    )
    assert not orphans, f"I4: seats held without an open order: {orphans}"


def one_owner(stage: Stage) -> None:
    """I1: no seat is in two live orders, and the house agrees with the orders whose it is."""
    double = _rows(
        stage,
        "select l.event_id, l.seat_id, count(*) from order_seats l join orders o"
        " on o.id = l.order_id where o.status in (?, ?) and not l.given_back"
        " group by l.event_id, l.seat_id having count(*) > 1",
        *_LIVE,
    )
    assert not double, f"I1: seats with two live orders: {double}"
    foreign = _rows(
        stage,
        "select l.seat_id from order_seats l join orders o on o.id = l.order_id"
        " join event_seats s on s.event_id = l.event_id and s.seat_id = l.seat_id"
        " where o.status in (?, ?) and not l.given_back and s.order_id is not l.order_id",
        *_LIVE,
    )
    assert not foreign, f"I1: seats that their order does not have: {foreign}"


def _seats_have_one_owner(stage: Stage, caller: Api, receipts: Sequence[Receipt]) -> None:
    for seat in (seat for receipt in receipts for seat in receipt.intent.seats):
        status = caller.reserve(seat).status
        assert status == 409, f"I1: seat {seat} could be had again ({status})"
    one_owner(stage)


def _order_is_there(caller: Api, receipt: Receipt) -> None:
    """I2: the acknowledged order, as it was acknowledged."""
    order = caller.get(f"/orders/{receipt.order_id}").result
    told = order["status"], order["external_order_reseller_id"], order["total"]
    wanted = COMPLETED, receipt.intent.number, receipt.total.amount
    assert told == wanted, f"I2: {told} in place of {wanted}"
    assert {line["seat_id"] for line in order["seats"]} == set(receipt.intent.seats), "I2: seats"
    statuses = caller.statuses(EVENT)
    assert all(statuses[seat] == SOLD for seat in receipt.intent.seats), "I2: seats not sold"
    containers = caller.get(f"/orders/{receipt.order_id}/tickets").result["containers"]
    barcodes = {ticket["barcode"] for c in containers for ticket in c["ticket"]["tickets"]}
    assert barcodes == receipt.barcodes, "I2: other tickets than those that were told"


def _one_order_per_intent(stage: Stage, receipts: Sequence[Receipt]) -> None:
    """I3: an order, a payment and a ticket a seat for each intent, and nothing else."""
    event = (EVENT,)
    orders = _rows(
        stage,
        "select distinct o.id, o.status, o.external_id, o.payment from orders o join order_seats l"
        " on l.order_id = o.id where l.event_id = ? order by o.id",
        *event,
    )
    numbers = sorted(str(number) for _, _, number, _ in orders)
    wanted = sorted(receipt.intent.number for receipt in receipts)
    assert numbers == wanted, f"I3: orders {numbers} for the intents {wanted}"
    totals = {receipt.intent.number: receipt.total.amount for receipt in receipts}
    for _, _, number, payment in orders:
        paid = json.loads(payment)["payments"]
        assert len(paid) == 1, f"I3: {len(paid)} payments for one intent"
        assert Decimal(paid[0]["amount"]) == totals[number], "I3: another sum than the order's"
        assert paid[0]["reference"] == CARD, "I3: another payment than the clerk's"
    tickets = _rows(stage, "select count(*) from tickets where event_id = ?", *event)[0][0]
    assert tickets == sum(len(r.intent.seats) for r in receipts), f"I3: {tickets} tickets"


def _rows(stage: Stage, statement: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{stage.data}?mode=ro", uri=True, timeout=PATIENCE)) as data:
        return data.execute(statement, values).fetchall()
