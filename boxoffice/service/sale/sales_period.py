"""Whether seats of events may be taken now: reserved, taken again, or exchanged."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select

from boxoffice.service.data.schema import events
from boxoffice.service.data.sql import among
from boxoffice.service.data.status import ON_SALE

_EVENTS = select(events.c.id, events.c.status).where(
    among(events.c.id, "events"), events.c.deleted.is_(False)
)


def why_closed(event: Any) -> str:
    """Why no seats of an event are taken now; empty if they may be."""
    return "" if event.status == ON_SALE else "is not on sale"


def open_events(connection: Connection, event_ids: Collection[int]) -> set[int]:
    """Those of the events whose seats may be taken now."""
    rows = connection.execute(_EVENTS, {"events": event_ids})
    return {row.id for row in rows if not why_closed(row)}
