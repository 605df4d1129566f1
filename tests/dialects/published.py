"""The contract, read from its text: what a site can say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests import TESTS

_TEXT = TESTS.parent / "boxoffice" / "connect" / "README.md"
_OPERATION = re.compile(r"^\| (\w+) \| (GET|PUT|POST|DELETE) (\S+)(?: \?([^|]*?))? \|(.*)\|$")
_WORD = re.compile(r"[a-z][a-z_]*")
ENVELOPE = "Envelope"


@dataclass(frozen=True, slots=True)
class Row:
    """An operation as the contract has it.

    Attributes:
        items: the list in its result; empty for none.
        body: the names in its body.
    """

    name: str
    verb: str
    path: str
    query: tuple[str, ...]
    body: tuple[str, ...]
    result: str
    items: str

    @property
    def title(self) -> str:
        return f"{self.name} {self.verb}"


_READS = ("last_updated", "id", "page", "pageSize")  # of every list that names none of its own
# What stands under a name, where it is an object or a list of objects.
_HELD: Mapping[str, str] = {
    "errors": "KeyperErrorInfoItem",
    "warnings": "KeyperWarningInfoItem",
    "field_errors": "ClassFieldError",
    "ticket_systems": "TicketSystem",
    "customers": "CustomerCnct",
    "events": "EventCnct",
    "organizers": "Organizer",
    "locations": "EventLocation",
    "event_categories": "EventCategoryCnct",
    "sales_types": "SalesTypeCnct",
    "sales_rules": "SalesRuleCnct",
    "event_sets": "EventSetCnct",
    "entrances": "EntranceCnct",
    "price_categories": "PriceCategoryCnct",
    "seats": "SeatCnct",
    "event_seat_data": "EventSeatDataCnct",
    "areas": "AreaCnct",
    "sales_type_prices": "SalesTypePriceCnct",
    "countries": "CountryCnct",
    "seat_states": "SeatStatusCnct",
    "containers": "OrderContainerCnct",
    "ticket": "TicketContainerCnct",
    "tickets": "TicketCnct",
    "event": "TicketEventCnct",
    "seats_info": "SearchPattern",
    "search_pattern": "SearchPattern",
    "process_info": "ProcessInfoCnct",
    "payments": "PaymentCnct",
}
_ORDERS = ("OrderCnctResult", "SeatsInOrderCnctResult")
# The entity whose fields a result holds directly, and how the contract calls it otherwise.
ALSO = {"OrderCnctResult": "OrderCnct", "OrderBaseCnctResult": "OrderCnct"}
# Names inside a field, which the table of entities writes in its braces.
_INSIDE = {"PaymentCnct": "ProcessInfoCnct"}

MONEY = frozenset({"price", "fee", "total", "refunded", "amount", "tendered", "change", "rounding"})
_TIMES = (
    "start_date end_date doors_open sales_start sales_end hold_till valid_from valid_till created"
    " completed"
)
TIMES = frozenset(_TIMES.split())


def is_id(name: str) -> bool:
    """Whether a field is an id of the platform: an int64, not the string of another system."""
    return (name == "id" or name.endswith("_id")) and not name.startswith("external")


@cache
def rows() -> tuple[Row, ...]:
    """The 48 operations."""
    text = _TEXT.read_text(encoding="utf-8")
    part = text[text.index("\n## 3.") : text.index("\n### What a counter does")]
    unnamed = dict(
        re.findall(r"(\w+Result)\.(\w+)", text[text.index("Where section 3 names no") :])
    )
    unnamed |= {"MappingIDCnctResult": "mappings", "IDMappingResult": "mappings"}
    found: list[Row] = []
    for line in part.splitlines():
        if (met := _OPERATION.match(line)) is None:
            continue
        name, verb, path, query, rest = met.groups()
        cells = [cell.strip() for cell in rest.split("|")]
        result, _, items = cells[-1].split(";")[0].partition(".")
        is_told = result.endswith("Result")
        asked = re.sub(r"\(.*?\)|\[.*?\]", "", cells[0]) if verb in ("PUT", "POST") else ""
        asks = re.findall(r"\w+", re.sub(r"\(.*?\)", "", query or ""))
        found.append(
            Row(
                name,
                verb,
                path,
                tuple(asks) if asks or verb != "GET" or "{" in path else _READS,
                tuple(_WORD.findall(asked)),
                result if is_told else "SimpleResult",
                items or unnamed.get(result, ""),
            )
        )
    return tuple(found)


@cache
def words_of(entity: str) -> frozenset[str]:
    """The names that may stand in an entity of a body."""
    for row in rows():
        if row.title == entity:
            return frozenset(row.body)
    name = _INSIDE.get(entity, entity)
    line = re.search(rf"^\| {name} \|(.*)$", _TEXT.read_text(encoding="utf-8"), re.MULTILINE)
    return frozenset(_WORD.findall(line[1])) if line else frozenset()


def held(entity: str, name: str) -> str:
    """The entity that a field holds; empty for a plain value."""
    if name == "seats" and entity in _ORDERS:
        return "SeatInOrderCnct"
    if name == "event" and entity != "TicketContainerCnct":
        return ""
    return _HELD.get(name, "")


def objects(row: Row, content: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of an answer in the contract's form, with its entity; itself first."""
    if isinstance(content, dict):
        yield ENVELOPE, content
        for name, value in list(content.items()):
            yield from inside(row.result if name == row.result else held(ENVELOPE, name), value)


def inside(entity: str, value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a value of this entity."""
    if not entity:
        return
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield entity, each
            for name, under in list(each.items()):
                yield from inside(held(entity, name), under)
