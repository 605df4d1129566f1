"""Translates what is heard and said, by a dialect: answers into the contract's names and values,
bodies and queries out of them. Where a dialect says something as the contract does, nothing is
touched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from boxoffice.connect.dialects.dialect import Dialect, Direction, Value
from boxoffice.connect.dialects.vocabulary import ENUMS, ENVELOPE, UNKNOWN, entities
from boxoffice.connect.operations import AS_CONTRACT, Operation, Spoken

Convert = Callable[[Any], Any]
# What a name becomes, and its value; None for what means nothing here.
_Names = Mapping[str, tuple[str, Convert | None] | None]
_HUNDRED = Decimal(100)


class Tongue:
    """Speaks a dialect, operation by operation. Made once for each client."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self._here: dict[Operation, Operation] = {}
        self._shapes: dict[tuple[str, Direction], _Names | None] = {}

    def here(self, operation: Operation) -> Operation:
        """The operation as this site has it."""
        found = self._here.get(operation)
        if found is None:
            found = self.dialect.operations.get(operation, operation).spoken_by(
                self._speech(operation)
            )
            self._here[operation] = found
        return found

    def _speech(self, operation: Operation) -> Spoken:
        dialect = self.dialect
        envelope = self._shape(ENVELOPE, Direction.READ)
        result = self._shape(operation.result, Direction.READ)
        body = self._shape(operation.title, Direction.WRITE) if operation.body else None
        here = dialect.result(operation.result)
        renamed = {**dialect.parameters, **dialect.parameters_of.get(operation.title, {})}
        renamed = {name: renamed[name] for name in operation.query if name in renamed}
        constants = dialect.constants.get(operation.title, {})
        kinds = _converter("@mapping_type", dialect, Direction.WRITE)
        is_plain = not (envelope or result or body or renamed or constants or dialect.conflicts)
        if is_plain and here == operation.result and kinds is None:
            return AS_CONTRACT
        top = envelope or {name: (name, None) for name in entities()[ENVELOPE]}
        inside = None if result is None else _translated(result)
        named = (operation.result, inside)
        bare = result or {name: (name, None) for name in entities()[operation.result]}
        fields = entities().get(operation.title, {})
        return _Speech(
            dict(top) | {here: named, operation.result: named},
            {**bare, **top} if envelope or result else None,
            None if body is None else _translated(body),
            renamed,
            constants,
            dialect.conflicts,
            {name: dialect.spelled(operation.title, name, Direction.WRITE) for name in fields},
            kinds,
            {
                name: None if kind[1:-1] not in entities() else self._inside(kind[1:-1])
                for name, kind in fields.items()
                if kind.startswith("[")
            },
            {here, operation.result},
        )

    def _inside(self, entity: str) -> Convert | None:
        shape = self._shape(entity, Direction.WRITE)
        return None if shape is None else _translated(shape)

    def _shape(self, entity: str, direction: Direction) -> _Names | None:
        """How the fields of an entity are translated; None where nothing is."""
        key = entity, direction
        if key not in self._shapes:
            self._shapes[key] = self._compiled(entity, direction)
        return self._shapes[key]

    def _compiled(self, entity: str, direction: Direction) -> _Names | None:
        is_read = direction is Direction.READ
        found: dict[str, tuple[str, Convert | None] | None] = {}
        for name, kind in entities()[entity].items():
            here = self.dialect.spelled(entity, name, direction)
            convert = self._convert(kind, direction)
            if is_read:
                found[here] = (name, convert)
                if name[:1].isupper() and name not in self.dialect.fields.get(entity, {}):
                    found[name] = (name, convert)  # published with a capital
            else:
                found[name] = (here, convert)
        if all(told == (name, None) for name, told in found.items()):
            return None
        if is_read:  # what has the contract's name here is something else
            found = dict.fromkeys(entities()[entity]) | found
        return found

    def _convert(self, kind: str, direction: Direction) -> Convert | None:
        if kind.startswith("["):
            shape = self._shape(kind[1:-1], direction)
            return None if shape is None else _list_of(_translated(shape))
        if kind in entities():
            shape = self._shape(kind, direction)
            return None if shape is None else _translated(shape)
        return _converter(kind, self.dialect, direction)


class _Speech(Spoken):
    """How one operation is said."""

    def __init__(
        self,
        top: _Names,
        bare: _Names | None,
        body: Convert | None,
        parameters: Mapping[str, str],
        constants: Mapping[str, object],
        conflicts: frozenset[str],
        names: Mapping[str, str],
        kinds: Convert | None,
        entries: Mapping[str, Convert | None],
        results: set[str],
    ) -> None:
        self._top = _translated(top)
        self._bare = None if bare is None else _translated(bare)
        self._body = body
        self._parameters = parameters
        self._constants = constants
        self._conflicts = conflicts
        self._names = names
        self._kinds = kinds
        self._entries = entries
        self._results = results

    def heard(self, content: dict[str, Any]) -> dict[str, Any]:
        is_bare = self._results.isdisjoint(content)
        translate = self._bare if is_bare else self._top
        return content if translate is None else translate(content)

    def said(self, body: object) -> object:
        said = body if self._body is None else self._body(body)
        return _merged(said, self._constants) if self._constants else said

    def entry(self, _list: str, entry: dict[str, Any]) -> dict[str, Any]:
        translate = self._entries.get(_list)
        return entry if translate is None else translate(entry)

    def asked(self, query: Mapping[str, str]) -> Mapping[str, str]:
        names = self._parameters
        return {names.get(name, name): value for name, value in query.items()} if names else query

    def path(self, values: Mapping[str, object]) -> Mapping[str, object]:
        if self._kinds is None or "mapping_type" not in values:
            return values
        return {**values, "mapping_type": self._kinds(values["mapping_type"])}

    def field(self, name: str) -> str:
        return self._names.get(name, name)

    def is_conflict(self, _block: Mapping[str, Any]) -> bool:
        told = [_block.get("error_number"), _block.get("error_code")]
        items = _block.get("errors")
        if isinstance(items, list):
            told += [item.get("error_number") for item in items if isinstance(item, dict)]
        return any(str(each) in self._conflicts for each in told if isinstance(each, str | int))


def _translated(names: _Names) -> Convert:
    """Translates an object; anything else stays."""
    unknown: tuple[str, None] = ("", None)

    def translate(content: Any) -> Any:
        if not isinstance(content, dict):
            return content
        found = {}
        for name, value in content.items():
            told = names.get(name, unknown)
            if told is None:
                continue
            known, convert = told
            found[known or name] = value if convert is None or value is None else convert(value)
        return found

    return translate


def _list_of(translate: Convert) -> Convert:
    def each(content: Any) -> Any:
        return [translate(item) for item in content] if isinstance(content, list) else content

    return each


def _merged(body: object, constants: Mapping[str, object]) -> object:
    """The body with the constants laid over it."""
    if not isinstance(body, dict):
        return body
    found = dict(body)
    for name, value in constants.items():
        inside = found.get(name)
        if isinstance(value, Mapping):
            value = _merged(inside if isinstance(inside, dict) else {}, value)
        found[name] = value
    return found


def _converter(kind: str, dialect: Dialect, direction: Direction) -> Convert | None:
    """What becomes of values of a kind; None where they are the contract's."""
    is_read = direction is Direction.READ
    if kind.startswith("@"):
        return _enumeration(kind[1:], dialect, direction) if kind[1:] in dialect.enums else None
    if kind == "money" and dialect.is_in_cents:
        return _from_cents if is_read else _to_cents
    if kind == "order" and not is_read and dialect.new_order != "":
        return lambda value: dialect.new_order if value == "" else value
    if not is_read:
        return None
    if kind == "time" and dialect.unset_times:
        return _unless(dialect.unset_times)
    if kind == "ref" and dialect.unset_ids:
        return _unless(dialect.unset_ids)
    if kind == "index" and dialect.index_from:
        return lambda value: _whole_less(value, dialect.index_from)
    return None


def _enumeration(name: str, dialect: Dialect, direction: Direction) -> Convert:
    values = dialect.values_of(name)
    if direction is Direction.WRITE:
        written = {code: told[0] for code, told in values.items()}
        return lambda code: written.get(int(code), code)
    read = {_key(value): code for code, told in values.items() for value in told}
    return lambda value: read.get(_key(value), UNKNOWN)


def _key(value: object) -> str | None:
    """Numbers and their digits are one; nothing else is a value."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return None
    return str(value)


def _unless(unset: frozenset[str]) -> Convert:
    return lambda value: None if _key(value) in unset else value


def _from_cents(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return value
    try:
        return Decimal(value) / _HUNDRED
    except (ArithmeticError, ValueError):
        return value


def _to_cents(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return value
    cents = value * 100
    return int(cents) if cents == int(cents) else cents


def _whole_less(value: Any, first: int) -> Any:
    try:
        return int(value) - first
    except (TypeError, ValueError, ArithmeticError):
        return value


@cache
def spelling(dialect: Dialect, entity: str) -> Mapping[str, str]:
    """How the fields of an entity are called in the answers of a dialect."""
    names = entities()[entity]
    return {name: dialect.spelled(entity, name, Direction.READ) for name in names}


@cache
def codes_here(dialect: Dialect, entity: str) -> Mapping[str, Mapping[Value, int]]:
    """The values of an entity's enumerations by field, where they are not the contract's."""
    found = {}
    for name, kind in entities()[entity].items():
        if kind[1:] in dialect.enums and kind[1:] in ENUMS:
            values = dialect.values_of(kind[1:])
            found[name] = {value: code for code, told in values.items() for value in told}
    return found
