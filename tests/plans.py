"""Drafted venues as a counter sees them: an offer and its seats in columns, without a server."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from boxoffice.domain.catalogue import (
    Area,
    Entrance,
    Event,
    Location,
    Offer,
    Price,
    PriceCategory,
    PriceList,
    PriceType,
)
from boxoffice.domain.ids import (
    AreaId,
    EntranceId,
    EventId,
    LocationId,
    PriceCategoryId,
    PriceTypeId,
)
from boxoffice.domain.money import Money
from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.domain.venue import Venue


def offer_of(venue: Venue) -> Offer:
    """The offer of the venue's first event; ids count from 1 in the venue's order."""
    types = {t.key: PriceTypeId(i) for i, t in enumerate(venue.price_types, 1)}
    categories = {c.key: PriceCategoryId(i) for i, c in enumerate(venue.categories, 1)}
    prices = {
        (categories[c.key], types[key]): Price(
            Money(price, venue.currency), Money(fee, venue.currency), venue.vat_rate
        )
        for c in venue.categories
        for key, (price, fee) in c.prices.items()
    }
    starts = datetime(2026, 12, 24, 18, 30, tzinfo=UTC)
    location = Location(LocationId(1), venue.name, venue.city, timezone=venue.timezone)
    event = Event(
        EventId(1),
        venue.performances[0].name,
        starts,
        venue.currency,
        location_id=location.id,
        seats_total=len(venue.seats),
        seats_free=len(venue.seats),
    )
    return Offer(
        event=event,
        location=location,
        areas=tuple(
            Area(AreaId(i), a.name, a.kind, None, a.capacity, a.outline, a.label_at, a.color)
            for i, a in enumerate(venue.areas, 1)
        ),
        categories=tuple(
            PriceCategory(categories[c.key], c.name, c.color) for c in venue.categories
        ),
        price_types=tuple(
            PriceType(types[t.key], t.name, t.short_name, t.is_default) for t in venue.price_types
        ),
        price_list=PriceList(prices),
        entrances=_entrances(venue),
    )


def _entrances(venue: Venue) -> tuple[Entrance, ...]:
    areas = {a.key: AreaId(i) for i, a in enumerate(venue.areas, 1)}
    return tuple(
        Entrance(EntranceId(i), e.name, e.x, e.y, areas.get(e.area_key))
        for i, e in enumerate(venue.entrances, 1)
    )


def plan_of(venue: Venue) -> SeatPlan:
    areas = {a.key: i for i, a in enumerate(venue.areas, 1)}
    categories = {c.key: i for i, c in enumerate(venue.categories, 1)}
    rows: dict[tuple[str, str], int] = {}
    row_index = [
        -1 if s.x is None else rows.setdefault((s.area_key, s.row), len(rows)) for s in venue.seats
    ]
    return SeatPlan(
        ids=np.arange(1, len(venue.seats) + 1),
        x=np.array([np.nan if s.x is None else s.x for s in venue.seats]),
        y=np.array([np.nan if s.y is None else s.y for s in venue.seats]),
        angle=np.array([s.angle for s in venue.seats]),
        area_ids=np.array([areas[s.area_key] for s in venue.seats], dtype=np.int64),
        row_index=np.array(row_index, dtype=np.int32),
        row_names=tuple(name for _, name in rows),
        numbers=tuple(s.number for s in venue.seats),
        category_ids=np.array([categories[s.category_key] for s in venue.seats], dtype=np.int64),
        attributes=np.array([int(s.attributes) for s in venue.seats], dtype=np.int32),
    )
