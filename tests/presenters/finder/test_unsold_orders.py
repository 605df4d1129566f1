"""An order that was never sold is found by its number, and no paper calls it sold."""

from __future__ import annotations

from pathlib import Path

from boxoffice.connect.client import SeatRequest, new_key
from boxoffice.domain.ids import EventId, SeatId
from tests.presenters.conftest import Bench
from tests.presenters.finder.test_finder import opened


async def test_the_summary_of_an_order_that_is_not_sold_is_not_to_be_had(
    bench: Bench, tmp_path: Path
) -> None:
    held = await bench.client.orders.reserve(None, [SeatRequest(EventId(1), SeatId(5))], new_key())
    await opened(bench, held.id)
    bench.finder.print_copy()
    bench.finder.save_pdf(tmp_path / "held.pdf")
    await bench.idle()
    bench.printer.print_summary.assert_not_called()
    bench.printer.save_summary.assert_not_called()
