from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from boxoffice.domain.catalogue import Event, EventStatus, Location
from boxoffice.domain.ids import EventId, LocationId
from boxoffice.presenters.events.rows import day_of, event_row, folded, in_order, sale_of, words_of
from boxoffice.presenters.events.state import Day, OnSale

NOW = datetime(2026, 3, 14, 22, 30, tzinfo=UTC)  # 23:30 in Berlin, 9:30 the next day in Sydney
BERLIN = Location(LocationId(1), "Haus", "Berlin", timezone="Europe/Berlin")
SYDNEY = Location(LocationId(2), "House", "Sydney", timezone="Australia/Sydney")


def event(starts: datetime, number: int = 1, **more: object) -> Event:
    made = Event(EventId(number), "Frühling", starts, "EUR", seats_total=80, seats_free=40)
    return replace(made, **more)  # type: ignore[arg-type]


def hours(number: float) -> datetime:
    return NOW + timedelta(hours=number)


@pytest.mark.parametrize(
    ("starts", "ends", "place", "day"),
    [
        (hours(0.4), None, BERLIN, Day.TODAY),
        (hours(0.6), None, BERLIN, Day.TOMORROW),  # midnight of the venue's clock
        (hours(0.6), None, SYDNEY, Day.TODAY),
        (hours(0.6), None, None, Day.TODAY),
        (hours(24.6), None, BERLIN, Day.LATER),
        (hours(-1), hours(1), BERLIN, Day.NOW),
        (hours(-1), None, BERLIN, Day.NOW),
        (hours(-7), None, BERLIN, Day.OVER),
        (hours(-7), hours(2), BERLIN, Day.NOW),
        (hours(-2), hours(0), BERLIN, Day.OVER),
    ],
)
def test_a_day_is_the_venues(
    starts: datetime, ends: datetime | None, place: Location | None, day: Day
) -> None:
    assert day_of(event(starts, ends_at=ends), place, NOW) is day


def test_an_event_that_the_server_ended_is_over() -> None:
    assert day_of(event(hours(5), status=EventStatus.ENDED), BERLIN, NOW) is Day.OVER


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, OnSale.OPEN),
        ({"sales_start": hours(-1), "sales_end": hours(1)}, OnSale.OPEN),
        ({"sales_start": hours(1)}, OnSale.NOT_YET),
        ({"sales_end": hours(0)}, OnSale.CLOSED),
        ({"status": EventStatus.CANCELLED, "sales_start": hours(1)}, OnSale.CANCELLED),
        ({"status": EventStatus.SOLD_OUT}, OnSale.SOLD_OUT),
        ({"seats_free": 0}, OnSale.SOLD_OUT),
        ({"seats_free": 0, "seats_total": 0}, OnSale.OPEN),  # the server counts no seats
        ({"status": EventStatus.OTHER}, OnSale.CLOSED),
    ],
)
def test_whether_it_is_on_sale(more: dict[str, Any], expected: OnSale) -> None:
    assert sale_of(event(hours(20), **more), Day.TODAY, NOW) is expected


def test_what_is_on_now_comes_first_and_what_is_over_last() -> None:
    starts = {1: -50, 2: 48, 3: -1, 4: 1.2, 5: -30, 6: 30}
    rows = [event_row(event(hours(h), n), BERLIN, NOW, {}) for n, h in starts.items()]
    assert [row.event.id for row in sorted(rows, key=in_order)] == [3, 4, 6, 2, 5, 1]


def test_an_event_is_found_by_all_that_is_said_of_it() -> None:
    names = {"organizer": "Théâtre e.V.", "category": "Schauspiel", "event_set": "Abo Mitte"}
    row = event_row(event(hours(1), subtitle="Ein Stück"), BERLIN, NOW, names)
    words = words_of(row, lambda moment: f"Sonntag {moment.day} März")
    for said in (
        "frühling",
        "FRUHLING",
        "stuck",
        "berlin",
        "theatre",
        "schauspiel",
        "abo",
        "sonntag",
        "15.3.",
        "15.03.2026",
        "2026-03-15",
        "00:30",
        "marz",
    ):
        assert folded(said) in words, said
