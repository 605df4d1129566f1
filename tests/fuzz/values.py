"""Values that no honest server sends, and JSON that a library would not write."""

from __future__ import annotations

import copy
import json
import string
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any


@dataclass(frozen=True, slots=True)
class Raw:
    """A value as it is to stand in the answer, JSON or not."""

    text: str


@dataclass(frozen=True, slots=True)
class Doubled:
    """An object with a key that comes twice."""

    content: dict[str, Any]
    key: str
    again: object


def written(value: object, most: int) -> str:
    """The value as JSON, raw parts as they are and lone surrogates escaped; cut where it is longer
    than `most` letters."""
    parts: list[str] = []
    length = 0
    for part in _parts(value):
        parts.append(part)
        length += len(part)
        if length > most:
            break
    return "".join(parts)[:most]


def _parts(value: object) -> Iterator[str]:
    if isinstance(value, Raw):
        yield value.text
    elif isinstance(value, Doubled):
        yield from _fields([*value.content.items(), (value.key, value.again)])
    elif isinstance(value, dict):
        yield from _fields(value.items())
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield "," if number else "["
            yield from _parts(each)
        yield "]" if value else "[]"
    else:
        yield json.dumps(value)


def _fields(fields: Iterable[tuple[str, object]]) -> Iterator[str]:
    mark = "{"
    for name, each in fields:
        yield f"{mark}{json.dumps(name)}:"
        yield from _parts(each)
        mark = ","
    yield "{}" if mark == "{" else "}"


_NUMBERS: tuple[object, ...] = (
    0,
    -0.0,
    1,
    -1,
    2,
    3,
    4,
    5,
    9,
    77,
    2**31 - 1,
    2**31,
    -(2**31) - 1,
    2**53 + 1,
    2**63 - 1,
    2**63,
    -(2**63),
    -(2**63) - 1,
    2**64,
    10**30,
    -(10**300),
    0.1,
    1.5,
    -0.001,
    1e12,
    1.0000001e12,
    999_999_999_999.999,
    1e15,
    1e308,
    5e-324,
    4_102_444_800,
    1e11,
    *(
        Raw(text)
        for text in (
            "1e400",
            "-1e400",
            "1e-400",
            "1e99999999",
            "-1e999999999",
            "0e99999999",
            "1e-99999999",
            "NaN",
            "Infinity",
            "-Infinity",
            "9" * 4300,
            "9" * 5000,
            "-" + "9" * 5000,
            "0." + "3" * 3000,
            "1." + "0" * 900,
            "01",
            "+1",
            "1.",
            ".5",
            "0x10",
            "1e",
        )
    ),
)
_TEXTS: tuple[str, ...] = (
    "",
    " ",
    "x",
    "1",
    "-1",
    "1.5",
    "NaN",
    "sNaN",
    "-Infinity",
    "1e99999999",
    "9" * 5000,
    "true",
    "null",
    "EUR",
    "eur",
    "EURO",
    "ÄÖÜ",
    "E\u0155R",
    "EUR\n",
    "#aabbcc",
    "#AABBCC\n",
    "red",
    "\x00",
    "a\x00b",
    "\r\nSet-Cookie: a=b",
    "\u202eevil\u202c",
    "\u2066x",
    "\ufeff",
    "\uffff",
    "\ud800",
    "\udc00\ud800",
    "x\udfff",
    "\U0001f3ad",
    "e\u0301" * 50,
    "<script>alert(1)</script>",
    "{0}",
    "%s%n",
    "' OR 1=1 --",
    "../../etc/passwd",
    "Europe",
    "Europe/Vienna",
    "x" * 300,
    "file:///etc/passwd",
    "https://xn--0/",
    "javascript:alert(1)",
    "2026-09-25T09:21:55",
    "2026-09-25T09:21:55Z",
    "2026-09-25",
    "2026-13-45T99:99:99Z",
    "0001-01-01T00:00:00",
    "0001-01-01T00:00:00+14:00",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59",
    "9999-12-31T23:59:59-14:00",
    "9999-12-31T23:59:59.999999-23:59",
    "0000-00-00T00:00:00Z",
    "10000-01-01T00:00:00Z",
    "2026-09-25T09:21:55+99:00",
)
_EMPTY: tuple[object, ...] = (None, True, False, [], {}, [None], [[]], [{}], {"id": 1}, {"": None})


def strange(rng: Random) -> Any:
    """A value that is wrong nearly everywhere."""
    return rng.choice(_MAKERS)(rng)


def _long(rng: Random) -> str:
    return rng.choice(("a", "\u202e", "\U0001f3ad", "\x00", " ")) * rng.choice((10_001, 60_000))


def _deep(rng: Random) -> Raw:
    depth = rng.choice((50, 300, 800, 950, 1000, 200_000))
    begin, end = rng.choice((("[", "]"), ('{"a":', "}"), ('[{"id":', "}]")))
    is_whole = rng.random() < 0.8
    return Raw(begin * depth + "1" + (end * depth if is_whole else ""))


def _any_text(rng: Random) -> str:
    return "".join(
        chr(rng.choice((rng.randrange(0x80), rng.randrange(0x11_0000))))
        for _ in range(rng.randrange(12))
    )


def _empty(rng: Random) -> Any:
    return copy.deepcopy(rng.choice(_EMPTY))  # it may be changed further


def _rarely(rng: Random) -> Any:
    return rng.choice((_long, _deep))(rng) if rng.random() < 0.2 else _empty(rng)


_MAKERS: tuple[Callable[[Random], Any], ...] = (
    lambda rng: rng.choice(_NUMBERS),
    lambda rng: rng.choice(_NUMBERS),
    lambda rng: rng.choice(_TEXTS),
    lambda rng: rng.choice(_TEXTS),
    _empty,
    lambda rng: rng.randrange(-10, 10**6),
    lambda rng: rng.uniform(-1e6, 1e6),
    _any_text,
    _rarely,
)


def document(rng: Random, names: tuple[str, ...], depth: int = 4) -> Any:
    """Any JSON; its objects use the names now and then."""
    if depth == 0 or rng.random() < 0.3:
        return strange(rng)
    if rng.random() < 0.3:
        return [document(rng, names, depth - 1) for _ in range(rng.randrange(4))]
    letters = string.ascii_lowercase
    return {
        rng.choice(names) if rng.random() < 0.8 else rng.choice(letters): document(
            rng, names, depth - 1
        )
        for _ in range(rng.randrange(6))
    }
