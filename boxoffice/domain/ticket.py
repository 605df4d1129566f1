"""Tickets: what is scanned at the door."""

from __future__ import annotations

from dataclasses import dataclass

from boxoffice.domain.ids import SeatId


@dataclass(frozen=True, slots=True)
class Ticket:
    external_id: str
    barcode: str
    seat_id: SeatId
    is_valid: bool = True
