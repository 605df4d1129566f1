"""The journal: what it was told is there, whatever happens to the program."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.ids import CustomerId, OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.journal.intents import Intent, Journal, JournalFailed, Outcome
from boxoffice.journal.payment_text import payments_of, text_of
from tests import ROOT

HERE, THERE = "https://here.example/connect", "https://there.example/connect"


def intent(number: int, address: str = HERE) -> Intent:
    paid = Payment(
        PaymentKind.CARD, Money.of("12.50", "EUR"), Money.of("12.50", "EUR"), f"T-{number}"
    )
    begun = datetime(2026, 9, 1, 12, tzinfo=UTC) + timedelta(minutes=number)
    return Intent(
        address, OrderId(number), f"BX-{number}", f"key-{number}", (paid,), "clerk", begun
    )


def test_an_intent_comes_back_as_it_was(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "folder" / "journal.sqlite")
    journal.begin(intent(1))
    journal.close()
    again = Journal(tmp_path / "folder" / "journal.sqlite")
    assert again.open_intents(HERE) == (intent(1),)
    assert again.open_intents(THERE) == ()
    again.close()


def test_all_payments_come_back_and_whose_order_it_is(tmp_path: Path) -> None:
    def euros(amount: str) -> Money:
        return Money.of(amount, "EUR")

    mixed = (
        Payment(PaymentKind.VOUCHER, euros("20.10"), euros("20.10"), "Gutschein Nº 7 \u2019é"),
        Payment(PaymentKind.CARD, euros("13"), euros("13"), 'T-"8"'),
        Payment(PaymentKind.CASH, euros("30.90"), euros("50"), ""),
    )
    back = (Payment(PaymentKind.CASH, euros("-12.50"), euros("-12.50")),)
    sold = replace(intent(1), payments=mixed, customer_id=CustomerId(9))
    exchanged = replace(intent(2), payments=back, exchange_of=OrderId(1))
    journal = Journal(tmp_path / "journal.sqlite")
    for begun in (sold, exchanged, replace(intent(3), payments=())):
        journal.begin(begun)
    journal.close()
    journal = Journal(tmp_path / "journal.sqlite")
    assert journal.open_intents(HERE) == (sold, exchanged, replace(intent(3), payments=()))
    journal.close()


_MONEY = st.builds(Money, st.decimals(-10_000, 10_000, places=3), st.sampled_from(["EUR", "JPY"]))


@given(st.lists(st.builds(Payment, st.sampled_from(PaymentKind), _MONEY, _MONEY, st.text())))
def test_payments_are_read_as_they_were_written(paid: list[Payment]) -> None:
    # One payment has one currency; the tendered sum is written with that of the amount.
    whole = tuple(
        replace(each, tendered=Money(each.tendered.amount, each.amount.currency)) for each in paid
    )
    assert payments_of(text_of(whole)) == whole


@pytest.mark.parametrize("text", ["", "{}x", "[1]", '[{"kind": "shells"}]', "null", '{"a": 1}'])
def test_what_is_no_list_of_payments(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever the text is
        payments_of(text)


def test_settled_intents_are_open_no_more(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite")
    for number in (1, 2, 3):
        journal.begin(intent(number))
    journal.settle("BX-1", Outcome.SOLD)
    journal.settle("BX-3", Outcome.SOLD)
    assert journal.open_intents(HERE) == (intent(2),)
    assert journal.last_sold(HERE) == intent(3)
    assert journal.last_sold(THERE) is None
    journal.close()


def test_the_same_intent_twice_is_refused(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite")
    journal.begin(intent(1))
    with pytest.raises(JournalFailed):
        journal.begin(intent(1))
    journal.close()


def test_what_was_begun_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    code = (
        "import os, sys, signal\n"
        "from pathlib import Path\n"
        "from boxoffice.journal.intents import Journal\n"
        "from tests.journal.test_intents import intent\n"
        "Journal(Path(sys.argv[1])).begin(intent(7))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = str(ROOT)
    told = subprocess.run(
        [sys.executable, "-c", code, str(path)], env={**os.environ, "PYTHONPATH": root}, check=False
    )
    assert told.returncode == -9
    journal = Journal(path)
    assert journal.open_intents(HERE) == (intent(7),)
    journal.close()


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(JournalFailed, match="no Boxoffice journal"):
        Journal(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database at all, by any measure", b"SQLite format 3\0xx"])
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "journal.sqlite"
    path.write_bytes(content)
    with pytest.raises(JournalFailed, match=str(path)):
        Journal(path)


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(JournalFailed):
        Journal(tmp_path / "file" / "journal.sqlite")
    with pytest.raises(JournalFailed):
        Journal(tmp_path)
