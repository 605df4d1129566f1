from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.conftest import Play
from tests.keystrokes.sales import SALES, Counted, count_all

pytestmark = pytest.mark.gui


def test_ten_sales_take_no_more_keys_and_clicks_than_they_may(play: Play, tmp_path: Path) -> None:
    counted: list[Counted] = []

    async def evening() -> None:
        counted.extend(await count_all(tmp_path))

    play(evening())
    assert len(counted) == len(SALES) == 10
    assert [one.sale.name for one in counted if one.strokes.count > one.sale.most] == []
