"""What lies under the seats: the areas' pictures, fetched and decoded behind the clerk's back.

A map works without them: one that cannot be had is logged and never told. One that cannot be shown
is told once; it is not tried again, since it costs as much each time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import ConnectError
from boxoffice.domain.catalogue import Area, Offer
from boxoffice.domain.ids import AreaId
from boxoffice.domain.picture import PictureSizes
from boxoffice.presenters.map.state import MapView, PictureReader
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.tasks import Tasks

_log = logging.getLogger(__name__)
_TASK = "pictures"


class PictureLoader:
    """Fetches the pictures of the event on screen, one at a time.

    Args:
        tell: told of pictures that cannot be shown.
    """

    def __init__(
        self,
        view: MapView,
        client: ConnectClient,
        reader: PictureReader,
        tasks: Tasks,
        tell: Callable[[Notice], None],
    ) -> None:
        self._view = view
        self._client = client
        self._reader = reader
        self._tasks = tasks
        self._tell = tell
        self._shown: dict[AreaId, str] = {}
        self._broken: set[str] = set()

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
        broken = []
        for area in areas:
            was_broken = area.picture_url in self._broken
            if await self._show(area) and not was_broken:
                broken.append(area.name)
        if broken:
            self._tell(Notice.warning(Code.PICTURE_BROKEN, areas=tuple(broken)))

    async def _show(self, area: Area) -> bool:
        """Shows an area's picture; returns whether it turned out to be one that cannot be."""
        url = area.picture_url
        if url in self._broken:
            self._take(area, ())
            return True
        try:
            data = await self._client.pictures.fetch(url)
        except ConnectError as error:
            _log.info("no picture of area %s: %s", area.id, error)
            return False
        sizes = await self._reader.read(data)
        if not sizes:
            self._broken.add(url)
        self._take(area, sizes)
        return not sizes

    def _take(self, area: Area, sizes: PictureSizes) -> None:
        self._shown[area.id] = area.picture_url
        self._view.show_picture(area.id, sizes)
