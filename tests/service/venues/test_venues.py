"""The demo venues: as large as promised, the same every time, and laid out like the real thing."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest

from boxoffice.domain.catalogue import AreaKind
from boxoffice.domain.language import LANGUAGES, WRITTEN
from boxoffice.domain.seats.seatplan import SeatAttribute
from boxoffice.domain.venue import Venue
from boxoffice.service.venues import VENUES
from boxoffice.service.venues.names import TABLES, in_language, invented_in_language

SIZES = {"theatre": (850, 950), "arena": (11_500, 13_500), "stadium": (100_000, 100_000)}


@pytest.fixture(params=sorted(VENUES), scope="module")
def venue(request: pytest.FixtureRequest) -> Venue:
    return VENUES[request.param]()


def test_it_has_its_size(venue: Venue) -> None:
    least, most = SIZES[venue.key]
    assert least <= len(venue.seats) <= most


def test_it_is_the_same_every_time(venue: Venue) -> None:
    assert VENUES[venue.key]() == venue


def test_no_two_seats_stand_in_one_another(venue: Venue) -> None:
    places = np.array([(s.x, s.y) for s in venue.seats if s.x is not None])
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, (x, y) in enumerate((places // 100).astype(int)):
        cells[int(x), int(y)].append(index)
    for (x, y), own in cells.items():
        around = [i for dx in (0, 1) for dy in (-1, 0, 1) for i in cells.get((x + dx, y + dy), ())]
        near = places[own][:, None, :] - places[around][None, :, :]
        away = np.hypot(near[..., 0], near[..., 1])
        away[np.array(own)[:, None] == np.array(around)[None, :]] = np.inf
        assert away.min() > 40


def test_every_category_has_a_price_for_every_type(venue: Venue) -> None:
    types = {t.key for t in venue.price_types}
    assert types == {"full", "reduced", "child", "companion"}
    assert [t.is_default for t in venue.price_types].count(True) == 1
    for category in venue.categories:
        assert set(category.prices) == types
        assert category.prices["full"][0] > category.prices["reduced"][0] > 0
        assert category.prices["full"][1] > 0


def test_it_has_events_over_the_coming_weeks(venue: Venue) -> None:
    assert len(venue.performances) >= 3
    assert all(1 <= p.days_ahead <= 60 for p in venue.performances)
    assert any(p.sold_share > 0.3 for p in venue.performances)


def test_wheelchair_places_have_a_companion_beside(venue: Venue) -> None:
    by_place = {(s.area_key, s.row, s.number): s for s in venue.seats}
    chairs = [s for s in venue.seats if s.attributes & SeatAttribute.WHEELCHAIR]
    assert len(chairs) >= 4
    for chair in chairs:
        numbers = (str(int(chair.number) + step) for step in (-1, 1))
        beside = (by_place.get((chair.area_key, chair.row, number)) for number in numbers)
        assert any(b is not None and b.attributes & SeatAttribute.COMPANION for b in beside)


def test_only_the_arena_has_a_floor_to_stand_on(venue: Venue) -> None:
    standing = [a for a in venue.areas if a.kind is AreaKind.STANDING]
    assert bool(standing) is (venue.key == "arena")
    assert sum(s.x is None for s in venue.seats) == sum(a.capacity for a in standing)


def test_capacities_are_the_seats(venue: Venue) -> None:
    counts: dict[str, int] = defaultdict(int)
    for seat in venue.seats:
        counts[seat.area_key] += 1
    for area in venue.areas:
        if area.kind is not AreaKind.DECORATION:
            assert area.capacity == counts[area.key], area.name


def test_doors_stand_free_of_seats_areas_and_their_names(venue: Venue) -> None:
    assert len(venue.entrances) >= 4
    seats = np.array([(s.x, s.y) for s in venue.seats if s.x is not None])
    names = np.array([a.label_at for a in venue.areas if a.label_at is not None])
    for door in venue.entrances:
        at = np.array((door.x, door.y))
        assert np.hypot(*(seats - at).T).min() > 70, door.name
        assert np.hypot(*(names - at).T).min() > 200, door.name
        assert not any(_is_inside(door.x, door.y, a.outline) for a in venue.areas), door.name


def names(venue: Venue) -> list[str]:
    """All that people read of a venue, but its address."""
    named = (venue.areas, venue.categories, venue.entrances, venue.rules, venue.price_types)
    return [
        venue.name,
        *(each.name for kind in named for each in kind),
        *(kind.short_name for kind in venue.price_types),
        *(text for p in venue.performances for text in (p.name, p.subtitle)),
        *venue.blocked_reasons,
    ]


def test_every_language_has_a_table_of_names() -> None:
    assert set(TABLES) == set(LANGUAGES) - {WRITTEN}


@pytest.mark.parametrize("language", TABLES)
def test_every_name_is_in_the_table_of_a_language(venue: Venue, language: str) -> None:
    table = TABLES[language]
    told = in_language(venue, language)
    for english, name in zip(names(venue), names(told), strict=True):
        word, _, number = english.rpartition(" ")
        is_said = table.get(english) == name or f"{table.get(word)} {number}" == name
        assert english.isdigit() or is_said, english
    assert in_language(venue, WRITTEN) == venue


@pytest.mark.parametrize("language", TABLES)
def test_a_language_changes_nothing_but_names(venue: Venue, language: str) -> None:
    told = in_language(venue, language)
    assert told.seats == venue.seats
    for mine, other in (
        (told.areas, venue.areas),
        (told.categories, venue.categories),
        (told.entrances, venue.entrances),
        (told.rules, venue.rules),
        (told.price_types, venue.price_types),
        (told.performances, venue.performances),
    ):
        assert [each.key for each in mine] == [each.key for each in other]
    assert [a.outline for a in told.areas] == [a.outline for a in venue.areas]
    assert [c.prices for c in told.categories] == [c.prices for c in venue.categories]


@pytest.mark.parametrize("language", TABLES)
def test_what_a_file_names_keeps_its_name(venue: Venue, language: str) -> None:
    told = invented_in_language(venue, language)
    assert (told.name, told.areas, told.categories) == (venue.name, venue.areas, venue.categories)
    assert told.price_types == in_language(venue, language).price_types
    assert told.performances == in_language(venue, language).performances


def _is_inside(x: float, y: float, outline: tuple[tuple[float, float], ...]) -> bool:
    """Whether a ray to the right crosses the outline an odd number of times."""
    ends = zip(outline, outline[1:] + outline[:1], strict=True)
    return bool(
        sum(
            (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0)
            for (x0, y0), (x1, y1) in ends
        )
        % 2
    )
