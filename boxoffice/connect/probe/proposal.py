"""A dialect's file that says what was found, each line with its reason."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any

from boxoffice.connect.dialects.dialect import Direction, Marker
from boxoffice.connect.dialects.vocabulary import ENVELOPE, entities, inherited, results
from boxoffice.connect.operations import BY_TITLE
from boxoffice.connect.probe.fields import Matched
from boxoffice.connect.probe.guessing import Found
from boxoffice.connect.probe.heard import shown_name

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDTH = 96
_CHECK = "CHECK: "
_SEVERAL = 3


def proposal(found: Found, about: str = "", base: str = "") -> str:
    """The file, as TOML. What is not in it is as in its base.

    Args:
        about: what it is of, for its first line.
        base: the dialect that it begins with, by name or file; empty for the contract.
    """
    lines = [*_remarks(about or "A dialect, proposed by what the server answered.")]
    lines += _remarks(
        "Lines with CHECK are guesses that may be wrong: compare them with the platform's"
        " documentation, or with what it shows, before anything is sold."
    )
    if base:
        lines += ["", f"base = {_text(base)}"]
    for table in (
        _names(found),
        _results(found),
        *_fields(found),
        *_enums(found),
        _values(found),
        _paging(found),
        _errors(found),
        _keys(found),
    ):
        if table:
            lines += ["", *table]
    if left := unseen(found):
        lines += ["", *_remarks(f"{_CHECK}not seen, and taken to be as known: {', '.join(left)}.")]
    return "\n".join(lines) + "\n"


def unseen(found: Found) -> list[str]:
    """What a sale needs and no answer showed, so that nothing is known of it."""
    left = []
    if found.matched.get("OrderCnct", Matched()).count == 0:
        left.append("orders, and the values of their status")
    if found.matched.get("TicketCnct", Matched()).count == 0:
        left.append("tickets, and the values of their status")
    if not found.enums["payment_type"].told:
        left.append("the values of payment_type, which stand in bodies alone")
    if not any(op.startswith("OrderSeat PUT") for op in found.shapes):
        left.append("names in bodies")
    return left


def _remarks(text: str) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < _WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(f"# {word}")
    return lines


def _line(key: str, value: object, reason: str, *, is_sure: bool = True) -> list[str]:
    reason = reason if is_sure else f"{_CHECK}{reason}"
    text = f"{_key(key)} = {_value(value)}"
    if len(text) + len(reason) < _WIDTH:
        return [f"{text}  # {reason}" if reason else text]
    return [*_remarks(reason), text]


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return str(value) if isinstance(value, int) else _text(str(value))


def _names(found: Found) -> list[str]:
    if found.style is found.base.style and found.acronyms == found.base.acronyms:
        return []
    lines = ["[names]"]
    lines += _line("style", found.style.value, f"{found.style_votes} names are written so")
    if found.acronyms:
        sample = next(iter(sorted(found.acronyms)))
        lines += _line("acronyms", sorted(found.acronyms), f"{sample.upper()} is all capitals")
    return lines


def _results(found: Found) -> list[str]:
    told: dict[str, tuple[str, str, bool]] = {}
    seen: dict[str, str] = {}
    for title, shape in found.shapes.items():
        result = BY_TITLE[title].result
        if shape.result and shape.is_found:
            seen[result] = shape.result
            if shape.result != found.styled.result(result):
                reason = shape.reason or "the name is written so"
                told.setdefault(result, (shape.result, reason, True))
    told |= _likewise(found, seen, set(told))
    lines = ["[results]"] if told else []
    for name, (here, reason, is_sure) in told.items():
        lines += _line(name, here, reason, is_sure=is_sure)
    return lines


def _likewise(
    found: Found, seen: Mapping[str, str], otherwise: set[str]
) -> dict[str, tuple[str, str, bool]]:
    """Results that were not seen, where all that were are called otherwise in the same way."""
    if len(otherwise) < _SEVERAL:
        return {}
    rule = _rule({found.styled.result(name): here for name, here in seen.items()})
    if rule is None:
        return {}
    more = {}
    for name in sorted(results() - seen.keys()):
        usual = found.styled.result(name)
        if (here := rule(usual)) != usual:
            more[name] = (here, "not seen; as all that were seen", False)
    return more


def _rule(names: Mapping[str, str]) -> Callable[[str], str] | None:
    """What makes all names out of the usual ones: one name for all, or a part that is left out or
    written otherwise; None for none."""
    if len(set(names.values())) == 1:
        (one,) = set(names.values())
        return lambda _: one
    usual, here = next((u, h) for u, h in names.items() if u != h)
    for tag, a, b, c, d in SequenceMatcher(None, usual, here, autojunk=False).get_opcodes():
        if tag in ("delete", "replace"):
            part, other = usual[a:b], here[c:d]
            if all(u.replace(part, other) == h for u, h in names.items()):
                return lambda name: name.replace(part, other)
    return None


def _fields(found: Found) -> Iterable[list[str]]:
    tables = dict(_renamed(found))
    _put_lists(found, tables)
    everywhere = _everywhere(found, tables)
    for table in tables.values():
        for name in everywhere:
            table.pop(name, None)
    for entity, table in {"*": everywhere, **tables}.items():
        if table:
            lines = [f"[fields.{_key(entity)}]"]
            for name, (here, reason, is_sure) in table.items():
                lines += _line(name, here, reason, is_sure=is_sure)
            yield lines


def _put_lists(found: Found, tables: dict[str, _Table]) -> None:
    """The names of lists, which are fields of their results."""
    for title, shape in found.shapes.items():
        operation = BY_TITLE[title]
        if not shape.items or not shape.is_found:
            continue
        expected = found.styled.spelled(operation.result, operation.items, Direction.READ)
        if shape.items != expected:
            table = tables.setdefault(operation.result, {})
            table.setdefault(operation.items, (shape.items, shape.reason or "its name", True))
    for result, (items, here) in _lists_likewise(found).items():
        reason = "not seen; as all lists that were seen"
        tables.setdefault(result, {})[items] = (here, reason, False)


def _lists_likewise(found: Found) -> dict[str, tuple[str, str]]:
    """Lists that were not seen, where all that were have one name."""
    names = {s.items for s in found.shapes.values() if s.items and s.is_found}
    seen = {BY_TITLE[t].result for t, s in found.shapes.items() if s.items and s.is_found}
    if len(names) != 1 or len(seen) < _SEVERAL:
        return {}
    (one,) = names
    return {
        op.result: (op.items, one)
        for op in BY_TITLE.values()
        if op.items and op.verb == "GET" and op.result not in seen
    }


_Table = dict[str, tuple[str, str, bool]]


def _renamed(found: Found) -> Iterable[tuple[str, _Table]]:
    for entity, matched in found.matched.items():
        table: _Table = {}
        for name, guess in matched.fields.items():
            if entity in results() and name in entities()[entity] and _is_list(entity, name):
                continue
            expected = found.styled.spelled(entity, name, Direction.READ)
            is_published = entity == ENVELOPE and guess.here == name
            if guess.here == expected or is_published:
                continue
            reason = guess.reason or "the same name, written otherwise"
            table[name] = (guess.here, reason, guess.is_sure)
        if table:
            yield inherited(entity) or entity, table


def _is_list(entity: str, name: str) -> bool:
    return entities()[entity][name].startswith("[")


def _everywhere(found: Found, tables: Mapping[str, _Table]) -> _Table:
    """What is called otherwise in all entities that were seen with it, two or more: so it is in
    those that were not seen, unless something else has that name there."""
    told: _Table = {}
    names = {name for table in tables.values() for name in table}
    for name in sorted(names):
        here = {table[name][0] for table in tables.values() if name in table}
        seen = [e for e, m in found.matched.items() if name in m.fields]
        if len(here) != 1 or len(seen) < 2:
            continue
        (one,) = here
        if any(found.matched[e].named(name) != one for e in seen):
            continue
        others = (
            other
            for entity, fields in entities().items()
            if name in fields
            for other in fields
            if other != name and found.spelled(entity, other) == one
        )
        if next(others, None) is None:
            is_sure = all(t[name][2] for t in tables.values() if name in t)
            reason = next(t[name][1] for t in tables.values() if name in t)
            told[name] = (one, f"{reason}; so in {len(seen)} entities, and taken for all", is_sure)
    return told


def _enums(found: Found) -> Iterable[list[str]]:
    for name, seen in found.enums.items():
        if seen.told:
            lines = [*_remarks(seen.reason if seen.is_sure else f"{_CHECK}{seen.reason}")]
            lines += [f"[enums.{name}]"]
            lines += _unknown_members(seen.others)
            for member, values in seen.told.items():
                value: Any = values[0] if len(values) == 1 else values
                lines.append(f"{member} = {_value(value)}")
            yield lines
        elif seen.others:
            told = ", ".join(str(v) for v in seen.others[:12])
            yield _remarks(f"{_CHECK}{name} has values that mean nothing here: {told}.")


def _unknown_members(values: Iterable[Any]) -> list[str]:
    told = ", ".join(shown_name(v) for v in values)
    words = f"{_CHECK}these are nobody's, add them where they belong: {told}"
    return _remarks(words) if told else []


def _values(found: Found) -> list[str]:
    lines: list[str] = []
    form, reason = found.money
    is_cents = form == "cents"
    if form and is_cents is not found.base.is_in_cents:
        lines += _line("money", form, reason, is_sure=not is_cents)
    elif not form and found.columns.get("money"):
        lines += _remarks(f'{_CHECK}money = "cents" or "decimal": {reason}')
    zone, why = found.zone
    if found.hints.zone and found.lacks_zone:
        reason = "times have no offset; in this zone an order's hold ends when it should"
        lines += _line("zone", found.hints.zone, reason)
    elif zone and found.base.zone is None:
        lines += _line("zone", zone, f"times have no offset, {why}", is_sure=False)
    elif found.lacks_zone and not zone and why.startswith("no") and found.base.zone is None:
        lines += _remarks(f'{_CHECK}zone = "Europe/…": times have no offset, and {why}')
    for key, seen, known in (
        ("unset_time", found.unset_times, found.base.unset_times),
        ("unset_id", found.unset_ids, found.base.unset_ids),
    ):
        if set(seen) - known:
            lines += _line(key, sorted({*seen, *known}), "they stand for none")
    hints = found.hints
    if hints.new_order is not None and hints.new_order != found.base.new_order:
        lines += _line("new_order", hints.new_order, "the first that was taken")
    if hints.index_from is not None and hints.index_from != found.base.index_from:
        lines += _line("error_index_from", hints.index_from, "a taken seat was named so")
    return ["[values]", *lines] if lines else []


def _paging(found: Found) -> list[str]:
    lines: list[str] = []
    size, reason = found.size
    base = found.base
    if size and size < base.page_size:
        lines += _line("size", size, reason)
    if size and size < base.bulk_size:
        lines += _line("bulk_size", size, reason)
    if found.first_page is not None and found.first_page[0] != base.first_page:
        lines += _line("first_page", *found.first_page)
    marker, why = found.marker
    if marker is Marker.NONE and base.marker is not Marker.NONE:
        lines += _line("marker", marker.value, why)
    return ["[paging]", *lines] if lines else []


def _errors(found: Found) -> list[str]:
    more = [c for c in found.hints.conflicts if str(c) not in found.base.conflicts]
    if not more:
        return []
    known = sorted(found.base.conflicts)
    return ["[errors]", *_line("conflict", [*known, *more], "a taken seat was refused with it")]


def _keys(found: Found) -> list[str]:
    knows = found.hints.knows_keys
    if knows is True:
        return [] if found.base.knows_keys else ["[keys]", *_line("known", True, "it was tried")]
    if not found.base.knows_keys:
        return []
    reason = (
        "it was tried: the same key made a second order"
        if knows is False
        else "not tried: orders are looked at before anything is asked again, which is always right"
    )
    return ["[keys]", *_line("known", False, reason)]
