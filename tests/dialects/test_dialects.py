"""A sample of `python -m tests.dialects`, and that its own parts tell what is wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.dialects import published
from tests.dialects.readings import BY_NAME, READINGS, pairs
from tests.dialects.sale import Came, sale_of
from tests.journeys.conftest import Play

_ALONE = ("pascal with ID", "money in cents", "204 for writes", "404 for GetSalesTypePrice GET")


def test_the_contract_is_read() -> None:
    assert len(published.rows()) == 48
    assert len({row.title for row in published.rows()}) == 48


def test_readings_are_many_and_each_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(READINGS) >= 60
    for reading in READINGS:
        tomllib.loads(reading.dialect())


def test_pairs_are_drawn_by_their_seed() -> None:
    names = [reading.name for reading in pairs(12, 7)]
    assert names == [reading.name for reading in pairs(12, 7)]
    assert names != [reading.name for reading in pairs(12, 8)]


@pytest.mark.gui
def test_a_sample_is_sold_or_refused_in_words(play: Play, tmp_path: Path) -> None:
    """All in one loop; the whole of them is the command's."""
    came: list[Came] = []

    async def sell_all() -> None:
        for at, name in enumerate(_ALONE):
            came.append(await sale_of(BY_NAME[name], tmp_path / str(at))())

    play(sell_all())
    assert [str(one) for one in came if not one.is_good] == []
    assert len(came) == len(_ALONE)
