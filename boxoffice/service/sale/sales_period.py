"""Whether seats of events may be taken now: reserved, taken again, or had in an exchange.

What is held is completed while its hold lasts, and what was sold is given back, whatever the time.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select

from boxoffice.service.data.schema import events
from boxoffice.service.data.sql import among
from boxoffice.service.data.status import ON_SALE

PERIOD = (events.c.status, events.c.sales_start, events.c.sales_end, events.c.end_date)
_EVENTS = select(events.c.id, events.c.deleted, *PERIOD).where(among(events.c.id, "events"))


def why_closed(event: Any, now: float) -> str:
    """Why no seats of an event are taken now; empty if they may be.

    Args:
        event: a row with the columns of `PERIOD`.
        now: seconds since 1970.
    """
    return out_of_time(event, now) if event.status == ON_SALE else "is not on sale"


def out_of_time(event: Any, now: float) -> str:
    """What of its times keeps an event from being sold now; empty if nothing does."""
    if event.sales_start is not None and now < _seconds(event.sales_start):
        return "is not on sale yet"
    if event.sales_end is not None and now >= _seconds(event.sales_end):
        return "is not on sale any more"
    return "is over" if is_over(event.end_date, now) else ""


def is_over(end: str | None, now: float) -> bool:
    """Whether an event that ends then has ended; one without an end never has."""
    return end is not None and now >= _seconds(end)


def open_events(connection: Connection, event_ids: Collection[int], now: float) -> set[int]:
    """Those of the events whose seats may be taken now."""
    rows = connection.execute(_EVENTS, {"events": event_ids})
    return {row.id for row in rows if not (row.deleted or why_closed(row, now))}


def closed_by_time(
    connection: Connection, event_ids: Collection[int], now: float
) -> dict[int, str]:
    """Those of the events that their times keep from being sold now, and why."""
    rows = connection.execute(_EVENTS, {"events": event_ids})
    return {row.id: why for row in rows if (why := out_of_time(row, now))}


def _seconds(text: str) -> float:
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
