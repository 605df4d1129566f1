"""Places, and what a request does to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

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
