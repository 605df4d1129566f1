"""The caller: a counter for the time of one request."""

from __future__ import annotations

from dataclasses import dataclass, field

from boxoffice.service.data.clock import Clock
from boxoffice.service.data.places import SeatChange


@dataclass(frozen=True, slots=True)
class HoldTerms:
    """What holds a counter may have.

    Attributes:
        seconds: how long one lasts.
        most: how many open orders a credential may have at a time; 0 for any number.
    """

    seconds: float
    most: int = 0


@dataclass(frozen=True, slots=True)
class Caller:
    """A counter for the time of one request.

    Attributes:
        credential_id, counter: the id and the name of its credential.
        changes: the request's changes of seats, which are collected here and written last, by
            `holds.write`.
    """

    credential_id: int
    counter: str
    terms: HoldTerms
    clock: Clock
    changes: list[SeatChange] = field(default_factory=list)

    def hold_till(self) -> float:
        """When a hold ends that begins now, in seconds since 1970."""
        return self.clock.now() + self.terms.seconds
