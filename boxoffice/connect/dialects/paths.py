"""Operations with other paths and verbs, as a site has them."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches

from boxoffice.connect.operations import BY_TITLE, Operation

_VERBS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_FIELDS = ("path", "verb")
_LETTERS = frozenset(string.ascii_letters + string.digits + "-._~/{}")


class NotValid(ValueError):
    """Something of a dialect cannot be used. `place` are the keys that lead to it."""

    def __init__(self, place: tuple[str, ...], reason: str) -> None:
        super().__init__(reason)
        self.place = place


def read_operations(found: Mapping[str, object]) -> dict[Operation, Operation]:
    """The operations that a site has otherwise, by how they stand in the table.

    Args:
        found: such as `{"Order PUT": {"path": "/v2/orders/{orderID}", "verb": "POST"}}`.

    Raises:
        NotValid: no such operation, verb or path, or a path with other parameters.
    """
    return {named(title): _changed(title, fields) for title, fields in found.items()}


def named(title: str) -> Operation:
    """The operation of that title.

    Raises:
        NotValid: there is none.
    """
    operation = BY_TITLE.get(title)
    if operation is None:
        near = get_close_matches(title, BY_TITLE, 1)
        meant = f"; did you mean {near[0]!r}?" if near else ""
        raise NotValid((title,), f"there is no operation {title[:60]!r}{meant}")
    return operation


def _changed(title: str, fields: object) -> Operation:
    operation = named(title)
    if not isinstance(fields, Mapping):
        raise NotValid((title,), f"{title} is no table of a path and a verb")
    for name, value in fields.items():
        if name not in _FIELDS:
            raise NotValid((title, name), f"{title} has a path and a verb, no {name!r}")
        if not isinstance(value, str):
            raise NotValid((title, name), f"{title}: the {name} is no text")
    verb, path = fields.get("verb", operation.verb), fields.get("path", operation.path)
    if verb not in _VERBS:
        raise NotValid((title, "verb"), f"{title}: {verb[:20]!r} is no verb")
    if reason := _wrong_path(path, operation.path):
        raise NotValid((title, "path"), f"{title}: {reason}")
    return replace(operation, verb=verb, path=path)


def _wrong_path(path: str, known: str) -> str:
    """Why the path cannot be used, empty where it can."""
    if not path.startswith("/") or ".." in path or "//" in path or set(path) - _LETTERS:
        return f"{path[:60]!r} is no path below the server's address"
    try:
        names = _parameters(path)
    except ValueError:
        return f"the braces of {path[:60]!r} do not match"
    if names != _parameters(known):
        return f"the parameters of the path are those of {known}"
    return ""


def _parameters(path: str) -> list[str]:
    """Raises ValueError where the braces do not match."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(path) if name is not None)
