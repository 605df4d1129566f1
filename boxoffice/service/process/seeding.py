"""Adds a venue to the data: its areas, seats, prices and events, with a part of the seats sold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import cycle
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Table, bindparam

from boxoffice.domain.seats.seatplan import SeatAttribute
from boxoffice.domain.venue import DraftArea, DraftSeat, Performance, Venue
from boxoffice.service.data import schema
from boxoffice.service.data.sql import insert_many, new_ids
from boxoffice.service.data.status import BLOCKED, FREE, ON_SALE, SOLD
from boxoffice.service.data.store import Store, next_stamp
from boxoffice.service.imports.field_types import stored_time
from boxoffice.service.lists import pictures

_KEPT_FREE = SeatAttribute.WHEELCHAIR | SeatAttribute.COMPANION
_HOUSE_SEATS = 0.004


def seed(store: Store, venue: Venue, today: date, rng: Random) -> None:
    """Adds the venue, in one transaction; the same `rng` and day give the same data."""
    with store.writing() as connection:
        stamp = next_stamp(connection)
        location_id = _insert(
            connection,
            schema.locations,
            external_id=venue.key,
            name=venue.name,
            street=venue.street,
            zip=venue.zip,
            city=venue.city,
            country_code=venue.country_code,
            timezone=venue.timezone,
            stamp=stamp,
            plan_stamp=stamp,
        )
        areas = _areas(connection, venue, location_id, stamp)
        _entrances(connection, venue, location_id, areas, stamp)
        types = _sales_types(connection, venue, stamp)
        seats = _seats(connection, venue, location_id, areas, stamp)
        for performance in venue.performances:
            event_id = _event(connection, venue, performance, location_id, today, stamp)
            categories = _categories(connection, venue, event_id, types, stamp)
            _sales_rules(connection, venue, performance, event_id, types, categories, stamp)
            _put_on_sale(connection, venue, performance, event_id, seats, categories, stamp, rng)


def _put_on_sale(
    connection: Connection,
    venue: Venue,
    performance: Performance,
    event_id: int,
    seats: list[int],
    categories: dict[str, int],
    stamp: int,
    rng: Random,
) -> None:
    rows: list[tuple[Any, ...]] = []
    blocked: list[dict[str, Any]] = []
    statuses = _statuses(venue, performance, rng)
    for seat, seat_id, (status, reason) in zip(venue.seats, seats, statuses, strict=True):
        rows.append((seat_id, categories[seat.category_key], status))
        if reason:
            blocked.append({"reason": reason, "seat": seat_id})
    columns = ("seat_id", "price_category_id", "status")
    same = {"event_id": event_id, "stamp": stamp}
    insert_many(connection, schema.event_seats, same, columns, rows)
    if blocked:
        table = schema.event_seats
        connection.execute(
            table.update()
            .where(table.c.event_id == event_id, table.c.seat_id == bindparam("seat"))
            .values(blocked_reason=bindparam("reason")),
            blocked,
        )


def _insert(connection: Connection, table: Table, **values: Any) -> int:
    inserted = table.insert().values(**values).returning(table.c.id)
    return int(connection.execute(inserted).scalar_one())


def _areas(connection: Connection, venue: Venue, location_id: int, stamp: int) -> dict[str, int]:
    ids: dict[str, int] = {}
    for sort, area in enumerate(venue.areas):
        ids[area.key] = _insert(
            connection,
            schema.areas,
            location_id=location_id,
            external_id=area.key,
            parent_id=ids.get(area.parent_key),
            name=area.name,
            kind=int(area.kind),
            capacity=area.capacity,
            outline=[list(point) for point in area.outline],
            label_x=area.label_at[0] if area.label_at else None,
            label_y=area.label_at[1] if area.label_at else None,
            color=area.color,
            level=area.level,
            sort=sort,
            stamp=stamp,
            **_picture(connection, area),
        )
    return ids


def _picture(connection: Connection, area: DraftArea) -> dict[str, Any]:
    if not area.picture:
        return {}
    box = area.picture_rect or pictures.box_of([list(point) for point in area.outline])
    return {"picture_url": pictures.keep(connection, area.picture), "picture_rect": box}


def _entrances(
    connection: Connection, venue: Venue, location_id: int, areas: dict[str, int], stamp: int
) -> None:
    for door in venue.entrances:
        _insert(
            connection,
            schema.entrances,
            location_id=location_id,
            external_id=door.key,
            name=door.name,
            x=door.x,
            y=door.y,
            area_id=areas.get(door.area_key),
            stamp=stamp,
        )


def _sales_types(connection: Connection, venue: Venue, stamp: int) -> dict[str, int]:
    """The price types by key; venues share those with the same key."""
    known = {row.external_id: row.id for row in connection.execute(schema.sales_types.select())}
    for sort, kind in enumerate(venue.price_types):
        if kind.key not in known:
            known[kind.key] = _insert(
                connection,
                schema.sales_types,
                external_id=kind.key,
                name=kind.name,
                short_name=kind.short_name,
                is_default=kind.is_default,
                requires_proof=kind.requires_proof,
                sort=sort,
                stamp=stamp,
            )
    return known


def _seats(
    connection: Connection, venue: Venue, location_id: int, areas: dict[str, int], stamp: int
) -> list[int]:
    """The ids of the venue's seats, in the venue's order."""
    ids = new_ids(connection, schema.seats, len(venue.seats))
    columns = ("id", "area_id", "external_id", "row", "number", "x", "y", "angle", "attributes")
    rows = [
        (id_, areas[s.area_key], s.key, s.row, s.number, s.x, s.y, s.angle, int(s.attributes))
        for id_, s in zip(ids, venue.seats, strict=True)
    ]
    same = {"location_id": location_id, "stamp": stamp, "deleted": False}
    insert_many(connection, schema.seats, same, columns, rows)
    return ids


def _event(
    connection: Connection,
    venue: Venue,
    performance: Performance,
    location_id: int,
    today: date,
    stamp: int,
) -> int:
    day = today + timedelta(days=performance.days_ahead)
    starts = datetime.combine(
        day, time(performance.hour, performance.minute), ZoneInfo(venue.timezone)
    )
    return _insert(
        connection,
        schema.events,
        location_id=location_id,
        external_id=f"{venue.key}-{performance.key}",
        name=performance.name,
        subtitle=performance.subtitle,
        start_date=starts.isoformat(),
        end_date=(starts + timedelta(minutes=performance.length_minutes)).isoformat(),
        doors_open=(starts - timedelta(minutes=45)).isoformat(),
        currency=venue.currency,
        status=ON_SALE,
        seats_total=len(venue.seats),
        stamp=stamp,
    )


def _categories(
    connection: Connection, venue: Venue, event_id: int, types: dict[str, int], stamp: int
) -> dict[str, int]:
    ids = {}
    for sort, category in enumerate(venue.categories):
        category_id = ids[category.key] = _insert(
            connection,
            schema.price_categories,
            event_id=event_id,
            external_id=category.key,
            name=category.name,
            color=category.color,
            sort=sort,
            stamp=stamp,
        )
        for key, (price, fee) in category.prices.items():
            _insert(
                connection,
                schema.prices,
                event_id=event_id,
                sales_type_id=types[key],
                price_category_id=category_id,
                price=price,
                fee=fee,
                vat_rate=venue.vat_rate,
                currency=venue.currency,
                stamp=stamp,
            )
    return ids


def _sales_rules(
    connection: Connection,
    venue: Venue,
    performance: Performance,
    event_id: int,
    types: dict[str, int],
    categories: dict[str, int],
    stamp: int,
) -> None:
    for rule in venue.rules:
        if rule.event_key in ("", performance.key):
            _insert(
                connection,
                schema.sales_rules,
                event_id=event_id,
                external_id=f"{venue.key}-{performance.key}-{rule.key}",
                name=rule.name,
                sales_type_id=types.get(rule.price_type_key),
                price_category_id=categories.get(rule.category_key),
                min_quantity=rule.min_quantity,
                max_quantity=rule.max_quantity,
                step=rule.step,
                per_sales_type_id=types.get(rule.per_price_type_key),
                per_ratio=_whole(rule.per_ratio),
                valid_from=stored_time(rule.valid_from),
                valid_till=stored_time(rule.valid_till),
                forbid_single_gap=rule.forbid_single_gap,
                stamp=stamp,
            )


def _whole(ratio: Decimal | None) -> int | None:
    """A ratio as the tables keep it.

    Raises:
        ValueError: it is no whole number.
    """
    if ratio is not None and ratio % 1:
        raise ValueError(f"{ratio} is no whole ratio")
    return None if ratio is None else int(ratio)


def _statuses(
    venue: Venue, performance: Performance, rng: Random
) -> Iterator[tuple[int, str | None]]:
    """The status of each seat and why it is blocked: neighbours are sold or kept back together."""
    standing = {a.key for a in venue.areas if a.kind.is_standing}
    reasons = cycle(venue.blocked_reasons)
    party, status, reason, place = 0, FREE, None, None
    for seat in venue.seats:
        if (seat.area_key, seat.row) != place or party == 0:
            place = (seat.area_key, seat.row)
            party = rng.choice((1, 2, 2, 2, 3, 4, 4, 5, 6))
            status = _party_status(performance.sold_share, rng)
            reason = next(reasons) if status == BLOCKED else None
        party -= 1
        yield (FREE, None) if _is_kept_free(seat, status, standing) else (status, reason)


def _party_status(sold_share: float, rng: Random) -> int:
    chance = rng.random()
    if chance < sold_share:
        return SOLD
    return BLOCKED if sold_share and chance > 1 - _HOUSE_SEATS else FREE


def _is_kept_free(seat: DraftSeat, status: int, standing: set[str]) -> bool:
    return bool(seat.attributes & _KEPT_FREE) or (status == BLOCKED and seat.area_key in standing)
