"""What the map can show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import AreaId, SeatId
from boxoffice.domain.picture import PictureSizes
from boxoffice.domain.seats.seatplan import SeatPlan, States
from boxoffice.presenters.common import Phase
from boxoffice.presenters.notices import Notice


@dataclass(frozen=True, slots=True, eq=False)
class MapState:
    """The map of one event.

    Attributes:
        plan: the event's seats; another object, of the same event, where the house was changed
            while it is on screen, and then `offer` is new as well.
        states: uint8[len(plan)] of `SeatState`, this counter's own seats included.
        progress: share of the seats loaded while LOADING, 0 to 1.
        age_seconds: age of the picture; None before the first status answer.
        is_old: the map says that its picture is old (10 s).
        is_blind: too old to sell by (60 s).
        is_back: `notice` says that the server answers again.
    """

    phase: Phase = Phase.EMPTY
    offer: Offer | None = None
    plan: SeatPlan | None = None
    states: States | None = None
    progress: float = 0.0
    age_seconds: float | None = None
    is_old: bool = False
    is_blind: bool = False
    is_back: bool = False
    notice: Notice | None = None


class MapView(Protocol):
    def show_state(self, state: MapState) -> None:
        """Shows the whole state; cheap where `plan` is the object shown before.

        A new plan of the event on screen is the old one with a few seats changed: what the clerk
        looks at stays where it is.
        """
        ...

    def show_seats(self, indices: NDArray[np.intp], states: States) -> None:
        """Takes over the new states of some seats, and repaints only those."""
        ...

    def show_picture(self, area_id: AreaId, sizes: PictureSizes) -> None:
        """Takes over the picture of an area; where there are no sizes, it cannot be shown.

        It comes at any time after the state that shows the area, and stays until another event's
        state, or one without a plan, is shown: the same event's next plan keeps it. A picture of
        an area that has one replaces it.
        """
        ...

    def show_reasons(self, reasons: Mapping[SeatId, str]) -> None:
        """Takes over why seats of the event on screen are blocked, in place of all told before.

        It comes at any time after the state that shows the seats. Words are the server's, plain
        text of 200 characters at most; they count only while their seat is BLOCKED.
        """
        ...

    def flash(self, seat_ids: tuple[SeatId, ...]) -> None:
        """Draws the eye to seats that were lost."""
        ...

    def light(self, seat_ids: tuple[SeatId, ...]) -> None:
        """Marks seats that are looked at until it is called again, whenever they are shown."""
        ...


class PictureReader(Protocol):
    """What makes pixels of a file that a server calls a picture. It takes its time elsewhere."""

    async def read(self, data: bytes) -> PictureSizes:
        """The picture in its sizes; empty where it cannot be shown, or should not be. It never
        raises for what the file is."""
        ...
