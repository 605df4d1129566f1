"""Places, each a seat of an event, and what a request changes about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

Place = tuple[int, int]  # event id, seat id


def by_event(places: Iterable[Place]) -> Iterator[tuple[int, Sequence[int]]]:
    """Each event with its seats, both in ascending order."""
    for event_id, some in groupby(sorted(places), key=lambda place: place[0]):
        yield event_id, [seat_id for _, seat_id in some]


@dataclass(frozen=True, slots=True)
class SeatChange:
    """Locked seats that get another status and order once the rest of the request is done.

    Attributes:
        order_id: the order that has them from then on; None for none.
        was: the status that they were locked with.
    """

    places: Sequence[Place]
    order_id: int | None
    was: int
    status: int
