from __future__ import annotations

from boxoffice.domain.seats.seat import NO_ATTRIBUTES, SeatAttribute
from boxoffice.domain.seats.wish import BestSeats


def test_a_wheelchair_alone_needs_no_companion_and_a_party_does() -> None:
    assert BestSeats(1).attributes == NO_ATTRIBUTES
    assert BestSeats(1, is_accessible=True).attributes == SeatAttribute.WHEELCHAIR
    both = SeatAttribute.WHEELCHAIR | SeatAttribute.COMPANION
    assert BestSeats(2, is_accessible=True).attributes == both
    assert BestSeats(3, is_accessible=True, is_on_aisle=True).attributes == (
        both | SeatAttribute.AISLE
    )
