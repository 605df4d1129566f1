"""Reads dialects: those that are shipped, and a site's own, a TOML file beside its settings."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from boxoffice.connect.dialects import vocabulary
from boxoffice.connect.dialects.dialect import CONTRACT, Dialect, Direction, Marker, Style, Value
from boxoffice.connect.dialects.paths import NotValid, named, read_operations

SHIPPED = ("contract", "platform")
_FOLDER = Path(__file__).parent
_TABLES = (
    "names",
    "results",
    "fields",
    "read",
    "write",
    "parameters",
    "enums",
    "values",
    "paging",
    "errors",
    "constants",
    "keys",
    "operations",
)
_MOST_BYTES = 200_000
_MOST_PAGE = 100_000
_NAME = re.compile(r"[^\x00-\x1f\"\\]{1,100}")
_WORD = re.compile(r"\w{1,100}")
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
E = TypeVar("E", bound=Enum)
_Place = tuple[str, ...]


class DialectNotValid(ValueError):
    """A dialect cannot be used; the text says why.

    Attributes:
        path: its file.
        line: counted from 1; 0 where it is not known.
    """

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.line = line

    def __str__(self) -> str:
        place = f"{self.path}, line {self.line}" if self.line else str(self.path)
        return f"{place}: {self.args[0]}"


class _File(NamedTuple):
    path: Path
    text: str
    content: Mapping[str, Any]


def load_dialect(name: str, folder: Path) -> Dialect:
    """The dialect of that name: one that is shipped, or a file.

    Args:
        folder: where a file's name is looked for.

    Raises:
        DialectNotValid: there is none, or something in it makes no sense.
    """
    files = _with_bases(name, folder)
    content: dict[str, Any] = {}
    for file in reversed(files):
        content = _over(content, file.content)
    try:
        return _Reader(content).dialect(name)
    except NotValid as error:
        at = next((f for f in files if _stands(f.content, error.place)), files[0])
        raise DialectNotValid(at.path, _line_of(at.text, error.place), str(error)) from error


def _with_bases(name: str, folder: Path) -> list[_File]:
    """The file, that which it is based on, and so on."""
    files: list[_File] = []
    seen: list[Path] = []
    while name:
        path = _FOLDER / f"{name}.toml" if name in SHIPPED else folder / name
        if path in seen:
            around = " on ".join(each.name for each in [*seen, path])
            at = files[-1]
            reason = f"it is based on itself: {around}"
            raise DialectNotValid(at.path, _line_of(at.text, ("base",)), reason)
        seen.append(path)
        file = _read(path, files[-1] if files else None)
        files.append(file)
        base = file.content.get("base", "")
        if not isinstance(base, str):
            line = _line_of(file.text, ("base",))
            raise DialectNotValid(path, line, "base is no name of a dialect or of a file")
        name, folder = base, path.parent
    return files


def _read(path: Path, asked_by: _File | None) -> _File:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise DialectNotValid(path, 0, "it is larger than any dialect")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DialectNotValid(path, line, "it is no text") from error
    except (OSError, ValueError) as error:
        if isinstance(error, DialectNotValid):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        known = ", ".join(SHIPPED)
        reason = f"{path.name!r} cannot be read ({reason}); shipped are: {known}"
        if asked_by is None:
            raise DialectNotValid(path, 0, reason) from error
        line = _line_of(asked_by.text, ("base",))
        raise DialectNotValid(asked_by.path, line, reason) from error
    try:
        return _File(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise DialectNotValid(path, line, _AT_LINE.sub("", str(error))) from error
    except RecursionError as error:
        raise DialectNotValid(path, 0, "tables inside tables without end") from error


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Both, the upper one counts."""
    found = dict(below)
    for key, value in above.items():
        under = found.get(key)
        both = isinstance(value, dict) and isinstance(under, dict)
        found[key] = _over(under, value) if both else value  # type: ignore[arg-type]
    return found


class _Reader:
    """Makes a dialect of what a file says."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = content

    def dialect(self, name: str) -> Dialect:
        _require_known(self._content, (), ("base", *_TABLES))
        names = self._table("names", ("style", "acronyms"))
        values = self._table(
            "values", ("money", "zone", "unset_time", "unset_id", "new_order", "error_index_from")
        )
        paging = self._table("paging", ("size", "bulk_size", "first_page", "marker"))
        keys = self._table("keys", ("known",))
        errors = self._table("errors", ("conflict",))
        parameters, parameters_of = self._parameters()
        found = Dialect(
            name=name,
            style=_choice(names, ("names", "style"), Style),
            acronyms=frozenset(
                word.lower() for word in _texts(names, ("names", "acronyms"), _WORD)
            ),
            results=self._results(),
            fields=self._fields("fields"),
            only={Direction.READ: self._fields("read"), Direction.WRITE: self._fields("write")},
            parameters=parameters,
            parameters_of=parameters_of,
            enums=self._enums(),
            is_in_cents=_one_of(values, ("values", "money"), ("decimal", "cents")) == "cents",
            zone=_zone(values),
            unset_times=frozenset(_texts(values, ("values", "unset_time"))),
            unset_ids=frozenset(_texts(values, ("values", "unset_id"))),
            new_order=_value(values, ("values", "new_order"), ""),
            index_from=_number(values, ("values", "error_index_from"), 0, 0, 1),
            page_size=_number(paging, ("paging", "size"), CONTRACT.page_size, 1, _MOST_PAGE),
            bulk_size=_number(paging, ("paging", "bulk_size"), CONTRACT.bulk_size, 1, _MOST_PAGE),
            first_page=_number(paging, ("paging", "first_page"), 1, 0, 1),
            marker=_choice(paging, ("paging", "marker"), Marker),
            conflicts=frozenset(_texts(errors, ("errors", "conflict"))),
            constants=self._constants(),
            knows_keys=_flag(keys, ("keys", "known"), CONTRACT.knows_keys),
            operations=self._operations(),
        )
        self._require_one_name_each(found)
        return found

    def _table(self, name: str, known: Iterable[str]) -> Mapping[str, Any]:
        found = _mapping(self._content, (name,))
        _require_known(found, (name,), known)
        return found

    def _results(self) -> dict[str, str]:
        found = self._table("results", sorted(vocabulary.results()))
        # Several may have one name: an answer has one result, and its operation says which.
        return {name: _name(found, ("results", name)) for name in found}

    def _fields(self, table: str) -> dict[str, dict[str, str]]:
        entities = vocabulary.entities()
        found = self._table(table, ("*", *entities))
        names: dict[str, dict[str, str]] = {}
        for entity in found:
            fields = _mapping(found, (table, entity))
            known = (
                entities[entity]
                if entity != "*"
                else {name: "" for each in entities.values() for name in each}
            )
            _require_known(fields, (table, entity), known)
            names[entity] = {name: _name(fields, (table, entity, name)) for name in fields}
        return names

    def _parameters(self) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
        found = _mapping(self._content, ("parameters",))
        of_all: dict[str, str] = {}
        of_one: dict[str, dict[str, str]] = {}
        for key, value in found.items():
            place = ("parameters", key)
            if isinstance(value, Mapping):
                try:
                    operation = named(key)
                except NotValid as error:
                    raise NotValid(place, str(error)) from error
                _require_known(value, place, operation.query)
                of_one[key] = {name: _name(value, (*place, name)) for name in value}
            else:
                _require_known({key: value}, ("parameters",), sorted(vocabulary.parameters()))
                of_all[key] = _name(found, place)
        return of_all, of_one

    def _enums(self) -> dict[str, dict[str, tuple[Value, ...]]]:
        found = self._table("enums", vocabulary.ENUMS)
        return {name: self._enum(name, _mapping(found, ("enums", name))) for name in found}

    @staticmethod
    def _enum(name: str, told: Mapping[str, Any]) -> dict[str, tuple[Value, ...]]:
        members = vocabulary.ENUMS[name]
        _require_known(told, ("enums", name), members)
        values = {member: _values(told, ("enums", name, member)) for member in told}
        whole = {member: values.get(member, (code,)) for member, code in members.items()}
        owners: dict[str, str] = {}
        kinds = set()
        for member, several in whole.items():
            place = ("enums", name, member if member in told else next(iter(told)))
            for value in several:
                other = owners.setdefault(str(value), member)
                kinds.add(type(value))
                if other != member:
                    place = ("enums", name, member if member in told else other)
                    raise NotValid(place, f"{value!r} is both {other} and {member}")
            if len(kinds) > 1:
                missing = ", ".join(m for m in members if m not in told)
                more = f"; not told are: {missing}" if missing else ""
                raise NotValid(place, f"the values of {name} are names or numbers, not both{more}")
        return values

    def _constants(self) -> dict[str, Mapping[str, object]]:
        found = _mapping(self._content, ("constants",))
        constants = {}
        for title in found:
            place = ("constants", title)
            try:
                operation = named(title)
            except NotValid as error:
                raise NotValid(place, str(error)) from error
            if not operation.body or "file" in operation.body:
                raise NotValid(place, f"{title} has no body")
            constants[title] = _mapping(found, place)
            _require_sendable(constants[title], place)
        return constants

    def _operations(self) -> Any:
        found = _mapping(self._content, ("operations",))
        try:
            return read_operations(found)
        except NotValid as error:
            raise NotValid(("operations", *error.place), str(error)) from error

    def _require_one_name_each(self, dialect: Dialect) -> None:
        for entity, fields in vocabulary.entities().items():
            for direction in Direction:
                owners: dict[str, str] = {}
                for name in fields:
                    here = dialect.spelled(entity, name, direction)
                    other = owners.setdefault(here, name)
                    if other != name:
                        place = self._place_of(entity, (name, other), direction)
                        reason = f"{other} and {name} of {entity} are both called {here!r}"
                        raise NotValid(place, reason)

    def _place_of(self, entity: str, names: Iterable[str], direction: Direction) -> _Place:
        """Where one of the fields got its name."""
        for name in names:
            for table in (direction.value, "fields"):
                for owner in (entity, vocabulary.inherited(entity), "*"):
                    place = (table, owner, name)
                    if _stands(self._content, place):
                        return place
        return ("names", "style")


def _require_known(found: Iterable[str], place: _Place, known: Iterable[str]) -> None:
    known = tuple(known)
    for key in found:
        if key not in known:
            near = get_close_matches(key, known, 1)
            meant = f"did you mean {near[0]!r}?" if near else f"there are: {_some(known)}"
            where = f" in {'.'.join(place)}" if place else ""
            raise NotValid((*place, key), f"there is no {key[:60]!r}{where}; {meant}")


def _some(known: tuple[str, ...]) -> str:
    return ", ".join(known[:30]) + (", ..." if len(known) > 30 else "")


def _mapping(content: Mapping[str, Any], place: _Place) -> Mapping[str, Any]:
    found = content.get(place[-1], {})
    if not isinstance(found, Mapping):
        raise NotValid(place, f"{'.'.join(place)} is no table")
    return found


def _name(table: Mapping[str, Any], place: _Place) -> str:
    found = table[place[-1]]
    if not isinstance(found, str) or not _NAME.fullmatch(found):
        raise NotValid(place, f"{'.'.join(place)} is no name of a field")
    return found


def _choice(table: Mapping[str, Any], place: _Place, choice: type[E]) -> E:
    known = {each.value: each for each in choice}
    return known[_one_of(table, place, tuple(known))]


def _one_of(table: Mapping[str, Any], place: _Place, known: tuple[str, ...]) -> str:
    """The first one where nothing is told."""
    found = table.get(place[-1], known[0])
    if not isinstance(found, str) or found not in known:
        raise NotValid(place, f"{'.'.join(place)} is one of: {', '.join(known)}")
    return found


def _number(table: Mapping[str, Any], place: _Place, otherwise: int, least: int, most: int) -> int:
    found = table.get(place[-1], otherwise)
    if isinstance(found, bool) or not isinstance(found, int) or not least <= found <= most:
        raise NotValid(place, f"{'.'.join(place)} is a number from {least} to {most}")
    return found


def _flag(table: Mapping[str, Any], place: _Place, otherwise: bool) -> bool:
    found = table.get(place[-1], otherwise)
    if not isinstance(found, bool):
        raise NotValid(place, f"{'.'.join(place)} is true or false")
    return found


def _value(table: Mapping[str, Any], place: _Place, otherwise: Value) -> Value:
    (found,) = _values({place[-1]: otherwise} | dict(table), place, most=1)
    return found


def _values(table: Mapping[str, Any], place: _Place, most: int = 100) -> tuple[Value, ...]:
    """A text, a number, or some of them."""
    found = table.get(place[-1], [])
    several = found if isinstance(found, list) else [found]
    for value in several:
        if isinstance(value, bool) or not isinstance(value, str | int) or abs(_size(value)) > 2**63:
            raise NotValid(place, f"{'.'.join(place)} is no name and no number")
    if not 1 <= len(several) <= most:
        raise NotValid(place, f"{'.'.join(place)} is one value")
    return tuple(several)


def _size(value: Value) -> int:
    return value if isinstance(value, int) else len(value)


def _texts(
    table: Mapping[str, Any], place: _Place, form: re.Pattern[str] | None = None
) -> Iterable[str]:
    if place[-1] not in table or table[place[-1]] == []:
        return ()
    texts = [str(value) for value in _values(table, place)]
    if form is not None and not all(form.fullmatch(text) for text in texts):
        raise NotValid(place, f"{'.'.join(place)} are words")
    return texts


def _zone(values: Mapping[str, Any]) -> ZoneInfo | None:
    if "zone" not in values:
        return None
    try:
        return ZoneInfo(values["zone"])
    except Exception as error:
        reason = "values.zone is no zone such as 'Europe/Berlin'"
        raise NotValid(("values", "zone"), reason) from error


def _require_sendable(value: object, place: _Place) -> None:
    """What JSON has a word for."""
    if isinstance(value, Mapping):
        for key, inside in value.items():
            _require_sendable(inside, (*place, key))
    elif isinstance(value, list):
        for inside in value:
            _require_sendable(inside, place)
    elif not isinstance(value, str | int | float | bool) or value != value:
        raise NotValid(place, f"{'.'.join(place)} cannot be sent")


def _stands(content: Any, place: _Place) -> bool:
    for key in place:
        if not isinstance(content, Mapping) or key not in content:
            return False
        content = content[key]
    return True


def _line_of(text: str, place: _Place) -> int:
    """The line on which the value of the keys is whole, or its table is named; where one of them is
    no key of the file, of those that lead to it. 0 where there is none."""
    whole = tomllib.loads(text)
    while place and not _stands(whole, place):
        place = place[:-1]
    if not place:
        return 0
    value = _at(whole, place)
    if isinstance(value, Mapping):
        return _first_line(text, lambda content: _stands(content, place))
    return _first_line(text, lambda content: _at(content, place) == value)


def _at(content: Any, place: _Place) -> Any:
    for key in place:
        content = content[key]
    return content


def _first_line(text: str, holds: Callable[[Mapping[str, Any]], bool]) -> int:
    """How many lines of the file are needed until this holds of what they say; once it does, it
    does of more lines too."""
    lines = text.splitlines(keepends=True)

    def holds_of(number: int) -> tuple[bool, int]:
        """Of the lines, and of as many more as make them TOML."""
        for enough in range(number, len(lines) + 1):
            try:
                return holds(tomllib.loads("".join(lines[:enough]))), enough
            except tomllib.TOMLDecodeError:
                continue
            except (KeyError, TypeError):
                return False, enough
        return True, len(lines)

    number = 1 + bisect_left(range(1, len(lines) + 1), True, key=lambda n: holds_of(n)[0])
    return holds_of(number)[1]
