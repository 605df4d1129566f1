"""A sample of `python -m tests.dialects`, and that its own parts tell what is wrong."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.dialects import published
from tests.dialects.reading import WHOLE, Part
from tests.dialects.readings import BY_NAME, READINGS, pairs
from tests.dialects.sale import Came, Wrong, compare, sale_of
from tests.journeys.conftest import Play
from tests.service.client import Api
from tests.service_fixture import running_service

_ALONE = ("money in cents", "404 for GetSalesTypePrice GET")
_SEED, _PAIRS = 1, 12
_SHORT = WHOLE - {Part.MAP, Part.GIVEN_BACK}


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


@pytest.mark.parametrize(
    ("seats", "types", "tendered", "more", "words"),
    [
        ((5, 6), (1, 2), 70, (), ""),
        ((5, 8), (1, 2), 70, (), "sold"),
        ((5, 6), (1, 1), 70, (), "price types"),
        ((5, 6), (1, 2), 54, (), "tendered"),
        ((5, 6), (1, 2), 70, (12,), "stay held"),
        ((), (), 70, (), "0 orders"),
    ],
)
def test_what_is_wrong_on_the_server_is_found(
    seats: tuple[int, ...],
    types: tuple[int, ...],
    tendered: int,
    more: tuple[int, ...],
    words: str,
    tmp_path: Path,
) -> None:
    data = tmp_path / "house.sqlite"
    with running_service(data=data) as service, Api(service) as api:
        if more:
            api.reserve(*more)
        if seats:
            order = api.reserve(*seats).result["id"]
            for seat, kind in zip(seats, types, strict=True):
                api.put(f"/orders/{order}/events/1/seats/{seat}", {"sales_type_id": kind})
            due = int(api.get(f"/orders/{order}").result["total"])
            paid = [{"payment_type": 1, "amount": due, "reference": ""}]
            api.complete(order, payments=paid, tendered=tendered, change=tendered - due)
        if not words:
            compare(BY_NAME["pascal"], service, data)
            return
        with pytest.raises(Wrong, match=words):
            compare(BY_NAME["pascal"], service, data)


@pytest.mark.gui
def test_a_sample_is_sold_or_refused_in_words(play: Play, tmp_path: Path) -> None:
    """All in one loop; the whole of them is the command's."""
    came: list[Came] = []
    chosen = [BY_NAME[name] for name in _ALONE]
    chosen += [replace(two, parts=two.parts & _SHORT) for two in pairs(_PAIRS, _SEED)]

    async def sell_all() -> None:
        for at, reading in enumerate(chosen):
            came.append(await sale_of(reading, tmp_path / str(at))())

    play(sell_all())
    assert [str(one) for one in came if not one.is_good] == []
    assert len(came) == len(chosen)
