"""In which form values come: times, money, ids, members of enumerations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

from boxoffice.connect.dialects.vocabulary import ENUMS

_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DIGITS = re.compile(r"-?\d{1,19}")
_AMOUNT = re.compile(r"-?\d{1,12}(\.\d{1,6})?")
_MEMBER = re.compile(r"[A-Za-z][A-Za-z0-9_ \-]{0,29}")
_UNSET_YEARS = ("0001-", "1900-", "1753-", "1970-01-01T00:00:00")
_UNSET_ID = (0, -1, "0", "-1", "")
# Coins that are no hundredths.
_NO_CENTS = ("JPY", "KRW", "HUF", "ISK", "CLP", "VND")
_DEAR = 1000  # what no seat costs on the average
_CHEAP = 400
_FACTORS = ((1, ""), (10, " times ten"), (-1, " from the other end"))
# What else a member may be called; what the vendor's sister APIs call it stands here too.
_ALSO = {
    "seat_status": {
        "free": "free available open vacant",
        "reserved": "reserved held hold inbasket incart locked pending optioned",
        "sold": "sold booked taken occupied used completed",
        "blocked": "blocked block closed unavailable disabled notforsale shut",
    },
    "event_status": {
        "draft": "draft planned new inactive hidden unpublished",
        "on_sale": "onsale open active published available selling insale",
        "sold_out": "soldout full",
        "cancelled": "cancelled canceled calledoff annulled",
        "ended": "ended over past finished closed archived",
    },
    "order_status": {
        "open": "open reserved pending new held created inprogress",
        "completed": "completed complete sold paid done closed finished",
        "cancelled": "cancelled canceled voided annulled deleted storno",
        "expired": "expired timedout lapsed overdue",
    },
    "payment_type": {
        "none": "none unpaid",
        "cash": "cash",
        "card": "card creditcard",
        "voucher": "voucher coupon",
        "invoice": "invoice bill",
        "mixed": "mixed several split",
    },
    "area_kind": {
        "seated": "seated seats seating numbered",
        "standing": "standing stand unseated unnumbered general",
        "table": "table tables",
        "decoration": "decoration decor stage other",
    },
    "ticket_status": {"valid": "valid grant used active", "void": "void block invalid cancelled"},
    "mapping_type": {"event": "event", "seat": "seat", "sales_type": "salestype pricetype"},
}


class Form(Enum):
    """What JSON says a value is, finely enough to tell fields apart."""

    WHOLE = "whole number"
    FRACTION = "number"
    DIGITS = "digits as text"
    AMOUNT = "number as text"
    TIME = "time"
    TEXT = "text"
    EMPTY = "empty text"
    FLAG = "yes or no"
    OBJECT = "object"
    LIST = "list"
    NONE = "null"


_FORMS: Mapping[type, Form] = {
    type(None): Form.NONE,
    bool: Form.FLAG,
    int: Form.WHOLE,
    Decimal: Form.FRACTION,
    list: Form.LIST,
}


def kind_of(value: Any) -> Form:
    if isinstance(value, str):
        return _kind_of_text(value)
    return _FORMS.get(type(value), Form.OBJECT)


def _kind_of_text(text: str) -> Form:
    if not text.strip():
        return Form.EMPTY
    if _TIME.fullmatch(text) or _DAY.fullmatch(text):
        return Form.TIME
    if _DIGITS.fullmatch(text):
        return Form.DIGITS
    return Form.AMOUNT if _AMOUNT.fullmatch(text) else Form.TEXT


def kinds(values: Iterable[Any]) -> frozenset[Form]:
    """The kinds of values, but for those that stand for none."""
    return frozenset(kind_of(v) for v in values) - {Form.NONE, Form.EMPTY}


def is_id(value: Any) -> bool:
    return kind_of(value) in (Form.WHOLE, Form.DIGITS)


def unset_times(values: Iterable[Any]) -> list[str]:
    """Times that stand for none, and that no clock has ever shown anybody."""
    found = {v for v in values if isinstance(v, str) and v.startswith(_UNSET_YEARS)}
    return sorted(found)


def unset_ids(values: Iterable[Any]) -> list[str]:
    found = {str(v) for v in values if not isinstance(v, bool) and v in _UNSET_ID}
    return sorted(found)


def time_forms(values: Iterable[Any]) -> list[str]:
    """In which forms times come, in words."""
    found: Counter[str] = Counter()
    for value in values:
        if isinstance(value, str) and (told := _TIME.fullmatch(value)):
            zone = told[3]
            form = "no offset" if zone is None else "Z" if zone == "Z" else "with offset"
            digits = len(told[2]) - 1 if told[2] else 0
            found[form + (f", {digits} digits of a second" if digits else "")] += 1
        elif isinstance(value, str) and _DAY.fullmatch(value):
            found["a day without a time"] += 1
        elif isinstance(value, int | Decimal) and not isinstance(value, bool):
            found["a number"] += 1
        elif isinstance(value, str) and value.strip():
            found["another text"] += 1
    return [form for form, _ in found.most_common()]


def amount_of(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def money_form(values: Sequence[Any], currencies: Iterable[str]) -> tuple[str, str]:
    """Whether amounts are 'cents' or 'decimal', empty where that cannot be told; and why."""
    amounts = [a for v in values if (a := amount_of(v)) is not None and a > 0]
    if not amounts:
        return "", "no amounts were seen"
    if any(isinstance(v, Decimal) or (isinstance(v, str) and "." in v) for v in values):
        return "decimal", f"{len(amounts)} amounts, some with a fraction"
    middle = sorted(amounts)[len(amounts) // 2]
    span = f"{len(amounts)} amounts, all whole, from {min(amounts)} to {max(amounts)}"
    if any(c in _NO_CENTS for c in currencies):
        return "decimal", f"{span}, of a currency without cents"
    if middle >= _DEAR:
        return "cents", f"{span}: as cents, the middle one is {middle / 100:.2f}"
    if middle <= _CHEAP:
        return "decimal", f"{span}: as cents, the middle one were {middle / 100:.2f}"
    return "", f"{span}: that may be either"


def members(enumeration: str, values: Iterable[Any]) -> tuple[dict[str, list[Any]], list[Any]]:
    """The members that values are by their names, and the values that are nobody's."""
    found: dict[str, list[Any]] = {}
    others = []
    for value in dict.fromkeys(v for v in values if isinstance(v, str | int)):
        member = _member(enumeration, value) if isinstance(value, str) else None
        if member is None:
            others.append(value)
        else:
            found.setdefault(member, []).append(value)
    return found, others


def _member(enumeration: str, value: str) -> str | None:
    text = "".join(c for c in value.lower() if c.isalnum())
    for member, also in _ALSO[enumeration].items():
        if text == member.replace("_", "") or text in also.split():
            return member
    return None


def is_member_name(value: Any) -> bool:
    """A value that may be shown: the name of a member, and nobody's name."""
    return isinstance(value, str) and _MEMBER.fullmatch(value) is not None


def unseen(enumeration: str, member: str, seen: Iterable[str], taken: Iterable[str]) -> list[str]:
    """What a member that was not seen may be called, by how those are written that were.

    Args:
        taken: what is another one's already.
    """
    seen = list(seen)
    join = "_" if any("_" in value for value in seen) else ""
    is_shouted = bool(seen) and all(value == value.upper() for value in seen)
    is_small = bool(seen) and all(value[:1].islower() for value in seen)
    parts = member.split("_")
    first = _written(parts, join, is_shouted, is_small)
    more = [
        _written([word], join, is_shouted, is_small) for word in _ALSO[enumeration][member].split()
    ]
    used = {value.lower() for value in taken}
    return [v for v in dict.fromkeys([first, *more]) if v.lower() not in used]


def _written(parts: list[str], join: str, is_shouted: bool, is_small: bool) -> str:
    if is_shouted:
        return ("_" if len(parts) > 1 else "").join(parts).upper()
    words = parts if join and is_small else [part.capitalize() for part in parts]
    text = join.join(words)
    return text[0].lower() + text[1:] if is_small else text


def numbered(
    enumeration: str, known: Mapping[str, int], seen: Iterable[int]
) -> tuple[dict[str, int], str, bool]:
    """The numbers of all members by those that are known; empty where nothing fits all that was
    seen. What the numbers are, and whether nothing else fits."""
    codes, seen = ENUMS[enumeration], set(seen)
    fitting = []
    for factor, words in _FACTORS:
        steps = {value - codes[member] * factor for member, value in known.items()}
        if len(steps) != 1:
            continue
        step = steps.pop()
        told = {member: code * factor + step for member, code in codes.items()}
        if seen <= set(told.values()):
            more = f" and {step} more" if step and factor > 0 else ""
            fitting.append((told, f"the contract's numbers{words}{more}"))
    if not fitting:
        return {}, "the numbers are in no order that is known", False
    return *fitting[0], len(fitting) == 1
