"""Tickets, which are scanned at the door, and the systems that issue them."""

from __future__ import annotations

from dataclasses import dataclass, field

from boxoffice.domain.ids import EventId, SeatId, TicketSystemId
from boxoffice.domain.money import Money


@dataclass(frozen=True, slots=True)
class Ticket:
    external_id: str
    barcode: str = field(repr=False)
    seat_id: SeatId
    is_valid: bool = True
    event_id: EventId | None = None
    price: Money | None = None


@dataclass(frozen=True, slots=True)
class TicketSystem:
    """A ticket system that the server is connected to. `area_type` is 1 or 2, as it was set up."""

    name: str
    area_type: int = 1
    url: str = ""
    is_online: bool = True
    id: TicketSystemId | None = None
