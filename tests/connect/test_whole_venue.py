"""A venue that a developer outside loads through the client alone, and then sells in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from boxoffice.connect.client import BestSeatsRequest, ConnectClient, MappedKind, Replica, new_key
from boxoffice.connect.errors import Refused
from boxoffice.domain.catalogue import AreaKind, Event
from boxoffice.domain.drafts import (
    DraftEvent,
    DraftLocation,
    DraftOrganizer,
    DraftSalesRule,
    SeatStateChange,
)
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import NewCustomer
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.seats.seat import SeatState
from boxoffice.domain.venue import (
    DraftArea,
    DraftCategory,
    DraftEntrance,
    DraftPriceType,
    DraftSeat,
)
from tests.service_fixture import running_service

STARTS = datetime(2027, 1, 2, 19, 30, tzinfo=UTC)
SEATS = [
    DraftSeat(
        f"s{i}", "hall", "one", f"{i // 60}", f"{i % 60 + 1}", 50.0 * (i % 60), 60.0 * (i // 60)
    )
    for i in range(6000)
] + [DraftSeat(f"p{i}", "pit", "one") for i in range(30)]


@pytest.fixture
async def client() -> AsyncIterator[ConnectClient]:
    with running_service() as running:
        connected = ConnectClient(running.address, running.token)
        yield connected
        await connected.aclose()


async def load(client: ConnectClient, shares: list[float]) -> EventId:
    """Everything from the address to the last seat; returns the event's id."""
    imports = client.imports
    await imports.organizers([DraftOrganizer("org", "The Players")], new_key())
    await imports.locations(
        [DraftLocation("arena", "Arena", "AT", timezone="Europe/Vienna")], new_key()
    )
    areas = [
        DraftArea("hall", "Hall", parent_key="house", outline=((0, 0), (3000, 0), (3000, 6000))),
        DraftArea("pit", "Pit", AreaKind.STANDING, parent_key="house", capacity=30),
        DraftArea("house", "House"),
    ]
    await imports.areas("arena", areas, new_key())
    await imports.entrances(
        [DraftEntrance("north", "North", 0.0, -50.0, "hall")], new_key(), location_key="arena"
    )
    await imports.price_types([DraftPriceType("adult", "Adult", "Ad.", is_default=True)], new_key())
    event = DraftEvent("show", "Figaro", STARTS, "EUR", "arena", category_name="Opera")
    await imports.events([event], new_key(), organizer_key="org")
    category = DraftCategory(
        "one", "One", "#aa3300", {"adult": (Decimal("48.00"), Decimal("2.00"))}
    )
    await imports.price_categories(
        "show", [category], new_key(), currency="EUR", vat_rate=Decimal(10)
    )
    await imports.seats("show", SEATS, new_key(), progress=shares.append)
    await imports.sales_rules([DraftSalesRule("few", "show", "Few", max_quantity=8)], new_key())
    [pair] = await client.mappings.ids(MappedKind.EVENT, external_ids=["show"])
    assert pair.id is not None
    return EventId(pair.id)


async def test_a_venue_loaded_through_the_client_is_sold_in(client: ConnectClient) -> None:
    shares: list[float] = []
    event_id = await load(client, shares)
    assert shares == [5000 / 6030, 1.0]
    event = await client.events.get(event_id)
    (location,) = [p for p in await client.locations.list() if p.external_id == "arena"]
    assert (event.location_id, event.seats_total) == (location.id, 6030)
    assert location.local(event.starts_at).strftime("%H:%M") == "20:30"
    assert [c.name for c in await client.event_categories.list()] == ["Opera"]
    loaded = await client.seats.plan(event_id)
    assert (len(loaded.plan), int(loaded.plan.placed.sum())) == (6030, 6000)
    order = await client.orders.reserve_best(None, BestSeatsRequest(event_id, 2), new_key())
    assert order.total == Money.of("100.00", "EUR")
    customer_id = await client.customers.add(NewCustomer("Lise", "Meitner"), new_key())
    payment = Payment(PaymentKind.INVOICE, order.total, order.total, "R-1")
    await client.orders.complete(
        order.id, "BX-W1", [payment], new_key(), customer_id=customer_id, operator="clerk"
    )
    sold = await client.orders.get(order.id)
    assert (sold.status, sold.customer_id) == (OrderStatus.COMPLETED, customer_id)
    taken = SEATS[int(sold.lines[0].seat_id) - int(loaded.plan.ids[0])].key
    with pytest.raises(Refused) as refused:
        await client.imports.seats("show", [], new_key(), gone=["s5999", taken])
    assert refused.value.is_conflict
    assert [item.index for item in refused.value.items] == [1]


async def test_a_copy_follows_what_is_imported(client: ConnectClient) -> None:
    events: Replica[Event] = Replica(client.events.changes)
    await events.refresh()
    before = set(events.entries)
    event_id = await load(client, [])
    assert (await events.refresh()).changed == {event_id}
    assert set(events.entries) == before | {event_id}
    assert events.entries[event_id].seats_free == 6030
    states = [SeatStateChange("s0", SeatState.BLOCKED, "Camera")]
    await client.imports.seat_states("show", states, new_key())
    assert (await events.refresh()).changed == {event_id}
    assert events.entries[event_id].seats_free == 6029
    reasons, _ = await client.seats.blocked_reasons(event_id)
    assert list(reasons.values()) == ["Camera"]
    await client.imports.events([], new_key(), gone=["show"])
    assert (await events.refresh()).gone == {event_id}
    assert not (await events.refresh()).changed
    assert SeatId(1) not in reasons
