"""The client against the real service, over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from boxoffice.connect.client import BestSeatsRequest, ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import Refused, SignedOut
from boxoffice.domain.catalogue import AreaKind, EventStatus
from boxoffice.domain.ids import AreaId, EventId, OrderId, PriceCategoryId, PriceTypeId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import Order, OrderStatus, doubt_about
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.seats.seatplan import SeatAttribute, SeatState
from tests.service_fixture import CHILD, FLOOR, Running, block, running_service

EVENT = EventId(1)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Running]:
    with running_service(data=tmp_path / "house.sqlite") as running:
        yield running


@pytest.fixture
async def client(service: Running) -> AsyncIterator[ConnectClient]:
    connected = ConnectClient(service.address, service.token)
    yield connected
    await connected.aclose()


def seats(*ids: int) -> list[SeatRequest]:
    return [SeatRequest(EVENT, SeatId(i)) for i in ids]


def seats_of(order: Order) -> set[int]:
    return {line.seat_id for line in order.lines}


def cash(order: Order) -> list[Payment]:
    return [Payment(PaymentKind.CASH, order.total, order.total)]


async def test_events_and_their_venue(client: ConnectClient) -> None:
    first, second = await client.events.list()
    assert (first.name, first.subtitle, first.currency) == ("The Tempest", "Comedy", "EUR")
    assert first.status is EventStatus.ON_SALE
    assert (first.seats_total, first.seats_free) == (80, 80)
    assert second.seats_free < 80
    assert await client.events.get(first.id) == first
    (location,) = await client.locations.list()
    assert (location.name, location.timezone) == ("Small House", "Europe/Berlin")
    assert location.local(first.starts_at).strftime("%H:%M") == "19:30"


async def test_areas_categories_types_and_prices(client: ConnectClient) -> None:
    areas = await client.areas.list(EVENT)
    assert [a.name for a in areas] == ["Stage", "Stalls", "Balcony", "Floor"]
    assert [a.kind for a in areas] == [
        AreaKind.DECORATION,
        AreaKind.SEATED,
        AreaKind.SEATED,
        AreaKind.STANDING,
    ]
    assert areas[3].label_at == (225.0, 330.0)
    gold, wood = await client.price_categories.list(EVENT)
    assert (gold.name, gold.color, wood.name) == ("Gold", "#b0347c", "Wood")
    full, reduced, child = await client.price_types.list()
    assert (full.is_default, reduced.is_default, child.requires_proof) == (True, False, True)
    prices = await client.prices.price_list(EVENT)
    found = prices.get(PriceCategoryId(gold.id), PriceTypeId(child.id))
    assert found is not None
    assert found.total == Money.of("11.00", "EUR")
    assert found.vat_rate == 7


async def test_the_doors_of_the_place(client: ConnectClient) -> None:
    west, main = await client.entrances.list(EVENT)
    assert (west.name, west.x, west.y, west.area_id) == ("West door", -80.0, 75.0, AreaId(2))
    assert (main.name, main.area_id) == ("Main entrance", None)


async def test_the_seat_plan_comes_in_columns(client: ConnectClient) -> None:
    shares: list[float] = []
    loaded = await client.seats.plan(EVENT, shares.append)
    plan = loaded.plan
    assert loaded.marker.isdigit()
    assert len(plan) == 80
    assert shares == [1.0]
    assert plan.placed.sum() == 60
    seat = plan.seat(plan.index_of(SeatId(12)))
    assert (seat.row, seat.number, seat.area_id) == ("B", "2", 2)
    assert (plan.x[11], plan.y[11]) == (50.0, 50.0)
    assert plan.seat(79).is_standing
    assert plan.attributes[30] == SeatAttribute.WHEELCHAIR
    assert len({int(i) for i in plan.row_index[:60]}) == 6


async def test_a_whole_sale(client: ConnectClient) -> None:
    order = await client.orders.reserve(None, seats(1, 2), new_key())
    assert order.status is OrderStatus.OPEN
    assert order.total == Money.of("64.00", "EUR")
    assert [(line.area_name, line.row, line.number) for line in order.lines] == [
        ("Stalls", "A", "1"),
        ("Stalls", "A", "2"),
    ]
    assert order.hold_seconds is not None
    assert 590 < order.hold_seconds <= 600
    await client.orders.set_price_type(order.id, EVENT, SeatId(2), PriceTypeId(CHILD), new_key())
    order = await client.orders.get(order.id)
    assert order.total == Money.of("43.00", "EUR")
    assert doubt_about(order) is None
    await client.orders.complete(order.id, "BX-1", cash(order), new_key(), operator="clerk")
    sold = await client.orders.get(order.id)
    assert (sold.status, sold.external_id) == (OrderStatus.COMPLETED, "BX-1")
    tickets = await client.orders.tickets(order.id)
    assert [t.seat_id for t in tickets] == [1, 2]
    assert len({t.barcode for t in tickets}) == 2
    assert await client.orders.seats(order.id) == sold.lines
    assert (await client.orders.base(order.id)).total == sold.total


async def test_status_and_what_changed_since(client: ConnectClient) -> None:
    whole = await client.seats.status(EVENT)
    assert len(whole.seat_ids) == 80
    assert np.all(whole.states == SeatState.FREE)
    order = await client.orders.reserve(None, seats(5, 6), new_key())
    delta = await client.seats.status(EVENT, whole.marker)
    changed = dict(zip(delta.seat_ids.tolist(), delta.states.tolist(), strict=True))
    assert changed[5] == changed[6] == SeatState.RESERVED
    assert int(delta.marker) > int(whole.marker)
    await client.orders.complete(order.id, "BX-2", cash(order), new_key())
    delta = await client.seats.status(EVENT, delta.marker)
    changed = dict(zip(delta.seat_ids.tolist(), delta.states.tolist(), strict=True))
    assert changed[5] == SeatState.SOLD


async def test_why_seats_are_blocked(client: ConnectClient, tmp_path: Path) -> None:
    reasons, marker = await client.seats.blocked_reasons(EVENT)
    assert reasons == {}
    data = tmp_path / "house.sqlite"
    block(data, (5, 6), "Technical: camera")
    block(data, (7,), " " + "very long " * 40)
    reasons, later = await client.seats.blocked_reasons(EVENT, marker)
    assert {seat: reason[:9] for seat, reason in reasons.items()} == {
        5: "Technical",
        6: "Technical",
        7: "very long",
    }
    assert len(reasons[SeatId(7)]) == 200
    assert int(later) > int(marker)
    assert await client.seats.blocked_reasons(EVENT, later) == ({}, later)


async def test_a_taken_seat_is_named_by_its_place_in_the_request(client: ConnectClient) -> None:
    await client.orders.reserve(None, seats(3), new_key())
    with pytest.raises(Refused) as refused:
        await client.orders.reserve(None, seats(2, 3, 4), new_key())
    assert refused.value.is_conflict
    assert [item.index for item in refused.value.items] == [1]
    free = await client.orders.reserve(None, seats(2, 4), new_key())
    assert len(free.lines) == 2


async def test_the_same_key_again_is_the_same_order(client: ConnectClient) -> None:
    key = new_key()
    first = await client.orders.reserve(None, seats(7), key)
    again = await client.orders.reserve(None, seats(7), key)
    assert again.id == first.id
    with pytest.raises(Refused) as refused:
        await client.orders.reserve(None, seats(8), key)
    assert refused.value.code == 422


async def test_best_seats_and_standing_places(client: ConnectClient) -> None:
    request = BestSeatsRequest(EVENT, 4)
    order = await client.orders.reserve_best(None, request, new_key())
    numbers = sorted(int(line.number) for line in order.lines)
    assert {line.row for line in order.lines} == {"A"}
    assert numbers == list(range(numbers[0], numbers[0] + 4))
    standing = BestSeatsRequest(EVENT, 3, area_id=AreaId(FLOOR))
    order = await client.orders.reserve_best(order.id, standing, new_key())
    assert [line.area_name for line in order.lines][4:] == ["Floor"] * 3
    assert all(not line.row and not line.number for line in order.lines[4:])
    with pytest.raises(Refused) as refused:
        await client.orders.reserve_best(None, BestSeatsRequest(EVENT, 100), new_key())
    assert refused.value.is_conflict


async def test_giving_back_and_cancelling(client: ConnectClient) -> None:
    order = await client.orders.reserve(None, seats(11, 12, 13, 14), new_key())
    await client.orders.release_seat(order.id, EVENT, SeatId(11), new_key())
    assert seats_of(await client.orders.get(order.id)) == {12, 13, 14}
    await client.orders.release_event(order.id, EVENT, new_key())
    assert (await client.orders.get(order.id)).lines == ()
    order = await client.orders.reserve(order.id, seats(11), new_key())
    await client.orders.release_all(order.id, new_key())
    await client.orders.cancel(order.id, new_key())
    await client.orders.cancel(order.id, new_key())
    assert (await client.orders.get(order.id)).status is OrderStatus.CANCELLED


async def test_a_sold_seat_given_back_is_refunded_and_free(client: ConnectClient) -> None:
    order = await client.orders.reserve(None, seats(21, 22), new_key())
    await client.orders.complete(order.id, "BX-3", cash(order), new_key())
    await client.orders.release_seat(order.id, EVENT, SeatId(21), new_key())
    after = await client.orders.get(order.id)
    assert (after.total, after.refunded) == (order.total, Money.of("32.00", "EUR"))
    assert [t.is_valid for t in await client.orders.tickets(order.id)] == [False, True]
    assert seats_of(await client.orders.reserve(None, seats(21), new_key())) == {21}


async def test_completing_is_repeatable_with_its_number_only(client: ConnectClient) -> None:
    order = await client.orders.reserve(None, seats(31), new_key())
    wrong = Payment(PaymentKind.CASH, Money.of("1.00", "EUR"), Money.of("1.00", "EUR"))
    with pytest.raises(Refused) as refused:
        await client.orders.complete(order.id, "BX-4", [wrong], new_key())
    assert refused.value.code == 422
    await client.orders.complete(order.id, "BX-4", cash(order), new_key())
    await client.orders.complete(order.id, "BX-4", cash(order), new_key())
    with pytest.raises(Refused) as refused:
        await client.orders.complete(order.id, "BX-5", cash(order), new_key())
    assert refused.value.is_conflict


async def test_a_wrong_token_is_told_apart(service: Running) -> None:
    client = ConnectClient(service.address, "wrong")
    with pytest.raises(SignedOut):
        await client.events.list()
    client.use_token(service.token)
    assert len(await client.events.list()) == 2
    await client.aclose()


async def test_an_order_that_is_not_there(client: ConnectClient) -> None:
    with pytest.raises(Refused) as refused:
        await client.orders.get(OrderId(4711))
    assert refused.value.code == 404


async def test_money_crosses_the_wire_exactly(client: ConnectClient) -> None:
    order = await client.orders.reserve(None, seats(41), new_key())
    assert order.lines[0].price.amount == Decimal("15.50")
    assert str(order.total.amount) == "16.00"
