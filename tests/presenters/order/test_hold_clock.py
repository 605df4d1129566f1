"""The clock of holds looks after one that is over, and never in a storm."""

from __future__ import annotations

import asyncio
from unittest.mock import create_autospec

from boxoffice.domain.clock import SystemClock
from boxoffice.presenters.order.cart import Cart
from boxoffice.presenters.order.carts import Carts
from boxoffice.presenters.order.hold_clock import HoldClock
from boxoffice.presenters.tasks import Tasks


async def test_a_hold_that_every_answer_says_is_over_is_asked_for_now_and_then() -> None:
    carts, tasks, looked = (
        create_autospec(Carts, instance=True),
        Tasks(lambda _: None),
        list[Cart](),
    )
    carts.has_holds, carts.over.return_value = True, create_autospec(Cart, instance=True)

    def look(cart: Cart) -> None:
        looked.append(cart)
        clock.start()  # as with each order that is taken over

    clock = HoldClock(carts, SystemClock(), tasks, lambda: None, look)
    clock.start()
    for _ in range(50):
        await asyncio.sleep(0)
    assert len(looked) == 1
    await tasks.close(0)
