"""Which field of the contract is which of those that came: by name, else by what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any

from boxoffice.connect import wire
from boxoffice.connect.dialects.dialect import Dialect, Direction
from boxoffice.connect.dialects.vocabulary import entities
from boxoffice.connect.probe.forms import Form, is_id, kinds
from boxoffice.connect.probe.names import likeness, squeezed

Row = Mapping[str, Any]
_LIKE = 0.62  # enough for a name alone
_LIKE_NEEDED = 0.5  # for a field that nothing can be done without
_MARGIN = 0.08  # by which the best has to be better than the next
_FITS, _DOES_NOT, _BESIDE, _OWN = 0.35, -0.5, 0.1, 0.1
_SURE_FORM = 0.5
_OF_THE_KIND = 0.5
_FORMS = {
    "currency": re.compile(r"[A-Z]{3}"),
    "color": re.compile(r"#[0-9A-Fa-f]{3,8}"),
    "timezone": re.compile(r"UTC|[A-Z][A-Za-z_]+/[A-Za-z_/\-]+"),
    "email": re.compile(r"[^@\s]+@[^@\s]+"),
}
_SWITCHES = frozenset(["deleted", "is_default", "requires_proof", "forbid_single_gap", "is_online"])
_NUMBERS = frozenset(
    (
        *("seats_total", "seats_free", "capacity", "label_x", "label_y", "level", "sort", "x", "y"),
        *("angle", "attributes", "vat_rate", "latitude", "longitude", "min_quantity", "step"),
        *("max_quantity", "per_ratio", "quantity", "seat_count", "scope", "system_type_area_id"),
        *("page", "page_size", "total_count", "error_type"),
    )
)
_LISTS = frozenset(("outline", "picture_rect"))
_ANY = frozenset(["last_updated", "error_number", "error_code", "error_index"])
_NUMERIC = {Form.WHOLE, Form.FRACTION, Form.DIGITS, Form.AMOUNT}
_TEXTUAL = {Form.TEXT, Form.DIGITS, Form.WHOLE, Form.AMOUNT, Form.TIME}
# What an id names.
OWNERS = {
    "event_id": "EventCnct",
    "seat_id": "SeatCnct",
    "area_id": "AreaCnct",
    "parent_area_id": "AreaCnct",
    "price_category_id": "PriceCategoryCnct",
    "sales_type_id": "SalesTypeCnct",
    "location_id": "EventLocation",
    "organizer_id": "Organizer",
    "entrance_id": "EntranceCnct",
    "event_set_id": "EventSetCnct",
    "event_category_id": "EventCategoryCnct",
}
_MODELS: Mapping[str, type[wire.Wire]] = {
    "EventCnct": wire.EventWire,
    "Organizer": wire.OrganizerWire,
    "EventLocation": wire.LocationWire,
    "EventSetCnct": wire.EventSetWire,
    "EventCategoryCnct": wire.EventCategoryWire,
    "CountryCnct": wire.CountryWire,
    "AreaCnct": wire.AreaWire,
    "EntranceCnct": wire.EntranceWire,
    "PriceCategoryCnct": wire.PriceCategoryWire,
    "SalesTypeCnct": wire.SalesTypeWire,
    "SalesTypePriceCnct": wire.SalesTypePriceWire,
    "SalesRuleCnct": wire.SalesRuleWire,
    "OrderCnct": wire.OrderWire,
    "SeatInOrderCnct": wire.SeatInOrderWire,
    "TicketCnct": wire.TicketWire,
    "OrderContainerCnct": wire.ContainerWire,
    "CustomerCnct": wire.CustomerWire,
    "TicketSystem": wire.TicketSystemWire,
}
_ROWS = {
    "SeatCnct": ("id", "area_id", "price_category_id"),
    "SeatStatusCnct": ("seat_id", "status"),
    "EventSeatDataCnct": ("seat_id", "status"),
}


@cache
def needed(entity: str) -> tuple[str, ...]:
    """The fields without which an entry cannot be used."""
    if entity in _ROWS:
        return _ROWS[entity]
    model = _MODELS.get(entity)
    fields = model.model_fields if model is not None else {}
    return tuple(name for name, told in fields.items() if told.is_required())


@dataclass
class Guess:
    """How a field is called, and why that is thought so. `is_sure` says that nobody has to look."""

    here: str
    reason: str = ""
    is_sure: bool = True


@dataclass
class Matched:
    """What was found of an entity.

    Attributes:
        fields: by the contract's names.
        missing: needed fields of which nothing was found.
        doubtful: fields with several that may be them.
        unknown: names that came and mean nothing, with their kinds.
        count: of how many entries.
    """

    fields: dict[str, Guess] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    doubtful: dict[str, list[str]] = field(default_factory=dict)
    unknown: dict[str, frozenset[Form]] = field(default_factory=dict)
    misfits: list[str] = field(default_factory=list)
    count: int = 0

    def named(self, name: str) -> str | None:
        found = self.fields.get(name)
        return None if found is None else found.here


@dataclass
class Known:
    """What other answers tell: the ids of each entity, and the event that was asked about."""

    ids: dict[str, set[str]] = field(default_factory=dict)
    event_id: str | None = None


def match(
    entity: str, rows: Sequence[Row], base: Dialect, known: Known, *, is_of_event: bool = False
) -> Matched:
    """Which fields of an entity came, and under which names.

    Args:
        base: the dialect that is known so far.
        is_of_event: the rows are of the event that was asked about.
    """
    return _Matching(entity, rows, base, known, is_of_event).done()


class _Matching:
    def __init__(
        self, entity: str, rows: Sequence[Row], base: Dialect, known: Known, is_of_event: bool
    ) -> None:
        self._entity = entity
        self._types = entities()[entity]
        self._known = known
        self._is_of_event = is_of_event
        self._columns: dict[str, list[Any]] = {}
        for row in rows:
            for key, value in row.items():
                self._columns.setdefault(key, []).append(value)
        self._base = {f: base.spelled(entity, f, Direction.READ) for f in self._types}
        self._noun = _noun(entity)
        self._needed = needed(entity)
        self._found = Matched(count=len(rows))
        self._left = set(self._columns)

    def done(self) -> Matched:
        self._same_names()
        self._ids_by_another_name()
        self._lists_of_the_kind()
        self._like_names()
        self._only_ones()
        found = self._found
        found.unknown = {
            key: kinds(self._columns[key])
            for key in self._columns
            if key in self._left and key not in {k for d in found.doubtful.values() for k in d}
        }
        found.missing = [n for n in self._needed if n not in found.fields] if found.count else []
        return found

    def _take(self, name: str, key: str, reason: str = "", *, is_sure: bool = True) -> None:
        self._found.fields[name] = Guess(key, reason, is_sure)
        self._left.discard(key)

    def _same_names(self) -> None:
        by_squeezed = {squeezed(key): key for key in reversed(list(self._columns))}
        for name in self._types:
            key = self._base[name]
            if key not in self._columns:
                key = by_squeezed.get(squeezed(name), "")
            if key in self._left:
                if not self._fits(name, key):
                    self._found.misfits.append(name)
                self._take(name, key)

    def _ids_by_another_name(self) -> None:
        """Entries that name what they are about by `id` alone."""
        fields = self._found.fields
        for name in ("seat_id",):
            key = self._found.named("id")
            if name in self._needed and name not in fields and key is not None:
                rival = [k for k in self._left if likeness(name, k) >= _LIKE]
                if not rival and self._evidence(name, key) > 0:
                    fields["id"] = Guess(
                        "(no id)", f"{key!r} is the {name}: its values are ids of seats"
                    )
                    reason = f"its values are those of {OWNERS[name]}.id"
                    fields[name] = Guess(key, reason)

    def _lists_of_the_kind(self) -> None:
        """Lists whose entries are what is looked for, whatever they are called."""
        for name, kind in self._types.items():
            if name in self._found.fields or kind.strip("[]") not in entities() or kind[0] != "[":
                continue
            keys = [
                key for key in self._left if overlap(kind[1:-1], self._entries(key)) >= _OF_THE_KIND
            ]
            if len(keys) == 1:
                self._take(name, keys[0], f"its entries have the fields of a {kind[1:-1]}")

    def _entries(self, key: str) -> list[Row]:
        """What is in the lists of a column; some of it."""
        lists = (value for value in self._columns[key] if isinstance(value, list))
        entries = (each for value in lists for each in value if isinstance(each, Mapping))
        return list(islice(entries, 20))

    def _like_names(self) -> None:
        options: list[tuple[float, str, str]] = []
        for name in self._types:
            if name in self._found.fields:
                continue
            for key in self._left:
                score = self._score(name, key)
                if score >= (_LIKE_NEEDED if name in self._needed else _LIKE):
                    options.append((score, name, key))
        options.sort(key=lambda each: (-each[0], each[1], each[2]))
        for score, name, key in options:
            if name in self._found.fields or key not in self._left:
                continue
            others = [
                (s, k)
                for s, n, k in options
                if n == name and k != key and k in self._left and s > score - _MARGIN
            ]
            rivals = [
                n
                for s, n, k in options
                if k == key and n != name and n not in self._found.fields and s > score - _MARGIN
            ]
            if others or any(n in self._needed or name not in self._needed for n in rivals):
                self._found.doubtful.setdefault(name, [key, *(k for _, k in others)])
                continue
            self._take(name, key, self._reason(name, key), is_sure=score >= 0.75)
            self._found.doubtful.pop(name, None)
        for name in list(self._found.doubtful):
            if not any(key in self._left for key in self._found.doubtful[name]):
                del self._found.doubtful[name]

    def _only_ones(self) -> None:
        """A needed field takes the only one that it can be."""
        for name in self._needed:
            if name in self._found.fields:
                continue
            fits = [k for k in self._left if self._fits(name, k) and self._evidence(name, k) >= 0]
            proven = [k for k in fits if self._evidence(name, k) > 0]
            fits = proven or fits
            others = [n for n in self._needed if n != name and n not in self._found.fields]
            if len(fits) != 1 or any(self._fits(n, fits[0]) for n in others):
                continue
            reason = f"the only field whose values can be a {name}"
            self._take(name, fits[0], reason, is_sure=False)
            self._found.doubtful.pop(name, None)

    def _score(self, name: str, key: str) -> float:
        if not self._fits(name, key):
            return 0.0
        names = [name, f"{self._noun}_{name}"]
        if name.startswith("TIs"):
            names.append(name[3:])
        alike = max(likeness(each, key) for each in names)
        if alike < 0.3:
            return 0.0
        return alike + self._evidence(name, key) + (_BESIDE if self._is_beside(name, key) else 0)

    def _fits(self, name: str, key: str) -> bool:
        values = self._columns[key]
        told = kinds(values)
        if not told:
            return not values or name not in self._needed
        if name in _FORMS and name != "email":
            return all(isinstance(v, str) and _FORMS[name].fullmatch(v) for v in values if v)
        return told <= _kinds_for(name, self._types[name])

    def _evidence(self, name: str, key: str) -> float:
        """What the values say for it, or against it."""
        values = [v for v in self._columns[key] if v is not None]
        if not values:
            return 0.0
        if name in _FORMS:
            fits = all(isinstance(v, str) and _FORMS[name].fullmatch(v) for v in values if v)
            return _SURE_FORM if fits else -1.0
        if name == "id":
            distinct = {str(v) for v in values}
            is_own = len(distinct) == len(values) or self._entity == "OrderCnct"  # looked at again
            return _OWN if is_own and all(map(is_id, values)) else -1.0
        if name == "event_id" and self._is_of_event and self._known.event_id is not None:
            return _FITS if {str(v) for v in values} == {self._known.event_id} else _DOES_NOT
        owner = OWNERS.get(name)
        ids = self._known.ids.get(owner) if owner and owner != self._entity else None
        if ids:
            seen = {str(v) for v in values} - {"0", "-1", ""}
            return _FITS if seen and len(seen & ids) >= 0.9 * len(seen) else _DOES_NOT
        return 0.0

    def _is_beside(self, name: str, key: str) -> bool:
        """Whether its neighbours are those that the contract has beside it."""
        order, keys = list(self._types), list(self._columns)
        at = keys.index(key)
        here = {guess.here: n for n, guess in self._found.fields.items()}
        near = [here.get(keys[i]) for i in (at - 1, at + 1) if 0 <= i < len(keys)]
        place = order.index(name)
        ours = order[max(place - 1, 0) : place] + order[place + 1 : place + 2]
        return any(each in ours for each in near if each is not None)

    def _reason(self, name: str, key: str) -> str:
        parts = []
        if likeness(name, key) >= _LIKE or likeness(f"{self._noun}_{name}", key) >= _LIKE:
            parts.append("the names are alike")
        if self._evidence(name, key) >= _FITS:
            parts.append("the values are such")
        if self._is_beside(name, key):
            parts.append("it stands where it does in the contract")
        return ", ".join(parts) or "names and values come nearest"


_WHOLE = frozenset((Form.WHOLE, Form.DIGITS))
_BY_KIND: Mapping[str, frozenset[Form]] = {
    "id": _WHOLE,
    "ref": _WHOLE,
    "index": _WHOLE,
    "order": _WHOLE,
    "money": frozenset(_NUMERIC),
    "time": frozenset((Form.TIME,)),
}


def _kinds_for(name: str, kind: str) -> frozenset[Form]:
    if not kind:
        return _plain_kinds(name)
    if kind.startswith("@"):
        return _WHOLE | {Form.TEXT}
    inner = Form.LIST if kind.startswith("[") else Form.OBJECT
    return _BY_KIND.get(kind, frozenset((inner,)))


def _plain_kinds(name: str) -> frozenset[Form]:
    if name in _SWITCHES or name.startswith("TIs") or name == "IsTestEnvironment":
        return frozenset((Form.FLAG, Form.WHOLE, Form.DIGITS, Form.TEXT))
    if name in _NUMBERS:
        return frozenset(_NUMERIC)
    if name in _LISTS:
        return frozenset((Form.LIST,))
    if name in _ANY:
        return frozenset(_TEXTUAL)
    return frozenset(_TEXTUAL)


def _noun(entity: str) -> str:
    return {
        "EventCnct": "event",
        "EventLocation": "location",
        "Organizer": "organizer",
        "EventSetCnct": "event_set",
        "EventCategoryCnct": "event_category",
        "CountryCnct": "country",
        "AreaCnct": "area",
        "EntranceCnct": "entrance",
        "PriceCategoryCnct": "price_category",
        "SalesTypeCnct": "sales_type",
        "SalesTypePriceCnct": "price",
        "SalesRuleCnct": "rule",
        "SeatCnct": "seat",
        "EventSeatDataCnct": "seat",
        "SeatStatusCnct": "seat",
        "OrderCnct": "order",
        "SeatInOrderCnct": "seat",
        "TicketCnct": "ticket",
        "CustomerCnct": "customer",
        "TicketSystem": "system",
    }.get(entity, "the")


def overlap(entity: str, rows: Iterable[Row]) -> float:
    """How many of the names that came are those of an entity, from 0 to 1."""
    keys = {key for row in rows for key in row}
    if not keys:
        return 0.0
    ours = {squeezed(name) for name in entities()[entity]}
    exact = sum(squeezed(key) in ours for key in keys)
    noun = _noun(entity)
    alike = sum(
        any(likeness(name, key) > 0.7 or likeness(f"{noun}_{name}", key) > 0.7 for name in ours_of)
        for key in keys
        if squeezed(key) not in ours
        for ours_of in (entities()[entity],)
    )
    return (exact + 0.5 * alike) / len(keys)
