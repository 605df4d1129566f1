from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from boxoffice.domain.catalogue import (
    Event,
    Location,
    Offer,
    Price,
    PriceCategory,
    PriceList,
    PriceType,
)
from boxoffice.domain.drafts import DraftSalesRule
from boxoffice.domain.ids import EventId, LocationId, PriceCategoryId, PriceTypeId
from boxoffice.domain.money import Money
from boxoffice.domain.venue import (
    BrokenVenue,
    DraftArea,
    DraftCategory,
    DraftEntrance,
    DraftSeat,
    Venue,
)


@pytest.mark.parametrize(
    ("moment", "local"),
    [
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-25T02:30:00+02:00"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "2026-10-25T02:30:00+01:00"),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "2026-03-29T01:59:00+01:00"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "2026-03-29T03:00:00+02:00"),
    ],
)
def test_show_times_over_the_change_of_the_clock(moment: datetime, local: str) -> None:
    assert Location(LocationId(1), "x", timezone="Europe/Berlin").local(moment).isoformat() == local


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "\0", "Europe"])
def test_an_unknown_zone_is_utc(zone: str) -> None:
    moment = datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert Location(LocationId(1), "x", timezone=zone).local(moment).utcoffset() == UTC.utcoffset(
        None
    )


def offer() -> Offer:
    def price(text: str) -> Price:
        return Price(Money.of(text, "EUR"), Money.of("2.00", "EUR"), Decimal(7))

    a, b = PriceCategoryId(1), PriceCategoryId(2)
    full, child = PriceTypeId(1), PriceTypeId(2)
    return Offer(
        event=Event(EventId(1), "Play", datetime(2026, 12, 1, tzinfo=UTC), "EUR"),
        location=None,
        areas=(),
        categories=(PriceCategory(a, "A"), PriceCategory(b, "B")),
        price_types=(
            PriceType(child, "Child", sort=2),
            PriceType(full, "Full", is_default=True, sort=1),
        ),
        price_list=PriceList(
            {(a, full): price("50"), (a, child): price("20"), (b, child): price("10")}
        ),
    )


def test_price_types_of_a_category() -> None:
    assert [t.name for t in offer().types_of(PriceCategoryId(1))] == ["Full", "Child"]
    default = offer().default_type(PriceCategoryId(1))
    assert default is not None
    assert default.name == "Full"
    only = offer().default_type(PriceCategoryId(2))
    assert only is not None
    assert only.name == "Child"
    assert offer().default_type(PriceCategoryId(3)) is None


def test_the_price_range_of_a_category() -> None:
    found = offer().price_list.range_of(PriceCategoryId(1))
    assert found == (Money.of("22", "EUR"), Money.of("52", "EUR"))
    assert offer().price_list.range_of(PriceCategoryId(3)) is None


def venue(*seats: DraftSeat, areas: tuple[DraftArea, ...] = (DraftArea("a", "A"),)) -> Venue:
    category = DraftCategory("c", "C", "#336699", {"full": (Decimal(10), Decimal(1))})
    return Venue(
        "v",
        "V",
        "",
        "",
        "",
        "DE",
        "Europe/Berlin",
        "EUR",
        Decimal(7),
        areas,
        (category,),
        (),
        seats,
        (),
    )


def test_a_venue_that_contradicts_itself_names_the_culprits() -> None:
    seat = DraftSeat("s1", "a", "c", "A", "1", 0.0, 0.0)
    assert venue(seat).seats == (seat,)
    with pytest.raises(BrokenVenue, match="1 seat keys occur more than once: s1"):
        venue(seat, seat)
    with pytest.raises(BrokenVenue, match="seat s2 is in no area"):
        venue(DraftSeat("s2", "nowhere", "c"))
    with pytest.raises(BrokenVenue, match="seat s3 has no price category"):
        venue(DraftSeat("s3", "a", "free"))
    with pytest.raises(BrokenVenue, match="seat s4 has no place"):
        venue(DraftSeat("s4", "a", "c", "A", "1", float("nan"), 0.0))


def test_a_venue_with_doors_to_nowhere_names_them() -> None:
    plain = venue(DraftSeat("s1", "a", "c", "A", "1", 0.0, 0.0))
    door = DraftEntrance("d1", "Door", 0.0, 0.0, "a")
    assert replace(plain, entrances=(door,)).entrances == (door,)
    with pytest.raises(BrokenVenue, match="1 entrance keys occur more than once: d1"):
        replace(plain, entrances=(door, door))
    with pytest.raises(BrokenVenue, match="entrance d2 leads to no area"):
        replace(plain, entrances=(DraftEntrance("d2", "Door", 0.0, 0.0, "b"),))
    with pytest.raises(BrokenVenue, match="entrance d3 has no place"):
        replace(plain, entrances=(DraftEntrance("d3", "Door", float("inf"), 0.0),))


def test_a_venue_with_rules_about_nothing_names_them() -> None:
    plain = venue(DraftSeat("s1", "a", "c", "A", "1", 0.0, 0.0))
    rule = DraftSalesRule("r1", "", "Few", category_key="c", max_quantity=8)
    assert replace(plain, rules=(rule,)).rules == (rule,)
    with pytest.raises(BrokenVenue, match="1 sales rule keys occur more than once: r1"):
        replace(plain, rules=(rule, rule))
    with pytest.raises(BrokenVenue, match="sales rule r1 is of no performance"):
        replace(plain, rules=(replace(rule, event_key="gala"),))
    with pytest.raises(BrokenVenue, match="sales rule r1 is about no price type"):
        replace(plain, rules=(replace(rule, per_price_type_key="full"),))
    with pytest.raises(BrokenVenue, match="sales rule r1 is about no price category"):
        replace(plain, rules=(replace(rule, category_key="d"),))
