"""Who asks."""

from __future__ import annotations

from dataclasses import dataclass

from boxoffice.service.clock import Clock


@dataclass(frozen=True, slots=True)
class Desk:
    """A counter, by the id and the name of its credential, and how long its holds last."""

    credential_id: int
    counter: str
    hold_seconds: float
    clock: Clock

    def hold_till(self) -> float:
        return self.clock.now() + self.hold_seconds
