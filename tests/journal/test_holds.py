"""Orders that are put together: they come back as they were, and one that is broken hides none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from boxoffice.domain.ids import (
    AreaId,
    CustomerId,
    EventId,
    OrderId,
    PriceCategoryId,
    PriceTypeId,
    SeatId,
)
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import Customer, NewCustomer
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.held_order import HeldOrder
from boxoffice.domain.orders.order import OrderLine
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.orders.reservation import BestSeatsRequest, SeatRequest
from boxoffice.domain.seats.seat import SeatAttribute
from boxoffice.journal.holds import Holds
from boxoffice.journal.intents import Journal

HERE, THERE = "https://here.example/connect", "https://there.example/connect"
NOW = datetime(2026, 11, 27, 19, 30, tzinfo=UTC)


def line(seat: int) -> OrderLine:
    return OrderLine(
        EventId(1),
        SeatId(seat),
        AreaId(2),
        "Parkett “links”",
        "B",
        str(seat),
        PriceCategoryId(1),
        PriceTypeId(2),
        Money.of("30.10", "EUR"),
        Money.of("2.00", "EUR"),
        Decimal("8.1"),
    )


def whole(key: str = "k") -> HeldOrder:
    """An order with all that can be known of it."""
    ada = Customer(CustomerId(9), NewCustomer("Ada", "Lovelace", "ada@example.org"))
    return HeldOrder(
        key,
        HERE,
        NOW,
        (SeatRequest(EventId(1), SeatId(3), PriceTypeId(2)),),
        None,
        OrderId(41),
        NOW,
        (line(3), line(4)),
        "Frau Weber",
        ada,
        Exchange(OrderId(7), (line(9),), is_returned=True),
        (Payment(PaymentKind.CARD, Money.of("20", "EUR"), Money.of("20", "EUR"), "T-4711"),),
        NOW,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


@pytest.fixture
def holds(path: Path) -> Iterator[Holds]:
    journal = Journal(path)
    yield Holds(journal)
    journal.close()


def test_an_order_comes_back_as_it_was(holds: Holds, path: Path) -> None:
    best = BestSeatsRequest(EventId(1), 4, attributes=SeatAttribute.WHEELCHAIR)
    begun = HeldOrder("begun", HERE, NOW, best=best)
    holds.keep(whole())
    holds.keep(begun)
    with closing(sqlite3.connect(path)) as file:  # what another process would find
        assert file.execute("SELECT count(*) FROM holds").fetchall() == [(2,)]
    assert holds.of(HERE) == ((whole(), begun), ())
    assert holds.of("HTTPS://Here.Example:443/connect/") == ((whole(), begun), ())
    assert holds.of(THERE) == ((), ())


def test_the_newest_state_counts_and_what_is_let_go_is_gone(holds: Holds) -> None:
    holds.keep(whole())
    fewer = replace(whole(), lines=(line(3),), name="")
    holds.keep(fewer)
    assert holds.of(HERE) == ((fewer,), ())
    holds.let_go("k")
    holds.let_go("k")
    assert holds.of(HERE) == ((), ())


@pytest.mark.parametrize("content", ["", "{}", "[]", "null", '{"key": "b", "address": 7}', "\x00"])
def test_a_row_that_cannot_be_read_hides_no_other(holds: Holds, path: Path, content: str) -> None:
    holds.keep(whole("a"))
    holds.keep(whole("b"))
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("UPDATE holds SET content = ? WHERE key = 'a'", (content,))
    assert holds.of(HERE) == ((whole("b"),), ("a",))
