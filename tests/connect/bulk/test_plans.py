"""Seat plans and drawings that make no sense, as the client gets them."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from boxoffice.connect.bulk import pages
from boxoffice.connect.errors import BadReply
from boxoffice.domain.catalogue import AreaKind
from tests.connect.scripted import ok
from tests.connect.test_faults import EVENT, client, raw, seat

SQUARE = [[0, 0], [100.5, 0], ["100.5", 80], [0, 80]]


async def area_with(**drawn: Any) -> Any:
    body = json.dumps({"areas": [{"id": 1, "name": "Stalls", "kind": 0} | drawn]})
    # What JSON has no word for comes as a number too large for any.
    (area,) = await client(raw(body.replace("Infinity", "1e999"))).areas.list(EVENT)
    return area


async def test_an_outline_is_read_as_it_is() -> None:
    area = await area_with(outline=SQUARE, label_x=50, label_y=40.5)
    assert area.outline == ((0, 0), (100.5, 0), (100.5, 80), (0, 80))
    assert area.label_at == (50, 40.5)


@pytest.mark.parametrize(
    "outline",
    [
        None,
        [],
        [[0, 0]],
        [[0, 0], [9, 9]],
        [[0, 0], [9, 9], [0, 0], [9, 9]],
        [[5, 5]] * 9,
        [*SQUARE, [float("inf"), 0]],
        [*SQUARE, [0, -float("inf")]],
        [*SQUARE, ["NaN", 0]],
        [*SQUARE, [None, 0]],
        [*SQUARE, [1]],
        [*SQUARE, [1, 2, 3]],
        [*SQUARE, 7],
        [*SQUARE, [1e13, 0]],
        [*SQUARE, [{}, "x"]],
        "M 0 0 L 10 10",
        {"x": 1},
        7,
        True,
        [[i, i * i] for i in range(5001)],
    ],
)
async def test_an_outline_that_makes_no_sense_costs_the_drawing_only(outline: object) -> None:
    area = await area_with(outline=outline, label_x=50, label_y=40)
    assert area.outline == ()
    assert area.name == "Stalls"
    assert area.kind is AreaKind.SEATED
    assert area.label_at == (50, 40)


@pytest.mark.parametrize("x", [float("inf"), "NaN", "here", [1], None, 1e13])
async def test_a_label_that_is_nowhere_is_left_to_the_outline(x: object) -> None:
    area = await area_with(outline=SQUARE, label_x=x, label_y=40)
    assert area.label_at is None
    assert len(area.outline) == 4


@pytest.mark.parametrize("number", ["1e999", "-1e999", "1e12", "-1e300"])
@pytest.mark.parametrize("column", ["x", "y", "angle"])
async def test_a_seat_that_is_nowhere_is_named(column: str, number: str) -> None:
    seats = [seat(7), seat(8, **{column: 777}), seat(9)]
    body = json.dumps({"SeatCnctResult": {"seats": seats, "total_count": 3}})
    with pytest.raises(BadReply, match=r"seats 8$|out of range"):
        await client(raw(body.replace("777", number))).seats.plan(EVENT)


async def test_a_number_that_is_none_is_no_answer() -> None:
    body = json.dumps({"SeatCnctResult": {"seats": [seat(8, x=float("nan"))]}})
    with pytest.raises(BadReply):
        await client(raw(body)).seats.plan(EVENT)


async def test_seats_of_no_area_and_no_category_are_in_the_plan_all_the_same() -> None:
    seats = [seat(1, area_id=4711, price_category_id=4712), seat(2)]
    loaded = await client(ok("SeatCnctResult", seats=seats, total_count=2)).seats.plan(EVENT)
    plan = loaded.plan
    assert plan.area_ids.tolist() == [4711, 1]
    assert plan.category_ids.tolist() == [4712, 1]


async def test_no_seats_are_an_empty_plan() -> None:
    loaded = await client(ok("SeatCnctResult", seats=[], total_count=0)).seats.plan(EVENT)
    assert not len(loaded.plan)


async def test_long_names_are_cut_and_odd_ones_kept() -> None:
    names = ["x" * 10_000, "\u202eevil", "a\nb", "🎭", ""]
    seats = [seat(i, row=name, number=name) for i, name in enumerate(names)]
    loaded = await client(ok("SeatCnctResult", seats=seats, total_count=5)).seats.plan(EVENT)
    plan = loaded.plan
    assert plan.row_names == ("x" * 200, *names[1:])
    assert plan.numbers == plan.row_names


@pytest.mark.parametrize("told", [None, 1, 5, 10**9])
async def test_more_seats_than_can_be_drawn_are_refused(
    monkeypatch: pytest.MonkeyPatch, told: int | None
) -> None:
    monkeypatch.setattr(pages, "_MOST_SEATS", 4)
    seats = [seat(i) for i in range(1, 6)]
    with pytest.raises(BadReply, match=r"^(?=.*more than this program can draw)"):
        await client(ok("SeatCnctResult", seats=seats, total_count=told)).seats.plan(EVENT)
    four = await client(ok("SeatCnctResult", seats=seats[:4], total_count=4)).seats.plan(EVENT)
    assert len(four.plan) == 4


async def test_a_house_whose_pages_have_no_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """A seat a page, and a million told: that would have been a million requests."""
    monkeypatch.setattr(pages, "_MOST_PAGES", 20)
    asked: list[int] = []

    def page(request: httpx.Request) -> httpx.Response:
        asked.append(int(request.url.params["page"]))
        return ok("SeatCnctResult", seats=[seat(asked[-1])], total_count=10**6)

    with pytest.raises(BadReply, match="more than 20 pages"):
        await client(page).seats.plan(EVENT)
    assert asked == list(range(1, 21))


async def test_a_house_whose_pages_are_not_turned_is_found_out() -> None:
    states = [{"seat_id": 1, "status": 0}]
    made = client(ok("SeatStatusCnctResult", seat_states=states, total_count=10**6))
    with pytest.raises(BadReply, match="page 2 is the one before it again"):
        await made.seats.status(EVENT)


def test_a_million_seats_are_the_limit() -> None:
    assert pages._MOST_SEATS == 1_000_000
