from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from boxoffice.domain.catalogue import Event, EventStatus, Location
from boxoffice.domain.folding import folded
from boxoffice.domain.ids import EventId, LocationId
from boxoffice.presenters.events.rows import day_of, event_row, in_order, sale_of, venue_names
from boxoffice.presenters.events.search import choices_of, sift, sought_by, tonight
from boxoffice.presenters.events.state import SELLING, Day, EventRow, OnSale, Sieve

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
    row = event_row(event(hours(1), name="Öztürk", subtitle="Ein Stück"), BERLIN, NOW, names)
    days = {0: "heute", 1: "morgen"}
    [sought] = sought_by([row], NOW, lambda at, away: f"Sonntag So. {at.day} März {days[away]}")
    for said, is_found in {
        "ozturk": True,
        "ÖZTÜRK": True,
        "stuck": True,
        "berlin": True,
        "theatre": True,
        "schauspiel": True,
        "abo": True,
        "sonntag": True,
        "so 15": True,
        "so 20": False,  # though it is in the year
        "15.3.": True,
        "5.3.": False,
        "15.03.2026": True,
        "2026-03-15": True,
        "00:30": True,
        "0.30": False,
        "00.30": True,
        "marz": True,
        "morgen": True,
        "heute": False,
    }.items():
        assert all(map(sought.has, folded(said).split())) is is_found, said


def rows_of(*events: Event, place: Location | None = BERLIN, **names: str) -> list[EventRow]:
    return [event_row(each, place, NOW, names) for each in events]


def test_each_filter_lets_through_what_has_its_value_and_tells_what_it_hides() -> None:
    plays = rows_of(event(hours(1), 1), event(hours(2), 2, seats_free=0), category="Play")
    opera = rows_of(event(hours(3), 3, name="Aida"), place=SYDNEY, category="Opera")
    gone = rows_of(event(hours(-9), 4, name="Aida"))
    rows = [*plays, *opera, *gone]
    sought = sought_by(rows, NOW, lambda *_: "")

    def found(search: str, **chosen: str) -> tuple[list[int], dict[Sieve | None, int]]:
        by = {Sieve[name]: value for name, value in chosen.items()}
        through, hidden = sift(rows, sought, search, by)
        return [row.event.id for row in through], dict(hidden)

    assert choices_of(rows) == {
        Sieve.VENUE: ("Haus", "House"),
        Sieve.CATEGORY: ("Opera", "Play"),
        Sieve.ON_SALE: (SELLING,),
    }
    assert found("") == ([1, 2, 3], {})
    assert found("aida") == ([3, 4], {})  # what is over is found by who looks for it
    assert found("", CATEGORY="Play", ON_SALE=SELLING) == ([1], {})
    assert found("aida", CATEGORY="Play") == ([], {Sieve.CATEGORY: 2, None: 2})
    assert found("aida", CATEGORY="Play", VENUE="Haus") == ([], {Sieve.CATEGORY: 1, None: 2})
    assert found("zz") == ([], {None: 3})


@pytest.mark.parametrize(
    ("starts", "opened"),
    [
        ({1: 0.2, 2: 30}, 1),  # the only one of today
        ({1: -3, 2: 30}, 1),  # it is on
        ({1: 30}, None),
        ({1: 0.2, 2: 0.4}, None),  # who knows which
        ({1: -0.5, 2: 0.2}, None),
        ({1: -4, 2: 0.2}, 2),  # nobody buys for the first any more
        ({1: -5, 2: -4}, None),
        ({}, None),
    ],
)
def test_tonight_is_the_show_that_there_is_no_doubt_about(
    starts: dict[int, float], opened: int | None
) -> None:
    rows = rows_of(*(event(hours(h), n) for n, h in starts.items()))
    row = tonight(rows, NOW)
    assert (row.event.id if row else None) == opened


def test_the_first_of_the_day_is_tonight_where_the_next_is_hours_later() -> None:
    morning = NOW.replace(hour=8)
    rows = [
        event_row(event(morning + timedelta(hours=h), n), BERLIN, morning, {})
        for n, h in ((1, 1), (2, 4), (3, 12))
    ]
    first = tonight(rows, morning)
    assert first is rows[0]
    off = [event_row(event(morning, status=EventStatus.SOLD_OUT), BERLIN, morning, {}), rows[2]]
    assert tonight(off, morning) is rows[2]
    assert tonight(rows[:2], morning + timedelta(hours=9)) is None  # both began long ago


def test_venues_of_one_name_are_told_apart() -> None:
    """By the town, the street, or their number, whichever tells them apart."""
    places = (
        Location(LocationId(1), "Stadthalle", "Weimar"),
        Location(LocationId(2), "Stadthalle", "Jena", "Am Markt 1"),
        Location(LocationId(3), "stadthalle", "Jena", "Ring 2"),
        Location(LocationId(4), "Kino", "Weimar"),
        Location(LocationId(5), "Kino", "Weimar"),
        Location(LocationId(6), "Oper", "Weimar"),
    )
    assert venue_names((*places, places[0])) == {
        1: "Stadthalle, Weimar",
        2: "Stadthalle, Jena, Am Markt 1",
        3: "stadthalle, Jena, Ring 2",
        4: "Kino, 4",
        5: "Kino, 5",
        6: "Oper",
    }
