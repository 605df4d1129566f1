"""Reads a pretix seating plan (its JSON schema, draft-07) into a venue.

Guarantees: a plan is read whole or refused whole; what is refused is named by line, by its place
in the file, or by the seats' guids. Keys the schema does not know are warned of and ignored, since
files in the wild carry their editors' own. A row named '-' holds standing places.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError

from boxoffice.domain.venue import BrokenVenue, Venue
from boxoffice.importing.pretix_schema import Part, Plan
from boxoffice.importing.pretix_venue import venue_of

_MOST_BYTES = 64_000_000
_MOST_SEATS = 200_000
_MOST_SHOWN = 20


class PlanRefused(Exception):
    """The file is no plan that can be sold; `problems` are lines that say why."""

    def __init__(self, *problems: str) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A venue and what was noticed on the way."""

    venue: Venue
    warnings: tuple[str, ...]


def read_plan(path: Path) -> ReadPlan:
    """The plan in the file as a venue, with invented prices and a few events.

    Raises:
        PlanRefused: the file cannot be read, is no such plan, or contradicts itself.
    """
    plan = _validated(_parsed(_text_of(path)))
    problems = tuple(_contradictions(plan))
    if problems:
        raise PlanRefused(*problems)
    try:
        return ReadPlan(venue_of(plan), tuple(_unknown_keys(plan)))
    except BrokenVenue as error:
        raise PlanRefused(*error.problems) from error


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise PlanRefused(f"larger than {_MOST_BYTES // 1_000_000} MB")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanRefused(f"not UTF-8 text, from byte {error.start} on") from error
    except OSError as error:
        raise PlanRefused(error.strerror or "cannot be read") from error


def _no_number(word: str) -> NoReturn:
    raise PlanRefused(f"{word} is not a number")


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise PlanRefused(f"line {error.lineno}, column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise PlanRefused("nested too deep to be a seating plan") from error
    except ValueError as error:  # an integer of thousands of digits
        raise PlanRefused("a number has too many digits") from error


def _validated(content: Any) -> Plan:
    try:
        return Plan.model_validate(content)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        lines = [f"{_place(e['loc'])}: {e['msg']}" for e in found[:_MOST_SHOWN]]
        if len(found) > _MOST_SHOWN:
            lines.append(f"... and {len(found) - _MOST_SHOWN} more")
        raise PlanRefused(*lines) from error


def _place(location: tuple[int | str, ...]) -> str:
    """'zones[3].rows[0].seats[17].position' for a path of keys and indices."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in location]
    return "".join(parts).lstrip(".") or "the file"


def _contradictions(plan: Plan) -> Iterator[str]:
    seats = list(plan.seats())
    if not seats:
        yield "it has no seats"
    if len(seats) > _MOST_SEATS:
        yield f"{len(seats)} seats are more than the {_MOST_SEATS} that can be sold"
    twice = [guid for guid, count in Counter(s.seat_guid for s in seats).items() if count > 1]
    if twice:
        yield f"{len(twice)} seat_guids occur more than once: {_some(twice)}"
    names = Counter(c.name for c in plan.categories)
    doubles = [name for name, count in names.items() if count > 1]
    if doubles:
        yield f"categories occur more than once: {_some(doubles)}"
    homeless = [s.seat_guid for s in seats if s.category not in names]
    if homeless:
        yield f"{len(homeless)} seats are of a category that is not listed: {_some(homeless)}"


def _unknown_keys(plan: Plan) -> Iterator[str]:
    found: Counter[str] = Counter()
    _collect_extra(plan, "plan", found)
    for key, count in sorted(found.items()):
        yield f"unknown key {key} ignored, {count} times"


def _collect_extra(part: Part, name: str, found: Counter[str]) -> None:
    found.update(f"{name}.{key}" for key in part.model_extra or {})
    for field in type(part).model_fields:
        value = getattr(part, field)
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, Part):
                _collect_extra(child, type(child).__name__.lower(), found)


def _some(names: list[str]) -> str:
    return ", ".join(names[:_MOST_SHOWN]) + (", ..." if len(names) > _MOST_SHOWN else "")
