"""What is said of paper, files and pictures that cannot be shown: each beside what it is of."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from boxoffice.connect.client import new_key
from boxoffice.domain.ids import AreaId, OrderId
from boxoffice.domain.picture import PictureSizes
from boxoffice.presenters.common import PrintFailed, Sale
from boxoffice.presenters.map.state import MapView
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.payment.state import PaymentPhase
from tests.pictures import PNG, SVG
from tests.presenters.conftest import SIZES, Bench
from tests.service_fixture import BALCONY, STALLS
from tests.waiting import until

FAILED = "the print system does not answer"


class SlowPaper:
    """Printing that ends when a test says so, one order at a time."""

    def __init__(self, bench: Bench) -> None:
        self.asked: dict[OrderId, asyncio.Future[str]] = {}
        bench.printer.print_summary.side_effect = self._print
        bench.printer.stop_printing.side_effect = self._stop

    async def _print(self, sale: Sale) -> str:
        waiting: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.asked[sale.order.id] = waiting
        return await waiting

    def _stop(self, order_id: OrderId) -> None:
        self.asked[order_id].set_exception(PrintFailed("it was stopped"))


async def sold(bench: Bench, seat: int) -> OrderId:
    """Sells a seat, and leaves the sale on the screen."""
    if bench.board.plan is None:
        await bench.open_event()
    await bench.take(seat)
    bench.payment.open()
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)
    bench.payment.exact()
    await until(lambda: bench.payment.state.phase is PaymentPhase.DONE)
    return OrderId(int(bench.payment.state.order_number))


def beside(bench: Bench) -> Notice:
    notice = bench.payment.state.notice
    assert notice is not None
    return notice


@pytest.mark.parametrize(
    ("is_doubtful", "code"), [(False, Code.NOT_PRINTED), (True, Code.PERHAPS_PRINTED)]
)
async def test_what_may_have_been_printed_is_told_from_what_was_not(
    bench: Bench, is_doubtful: bool, code: Code
) -> None:
    bench.printer.print_summary.side_effect = PrintFailed(FAILED, is_doubtful=is_doubtful)
    number = await sold(bench, 1)
    await until(lambda: beside(bench).code is code)
    assert beside(bench).params == {"order": str(number), "reason": FAILED}
    assert bench.payment.state.order_number == str(number)
    assert not bench.payment.state.is_printing


async def test_the_next_sale_prints_beside_one_that_hangs(bench: Bench) -> None:
    """The first is not given up for the second, and is told with its own number."""
    paper = SlowPaper(bench)
    first = await sold(bench, 1)
    await until(lambda: first in paper.asked)
    bench.payment.next_buyer()
    second = await sold(bench, 2)
    await until(lambda: second in paper.asked)
    assert bench.payment.state.is_printing
    paper.asked[first].set_exception(PrintFailed(FAILED))
    await until(lambda: bench.told())
    [told] = bench.told()
    assert (told.code, told.params["order"]) == (Code.NOT_PRINTED, str(first))
    assert bench.payment.state.is_printing  # the second one still is
    assert beside(bench).code is Code.SOLD
    paper.asked[second].set_result("Counter 1")
    await until(lambda: beside(bench).code is Code.PRINTED)
    assert not bench.payment.state.is_printing


async def test_printing_is_stopped_and_begun_again(bench: Bench) -> None:
    paper = SlowPaper(bench)
    number = await sold(bench, 1)
    await until(lambda: number in paper.asked)
    waiting = paper.asked[number]
    bench.payment.print_again()  # it is being printed already
    await asyncio.sleep(0)
    assert paper.asked[number] is waiting
    bench.payment.stop_printing()
    await until(lambda: beside(bench).code is Code.NOT_PRINTED)
    bench.payment.print_again()
    await until(lambda: paper.asked[number] is not waiting)
    assert bench.payment.state.is_printing
    paper.asked[number].set_result("Counter 1")
    await until(lambda: beside(bench).code is Code.PRINTED)


async def test_a_file_that_is_not_written_is_not_called_unprinted(
    bench: Bench, tmp_path: Path
) -> None:
    number = await sold(bench, 1)
    await until(lambda: beside(bench).code is Code.PRINTED)
    bench.printer.save_summary.side_effect = PrintFailed("the disk is full")
    bench.payment.save_pdf(tmp_path / "a.pdf")
    await until(lambda: beside(bench).code is Code.NOT_SAVED)
    assert beside(bench).params == {"order": str(number), "reason": "the disk is full"}


def told_of(bench: Bench) -> Code | None:
    notice = bench.finder.state.notice
    return notice.code if notice else None


def is_copying(bench: Bench) -> bool:
    return bench.finder.state.is_printing


async def test_a_copy_is_stopped_too(bench: Bench, tmp_path: Path) -> None:
    number = await sold(bench, 1)
    await until(lambda: beside(bench).code is Code.PRINTED)
    bench.payment.next_buyer()
    bench.finder.choose(number)
    await until(lambda: bench.finder.state.opened)
    paper = SlowPaper(bench)
    bench.finder.print_copy()
    await until(lambda: number in paper.asked)
    assert is_copying(bench)
    waiting = paper.asked[number]
    bench.finder.print_copy()
    await asyncio.sleep(0)
    assert paper.asked[number] is waiting
    bench.finder.stop_printing()
    await until(lambda: told_of(bench) is Code.NOT_PRINTED)
    assert not is_copying(bench)
    bench.printer.save_summary.side_effect = PrintFailed("the disk is full")
    bench.finder.save_pdf(tmp_path / "a.pdf")
    await until(lambda: told_of(bench) is Code.NOT_SAVED)


async def test_a_picture_that_cannot_be_shown_is_told_once_and_not_tried_again(
    bench: Bench,
) -> None:
    for area in (STALLS, BALCONY):
        await bench.client.pictures.upload_area(AreaId(area), PNG, "hall.png", new_key())
    read: list[bytes] = []

    async def reads(data: bytes) -> PictureSizes:
        read.append(data)
        return () if data == PNG else SIZES

    bench.pictures.read.side_effect = reads
    await bench.open_event()
    view = bench.views[MapView]
    await until(lambda: view.show_picture.call_count == 3)
    await until(lambda: bench.shown(MapView).notice)
    notice = bench.shown(MapView).notice
    assert notice.code is Code.PICTURE_BROKEN
    assert notice.params["areas"] == ("Stalls",)  # the balcony has the same picture
    shown = {call.args[0]: call.args[1] for call in view.show_picture.call_args_list}
    assert shown == {1: SIZES, STALLS: (), BALCONY: ()}
    assert read == [SVG, PNG]
    await bench.open_event(2)
    await until(lambda: view.show_picture.call_count == 6)
    assert read == [SVG, PNG, SVG]
    assert bench.shown(MapView).notice is None


async def test_what_the_map_says_goes_before_a_picture(bench: Bench) -> None:
    await bench.open_event()
    bench.map.miss_party(4)
    bench.map._note_if_quiet(Notice.warning(Code.PICTURE_BROKEN, areas=("Stalls",)))
    assert bench.shown(MapView).notice.code is Code.NO_PARTY_HERE
