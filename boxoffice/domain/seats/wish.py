"""What the buyers want of the best seats that there are."""

from __future__ import annotations

from dataclasses import dataclass

from boxoffice.domain.ids import AreaId, PriceCategoryId, PriceTypeId
from boxoffice.domain.seats.seat import NO_ATTRIBUTES, SeatAttribute


@dataclass(frozen=True, slots=True)
class BestSeats:
    """A party and its wishes; None and False where it has none.

    Attributes:
        quantity: how many seats, from 1.
        is_accessible: places for wheelchairs, each with a companion's beside it.
        is_on_aisle: each seat is at an aisle.
        is_together: in one row where there is one with room; False where that does not matter.
        shares: how many of the seats are for which price type; what is left has the usual one.
    """

    quantity: int
    area_id: AreaId | None = None
    category_id: PriceCategoryId | None = None
    is_accessible: bool = False
    is_on_aisle: bool = False
    is_together: bool = True
    shares: tuple[tuple[PriceTypeId, int], ...] = ()

    @property
    def attributes(self) -> SeatAttribute:
        """What each of the seats has to be; of wheelchairs and companions, either."""
        wanted = SeatAttribute.AISLE if self.is_on_aisle else NO_ATTRIBUTES
        if self.is_accessible:
            wanted |= SeatAttribute.WHEELCHAIR
            if self.quantity > 1:
                wanted |= SeatAttribute.COMPANION
        return wanted
