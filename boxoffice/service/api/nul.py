"""NUL characters, which PostgreSQL cannot keep: refused on either database, with their place."""

from __future__ import annotations

import json
import re
from typing import Any

from boxoffice.service.errors import Refusal

NO_NUL = "there is a NUL character in it"
_WRITTEN = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


def refuse_nul(body: bytes) -> None:
    """Raises: Refusal: 422, a text in the JSON has one; names the field or the item of a list."""
    if not _WRITTEN.search(body):
        return
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return  # whoever reads it refuses it
    found = [(name, value) for name, value in _fields(content) if _has(value)]
    items = {
        index: NO_NUL
        for _, value in found
        if isinstance(value, list)
        for index, item in enumerate(value)
        if _has(item)
    }
    fields = [(name, NO_NUL) for name, value in found if not isinstance(value, list)]
    raise Refusal(422, NO_NUL, items=items, fields=fields)


def _fields(content: Any) -> list[tuple[str, Any]]:
    return list(content.items()) if isinstance(content, dict) else []


def _has(value: Any) -> bool:
    return "\\u0000" in json.dumps(value)
