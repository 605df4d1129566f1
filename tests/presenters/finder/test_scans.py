"""What comes of a scan: an order is opened, or it is said why none is."""

from __future__ import annotations

from datetime import UTC, datetime
from unittest.mock import AsyncMock, Mock

import pytest

from boxoffice.connect.errors import Unreachable
from boxoffice.domain.ids import EventId, OrderId, Place, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order_code import order_code
from boxoffice.domain.orders.sold_order import RecordedOrder, RecordedSeat
from boxoffice.presenters.finder.state import FinderState
from boxoffice.presenters.notices import Code, Notice
from tests.presenters.conftest import Bench
from tests.presenters.finder.test_finder import sell
from tests.waiting import until

LOWER = "0f3ac59e7b1d48a2960be4d17c85f23a"


def remember(bench: Bench, number: OrderId, *barcodes: str) -> None:
    """The order as sold here with tickets of another system."""
    seats = tuple(
        RecordedSeat(Place(EventId(1), SeatId(1)), "Stalls", "A", "1", code) for code in barcodes
    )
    bench.record.add(
        RecordedOrder(
            bench.client.address,
            number,
            f"other-{number}",
            datetime.now(UTC),
            (),
            "",
            Money.of("32", "EUR"),
            (),
            seats,
        )
    )


async def opens(bench: Bench, text: str) -> OrderId:
    bench.finder.scan(text)
    await until(lambda: bench.finder.state.opened is not None)
    opened = bench.finder.state.opened
    assert opened is not None
    assert bench.finder.state.search == ""
    assert bench.told()[-1] is None  # what was said of the search is gone
    bench.finder.close()
    assert not bench.finder.state.is_shown
    return opened.order.id


async def says(bench: Bench, text: str) -> Notice:
    beside = (Code.SCAN_SOUGHT, Code.PRINTED)  # paper of before may come meanwhile

    def answers() -> list[Notice]:
        return [notice for notice in bench.told() if notice and notice.code not in beside]

    before = len(answers())
    bench.finder.scan(text)
    await until(lambda: len(answers()) > before)
    assert not bench.finder.state.is_shown
    return answers()[-1]


async def test_a_scan_is_looked_up_as_barcode_code_and_number(bench: Bench) -> None:
    number = await sell(bench, 1)
    [ticket] = await bench.client.orders.tickets(number)
    german = ticket.barcode.translate(str.maketrans("YZ", "ZY"))
    code = order_code(number)
    for text in (
        ticket.barcode,
        ticket.barcode.lower(),
        f"]C1{ticket.barcode}",
        german,
        code,
        code.lower(),
        f"]Q0{code}",
        str(number),
        f" {number} ",
    ):
        assert await opens(bench, text) == number


async def test_barcodes_of_any_system_are_found_as_they_are(bench: Bench) -> None:
    sold = [await sell(bench, seat) for seat in (1, 2, 3)]
    number = OrderId(max(sold) + 1)
    order = await bench.client.orders.get(sold[0])
    asked = AsyncMock(return_value=order)
    bench.client.orders.get = asked  # type: ignore[method-assign]
    remember(bench, number, LOWER, "4006381333931", str(sold[1]))
    for text in (LOWER, LOWER.upper(), "4006381333931", str(sold[1])):
        bench.finder.scan(text)
        await until(lambda: asked.called)
        assert asked.call_args.args == (number,)
        await bench.idle()
        asked.reset_mock()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("4006381333931", Code.SCAN_UNKNOWN),
        ("9" * 40, Code.SCAN_UNKNOWN),
        ("https://tickets.example/t?id=1", Code.SCAN_UNKNOWN),
        ("x" * 3000, Code.SCAN_UNKNOWN),
        ("\x1d", Code.SCAN_UNKNOWN),
        ("BXO412", Code.SCAN_MISREAD),  # BXO414 would be order 41
        ("QXTEAK9Q1F3W9KBDB", Code.SCAN_ELSEWHERE),
    ],
)
async def test_what_names_no_order_here_is_said(bench: Bench, text: str, code: Code) -> None:
    notice = await says(bench, text)
    assert notice.code is code
    assert len(str(notice.params["text"])) <= 60


async def test_a_part_of_a_buyers_name_is_no_code(bench: Bench) -> None:
    number = await sell(bench, 1)
    bench.record._connection.execute("UPDATE orders SET buyer = 'Ada 4711'")
    assert (await says(bench, "Ada")).code is Code.SCAN_UNKNOWN
    assert number


async def test_an_order_that_is_being_changed_goes_first(bench: Bench) -> None:
    bench.finder.state = FinderState(is_shown=True, is_busy=True)
    bench.finder.scan(LOWER)
    assert bench.told()[-1].code is Code.SCAN_WHILE_CHANGING


async def test_a_payment_that_is_opened_meanwhile_goes_first(bench: Bench) -> None:
    number = await sell(bench, 1)
    answers = iter([False, True])
    bench.finder._is_paying = lambda: next(answers)
    bench.finder.scan(str(number))
    await until(lambda: Code.SCAN_HELD in [notice.code for notice in bench.told() if notice])
    assert not bench.finder.state.is_shown


async def test_a_server_that_does_not_answer_is_said(bench: Bench) -> None:
    bench.client.orders.get = Mock(side_effect=Unreachable("GetOrder", "gone"))  # type: ignore[method-assign]
    assert (await says(bench, "4711")).code is Code.UNREACHABLE


async def test_without_the_record_the_code_of_the_paper_still_opens(bench: Bench) -> None:
    number = await sell(bench, 1)
    bench.record.close()
    assert (await says(bench, LOWER)).code is Code.NOT_REMEMBERED
    bench.finder.scan(order_code(number))
    await until(lambda: bench.finder.state.is_shown)


async def test_the_code_that_is_typed_opens_the_order_too(bench: Bench) -> None:
    number = await sell(bench, 1)
    bench.finder.open()
    bench.finder.search(order_code(number))
    bench.finder.enter()
    await until(lambda: bench.finder.state.opened is not None)
