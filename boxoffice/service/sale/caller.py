"""Who asks: a counter for the time of one request."""

from __future__ import annotations

from dataclasses import dataclass, field

from boxoffice.service.data.clock import Clock
from boxoffice.service.data.places import SeatChange


@dataclass(frozen=True, slots=True)
class Desk:
    """A counter for the time of one request.

    Attributes:
        credential_id, counter: its credential, by id and name.
        changes: what the request does to seats; written last, by `holds.write`.
    """

    credential_id: int
    counter: str
    hold_seconds: float
    clock: Clock
    changes: list[SeatChange] = field(default_factory=list)

    def hold_till(self) -> float:
        return self.clock.now() + self.hold_seconds
