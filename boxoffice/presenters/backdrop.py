"""What lies under the seats: the areas' pictures, fetched behind the clerk's back.

A map works without them, so a picture that cannot be had is logged and never told.
"""

from __future__ import annotations

import logging

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import ConnectError
from boxoffice.domain.catalogue import Area, Offer
from boxoffice.domain.ids import AreaId
from boxoffice.presenters.states import MapView
from boxoffice.presenters.tasks import Tasks

_log = logging.getLogger(__name__)
_TASK = "pictures"


class Backdrop:
    """Fetches the pictures of the event on screen, one at a time."""

    def __init__(self, view: MapView, client: ConnectClient, tasks: Tasks) -> None:
        self._view = view
        self._client = client
        self._tasks = tasks
        self._shown: dict[AreaId, str] = {}

    def close(self) -> None:
        """Another event comes: what is under way is given up, what was shown forgotten."""
        self._tasks.stop(_TASK)
        self._shown.clear()

    def show(self, offer: Offer) -> None:
        """Fetches what the offer's areas have, but for what is shown already."""
        wanted = [a for a in offer.areas if a.picture_url not in ("", self._shown.get(a.id))]
        if wanted:
            self._tasks.browse(_TASK, self._fetch(wanted))

    async def _fetch(self, areas: list[Area]) -> None:
        for area in areas:
            try:
                data = await self._client.pictures.fetch(area.picture_url)
            except ConnectError as error:
                _log.info("no picture of area %s: %s", area.id, error)
                continue
            self._shown[area.id] = area.picture_url
            self._view.show_picture(area.id, data)
