"""The record of orders sold here: a real file, found again by all that a buyer may bring."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boxoffice.domain.ids import EventId, OrderId, Place, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.barcode import new_barcode
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.orders.sold_order import Fate, RecordedEvent, RecordedOrder, RecordedSeat
from boxoffice.journal.record import OrderRecord, RecordFailed

HERE, ELSEWHERE = "https://here.example/connect", "https://elsewhere.example/connect"
BARCODE = new_barcode()


def sold(number: int, address: str = HERE, **more: object) -> RecordedOrder:
    euros = Money.of("64.00", "EUR")
    seats = tuple(
        RecordedSeat(
            Place(EventId(1), SeatId(seat)), "Stalls", "B", str(seat), BARCODE if seat == 70 else ""
        )
        for seat in (number * 10, number * 10 + 1)
    )
    made = RecordedOrder(
        address,
        OrderId(number),
        f"BX-{number}",
        datetime(2026, 11, 25, 19, number, tzinfo=UTC),
        (
            RecordedEvent("Faust", datetime(2026, 12, 24, 19, 30, tzinfo=UTC)),
            RecordedEvent("Woyzeck"),
        ),
        "",
        euros,
        (Payment(PaymentKind.CARD, euros, euros),),
        seats,
    )
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[OrderRecord]:
    made = OrderRecord(tmp_path / "orders.sqlite")
    yield made
    made.close()


def test_what_was_added_is_found_as_it_was(record: OrderRecord) -> None:
    order = sold(7, buyer="Ada Müller")
    record.add(order)
    record.add(order)
    assert record.find(HERE, "") == (order,)
    assert record.last(HERE) == order
    assert record.last(ELSEWHERE) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7", [7]),
        (" 7 ", [7]),
        ("BX-7", [7]),
        ("bx-7", [7]),
        ("BARCODE", [7]),
        ("barcode", [7]),
        ("müll", [7]),
        ("B 70", [7]),
        ("Stalls b 70", [7]),
        ("", [9, 8, 7]),
        ("70", []),
        ("%", []),
        ("'; DROP TABLE orders", []),
        ("9" * 40, []),
        ("B", []),
        ("  ", [9, 8, 7]),
        ("\0", []),
    ],
)
def test_it_is_found_by_what_a_buyer_brings(
    record: OrderRecord, text: str, found: list[int]
) -> None:
    for number in (7, 8, 9):
        record.add(sold(number, buyer="Ada Müller" if number == 7 else ""))
    record.add(sold(7, ELSEWHERE))
    text = {"BARCODE": BARCODE, "barcode": BARCODE.lower()}.get(text, text)
    assert [order.order_id for order in record.find(HERE, text)] == found


def test_a_reference_is_not_kept(record: OrderRecord, tmp_path: Path) -> None:
    euros = Money.of("64.00", "EUR")
    record.add(sold(7, payments=(Payment(PaymentKind.CARD, euros, euros, "CANARY"),)))
    assert b"CANARY" not in (tmp_path / "orders.sqlite").read_bytes()


def test_a_seat_leads_to_its_order_until_that_is_given_back(record: OrderRecord) -> None:
    place = Place(EventId(1), SeatId(70))
    record.add(sold(7))
    found = record.at(HERE, place)
    assert found is not None
    assert found.order_id == 7
    record.set_fate(HERE, OrderId(7), Fate.CANCELLED)
    assert record.at(HERE, place) is None
    [known] = record.find(HERE, "7")
    assert known.fate is Fate.CANCELLED


def test_it_outlives_the_program(tmp_path: Path) -> None:
    path = tmp_path / "orders.sqlite"
    first = OrderRecord(path)
    first.add(sold(7))
    second = OrderRecord(path)  # the first one never closed its file
    assert second.find(HERE, "7") == (sold(7),)
    second.close()
    first.close()


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "orders.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE theirs (id)")
    before = path.read_bytes()
    with pytest.raises(RecordFailed, match="no Boxoffice record"):
        OrderRecord(path)
    assert path.read_bytes() == before


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "orders.sqlite"
    OrderRecord(path).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(RecordFailed, match="newer version"):
        OrderRecord(path)


def test_a_broken_file_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "orders.sqlite"
    path.write_bytes(b"no database " * 1000)
    with pytest.raises(RecordFailed, match="cannot use"):
        OrderRecord(path)


def test_a_row_that_cannot_be_read_hides_no_other(record: OrderRecord, tmp_path: Path) -> None:
    for number in (7, 8, 9):
        record.add(sold(number))
    with closing(sqlite3.connect(tmp_path / "orders.sqlite", isolation_level=None)) as file:
        file.execute("UPDATE orders SET sold_at = 'some day' WHERE order_id = 9")
        file.execute("UPDATE orders SET fate = 'eaten' WHERE order_id = 7")
    assert [order.order_id for order in record.find(HERE, "")] == [8]
    assert record.get(HERE, OrderId(9)) is None
    last = record.last(HERE)
    assert last is not None
    assert last.order_id == 8


def test_barcodes_that_come_later_are_added_and_paper_is_remembered(record: OrderRecord) -> None:
    bare = replace(sold(7), seats=tuple(replace(seat, barcode="") for seat in sold(7).seats))
    record.add(bare)
    record.add(sold(7))
    assert record.find(HERE, BARCODE)[0].seats == sold(7).seats
    moment = datetime(2026, 11, 25, 20, 0, tzinfo=UTC)
    record.set_printed(HERE, OrderId(7), moment)
    found = record.get(HERE, OrderId(7))
    assert found is not None
    assert found.printed_at == moment
    record.set_printed(HERE, OrderId(7), None)
    found = record.get(HERE, OrderId(7))
    assert found is not None
    assert found.printed_at is None


def test_what_was_given_back_and_how_is_added_to_the_newest_order(record: OrderRecord) -> None:
    record.add(sold(7, operator="Anna"))
    ten, six = (Money.of(amount, "EUR") for amount in ("10.50", "6"))
    record.add_returned(HERE, OrderId(7), Payment(PaymentKind.CARD, ten, ten, "never kept"))
    record.add_returned(HERE, OrderId(7), Payment(PaymentKind.CASH, six, six))
    record.add_returned(HERE, OrderId(8), Payment(PaymentKind.CASH, six, six))  # none of ours
    [found] = record.find(HERE, "7")
    assert found.returned == (
        Payment(PaymentKind.CARD, ten, ten),
        Payment(PaymentKind.CASH, six, six),
    )
    assert (found.given_back, found.operator) == (Money.of("16.50", "EUR"), "Anna")
