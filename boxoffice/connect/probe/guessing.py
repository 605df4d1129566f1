"""What a server's answers say of the dialect that it speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from boxoffice.connect.dialects.dialect import Dialect, Direction, Marker, Style
from boxoffice.connect.dialects.vocabulary import ENUMS, ENVELOPE, entities
from boxoffice.connect.operations import EVENTS, SEAT_STATUS
from boxoffice.connect.probe import forms
from boxoffice.connect.probe.fields import OWNERS, Known, Matched, Row, match
from boxoffice.connect.probe.heard import Fate, Heard
from boxoffice.connect.probe.names import spelling_of
from boxoffice.connect.probe.shapes import Shape, entity_of, shape_of

_ZONES = {
    "DE": "Europe/Berlin",
    "AT": "Europe/Vienna",
    "CH": "Europe/Zurich",
    "LI": "Europe/Vaduz",
    "LU": "Europe/Luxembourg",
    "FR": "Europe/Paris",
    "IT": "Europe/Rome",
    "NL": "Europe/Amsterdam",
    "BE": "Europe/Brussels",
    "GB": "Europe/London",
    "IE": "Europe/Dublin",
    "DK": "Europe/Copenhagen",
    "SE": "Europe/Stockholm",
    "NO": "Europe/Oslo",
    "FI": "Europe/Helsinki",
    "PL": "Europe/Warsaw",
    "CZ": "Europe/Prague",
}
_ENOUGH = 2


@dataclass
class Hints:
    """What was learnt by selling on a test environment.

    Attributes:
        members: by enumeration and member, the value that it showed.
        index_from: what the first item of a request is called; None where it was not seen.
        new_order: what is sent where seats go into a new order; None where it was not tried.
        knows_keys: None where it was not tried.
        zone: in which an order's hold ends when it should; empty where that is that of the place.
        conflicts: numbers with which a taken seat was refused, where the status did not say so.
    """

    members: dict[str, dict[str, Any]] = field(default_factory=dict)
    index_from: int | None = None
    new_order: str | int | None = None
    knows_keys: bool | None = None
    zone: str = ""
    conflicts: list[str | int] = field(default_factory=list)


@dataclass
class Enumerated:
    """An enumeration as it was seen.

    Attributes:
        values: what came, and how often.
        told: by member, what a dialect says of it; empty where it is as known.
        others: values that are no member's.
        reason: why it is thought so.
        is_proven: it was seen which member is which, and they are as known.
    """

    values: Counter[Any] = field(default_factory=Counter)
    told: dict[str, list[Any]] = field(default_factory=dict)
    others: list[Any] = field(default_factory=list)
    reason: str = ""
    is_sure: bool = True
    is_proven: bool = False


@dataclass
class Found:
    """All that the answers say.

    Attributes:
        shapes: where result and list stand, by the operation's title.
        matched: the fields, by entity.
        columns: all values of a kind, by the kind.
        troubles: what no dialect can say, in words.
    """

    base: Dialect
    style: Style
    acronyms: frozenset[str]
    style_votes: int
    shapes: dict[str, Shape]
    matched: dict[str, Matched]
    columns: dict[str, list[Any]]
    enums: dict[str, Enumerated]
    money: tuple[str, str]
    currencies: list[str]
    time_forms: list[str]
    unset_times: list[str]
    unset_ids: list[str]
    zone: tuple[str, str]
    lacks_zone: bool
    zones: list[str]
    size: tuple[int, str]
    first_page: tuple[int, str] | None
    marker: tuple[Marker, str]
    hints: Hints
    troubles: list[str] = field(default_factory=list)

    def spelled(self, entity: str, name: str) -> str:
        """How a field is called: as it came, else as the style has it."""
        matched = self.matched.get(entity)
        here = matched.named(name) if matched else None
        return here or self.styled.spelled(entity, name, Direction.READ)

    @property
    def styled(self) -> Dialect:
        return replace(self.base, style=self.style, acronyms=self.acronyms)

    def value(self, entity: str, row: Row, name: str) -> Any:
        """What stands in a row, by the contract's name."""
        return row.get(self.spelled(entity, name))


def find(answers: Sequence[Heard], base: Dialect, hints: Hints | None = None) -> Found:
    """What the answers say of the dialect.

    Args:
        base: what is known so far; what it says already is not found again.
    """
    hints = hints or Hints()
    shaped = [
        (heard, shape_of(heard.operation, heard.content, base))
        for heard in answers
        if heard.content is not None
    ]
    shapes: dict[str, Shape] = {}
    for heard, shape in shaped:
        before = shapes.get(heard.operation.title)
        if before is None or not before.is_found or shape.is_found:
            shapes[heard.operation.title] = shape
    rows = _rows(shaped)
    asked = next((h.event_id for h in answers if h.event_id is not None), None)
    known = Known(event_id=None if asked is None else str(asked))
    of_event = {entity_of(h.operation) for h in answers if h.event_id is not None}
    matched: dict[str, Matched] = {}
    for _ in range(2):  # what the first tells of ids, the second knows
        matched = _matched(rows, base, known, of_event)
        known.ids = _ids(rows, matched)
    style, acronyms, votes = _style(matched, base)
    columns = _columns(rows, matched)
    currencies = sorted(
        {v for v in _plain(rows, matched, "currency") if isinstance(v, str) and v.strip()}
    )
    times = columns.get("time", [])
    forms_seen = forms.time_forms(v for v in times if v not in forms.unset_times(times))
    lacks = any(form.startswith("no offset") for form in forms_seen)
    enums = _enums(columns, rows, matched, shapes, hints, base)
    troubles = [f"{title}: {s.trouble}" for title, s in shapes.items() if s.trouble]
    if any(form.startswith(("a number", "another")) for form in forms_seen):
        odd = next(f for f in forms_seen if f.startswith(("a number", "another")))
        troubles.append(f"times come as {odd}: no dialect can say that")
    size, first_page, marker = _paging(shaped, matched, base)
    return Found(
        base,
        style,
        acronyms,
        votes,
        shapes,
        matched,
        columns,
        enums,
        forms.money_form(columns.get("money", []), currencies),
        currencies,
        forms_seen,
        forms.unset_times(times),
        forms.unset_ids(columns.get("ref", [])),
        _zone(rows, matched) if lacks else ("", ""),
        lacks,
        sorted({z for z in _plain(rows, matched, "timezone") if isinstance(z, str) and "/" in z}),
        size,
        first_page,
        marker,
        hints,
        troubles,
    )


def _rows(shaped: Sequence[tuple[Heard, Shape]]) -> dict[str, list[Row]]:
    """All rows by their entity; results and what stands at the top are entities, too."""
    found: dict[str, list[Row]] = {ENVELOPE: []}
    for heard, shape in shaped:
        found[ENVELOPE].append(_only_envelope(shape.top))
        if heard.fate is not Fate.ANSWERED or not shape.is_found:
            continue
        found.setdefault(shape.entity, []).extend(shape.rows)
        if heard.operation.items and shape.inside:
            found.setdefault(heard.operation.result, []).append(shape.inside)
    return found


def _only_envelope(top: Row) -> Row:
    """Without the lists and objects that are no part of it."""
    blocks = ("errors", "warnings", "fielderrors")
    return {
        k: v
        for k, v in top.items()
        if not isinstance(v, list | Mapping) or k.lower().replace("_", "") in blocks
    }


def _matched(
    rows: dict[str, list[Row]], base: Dialect, known: Known, of_event: set[str]
) -> dict[str, Matched]:
    found: dict[str, Matched] = {}
    waiting = list(rows)
    while waiting:
        entity = waiting.pop(0)
        if entity in found:
            continue
        told = [row for row in rows[entity] if not _is_gone(row)]
        matched = match(entity, told, base, known, is_of_event=entity in of_event)
        found[entity] = matched
        for name, guess in matched.fields.items():
            inner = entities()[entity][name].strip("[]")
            if inner in entities():
                below = [each for row in rows[entity] for each in _objects(row.get(guess.here))]
                if below:
                    rows[inner] = [*rows.get(inner, []), *below]
                    waiting.append(inner)
    return found


def _is_gone(row: Row) -> bool:
    """What is gone needs nothing but its id."""
    return any(k.lower() in ("deleted", "isdeleted") and v is True for k, v in row.items())


def _objects(value: Any) -> list[Row]:
    if isinstance(value, Mapping):
        return [value]
    if isinstance(value, list):
        return [each for each in value[:1000] if isinstance(each, Mapping)]
    return []


def _ids(rows: Mapping[str, list[Row]], matched: Mapping[str, Matched]) -> dict[str, set[str]]:
    found = {}
    for entity in set(OWNERS.values()):
        told = matched.get(entity)
        key = told.named("id") if told else None
        if key is not None:
            found[entity] = {str(row.get(key)) for row in rows[entity] if row.get(key) is not None}
    return found


def _style(matched: Mapping[str, Matched], base: Dialect) -> tuple[Style, frozenset[str], int]:
    pairs = {
        (name, guess.here)
        for entity, told in matched.items()
        if entity != ENVELOPE
        for name, guess in told.fields.items()
        if not guess.reason
    }
    spelling = spelling_of(sorted(pairs))
    if spelling is None:
        return base.style, base.acronyms, 0
    return (
        spelling.style,
        spelling.acronyms or (base.acronyms if spelling.style is base.style else frozenset()),
        spelling.votes,
    )


def _columns(rows: Mapping[str, list[Row]], matched: Mapping[str, Matched]) -> dict[str, list[Any]]:
    """All values of each kind."""
    found: dict[str, list[Any]] = {}
    for entity, told in matched.items():
        for name, guess in told.fields.items():
            kind = entities()[entity][name]
            if not kind or kind.strip("[]") in entities():
                continue
            values = [row[guess.here] for row in rows[entity] if row.get(guess.here) is not None]
            found.setdefault(kind, []).extend(values)
    return found


def _plain(
    rows: Mapping[str, list[Row]], matched: Mapping[str, Matched], name: str
) -> Iterable[Any]:
    for entity, told in matched.items():
        key = told.named(name)
        if key is not None:
            yield from (row.get(key) for row in rows[entity])


def _zone(rows: Mapping[str, list[Row]], matched: Mapping[str, Matched]) -> tuple[str, str]:
    """The zone of times without an offset, where the places do not tell it; and why."""
    if any(isinstance(z, str) and "/" in z for z in _plain(rows, matched, "timezone")):
        return "", "the locations tell their zones"
    countries = {str(c).upper() for c in _plain(rows, matched, "country_code") if c}
    own = matched.get("EventLocation")
    key = own.named("country_code") if own else None
    if key is not None:
        countries = {str(r.get(key)).upper() for r in rows["EventLocation"] if r.get(key)}
    zones = {_ZONES.get(c, "") for c in countries}
    if len(zones) == 1 and "" not in zones:
        return zones.pop(), f"the locations are in {', '.join(sorted(countries))}"
    return "", "no location tells its zone"


def _enums(
    columns: Mapping[str, list[Any]],
    rows: Mapping[str, list[Row]],
    matched: Mapping[str, Matched],
    shapes: Mapping[str, Shape],
    hints: Hints,
    base: Dialect,
) -> dict[str, Enumerated]:
    found = {}
    for name in ENUMS:
        values = Counter(v for v in columns.get(f"@{name}", []) if _is_value(v))
        found[name] = Enumerated(values)
    free = _free_value(rows, matched, shapes)
    for name, seen in found.items():
        hinted = dict(hints.members.get(name, {}))
        if name == "seat_status" and free is not None and "free" not in hinted:
            hinted["free"] = free
        _settle(name, seen, hinted, base)
    _by_the_others(found, base)
    return found


def _is_value(value: Any) -> bool:
    return isinstance(value, int | str) and not isinstance(value, bool) and value != ""


def _free_value(
    rows: Mapping[str, list[Row]], matched: Mapping[str, Matched], shapes: Mapping[str, Shape]
) -> Any:
    """The value of free seats, by how many the event says are free; None where nothing fits."""
    events, told = rows.get("EventCnct", []), matched.get("EventCnct")
    states, shape = matched.get("SeatStatusCnct"), shapes.get(SEAT_STATUS.title)
    free = told.named("seats_free") if told else None
    status = states.named("status") if states else None
    if free is None or status is None or shape is None or shape.count > len(shape.rows):
        return None
    here = Counter(row.get(status) for row in shape.rows)
    counts = {forms.amount_of(row.get(free)) for row in events}
    fitting = [value for value, count in here.items() if count in counts and count > 2]
    return fitting[0] if len(fitting) == 1 else None


def _settle(name: str, seen: Enumerated, hinted: dict[str, Any], base: Dialect) -> None:
    """What is to be said of an enumeration by what was seen of it."""
    codes = {m: base.values_of(name)[code] for m, code in ENUMS[name].items()}
    known = {str(v) for told in codes.values() for v in told}
    values = list(dict.fromkeys([*seen.values, *hinted.values()]))
    if not values:
        return
    is_proven = all(str(v) in map(str, codes[m]) for m, v in hinted.items())
    is_known = all(str(v) in known for v in values)
    seen.is_proven = is_known and is_proven and bool(hinted)
    if not all(_is_whole(v) for v in values):
        if not (is_known and is_proven):
            _settle_names(name, seen, hinted, values)
        return
    numbers = [int(v) for v in values]
    anchors = {member: int(v) for member, v in hinted.items()}
    if is_known and is_proven:
        return
    if not anchors and name == "seat_status":
        anchors, seen.is_sure = {"free": int(seen.values.most_common(1)[0][0])}, False
        proof = "most seats are free"
    elif not anchors:
        first = next(iter(ENUMS[name]))
        anchors, seen.is_sure = {first: 1 if 0 not in numbers else 0}, False
        proof = "they begin with 1"
    else:
        proof = ", ".join(f"{m} is {v}" for m, v in anchors.items())
    told, reason, is_only = forms.numbered(name, anchors, numbers)
    seen.is_sure = seen.is_sure and is_only
    if told:
        seen.told = {member: [value] for member, value in told.items()}
        seen.reason = f"{reason}: {proof}"
    else:
        seen.others = [n for n in numbers if str(n) not in known]
        seen.reason = reason


def _is_whole(value: Any) -> bool:
    return str(value).strip().removeprefix("-").isdigit()


def _settle_names(
    name: str, seen: Enumerated, hinted: Mapping[str, Any], values: list[Any]
) -> None:
    found, others = forms.members(name, values)
    for member, value in hinted.items():
        if isinstance(value, str):
            found = {m: [v for v in told if v != value] for m, told in found.items()}
            found[member] = [value, *[v for v in found.get(member, []) if v != value]]
            others = [v for v in others if v != value]
    found = {m: told for m, told in found.items() if told}
    seen.others = others
    if not found:
        seen.reason = "names that are like none of the contract's"
        return
    written = [v for told in found.values() for v in told]
    taken = [str(v) for v in written]
    for member in ENUMS[name]:
        if member not in found:
            more = forms.unseen(name, member, [str(v) for v in written], taken)
            found[member] = list(more)
            taken += more
    seen.told = {member: found[member] for member in ENUMS[name]}
    seen.reason = f"seen: {', '.join(map(str, written))}; the others are written likewise"


def _by_the_others(found: dict[str, Enumerated], base: Dialect) -> None:
    """Enumerations that were not seen follow those that were, where these agree."""
    seen = {n: e for n, e in found.items() if e.values and n != "area_kind"}
    named = [n for n, e in seen.items() if e.told and isinstance(_first(e), str)]
    moved = [n for n, e in seen.items() if e.told and isinstance(_first(e), int)]
    if seen and len(named) == len(seen) and len(named) >= _ENOUGH:
        samples = [str(v) for n in named for v in seen[n].values]
        for name, each in found.items():
            if each.values or each.told or name in base.enums or name == "mapping_type":
                continue
            taken: list[str] = []
            for member in ENUMS[name]:
                told = forms.unseen(name, member, samples, taken)
                each.told[member] = list(told)
                taken += told
            each.reason, each.is_sure = f"not seen; names as those of {', '.join(named)}", False
    elif len(moved) >= _ENOUGH:
        first, codes = seen[moved[0]].told, ENUMS[moved[0]]
        steps = {told[0] - codes[member] for member, told in first.items()}
        if len(steps) != 1:
            return
        step = steps.pop()
        for name, each in found.items():
            if each.told or each.is_proven or name in base.enums or name == "mapping_type":
                continue
            numbers = {member: code + step for member, code in ENUMS[name].items()}
            if {str(v) for v in each.values} <= {str(n) for n in numbers.values()}:
                each.told = {member: [number] for member, number in numbers.items()}
                each.reason, each.is_sure = f"as {', '.join(moved)}", False


def _first(seen: Enumerated) -> Any:
    return next(iter(seen.told.values()))[0]


def _paging(
    shaped: Sequence[tuple[Heard, Shape]], matched: Mapping[str, Matched], base: Dialect
) -> tuple[tuple[int, str], tuple[int, str] | None, tuple[Marker, str]]:
    granted: list[tuple[int, str]] = []
    markers: list[Any] = []
    first: tuple[int, str] | None = None
    lists = 0
    for heard, shape in shaped:
        if heard.fate is not Fate.ANSWERED or not heard.operation.items or not heard.size:
            continue
        told = matched.get(heard.operation.result, Matched())
        total = _number(shape.inside, told.named("total_count"))
        size = _number(shape.inside, told.named("page_size"))
        if size and 0 < size < heard.size:
            granted.append((size, heard.operation.title))
        elif total and total > shape.count and 0 < shape.count < heard.size:
            granted.append((shape.count, heard.operation.title))
        if heard.page == 0 and base.first_page == 1 and shape.rows and heard.operation is EVENTS:
            first = (0, "page 1 was empty, page 0 was not")
        lists += 1
        key = told.named("last_updated")
        marker = shape.inside.get(key) if key else None
        rows = matched.get(shape.entity, Matched()).named("last_updated")
        if marker is None and rows is not None:
            marker = next((r.get(rows) for r in shape.rows if r.get(rows) is not None), None)
        if marker is not None and marker != "":
            markers.append(marker)
    sizes = Counter(size for size, _ in granted)
    size = min(sizes) if sizes else 0
    where = next((title for s, title in granted if s == size), "")
    told_size = (size, f"{where} was asked for more and gave {size}") if size else (0, "")
    return told_size, first, _marker_kind(markers, lists)


def _marker_kind(markers: list[Any], lists: int) -> tuple[Marker, str]:
    if not lists:
        return Marker.ANY, "no list was seen"
    if not markers:
        return Marker.NONE, "no list tells its age"
    is_number = all(str(m).isdigit() for m in markers)
    if is_number:
        return Marker.ANY, "numbers"
    return Marker.ANY, "texts, which the published query does not know: a number is asked for there"


def _number(row: Mapping[str, Any], key: str | None) -> int | None:
    amount = forms.amount_of(row.get(key)) if key else None
    return None if amount is None else int(amount)
