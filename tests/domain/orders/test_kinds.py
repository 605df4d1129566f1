"""The lines of an order by kind: every seat once, and the sums as before."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.ids import AreaId, EventId, PriceCategoryId, PriceTypeId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.kinds import kinds_of, share_of
from boxoffice.domain.orders.order import OrderLine


def seat(
    number: int,
    event: int = 1,
    area: int = 1,
    category: int = 1,
    kind: int = 1,
    row: str = "N",
    name: str | None = None,
    price: str = "30.00",
    currency: str = "EUR",
) -> OrderLine:
    return OrderLine(
        EventId(event),
        SeatId(number),
        AreaId(area),
        "Stalls",
        row,
        str(number) if name is None else name,
        PriceCategoryId(category),
        PriceTypeId(kind),
        Money.of(price, currency),
        Money.of("2.00", currency),
        Decimal(7),
    )


few = st.integers(1, 3)
orders = st.lists(
    st.builds(
        seat,
        st.integers(1, 10**6),
        few,
        few,
        few,
        few,
        st.sampled_from(["", "A", "B", "AA"]),
        st.sampled_from(["", "1", "2", "10", "2a"]),
        st.sampled_from(["10.00", "20.50"]),
        st.sampled_from(["EUR", "CHF"]),
    ),
    max_size=60,
    unique_by=lambda line: line.place,
)


@given(orders)
def test_every_seat_is_in_one_kind_and_the_sums_add_up(lines: list[OrderLine]) -> None:
    kinds = kinds_of(lines)
    placed = [line for kind in kinds for line in kind.lines]
    assert sorted(placed, key=lambda x: x.place) == sorted(lines, key=lambda x: x.place)
    assert len({kind.key for kind in kinds}) == len(kinds)
    for currency in ("EUR", "CHF"):
        ours = [line.total for line in lines if line.price.currency == currency]
        sums = [kind.total for kind in kinds if kind.key.currency == currency]
        assert Money.total(sums, currency) == Money.total(ours, currency)
    for depth in (1, 2):  # an event's lines stand together, and an area's in it
        groups = [key for key, _ in groupby(kind.key[:depth] for kind in kinds)]
        assert len(set(groups)) == len(groups)


@given(orders, st.integers(0, 70), few)
def test_a_share_is_as_many_as_there_are_and_leaves_the_type_alone(
    lines: list[OrderLine], count: int, kind: int
) -> None:
    share = share_of(lines, count, PriceTypeId(kind))
    others = {line.place for line in lines if line.price_type_id != kind}
    assert len(set(share)) == len(share) == min(count, len(others))
    assert set(share) <= others


def test_seats_of_a_kind_stand_as_people_count() -> None:
    lines = [seat(1, name="10"), seat(2, name="9"), seat(3, row="B", name="1"), seat(4, kind=2)]
    first, second = kinds_of(lines)
    assert [line.seat_id for line in first.lines] == [3, 2, 1]
    assert [line.seat_id for line in second.lines] == [4]
    assert not first.is_standing
    assert kinds_of([seat(1, row="", name="")])[0].is_standing


def test_a_share_comes_from_the_end_of_the_largest_line() -> None:
    lines = [seat(1, kind=2), *(seat(n) for n in (16, 17, 18)), seat(30, area=2)]
    assert [p.seat_id for p in share_of(lines, 2, PriceTypeId(3))] == [17, 18]
    assert [p.seat_id for p in share_of(lines, 4, PriceTypeId(2))] == [16, 17, 18, 30]
