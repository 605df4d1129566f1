"""What the counters know together: whose each seat is for sure, and what was promised."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from tests.load.services import HOLD_SECONDS


class Violation(AssertionError):
    """The service said something that it must not."""


@dataclass(slots=True)
class Mine:
    """An order as its counter knows it.

    Attributes:
        sure_until: the moment until which nobody else can get its seats, by `time.monotonic`. It
            is looked at when the answer is there: what was said before it was said of a hold that
            lasted, however long the answer took.
    """

    id: int
    seats: dict[int, int] = field(default_factory=dict)  # seat -> price type
    total: str = "0"
    number: str = ""
    sure_until: float = 0.0

    @property
    def is_sold(self) -> bool:
        return bool(self.number)

    @property
    def is_sure(self) -> bool:
        return time.monotonic() < self.sure_until

    def renewed(self, asked_at: float) -> None:
        self.sure_until = asked_at + HOLD_SECONDS

    def sold(self, number: str) -> None:
        self.number, self.sure_until = number, float("inf")

    def doubtful(self) -> None:
        """From now on others may get its seats: it is being given back, or left to run out."""
        self.sure_until = 0.0


@dataclass(slots=True)
class House:
    """Whose the seats are, for sure, by what the services have answered."""

    owners: dict[int, Mine] = field(default_factory=dict)

    def taken(self, order: Mine, seats: set[int]) -> None:
        """Raises: Violation: somebody else has one of them for sure."""
        for seat in seats:
            owner = self.owners.get(seat)
            if owner is not None and owner is not order and owner.is_sure and seat in owner.seats:
                raise Violation(
                    f"seat {seat} was given to order {order.id}, and is order {owner.id}'s"
                )
            self.owners[seat] = order


@dataclass(slots=True)
class Tally:
    """What a run came to."""

    requests: int = 0
    reserved: int = 0  # seats
    reservations: int = 0
    conflicts: int = 0
    completed: int = 0
    given_back: int = 0
    expired: int = 0
    repeats: int = 0
    retries: int = 0
    reserve_seconds: list[float] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    kept: dict[int, Mine] = field(default_factory=dict)  # what was acknowledged and still holds
