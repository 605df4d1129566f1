"""What the small house has not by itself, put there by the client: so that every list has some."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from boxoffice.connect.client import ConnectClient, new_key
from boxoffice.domain.catalogue import AreaKind
from boxoffice.domain.drafts import (
    DraftEvent,
    DraftEventSet,
    DraftLocation,
    DraftOrganizer,
    DraftSalesRule,
    SeatStateChange,
)
from boxoffice.domain.orders.customer import NewCustomer
from boxoffice.domain.orders.ticket import TicketSystem
from boxoffice.domain.seats.seat import SeatState
from boxoffice.domain.venue import (
    DraftArea,
    DraftCategory,
    DraftEntrance,
    DraftPriceType,
    DraftSeat,
)

FIRST = "small-first"
WHERE = "small"
ADA = NewCustomer("Ada", "Lovelace", "ada@example.org", phone="+44 20 1815", country_code="GB")
SYSTEM = TicketSystem("Jetticket", 1, "https://jt.example")
LOCATION = DraftLocation(
    "barn", "The Barn", "DE", "Am Feld 1", "99425", "Weimar", "Europe/Berlin", 50.98, 11.32
)
ORGANIZER = DraftOrganizer("players", "The Players", "DE", "mail@players.example", "+49 1", "DE1")
EVENT_SET = DraftEventSet("season", "Season", datetime(2026, 9, 1, tzinfo=UTC))
EVENT = DraftEvent(
    "barn-1",
    "Faust",
    datetime(2026, 12, 1, 19, 30, tzinfo=UTC),
    "EUR",
    "barn",
    category_name="Drama",
    description="In two parts",
)
AREAS = (
    DraftArea("left", "Left", parent_key="hall"),
    DraftArea(
        "hall",
        "Hall",
        AreaKind.SEATED,
        capacity=4,
        outline=((0, 0), (300, 0), (300, 100)),
        color="#112233",
    ),
)
PRICE_TYPE = DraftPriceType("senior", "Senior", "Sen.", requires_proof=True)
CATEGORY = DraftCategory("best", "Best", "#aa0000", {"full": (Decimal("40.00"), Decimal("1.50"))})
SEATS = [DraftSeat(f"h{i}", "hall", "best", "A", str(i), 50.0 * i, 0.0) for i in range(4)]
ENTRANCE = DraftEntrance("gate", "Gate", 10.0, 20.0, "stalls")
RULE = DraftSalesRule("six", FIRST, "At most six", max_quantity=6)
BLOCKED = [SeatStateChange("stalls-1-8", SeatState.BLOCKED, "Camera")]


async def build(client: ConnectClient) -> None:
    """All that the catalogue can hold, some of each."""
    await client.imports.organizers([ORGANIZER], new_key())
    await client.imports.event_sets([EVENT_SET], new_key())
    await client.imports.locations([LOCATION], new_key())
    await client.imports.events([EVENT], new_key(), event_set_key="season", organizer_key="players")
    await client.imports.sales_rules([RULE], new_key())
    await client.imports.seat_states(FIRST, BLOCKED, new_key())
    await client.customers.add(ADA, new_key())
    await client.ticket_systems.save(SYSTEM, new_key())
