"""By what words, filters and moments events are found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from boxoffice.domain.folding import folded
from boxoffice.presenters.events.state import Day, EventRow, Hidden, OnSale, Sieve

_JUST_BEGUN = timedelta(hours=1)  # latecomers still buy
_APART = timedelta(hours=3)  # from one show to the next: nobody buys for that one yet

DateWords = Callable[[datetime, int], str]
"""A day as people call it, in the clerk's language; and how many days there are until then."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What an event can be found by, folded.

    Attributes:
        said: all that is said of it; each of its words stands behind a space.
        when: its day and time in all ways they are written, likewise.
        numbers: its day and its hour, as short numbers stand for nothing else of a date.
    """

    said: str
    when: str
    numbers: frozenset[str]

    def has(self, word: str) -> bool:
        """Whether a word that is typed, or the beginning of one, means this event: letters
        wherever they stand, figures from the beginning of a word on."""
        if not word[0].isdigit():
            return word in self.said or word in self.when
        if len(word) <= 2 and word.isdigit():
            return word in self.numbers or f" {word}" in self.said
        return f" {word}" in self.when or f" {word}" in self.said


def sought_by(rows: Sequence[EventRow], now: datetime, date_words: DateWords) -> list[Sought]:
    """For each of the rows, in their order, what it can be found by."""
    today: dict[object, date] = {}
    dates: dict[tuple[date, int], str] = {}
    found = []
    for row in rows:
        zone = row.starts_at.tzinfo
        if zone not in today:
            today[zone] = now.astimezone(zone).date()
        starts = row.starts_at
        day = starts.date()
        away = 0 if row.day is Day.NOW else (day - today[zone]).days
        if (day, away) not in dates:
            called = f"{day:%d.%m.%Y %Y-%m-%d} {day.day}.{day.month}."
            dates[day, away] = folded(f" {called} {date_words(starts, away)}")
        found.append(_sought(_said_of(row), dates[day, away], starts.hour, starts.minute))
    return found


def sift(
    rows: Sequence[EventRow], sought: Sequence[Sought], search: str, chosen: Mapping[Sieve, str]
) -> tuple[tuple[EventRow, ...], tuple[Hidden, ...]]:
    """The events that all words and filters let through; where none are left, how many each of
    them holds back by itself."""
    words = folded(search).split()
    through: list[EventRow] = []
    held: dict[Sieve | None, int] = {}
    for row, each in zip(rows, sought, strict=True):
        stops: list[Sieve | None] = [s for s, value in chosen.items() if s.value_of(row) != value]
        if len(stops) < 2 and not all(map(each.has, words)):
            stops.append(None)
        if row.day is Day.OVER and not words:
            continue
        if not stops:
            through.append(row)
        elif len(stops) == 1 and (stops[0] is not None or row.day is not Day.OVER):
            held[stops[0]] = held.get(stops[0], 0) + 1
    return tuple(through), () if through else tuple(held.items())


def choices_of(rows: Sequence[EventRow]) -> dict[Sieve, tuple[str, ...]]:
    """What the events can be narrowed by: whatever not all of them have."""
    found = {}
    for sieve in Sieve:
        values = {sieve.value_of(row) for row in rows if row.day is not Day.OVER}
        if len(values) > 1:
            found[sieve] = tuple(sorted(values - {""}, key=folded))
    return found


def tonight(rows: Sequence[EventRow], now: datetime) -> EventRow | None:
    """The show that people come for at this moment, where there is no doubt.

    It is the only one of today that is on sale. Where there are more, it is the first of those
    that are to begin, or began within the last hour, if all others begin three hours later.
    """
    today = [row for row in rows if row.on_sale is OnSale.OPEN and row.day in (Day.NOW, Day.TODAY)]
    if len(today) == 1:
        return today[0]
    starts = sorted(
        (row for row in today if row.event.starts_at > now - _JUST_BEGUN),
        key=lambda row: row.event.starts_at,
    )
    if not starts:
        return None
    first, others = starts[0], starts[1:]
    is_alone = not others or others[0].event.starts_at - first.event.starts_at >= _APART
    return first if is_alone else None


def _said_of(row: EventRow) -> str:
    event, place = row.event, row.location
    where = f"{place.name} {place.city}" if place else ""
    names = f"{row.organizer} {row.category} {row.event_set}"
    return f" {event.name} {event.subtitle} {where} {names}"


# The list comes again every few seconds, and only its counts are new then: thousands of names that
# are folded anew would stop the window for longer than a frame.
@lru_cache(maxsize=20_000)
def _sought(said: str, date_called: str, hour: int, minute: int) -> Sought:
    day = date_called.split(".", 1)[0].strip()
    numbers = frozenset((day, day.lstrip("0"), str(hour), f"{hour:02}"))
    time = f" {hour:02}:{minute:02} {hour}:{minute:02} {hour:02}.{minute:02}"
    return Sought(folded(said), date_called + time, numbers)
