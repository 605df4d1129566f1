"""What a scan names among the orders that were sold here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boxoffice.domain.ids import EventId, OrderId, Place, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.sold_order import RecordedEvent, RecordedOrder, RecordedSeat
from boxoffice.journal.record import OrderRecord

HERE, ELSEWHERE = "https://here.example/connect", "https://elsewhere.example/connect"
LONG = "0f3ac59e7b1d48a2960be4d17c85f23a"


def sold(
    number: int, *barcodes: str, address: str = HERE, external_id: str = "", buyer: str = ""
) -> RecordedOrder:
    place = Place(EventId(1), SeatId(number))
    seats = tuple(RecordedSeat(place, "Stalls", "B", "1", barcode) for barcode in barcodes)
    return RecordedOrder(
        address,
        OrderId(number),
        external_id or f"BX-{number}",
        datetime(2026, 11, 25, 19, tzinfo=UTC),
        (RecordedEvent("Faust"),),
        buyer,
        Money.of("32", "EUR"),
        (),
        seats,
    )


@pytest.fixture
def record(tmp_path: Path) -> Iterator[OrderRecord]:
    made = OrderRecord(tmp_path / "orders.sqlite")
    for order in (
        sold(7, LONG, "AbC-1"),
        sold(8, "4006381333931", "abc-1"),
        sold(9, "41", buyer="4012345"),
        sold(41),
        sold(10, "Only here", address=ELSEWHERE),
        sold(11, "ONE"),
        sold(12, ""),
    ):
        made.add(order)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LONG, 7),
        (LONG.upper(), 7),  # small letters, or with CapsLock
        ("4006381333931", 8),
        ("one", 11),
        ("bx-8", 8),
        ("8", 8),
        ("AbC-1", 7),
        ("abc-1", 8),  # both are there: letters count
        ("ABC-1", None),
        ("aBC-1", None),  # which of them?
        ("41", 9),  # a barcode goes before a number
        ("4012345", None),  # a name is no code
        ("Only here", None),
        ("", None),
        ("%", None),
        ("9" * 40, None),
        ("٤١", None),
    ],
)
def test_a_scan_names_one_order_or_none(record: OrderRecord, text: str, found: int | None) -> None:
    order = record.of_scan(HERE, text) if text else None
    assert (order and order.order_id) == found


def test_the_search_finds_barcodes_of_small_letters(record: OrderRecord) -> None:
    for text in (LONG, LONG.upper()):
        assert [order.order_id for order in record.find(HERE, text)] == [7]


def test_a_record_of_before_is_looked_through_as_fast(tmp_path: Path) -> None:
    """It gets the index that it lacks."""
    made = OrderRecord(tmp_path / "before.sqlite")
    made._connection.execute("DROP INDEX seats_by_barcode_read")
    made.close()
    again = OrderRecord(tmp_path / "before.sqlite")
    plan = again._connection.execute(
        "EXPLAIN QUERY PLAN SELECT of_order FROM seats WHERE barcode = 'x' COLLATE NOCASE"
    ).fetchall()
    again.close()
    assert "seats_by_barcode_read" in plan[0][3]
