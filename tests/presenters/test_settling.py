"""What a run that ended in the middle of a payment left open, at the next start."""

from __future__ import annotations

from boxoffice.connect.client import new_key
from boxoffice.domain.payment import Payment, PaymentKind
from boxoffice.journal.intents import Intent
from boxoffice.presenters.notices import Code
from tests.presenters.conftest import Bench
from tests.waiting import until


def lost_intent(bench: Bench) -> Intent:
    """What a window that died with the payment on screen has left behind."""
    order = bench.order.order
    assert order is not None
    paid = Payment(PaymentKind.CASH, order.total, order.total)
    now = bench.clock.now()
    intent = Intent(bench.client.address, order.id, "BX-LOST", new_key(), (paid,), "Anna", now)
    bench.journal.begin(intent)
    return intent


async def test_an_open_intent_is_settled_at_the_next_start(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    lost = lost_intent(bench)
    bench.settling.start()
    await until(lambda: Code.SETTLED_SOLD in [notice.code for notice in bench.told()])
    assert [notice.code for notice in bench.told()] == [Code.CHECKING, Code.SETTLED_SOLD]
    assert bench.journal.last_sold(bench.client.address) == lost


async def test_an_intent_that_cannot_be_sold_any_more_is_told(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    lost = lost_intent(bench)
    await bench.client.orders.cancel(lost.order_id, new_key())
    bench.settling.start()
    await until(lambda: len(bench.told()) == 2)
    assert bench.told()[-1].code is Code.SETTLED_NOT_SOLD
    assert bench.journal.open_intents(bench.client.address) == ()
