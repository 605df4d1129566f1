"""Where in an answer the result stands, and its list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from boxoffice.connect.dialects.dialect import Dialect, Direction
from boxoffice.connect.dialects.vocabulary import ENVELOPE, entities, inherited
from boxoffice.connect.operations import SIMPLE, Operation
from boxoffice.connect.probe.fields import Row, overlap
from boxoffice.connect.probe.names import squeezed

_BLOCKS = frozenset(map(squeezed, ("errors", "warnings", "field_errors")))
_ENOUGH = 0.34
_MOST_ROWS = 1000


@dataclass
class Shape:
    """Where things stand.

    Attributes:
        result: what holds the result; empty where its fields stand at the top.
        items: what holds the list; empty where there is none.
        entity: what the rows are.
        rows: of the list, or the result itself where it is an entity; no more than are looked at.
        count: of all rows that came.
        inside: the result without its list.
        top: what stands beside the result.
        reason: why the result or the list is thought to be that; empty where it has its name.
        trouble: why the program cannot read it, whatever a dialect says.
        is_found: result and list are there.
    """

    result: str = ""
    items: str = ""
    entity: str = ""
    rows: list[Row] = field(default_factory=list)
    count: int = 0
    inside: Mapping[str, Any] = field(default_factory=dict)
    top: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    trouble: str = ""
    is_found: bool = False


def entity_of(operation: Operation) -> str:
    """What an answer to it holds."""
    if operation.items:
        return entities()[operation.result][operation.items][1:-1]
    return inherited(operation.result) or operation.result


def shape_of(operation: Operation, content: Mapping[str, Any], base: Dialect) -> Shape:
    """Where the result and its list stand in an answer."""
    entity = entity_of(operation)
    names = {base.result(operation.result), operation.result}
    wanted = {squeezed(name) for name in names}
    named = [key for key in content if key in names or squeezed(key) in wanted]
    shape = Shape(entity=entity, top=content)
    if named:
        shape.result = named[0]
        return _within(operation, content[named[0]], base, shape)
    if operation.items:
        bare = _list_in(operation, content, base, entity)
        if bare and not (bare[1] and _objects(content)):
            shape.reason = "the list stands beside the flags, without a result around it"
            return _within(operation, content, base, shape)
    best = _best_object(operation, content, base, entity)
    if best:
        shape.result = best
        shape.reason = "the only object with such fields"
        return _within(operation, content[best], base, shape)
    if operation.items and _list_in(operation, content, base, entity):
        shape.reason = "the list stands beside the flags, without a result around it"
        return _within(operation, content, base, shape)
    if not operation.items and operation.result != SIMPLE and _is_entity(entity, content):
        shape.reason = "its fields stand beside the flags, without a result around them"
        return _within(operation, content, base, shape)
    return shape


def _within(operation: Operation, result: Any, base: Dialect, shape: Shape) -> Shape:
    if isinstance(result, list):
        shape.trouble = f"{shape.result} is itself a list: no dialect can say that"
        return shape
    if not isinstance(result, Mapping):
        shape.is_found = result is None
        return shape
    if shape.result:
        shape.top = {k: v for k, v in shape.top.items() if k != shape.result}
    if not operation.items:
        shape.rows, shape.count, shape.is_found = [result], 1, True
        return shape
    found = _list_in(operation, result, base, shape.entity)
    if not found:
        shape.inside = result if shape.result else {}
        return shape
    shape.items, is_guess = found
    if is_guess:
        words = "the only list with such entries"
        shape.reason = f"{shape.reason}; {words}" if shape.reason else words
    entries = result[shape.items] or []
    shape.rows = [row for row in entries[:_MOST_ROWS] if isinstance(row, Mapping)]
    if entries and not shape.rows:
        shape.trouble = f"the entries of {shape.items} are no objects: no dialect can say that"
    shape.count = len(entries)
    inside = {k: v for k, v in result.items() if k != shape.items}
    if shape.result:
        shape.inside = inside
    else:
        shape.top = inside
        shape.inside = {
            k: v for k, v in inside.items() if squeezed(k) not in _envelope() or "pdated" in k
        }
    shape.is_found = not shape.trouble
    return shape


def _list_in(
    operation: Operation, result: Mapping[str, Any], base: Dialect, entity: str
) -> tuple[str, bool] | None:
    """The list's name, and whether it is a guess."""
    here = base.spelled(operation.result, operation.items, Direction.READ)
    for key, value in result.items():
        is_named = key == here or squeezed(key) == squeezed(operation.items)
        if is_named and (isinstance(value, list) or value is None):
            return key, False
    lists = [k for k, v in result.items() if isinstance(v, list) and squeezed(k) not in _BLOCKS]
    if not lists:
        return None
    rated = sorted(
        ((overlap(entity, [r for r in result[k][:5] if isinstance(r, Mapping)]), k) for k in lists),
        reverse=True,
    )
    best, key = rated[0]
    is_clear = len(rated) == 1 or best > rated[1][0] + 0.1
    return (key, True) if is_clear and (best >= _ENOUGH or not result[key]) else None


def _objects(content: Mapping[str, Any]) -> list[str]:
    return [key for key, value in content.items() if isinstance(value, Mapping) and value]


def _best_object(
    operation: Operation, content: Mapping[str, Any], base: Dialect, entity: str
) -> str:
    found = []
    for key in _objects(content):
        value = content[key]
        if operation.items:
            inner = _list_in(operation, value, base, entity)
            if inner:
                found.append(key)
        elif _is_entity(entity, value):
            found.append(key)
    return found[0] if len(found) == 1 else ""


def _is_entity(entity: str, content: Mapping[str, Any]) -> bool:
    known = {squeezed(name) for name in entities()[entity]} - _envelope()
    return len({squeezed(key) for key in content} & known) >= 2 or (
        overlap(entity, [content]) >= 0.5
    )


def _envelope() -> frozenset[str]:
    return frozenset(map(squeezed, entities()[ENVELOPE]))
