"""What a counter asks a server to hold."""

from __future__ import annotations

from dataclasses import dataclass

from boxoffice.domain.ids import AreaId, EventId, Place, PriceCategoryId, PriceTypeId, SeatId
from boxoffice.domain.seats.seat import SeatAttribute


@dataclass(frozen=True, slots=True)
class SeatRequest:
    """A seat to reserve, at a price type; at the server's default where it is None."""

    event_id: EventId
    seat_id: SeatId
    price_type_id: PriceTypeId | None = None

    @property
    def place(self) -> Place:
        return Place(self.event_id, self.seat_id)


@dataclass(frozen=True, slots=True)
class BestSeatsRequest:
    """As many seats as `quantity`, chosen by the server; together where that can be.

    `attributes` are what each of them must have.
    """

    event_id: EventId
    quantity: int
    area_id: AreaId | None = None
    category_id: PriceCategoryId | None = None
    price_type_id: PriceTypeId | None = None
    adjacent: bool = True
    attributes: SeatAttribute | None = None
