"""Seats that others take: their old look fades away over the new one, so that the eye sees it."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seats.seatplan import SeatState, States

Indices = NDArray[np.intp]
_SECONDS = 0.7
_MOST = 200  # seats at once; of more, nobody can see one
_TAKEN = tuple(state for state in SeatState if state.traits.is_taken)


class Fades:
    """Which seats fade, and how far they have.

    Args:
        clock: seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._since: dict[int, float] = {}

    def __bool__(self) -> bool:
        return bool(self._since)

    @property
    def seats(self) -> Indices:
        return np.fromiter(self._since, np.intp, len(self._since))

    def begin(self, seats: Indices, before: States, after: States) -> None:
        """Lets those fade that were free and are another's now."""
        now = self._clock()
        taken = seats[(before == SeatState.FREE) & np.isin(after, _TAKEN)]
        if len(taken) <= _MOST:
            self._since.update(dict.fromkeys(taken.tolist(), now))
        for seat in seats[after == SeatState.FREE].tolist():
            self._since.pop(seat, None)

    def now(self) -> list[tuple[int, float]]:
        """The seats with what is left of their old look, 1 to 0; those at their end are gone."""
        now = self._clock()
        left = [(seat, 1 - (now - since) / _SECONDS) for seat, since in self._since.items()]
        self._since = {seat: self._since[seat] for seat, share in left if share > 0}
        return [(seat, share) for seat, share in left if share > 0]

    def clear(self) -> None:
        self._since.clear()
