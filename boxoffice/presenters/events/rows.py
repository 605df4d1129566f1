"""Events as the clerk looks at them: when they are, seen from now, and whether they are on sale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from boxoffice.domain.catalogue import Event, EventStatus, Location
from boxoffice.domain.folding import folded
from boxoffice.domain.ids import LocationId
from boxoffice.presenters.events.state import Day, EventRow, OnSale

_AFTER_START = timedelta(hours=6)  # an event that does not say when it ends; latecomers buy too
_ORDER = {day: place for place, day in enumerate(Day)}


def event_row(
    event: Event,
    location: Location | None,
    now: datetime,
    names: Mapping[str, str],
    venue: str = "",
) -> EventRow:
    """An event with what is known of it now.

    Args:
        now: a moment with its offset.
        names: of its 'organizer', 'category' and 'event_set', where there are any.
        venue: what its venue is called; the location's name where it is empty.
    """
    day = day_of(event, location, now)
    return EventRow(event, location, day, sale_of(event, day, now), venue=venue, **names)


def venue_names(locations: Iterable[Location]) -> dict[LocationId, str]:
    """What each venue is called. Those of one name have the town behind it, or the street, or
    their number, whichever tells them apart first."""
    known = {each.id: each for each in locations}
    names = {each.id: each.name for each in known.values()}
    for more in (_town, _street, _number):
        alike: dict[str, list[Location]] = {}
        for place, name in names.items():
            alike.setdefault(folded(name), []).append(known[place])
        for group in alike.values():
            if len({more(each) for each in group}) > 1:
                names |= {e.id: f"{names[e.id]}, {more(e)}" for e in group if more(e)}
    return names


def day_of(event: Event, location: Location | None, now: datetime) -> Day:
    """When the event is, by the days of its venue."""
    ends = event.ends_at or event.starts_at + _AFTER_START
    if event.status is EventStatus.ENDED or ends <= now:
        return Day.OVER
    if event.starts_at <= now:
        return Day.NOW
    local = location.local if location else _as_it_is
    days = (local(event.starts_at).date() - local(now).date()).days
    return {0: Day.TODAY, 1: Day.TOMORROW}.get(days, Day.LATER)


def sale_of(event: Event, day: Day, now: datetime) -> OnSale:
    """Whether its seats may be sold at this moment."""
    if event.status is EventStatus.CANCELLED:
        return OnSale.CANCELLED
    if day is Day.OVER:
        return OnSale.OVER
    if event.sales_start is not None and now < event.sales_start:
        return OnSale.NOT_YET
    if event.status is EventStatus.SOLD_OUT or (event.seats_total and not event.seats_free):
        return OnSale.SOLD_OUT
    has_ended = event.sales_end is not None and event.sales_end <= now
    return OnSale.OPEN if event.status.is_open and not has_ended else OnSale.CLOSED


def in_order(row: EventRow) -> tuple[int, float, int]:
    """What is on now first, then the soonest; what is over last, the latest of it first."""
    moment = row.event.starts_at.timestamp()
    return _ORDER[row.day], -moment if row.day is Day.OVER else moment, row.event.id


def _town(location: Location) -> str:
    return location.city


def _street(location: Location) -> str:
    return location.street


def _number(location: Location) -> str:
    return str(location.id)


def _as_it_is(moment: datetime) -> datetime:
    return moment
