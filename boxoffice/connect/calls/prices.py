"""What the seats of an event cost."""

from __future__ import annotations

import time

from boxoffice.connect.listing import PerEvent
from boxoffice.connect.mapping import PriceEntry
from boxoffice.domain.catalogue import PriceList
from boxoffice.domain.ids import EventId


class PriceCalls(PerEvent[PriceEntry]):
    """The entries, each valid for a time, and the list of those that are valid now."""

    async def price_list(self, event_id: EventId) -> PriceList:
        """The prices as they are now; what is charged, the server says when a seat is taken."""
        now = time.time()
        entries = await self.list(event_id)
        return PriceList({e.place: e.price for e in entries if e.is_valid_at(now)})
