"""Who asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from boxoffice.service.clock import Clock

Place = tuple[int, int]  # event id, seat id


def by_event(places: Iterable[Place]) -> Iterator[tuple[int, Sequence[int]]]:
    """The places in order, as an event and its seats."""
    for event_id, some in groupby(sorted(places), key=lambda place: place[0]):
        yield event_id, [seat_id for _, seat_id in some]


@dataclass(frozen=True, slots=True)
class SeatChange:
    """Locked seats that get another status and owner when all else of the request is done."""

    places: Sequence[Place]
    order_id: int | None
    was: int
    status: int


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
