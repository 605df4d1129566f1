"""Valid answers made wrong: first as values, then as bytes."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from tests.fuzz.values import Doubled, strange

Json = dict[str, Any]
# A place in a document: what holds it, and its key there.
Spot = tuple[Any, Any]
FLAGS = (
    "TIsSuccessful",
    "TIsAuthorizedUser",
    "IsTestEnvironment",
    "TCreatedFileURL",
    "TOperatorID",
    "error_number",
    "error_stack_trance",
    "TIsNew",
)
_OF_ITEMS = ("error_index", "error_number", "error_message", "field")


def mutated(rng: Random, document: Json) -> Any:
    """The document with some things wrong; it is changed in place."""
    found: Any = document
    for _ in range(rng.choice((1, 1, 1, 2, 2, 4, 8))):
        if not isinstance(found, dict) or not found:
            break
        found = rng.choice(_MUTATIONS)(rng, found)
    return found


def spots(value: Any) -> Iterator[Spot]:
    """Every place in a document, its inside included."""
    places = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inside in list(places):
        yield value, key
        if isinstance(inside, dict | list):
            yield from spots(inside)


def _any(rng: Random, document: Json) -> Spot:
    """A place; below the result rather than among the flags."""
    first = next((v for v in document.values() if isinstance(v, dict)), document)
    found = list(spots(first if rng.random() < 0.8 else document))
    return rng.choice(found) if found else (document, "x")


def _replace(rng: Random, document: Json) -> Any:
    holder, key = _any(rng, document)
    holder[key] = strange(rng)
    return document


def _drop(rng: Random, document: Json) -> Any:
    holder, key = _any(rng, document)
    if isinstance(holder, dict):
        holder.pop(key, None)
    else:
        del holder[key]
    return document


def _reshape(rng: Random, document: Json) -> Any:
    """An entry for a list, a list for an entry, a text for a number, and so on."""
    holder, key = _any(rng, document)
    inside = holder[key] if key in holder or isinstance(holder, list) else None
    shapes: tuple[Callable[[], Any], ...] = (
        lambda: [inside],
        lambda: {"a": inside},
        lambda: {str(key): inside},
        lambda: str(inside),
        lambda: [inside, inside],
        lambda: None,
        lambda: {str(n): v for n, v in enumerate(inside)} if isinstance(inside, list) else [],
        lambda: list(inside.values()) if isinstance(inside, dict) else {},
    )
    holder[key] = rng.choice(shapes)()
    return document


def _repeat(rng: Random, document: Json) -> Any:
    """Entries that come twice, or by the dozen, or in another order."""
    lists = [h[k] for h, k in spots(document) if isinstance(h, dict) and isinstance(h[k], list)]
    full = [found for found in lists if found]
    if full:
        chosen = rng.choice(full)
        chosen.extend([rng.choice(chosen)] * rng.choice((1, 1, 3, 40)))
        rng.shuffle(chosen)
    return document


def _double(rng: Random, document: Json) -> Any:
    holder, key = _any(rng, document)
    inside = holder[key] if isinstance(holder, list) else holder.get(key)
    if isinstance(inside, dict) and inside:
        holder[key] = Doubled(inside, rng.choice(list(inside)), strange(rng))
    return document


def _rename(rng: Random, document: Json) -> Any:
    holder, key = _any(rng, document)
    if isinstance(holder, dict) and key in holder:
        name = str(key)
        holder[rng.choice((name.upper(), name + "_", "", "\udc80", "id"))] = holder.pop(key)
    return document


def _unwrap(rng: Random, document: Json) -> Any:
    name = next(iter(document))
    shapes: tuple[Callable[[], Any], ...] = (
        lambda: document[name],
        lambda: {"Result": document[name]},
        lambda: [document],
        lambda: {name: document},
        lambda: {name.lower(): document[name]},
        lambda: document[name],
        lambda: {**document, name: [document[name]]},
        lambda: {**document, name: strange(rng)},
    )
    return rng.choice(shapes)()


def _flag(rng: Random, document: Json) -> Any:
    document[rng.choice(FLAGS)] = strange(rng)
    return document


def _blame(rng: Random, document: Json) -> Any:
    """An error block of any contents, beside the result or in it."""
    block = next((v for v in document.values() if isinstance(v, dict)), document)
    block = block if rng.random() < 0.4 else document
    block["error_type"] = rng.choice((0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1, None, strange(rng)))
    block["error_message"] = rng.choice(("no", strange(rng)))
    for name in ("errors", "field_errors", "warnings"):
        items = [
            {field: strange(rng) for field in _OF_ITEMS if rng.random() < 0.8}
            for _ in range(rng.randrange(3))
        ]
        block[name] = rng.choice((items, [*items, strange(rng)], strange(rng)))
    return document


def _lie(rng: Random, document: Json) -> Any:
    """Paging that is not true, and markers of any kind."""
    result = next((v for v in document.values() if isinstance(v, dict)), document)
    totals = (-1, 0, 1, 3, 10**6, 10**6 + 1, 2**63, -(2**70), "2", 2.0, 1e300, True, strange(rng))
    result["total_count"] = rng.choice(totals)
    if rng.random() < 0.5:
        result["last_updated"] = strange(rng)
    return document


_MUTATIONS = (
    _replace,
    _replace,
    _replace,
    _replace,
    _drop,
    _drop,
    _reshape,
    _repeat,
    _double,
    _rename,
    _unwrap,
    _flag,
    _blame,
    _lie,
)


def damaged(rng: Random, body: bytes) -> bytes:
    """The bytes with some of them wrong."""
    return rng.choice(_DAMAGES)(rng, body)


def _flip(rng: Random, body: bytes) -> bytes:
    changed = bytearray(body)
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        if changed:
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _cut(rng: Random, body: bytes) -> bytes:
    return body[: rng.randrange(len(body) + 1)]


def _insert(rng: Random, body: bytes) -> bytes:
    at = rng.randrange(len(body) + 1)
    parts = (
        b"\xff",
        b"\xc0\x80",
        b"\xed\xa0\x80",
        b"\x00",
        b"}",
        b"[",
        b'"',
        b",",
        b"\\",
        b"\\u",
        b"\xf4\x90\x80\x80",
        b"\xef\xbb\xbf",
        rng.randbytes(8),
    )
    return body[:at] + rng.choice(parts) + body[at:]


def _swap(rng: Random, body: bytes) -> bytes:
    """A piece of the body somewhere else in it."""
    start, at = rng.randrange(len(body) + 1), rng.randrange(len(body) + 1)
    return body[:at] + body[start : start + rng.randrange(200)] + body[at:]


def _other(rng: Random, body: bytes) -> bytes:
    text = body.decode(errors="replace")
    others = (
        b"",
        b"null",
        b"[]",
        b"{}",
        b'""',
        b"0",
        b"<html><body>Sign in",
        b"\xef\xbb\xbf" + body,
        body + body,
        body + b"x",
        b" " * 1000 + body,
        text.encode("utf-16"),
        rng.randbytes(200),
        text.encode("latin-1", "replace"),
        gzip.compress(body),
        b"[" * 200_000,
        b'{"a":' * 200_000,
    )
    return rng.choice(others)


_DAMAGES = (_flip, _flip, _cut, _insert, _insert, _swap, _other)


def packed(rng: Random, body: bytes) -> bytes:
    """What stands behind a `Content-Encoding`: right, cut short, or no such thing at all."""
    kinds = (
        gzip.compress(body, 1),
        gzip.compress(body, 1)[:-5],
        zlib.compress(body),
        body,
        b"\x1f\x8b" + rng.randbytes(60),
        gzip.compress(body, 1) + b"more",
        rng.randbytes(90),
    )
    return rng.choice(kinds)
