"""Answers of many rows are cut into pieces: what is made of them is what the whole says."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import numpy as np
import pytest

from boxoffice.connect.bulk import reader
from boxoffice.connect.bulk.columns import SeatColumns, StatusColumns
from boxoffice.connect.bulk.pages import reader_of
from boxoffice.connect.bulk.plans import changes_of, plan_of, status_of
from boxoffice.connect.dialects.dialect import CONTRACT
from boxoffice.connect.errors import BadReply, Refused, ServerWarning
from boxoffice.connect.operations import SEAT_STATUS, SEATS
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState, StatusDelta
from tests.connect.scripted import ok
from tests.connect.test_faults import EVENT, client, raw, seat
from tests.turns import stopwatch

_SEATS, _STATES = reader_of(SEATS, CONTRACT), reader_of(SEAT_STATUS, CONTRACT)


@pytest.fixture(autouse=True)
def piece(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Bytes of a piece; with one, every place is tried where a row may end."""
    size: int = getattr(request, "param", 1)
    monkeypatch.setattr(reader, "_PIECE", size)
    return size


def answer(seats: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "SeatCnctResult": {"seats": seats, "total_count": len(seats)},
        "TIsSuccessful": True,
        **more,
    }


async def plan_from(body: object, **options: Any) -> SeatPlan:
    content = body if isinstance(body, str) else json.dumps(body)
    return (await client(raw(content), **options).seats.plan(EVENT)).plan


async def status_from(states: list[dict[str, Any]]) -> StatusDelta:
    return await client(ok("SeatStatusCnctResult", seat_states=states)).seats.status(EVENT)


def pieces_of(monkeypatch: pytest.MonkeyPatch, body: object) -> list[int]:
    """How many rows are taken over at a time."""
    taken: list[int] = []
    extend = SeatColumns.extend

    def counted(columns: SeatColumns, rows: list[Any]) -> None:
        taken.append(len(rows))
        extend(columns, rows)

    monkeypatch.setattr(SeatColumns, "extend", counted)
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    _SEATS.read(content, SeatColumns)
    return taken


def test_a_piece_is_read_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pieces_of(monkeypatch, answer([seat(i) for i in range(5)])) == [1] * 5


@pytest.mark.parametrize(
    "body",
    [
        '{"SeatCnctResult": {"seats": [%s]}}',
        ' \n{ "TIsSuccessful" : true , "SeatCnctResult"\t:\n{ "seats" : [ %s ] } } ',
        '{"error_type":null,"SeatCnctResult":{"total_count":3,"last_updated":"-7","seats":[%s]}}',
    ],
)
def test_what_may_stand_before_the_list(monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    rows = " ,\n ".join(json.dumps(seat(i)) for i in range(3))
    assert pieces_of(monkeypatch, (body % rows).encode()) == [1] * 3


@pytest.mark.parametrize(
    "body",
    [
        {"TCreated": {"seats": []}} | answer([seat(1), seat(2)]),
        {"SeatCnctResult": {"seat_notes": ["}, {"], "seats": [seat(1), seat(2)]}},
        {"TNote": " " * 1000} | answer([seat(1), seat(2)]),
    ],
)
def test_what_does_not_begin_with_the_list_is_read_as_a_whole(
    monkeypatch: pytest.MonkeyPatch, body: dict[str, Any]
) -> None:
    assert pieces_of(monkeypatch, body) == [2]


@pytest.mark.parametrize("piece", [1, 60, 300, 10**9], indirect=True)
@pytest.mark.parametrize("name", ["}, {", '"}, {"id": 9', "\\}, {\\", "]}, {", "Büh}, {ne"])
async def test_a_cut_inside_a_text_is_found_out(name: str) -> None:
    seats = [seat(i, row=name, number=f"{i}{name}", label="}, {") for i in range(5)]
    plan = await plan_from(answer(seats))
    assert plan.ids.tolist() == [0, 1, 2, 3, 4]
    assert plan.row_names == (name,)
    assert plan.numbers == tuple(f"{i}{name}" for i in range(5))


@pytest.mark.parametrize("piece", [1, 60, 300, 10**9], indirect=True)
async def test_lists_inside_a_row_and_after_the_rows_are_no_rows() -> None:
    inside = [seat(7), seat(8)]
    seats = [seat(1), seat(2, prices=inside), seat(3, prices=[inside, inside])]
    body = answer(seats, more=[seat(9), seat(10)])
    body["SeatCnctResult"] |= {"others": [seat(4), seat(5), seat(6)]}
    assert (await plan_from(body)).ids.tolist() == [1, 2, 3]


@pytest.mark.parametrize("piece", [1, 10**9], indirect=True)
async def test_warnings_after_many_rows_are_told() -> None:
    told: list[ServerWarning] = []
    warnings = [{"error_message": "a"}, {"error_message": "b"}]
    body = answer([seat(1), seat(2)], warnings=warnings)
    assert len(await plan_from(body, on_warning=told.append)) == 2
    assert [warning.words for warning in told] == ["a", "b"]


async def test_a_refusal_after_rows_is_a_refusal() -> None:
    body = answer([seat(1), seat(2)], error_type=4, error_message="taken")
    with pytest.raises(Refused):
        await plan_from(body)


@pytest.mark.parametrize("piece", [1, 10**9], indirect=True)
async def test_numbers_are_exact() -> None:
    """What is no more than a float would lose its last digits."""
    ids = [2**53 - 1, 2**53 + 1, 2**62 + 1, 2**63 - 1]
    seats = [seat(i, area_id=i, price_category_id=i, attributes=2**31 - 1) for i in ids]
    plan = await plan_from(answer(seats))
    for column in (plan.ids, plan.area_ids, plan.category_ids):
        assert column.dtype == np.int64
        assert column.tolist() == ids
    assert plan.attributes.tolist() == [2**31 - 1] * 4
    delta = await status_from([{"seat_id": i, "status": 2} for i in ids])
    assert delta.seat_ids.tolist() == ids
    assert delta.seat_ids.dtype == np.int64
    assert delta.states.dtype == np.uint8


@pytest.mark.parametrize("piece", [1, 10**9], indirect=True)
@pytest.mark.parametrize("name", ["id", "area_id", "price_category_id"])
@pytest.mark.parametrize(
    "value", [1.5, "1.5", "x", 2**63, -(2**63) - 1, 2**64, 2**70, True, None, [1], {}]
)
async def test_what_is_no_such_number_is_no_answer(name: str, value: object) -> None:
    seats = [seat(1), seat(2, **{name: value}), seat(3)]
    with pytest.raises(BadReply):
        await plan_from(answer(seats))


@pytest.mark.parametrize("piece", [1, 10**9], indirect=True)
@pytest.mark.parametrize("value", [1.5, "x", 2**31, -(2**63) - 1, True, ["wheelchair"], {}])
async def test_what_a_seat_can_do_without_takes_its_default_and_is_counted(value: object) -> None:
    seats = [seat(1), seat(2, attributes=value), seat(3, attributes=1, angle=["x"])]
    made = client(ok("SeatCnctResult", seats=seats, total_count="3", page_size=99.0))
    plan = (await made.seats.plan(EVENT)).plan
    assert plan.attributes.tolist() == [0, 0, 1]
    counted = {"GetSeat: attributes does not fit": 1, "GetSeat: angle does not fit": 1}
    assert made.oddities == counted


@pytest.mark.parametrize("piece", [1, 10**9], indirect=True)
async def test_numbers_as_texts_and_flags_as_numbers_are_read_in_rows_as_in_lists() -> None:
    """And what a binary fraction has added to a number."""
    odd: dict[str, Any] = {
        "id": "2",
        "area_id": 3.0,
        "price_category_id": "4",
        "attributes": 1.0000000001,
    }
    places = {"x": "1.5", "y": 2, "angle": "0", "row": 7, "number": 8.0, "deleted": 0}
    gone = {"id": 3.0, "deleted": "true"}
    plan = await plan_from(answer([seat(1), odd | places, gone]))
    assert plan.ids.tolist() == [1, 2]
    assert (plan.area_ids[1], plan.category_ids[1], plan.attributes[1]) == (3, 4, 1)
    assert (plan.x[1], plan.numbers[1], plan.row_names[plan.row_index[1]]) == (1.5, "8", "7")
    own = {"seat_id": "1", "status": "2", "deleted": 0, "order_id": 7.0}
    delta = await status_from([own, {"seat_id": 2.0, "status": 2.0000000001}])
    assert delta.states.tolist() == [SeatState.SOLD] * 2
    assert delta.orders == {1: 7}


@pytest.mark.parametrize("piece", [1, 10**9], indirect=True)
async def test_rows_of_another_event_are_left_out_and_counted() -> None:
    rows = [seat(1, event_id=1), seat(2, event_id=2), seat(3, event_id="1"), seat(4, event_id=None)]
    made = client(ok("SeatCnctResult", seats=rows, total_count=4))
    assert (await made.seats.plan(EVENT)).plan.ids.tolist() == [1, 3, 4]
    assert made.oddities == {"GetSeat: entries of another event": 1}


@pytest.mark.parametrize("piece", [1, 10**9], indirect=True)
@pytest.mark.parametrize("name", ["seat_id", "status"])
@pytest.mark.parametrize("value", [1.5, 2**63, -(2**63) - 1, 2**70, [1], True, None])
async def test_what_is_no_status_is_no_answer(name: str, value: object) -> None:
    states = [{"seat_id": i, "status": 0} for i in range(3)]
    states[1] |= {name: value}  # type: ignore[dict-item]
    with pytest.raises(BadReply):
        await status_from(states)


@pytest.mark.parametrize("piece", [1, 60, 10**9], indirect=True)
@pytest.mark.parametrize("name", ["id", "area_id", "price_category_id"])
async def test_a_field_that_is_missing_is_named(name: str) -> None:
    seats = [seat(i) for i in range(5)]
    del seats[3][name]
    with pytest.raises(BadReply, match=name):
        await plan_from(answer(seats))


@pytest.mark.parametrize("name", ["id", "area_id", "price_category_id"])
async def test_an_id_below_0_is_named_of_a_seat_that_is_gone_too(name: str) -> None:
    gone = seat(2, deleted=True) | {name: -1}
    with pytest.raises(BadReply, match=f"^.*{name} below 0"):
        await plan_from(answer([seat(1), gone]))
    with pytest.raises(BadReply, match=f"^.*{name} below 0"):
        await client(raw(json.dumps(answer([seat(1), gone])))).seats.changes(EVENT, "5")


@pytest.mark.parametrize("piece", [1, 60, 10**9], indirect=True)
@pytest.mark.parametrize("nowhere", [{}, {"x": None, "y": None, "row": None, "number": None}])
async def test_standing_places_stand_between_seats(nowhere: dict[str, Any]) -> None:
    standing = {"area_id": 2, "price_category_id": 3} | nowhere
    seats = [
        seat(1, row="Ä", number="1"),
        {"id": 2} | standing,
        {"id": 3} | standing,
        seat(4, row="Ä", number="2"),
        {"id": 5} | standing,
    ]
    plan = await plan_from(answer(seats))
    assert plan.placed.tolist() == [True, False, False, True, False]
    assert np.isnan(plan.y).tolist() == [False, True, True, False, True]
    assert plan.row_index.tolist() == [0, -1, -1, 0, -1]
    assert plan.row_names == ("Ä",)
    assert plan.numbers == ("1", "", "", "2", "")


@pytest.mark.parametrize("piece", [1, 10**9], indirect=True)
async def test_names_of_all_letters_and_lengths() -> None:
    names = ["Loge Süd", "ряд", "🎭", "\u202e", "x" * 201, "x" * 200 + "y", "x" * 200, ""]
    seats = [seat(i, row=name, number=name) for i, name in enumerate(names)]
    plan = await plan_from(answer(seats))
    assert plan.numbers == (*names[:4], *["x" * 200] * 3, "")
    assert plan.row_names == (*names[:4], "x" * 200, "")
    assert plan.row_index.tolist() == [0, 1, 2, 3, 4, 4, 4, 5]


async def test_names_are_one_over_pages_that_are_turned() -> None:
    """Numbers of names are given out as they come, on whichever page."""
    pages = [
        [seat(1, row="A", number="1"), seat(2, row="B", number="A")],
        [seat(3, row="B", number="2"), seat(4, row="1", number="B")],
    ]
    made = client(*[ok("SeatCnctResult", seats=page, total_count=4) for page in pages])
    plan = (await made.seats.plan(EVENT)).plan
    assert [plan.row_names[row] for row in plan.row_index] == ["A", "B", "B", "1"]
    assert plan.row_index.tolist() == [0, 1, 1, 2]
    assert plan.numbers == ("1", "A", "2", "B")


async def test_seats_in_any_order_are_in_the_order_of_their_ids() -> None:
    seats = [seat(i, x=float(i), row=f"r{i}", number=f"n{i}") for i in (3, 1, 4, 2)]
    plan = await plan_from(answer(seats))
    assert plan.ids.tolist() == [1, 2, 3, 4]
    assert plan.x.tolist() == [1.0, 2.0, 3.0, 4.0]
    assert plan.row_names == ("r1", "r2", "r3", "r4")
    assert plan.numbers == ("n1", "n2", "n3", "n4")


def test_of_seats_told_twice_the_last_counts_on_one_page_too() -> None:
    seats = [
        seat(2, number="a"),
        seat(1, deleted=True),
        seat(2, number="b"),
        seat(1, number="c"),
        seat(3),
        seat(3, deleted=True),
    ]
    page, _ = _SEATS.read(json.dumps(answer(seats)).encode(), SeatColumns)
    changed, gone = changes_of(page.rows)
    assert changed.ids.tolist() == [1, 2]
    assert changed.numbers == ("c", "b")
    assert gone.tolist() == [3]


def test_a_status_that_is_not_known_is_other_and_what_is_gone_is_blocked() -> None:
    told = [0, 1, 2, 3, 4, -1, 2**40, 256, 2]
    states = [{"seat_id": i, "status": s, "deleted": i == 8} for i, s in enumerate(told)]
    body = json.dumps({"SeatStatusCnctResult": {"seat_states": states}}).encode()
    page, _ = _STATES.read(body, StatusColumns)
    _, found, orders = status_of(page.rows)
    assert orders == {}
    other, blocked = SeatState.OTHER, SeatState.BLOCKED
    assert found.tolist() == [0, 1, 2, blocked, *[other] * 4, blocked]


def test_the_same_page_is_the_same_columns_however_it_is_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = SeatColumns()
    seats = [seat(1, x=None, y=None), *[seat(i, row=f"{i // 3}") for i in range(2, 20)]]

    def page(stamp: int) -> SeatColumns:
        body = json.dumps(answer([row | {"last_updated": stamp} for row in seats])).encode()
        return _SEATS.read(body, texts.another)[0].rows

    once = page(9)
    monkeypatch.setattr(reader, "_PIECE", 200)
    assert page(1_000_000) == once
    seats[4]["number"] = "other"
    assert page(9) != once
    assert once != [1]


def test_nothing_is_kept_of_an_answer_that_breaks_off() -> None:
    good = json.dumps(answer([seat(1), seat(2), seat(3)])).encode()
    for end in range(len(good)):
        with pytest.raises(msgspec.DecodeError):
            _SEATS.read(good[:end], SeatColumns)


def test_no_rows_are_empty_columns() -> None:
    assert not len(plan_of(SeatColumns()))
    changed, gone = changes_of(SeatColumns())
    assert not len(changed)
    assert not len(gone)
    assert gone.dtype == np.int64
    ids, states, orders = status_of(StatusColumns())
    assert (len(ids), len(states), orders) == (0, 0, {})


@pytest.mark.parametrize(
    ("told", "known"),
    [
        (7, 7),
        ("7", 7),
        (None, None),
        ("", None),
        ("BX-7", None),
        (0, None),
        (-1, None),
        (2**63, None),
    ],
)
def test_which_seats_are_of_this_counters_own_orders(told: object, known: int | None) -> None:
    rows = [{"seat_id": 1, "status": 2, "order_id": told}, {"seat_id": 2, "status": 2}]
    body = json.dumps({"SeatStatusCnctResult": {"seat_states": rows}}).encode()
    page, _ = _STATES.read(body, StatusColumns)
    ids, _, orders = status_of(page.rows)
    assert ids.tolist() == [1, 2]
    assert orders == ({} if known is None else {1: known})


async def test_blanks_and_fields_without_end_cost_no_time() -> None:
    blanks = "{" + " " * 100_000 + "},"
    with stopwatch() as watch:
        with pytest.raises(BadReply):
            await plan_from('{"SeatCnctResult":{"seats":[' + blanks * 20)
        with pytest.raises(BadReply):
            await plan_from('{"a":1' + ',"a":1' * 100_000)
        assert watch.seconds < 5
