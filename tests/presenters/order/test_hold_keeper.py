"""What is kept of an order before the server has made it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest

from boxoffice.connect.client import SeatRequest
from boxoffice.domain.clock import SystemClock
from boxoffice.domain.ids import EventId, OrderId, SeatId
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.journal.holds import Holds
from boxoffice.journal.intents import Journal
from boxoffice.presenters.order.cart import Cart
from boxoffice.presenters.order.hold_keeper import HoldKeeper
from tests.views.conftest import buyer, line_row

HERE = "http://127.0.0.1:8480/connect"


@pytest.fixture
def holds(tmp_path: Path) -> Iterator[Holds]:
    journal = Journal(tmp_path / "journal.sqlite")
    yield Holds(journal)
    journal.close()


def keeper(holds: Holds) -> HoldKeeper:
    return HoldKeeper(holds, HERE, SystemClock(), Mock())


async def test_what_a_new_order_replaces_and_whose_it_is_stand_there_before_it_is_asked_for(
    holds: Holds,
) -> None:
    """Else a crash in this moment makes an exchange a sale at the full price."""
    exchange = Exchange(OrderId(7), (line_row(1).line,))
    parked = Cart(name="Max")
    dead = keeper(holds)
    dead.keep([Cart(exchange=exchange, customer=buyer(), name="Ada"), parked])
    await dead.begin("key", seats=[SeatRequest(EventId(1), SeatId(5))])
    assert await dead.read() == ((), ())  # what this run holds is no earlier run's
    [held], unreadable = await keeper(holds).read()
    assert (held.exchange, held.customer, held.name) == (exchange, buyer(), "Ada")
    assert held.order_id is None
    assert unreadable == ()
