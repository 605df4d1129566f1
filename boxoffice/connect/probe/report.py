"""What a person reads of a probe: for each operation what came, and whether a counter can sell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from boxoffice.connect import operations
from boxoffice.connect.dialects.dialect import Marker
from boxoffice.connect.dialects.vocabulary import ENUMS, ENVELOPE, entities, inherited
from boxoffice.connect.operations import Operation
from boxoffice.connect.probe import forms
from boxoffice.connect.probe.asking import GIVEN_UP
from boxoffice.connect.probe.fields import Matched, Row, needed
from boxoffice.connect.probe.guessing import Found
from boxoffice.connect.probe.heard import Fate, Heard, shown_name, shown_words
from boxoffice.connect.probe.shapes import Shape
from boxoffice.connect.probe.trial import Step
from boxoffice.domain.closed_sets import complete

_MOST_NAMES = 12
_FLAGS = ("IsTestEnvironment", "TIsSecondFactorNeeded", "TIsTrustedApplication")
# Without which nothing can be sold.
_NEEDED = (
    operations.EVENTS,
    operations.SEATS,
    operations.PRICE_CATEGORIES,
    operations.SALES_TYPES,
    operations.SALES_TYPE_PRICES,
    operations.SEAT_STATUS,
)
_STATES = ("seat_status", "event_status", "order_status")


class Verdict(Enum):
    """What it comes to."""

    READY = "ready"
    IN_PART = "in part"
    BROKEN_OFF = "broken off"
    WEB_PAGE = "a web page"
    FOREIGN = "another API"
    OTHER_PATHS = "other paths"
    NOT_REACHED = "not reached"
    SILENT = "no answers in time"
    SIGNED_OUT = "not signed in"
    SECOND_FACTOR = "second factor"
    ERRORS_ALONE = "errors alone"
    NO_EVENTS = "no events"


VERDICTS = complete(
    Verdict,
    {
        Verdict.READY: "A counter can sell there, with the dialect below.",
        Verdict.IN_PART: "It is a Connect server, and something that a sale needs is missing.",
        Verdict.BROKEN_OFF: "Broken off: this is what is known so far.",
        Verdict.WEB_PAGE: "There is a web page at this address, and no Connect server: the address"
        " of the API is another one, often with /connect at its end.",
        Verdict.FOREIGN: "Something answers at this address that is no Connect server.",
        Verdict.OTHER_PATHS: "A server answers, and has none of the paths that were asked for: the"
        " address is another one, or its operations have other paths; [operations] in a dialect"
        " says them.",
        Verdict.NOT_REACHED: "The server cannot be reached.",
        Verdict.SILENT: "The server is there, and does not answer in time.",
        Verdict.SIGNED_OUT: "The server does not take this credential.",
        Verdict.SECOND_FACTOR: "The server wants a second factor from this user: a counter needs a"
        " credential without one, or one that has been confirmed.",
        Verdict.ERRORS_ALONE: "The server answers everything with an error.",
        Verdict.NO_EVENTS: "It is a Connect server, and it has no events for this credential: seats"
        " and prices could not be looked at.",
    },
)


@dataclass(frozen=True)
class Report:
    """What was found, in words.

    Attributes:
        reason: more of the verdict, such as the server's own words.
        problems: what a sale needs and is not there, or cannot be told.
        lines: of each operation, and of all together.
        is_test: the server says that nothing that is sold there is real; None where it says
            nothing.
    """

    verdict: Verdict
    reason: str = ""
    problems: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    is_test: bool | None = None
    checks: tuple[str, ...] = field(default=())

    def text(self) -> str:
        """The whole, for a terminal."""
        told = [*self.lines, "", VERDICTS[self.verdict]]
        if self.reason:
            told.append(f"  {self.reason}")
        told += [f"  - {problem}" for problem in self.problems]
        return "\n".join(told)


def report(
    answers: Sequence[Heard],
    found: Found,
    *,
    secret: str = "",
    is_broken_off: bool = False,
    steps: Sequence[Step] = (),
) -> Report:
    """What a person reads of the answers.

    Args:
        secret: never stands in it.
        steps: of a trial.
    """
    writer = _Writer(found, secret)
    lines = [line for heard in answers for line in writer.operation(heard)]
    lines += writer.whole()
    lines += ["", *map(str, steps)] if steps else []
    told_steps = [str(step) for step in steps if not step.is_good]
    problems = (*_problems(answers, found), *told_steps)
    verdict, reason = _verdict(answers, found, writer, bool(problems))
    if is_broken_off:
        verdict, reason = Verdict.BROKEN_OFF, ""
    is_told = verdict in (Verdict.IN_PART, Verdict.READY, Verdict.BROKEN_OFF)
    told = problems if is_told else ()
    return Report(verdict, reason, told, tuple(lines), says_test(found, answers))


def says_test(found: Found, answers: Sequence[Heard]) -> bool | None:
    """Whether the server says that it is a test environment; one answer that says no counts."""
    told = {
        _truth(value)
        for heard in answers
        if heard.content is not None
        for value in (_flag(found, heard.content, "IsTestEnvironment"),)
    }
    return False if False in told else True if True in told else None


def _truth(value: Any) -> bool | None:
    if isinstance(value, str):
        value = {"true": True, "1": True, "false": False, "0": False}.get(value.lower())
    return bool(value) if isinstance(value, int) and value in (0, 1) else None


def _flag(found: Found, content: Mapping[str, Any], name: str) -> Any:
    """What a flag of an answer says, by whichever name it has here."""
    for key in (found.spelled(ENVELOPE, name), name):
        if key in content:
            return content[key]
    return None


class _Writer:
    def __init__(self, found: Found, secret: str) -> None:
        self._found = found
        self._secret = secret

    def operation(self, heard: Heard) -> Iterable[str]:
        """One operation: its head, and what was seen of it."""
        operation = heard.operation
        shape = self._found.shapes.get(operation.title)
        yield f"{operation.title}: {self._head(heard, shape)}"
        if heard.content is None or shape is None:
            return
        words = self.words(heard.content)
        if words:
            yield f"    says: {words}"
        warnings = self._warnings(heard.content)
        if warnings:
            yield f"    warnings: {warnings}"
        if heard.fate is not Fate.ANSWERED or not shape.is_found:
            return
        matched = self._found.matched.get(shape.entity, Matched())
        yield from self._fields(matched)
        yield from self._forms(shape, matched)
        if operation.items and heard.size:
            yield f"    paging: {self._paging(heard, shape)}"
        flags = self._flags(heard.content)
        if flags:
            yield f"    flags: {flags}"

    def _head(self, heard: Heard, shape: Shape | None) -> str:
        if heard.fate is Fate.NOT_ASKED:
            return f"not asked: {heard.reason}"
        if heard.fate is Fate.NO_ANSWER:
            return f"no answer: {shown_words(heard.reason, self._secret)}"
        status = f"{heard.status}"
        if heard.fate is Fate.NOT_THERE:
            return f"{status}, not there"
        if heard.fate is not Fate.ANSWERED:
            told = f": {shown_words(heard.reason, self._secret)}" if heard.reason else ""
            return f"{status}, {heard.fate.value}{told}"
        if shape is None or shape.trouble:
            return f"{status}, {shape.trouble if shape else 'nothing in it'}"
        if not shape.is_found:
            names = _names(heard.content or {})
            return f"{status}, neither result nor list found; there are: {names}"
        result = f"result {shown_name(shape.result)}" if shape.result else "no result around it"
        if not heard.operation.items:
            return f"{status}, {result}"
        return f"{status}, {result}, list {shown_name(shape.items)}, {shape.count} entries"

    def _fields(self, matched: Matched) -> Iterable[str]:
        guessed = [
            f"{name} is {shown_name(guess.here)} ({guess.reason})"
            for name, guess in matched.fields.items()
            if guess.reason
        ]
        if guessed:
            yield f"    called otherwise: {'; '.join(guessed)}"
        if matched.missing:
            yield f"    needed, and missing: {', '.join(matched.missing)}"
        for name, keys in matched.doubtful.items():
            yield f"    {name} may be any of: {', '.join(map(shown_name, keys))}"
        if matched.misfits:
            yield f"    hold something else than expected: {', '.join(matched.misfits)}"
        if matched.unknown:
            told = [
                f"{shown_name(key)} ({', '.join(sorted(k.value for k in kinds)) or 'empty'})"
                for key, kinds in list(matched.unknown.items())[:_MOST_NAMES]
            ]
            more = len(matched.unknown) - len(told)
            yield f"    unknown: {', '.join(told)}" + (f" and {more} more" if more > 0 else "")

    def _forms(self, shape: Shape, matched: Matched) -> Iterable[str]:
        """The forms of values: never a value, but for members of enumerations."""
        told: dict[str, list[str]] = {}
        for name, guess in matched.fields.items():
            kind = entities()[shape.entity][name]
            values = [row[guess.here] for row in shape.rows if row.get(guess.here) is not None]
            if not values or not kind:
                continue
            if kind == "time":
                told.setdefault("times", []).extend(forms.time_forms(values))
            elif kind == "money":
                told.setdefault("money", []).extend(_money_kinds(values))
            elif kind in ("id", "ref"):
                told.setdefault("ids", []).extend(k.value for k in forms.kinds(values))
            elif kind[1:] in ENUMS:
                told.setdefault(name, []).extend(_members(values))
        for what, seen in told.items():
            yield f"    {what}: {', '.join(dict.fromkeys(seen))}"

    def _paging(self, heard: Heard, shape: Shape) -> str:
        found = self._found
        matched = found.matched.get(heard.operation.result, Matched())

        def number(name: str) -> Any:
            key = matched.named(name)
            return shape.inside.get(key) if key else None

        total, size = number("total_count"), number("page_size")
        marker = number("last_updated")
        kind = "none" if marker in (None, "") else "number" if str(marker).isdigit() else "text"
        of = f" of {total}" if forms.amount_of(total) is not None else ""
        if shape.count > heard.size:
            honoured = "the size is not honoured"
        elif forms.amount_of(size) not in (None, heard.size):
            honoured = f"pages of {forms.amount_of(size)} are given"
        elif shape.count == heard.size:
            honoured = "the size is honoured"
        else:
            honoured = "all in one page"
        return f"asked for {heard.size}, came {shape.count}{of}: {honoured}; marker: {kind}"

    def _flags(self, content: Mapping[str, Any]) -> str:
        told = ((name, _truth(_flag(self._found, content, name))) for name in _FLAGS)
        return ", ".join(f"{n} {str(v).lower()}" for n, v in told if v is not None)

    def words(self, content: Mapping[str, Any]) -> str:
        """What the server says in words."""
        blocks = [content, *(each for each in content.values() if isinstance(each, Mapping))]
        said = [_flag(self._found, block, "error_message") for block in blocks]
        said.append(_flag(self._found, content, "TTextMessage"))
        told = [shown_words(w, self._secret) for w in said if isinstance(w, str) and w.strip()]
        return "; ".join(dict.fromkeys(told))

    def _warnings(self, content: Mapping[str, Any]) -> str:
        entries = _flag(self._found, content, "warnings")
        if not isinstance(entries, list) or not entries:
            return ""
        said = [
            shown_words(entry.get(key), self._secret)
            for entry in entries[:3]
            if isinstance(entry, Mapping)
            for key in (*self._warning_names(), "message")
            if isinstance(entry.get(key), str)
        ]
        return f"{len(entries)}" + (f": {'; '.join(dict.fromkeys(said))}" if said else "")

    def _warning_names(self) -> tuple[str, ...]:
        return (self._found.spelled("KeyperWarningInfoItem", "error_message"),)

    def whole(self) -> Iterable[str]:
        """What all answers say together."""
        found = self._found
        yield ""
        if found.style_votes:
            acronyms = ", ".join(sorted(found.acronyms))
            capitals = f", with {acronyms} in capitals" if acronyms else ""
            yield f"names: {found.style.value}{capitals}"
        form, reason = found.money
        yield f"money: {form or 'cannot be told'} ({reason}); currencies: {_or(found.currencies)}"
        yield f"times: {_or(found.time_forms)}; unset: {_or(found.unset_times)}"
        if found.lacks_zone:
            zone, why = found.zone
            yield f"zone: {zone or 'not told'} ({why})"
        yield f"ids that stand for none: {_or(map(repr, found.unset_ids))}"
        for name, seen in found.enums.items():
            if seen.values:
                values = ", ".join(_members(seen.values))
                told = f" → {seen.reason}" if seen.reason else ""
                yield f"{name}: {values}{told}"
        marker, why = found.marker
        yield f"marker: {'none' if marker is Marker.NONE else why}"
        yield from (f"NO DIALECT CAN SAY THIS: {trouble}" for trouble in found.troubles)


def _or(values: Iterable[str]) -> str:
    return ", ".join(values) or "none"


def _names(content: Mapping[str, Any]) -> str:
    names = [shown_name(key) for key in list(content)[:_MOST_NAMES]]
    return ", ".join(names) or "nothing"


def _members(values: Iterable[Any]) -> list[str]:
    told = dict.fromkeys(values)
    return [
        str(v) if isinstance(v, int) or forms.is_member_name(v) or str(v).isdigit() else "(a text)"
        for v in list(told)[:_MOST_NAMES]
    ]


def _money_kinds(values: Sequence[Any]) -> list[str]:
    return sorted(kind.value for kind in forms.kinds(values))


def _problems(answers: Sequence[Heard], found: Found) -> Iterable[str]:
    fates = {heard.operation: heard for heard in answers}
    for operation in _NEEDED:
        is_optional = operation is operations.SEAT_STATUS and _has_list(
            found, operations.JT_SEAT_STATUS
        )
        if operation in fates and not is_optional:
            yield from _missing(fates[operation], found)
    yield from _unclear_fields(found)
    for name in _STATES:
        seen = found.enums[name]
        if seen.others and not seen.told:
            yield f"{name}: values that mean nothing here: {', '.join(_members(seen.others))}"
    if found.columns.get("money") and not found.money[0]:
        yield "money: whether amounts are cents cannot be told"
    yield from found.troubles


def _missing(heard: Heard, found: Found) -> Iterable[str]:
    title = heard.operation.title
    if heard.fate is not Fate.ANSWERED:
        yield f"{title}: {heard.fate.value}"
        return
    shape = found.shapes.get(title)
    if shape is None or not (shape.is_found or shape.trouble):
        yield f"{title}: neither result nor list was found"


def _unclear_fields(found: Found) -> Iterable[str]:
    for entity in dict.fromkeys(_entity(op) for op in (*_NEEDED, operations.ORDER)):
        matched = found.matched.get(entity)
        for name in matched.missing if matched else ():
            yield f"{entity}: {name} was not found"
        for name in matched.misfits if matched else ():
            if name in needed(entity):
                yield f"{entity}: {name} holds something else than expected"
        for name, keys in matched.doubtful.items() if matched else ():
            yield f"{entity}: {name} may be any of {', '.join(map(shown_name, keys))}"


def _entity(operation: Operation) -> str:
    if operation.items:
        return entities()[operation.result][operation.items][1:-1]
    return inherited(operation.result) or operation.result


def _has_list(found: Found, operation: Operation) -> bool:
    shape = found.shapes.get(operation.title)
    return shape is not None and shape.is_found


def _verdict(
    answers: Sequence[Heard], found: Found, writer: _Writer, has_problems: bool
) -> tuple[Verdict, str]:
    asked = [h for h in answers if h.fate is not Fate.NOT_ASKED]
    answered = [h for h in asked if h.fate is Fate.ANSWERED]
    lists = [h for h in answered if _is_read(found, h)]
    contents: list[Row] = [h.content for h in asked if h.content is not None]
    words = next((w for c in contents if (w := writer.words(c))), "")
    if any(_truth(_flag(found, c, "TIsSecondFactorNeeded")) for c in contents) and not lists:
        return Verdict.SECOND_FACTOR, words
    if asked and asked[0].fate is Fate.SIGNED_OUT:
        return Verdict.SIGNED_OUT, words
    if lists and any(h.reason == GIVEN_UP for h in answers):
        return Verdict.SILENT, GIVEN_UP
    if asked and all(h.fate is Fate.NO_ANSWER for h in asked):
        reason = shown_words(asked[0].reason)
        is_slow = "no answer within" in reason or "Timeout" in reason
        return (Verdict.SILENT if is_slow else Verdict.NOT_REACHED), reason
    if not lists:
        if any(h.is_page for h in asked):
            return Verdict.WEB_PAGE, ""
        if all(h.fate is Fate.NOT_THERE for h in asked):
            return Verdict.OTHER_PATHS, words
        is_ours = any(_speaks_connect(c) for c in contents)
        if (words and is_ours) or (words and len(contents) == len(asked)):
            return Verdict.ERRORS_ALONE, words
        names = next((_names(c) for c in contents), "")
        reason = f"its answers have: {names}" if names else shown_words(asked[0].reason)
        return Verdict.FOREIGN, reason
    shape = found.shapes.get(operations.EVENTS.title)
    if shape is not None and shape.is_found and not shape.rows:
        return Verdict.NO_EVENTS, words
    return (Verdict.IN_PART if has_problems else Verdict.READY), ""


def _is_read(found: Found, heard: Heard) -> bool:
    """Whether its list was found: in an error there is none."""
    shape = found.shapes.get(heard.operation.title)
    if shape is None or not shape.is_found:
        return False
    return bool(shape.rows) or bool(shape.items)


def _speaks_connect(content: Row) -> bool:
    """Whether an answer has what only this API has."""
    names = {str(name).lower() for name in content}
    known = {n.lower() for n in entities()[ENVELOPE] if n[:1].isupper()} - {"errorlink"}
    return len(names & known) >= 1
