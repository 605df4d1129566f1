"""The body of a request: read up to its limit, free of NUL characters, or a multipart form."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import Request

from boxoffice.service.errors import Refusal

_NO_NUL = "there is a NUL character in it"
_WRITTEN_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
_MOST_PARTS = 20


async def read_body(request: Request, most_bytes: int) -> bytes:
    """The whole body.

    Raises:
        Refusal: 413, it is larger than `most_bytes`; 503, the service ends before it is complete.
        ClientDisconnect: the client went away.
    """
    chunks = []
    length = 0
    try:
        async for chunk in request.stream():
            length += len(chunk)
            if length > most_bytes:
                raise Refusal(413, f"the body is larger than {most_bytes} bytes")
            chunks.append(chunk)
    except asyncio.CancelledError:
        raise Refusal(503, "the service was told to end") from None
    return b"".join(chunks)


# NUL characters: PostgreSQL cannot keep them, so they are refused whichever database there is.


def refuse_nul_in_query(items: Sequence[tuple[str, str]]) -> None:
    """Raises: Refusal: 422, a value in the query has a NUL character; names the parameters."""
    names = [name for name, value in items if "\0" in value]
    if names:
        raise Refusal(422, _NO_NUL, fields=[(name, _NO_NUL) for name in names])


def refuse_nul_in_json(body: bytes) -> None:
    """Raises: Refusal: 422, a text has a NUL character; names the field, or the item of a list."""
    if not _WRITTEN_NUL.search(body):
        return
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return  # the operation refuses what is no JSON
    fields = content.items() if isinstance(content, dict) else ()
    found = [(name, value) for name, value in fields if _has_nul(value)]
    items = {
        index: _NO_NUL
        for _, value in found
        if isinstance(value, list)
        for index, item in enumerate(value)
        if _has_nul(item)
    }
    named = [(name, _NO_NUL) for name, value in found if not isinstance(value, list)]
    raise Refusal(422, _NO_NUL, items=items, fields=named)


def _has_nul(value: Any) -> bool:
    return "\\u0000" in json.dumps(value)


# Multipart forms.


@dataclass(slots=True)
class _Part:
    headers: dict[bytes, bytes] = field(default_factory=dict, repr=False)
    data: bytearray = field(default_factory=bytearray, repr=False)


class _PartCollector:
    """Collects the parts from the parser's callbacks."""

    def __init__(self) -> None:
        self.parts: list[_Part] = []
        self.is_complete = False
        self._name = b""
        self._value = b""

    def begin(self) -> None:
        if len(self.parts) == _MOST_PARTS:
            raise Refusal(422, f"a form has no more than {_MOST_PARTS} parts")
        self.parts.append(_Part())

    def header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def header_end(self) -> None:
        self.parts[-1].headers[self._name.lower()] = self._value
        self._name = self._value = b""

    def content(self, data: bytes, start: int, end: int) -> None:
        self.parts[-1].data += data[start:end]

    def end(self) -> None:
        self.is_complete = True


def form_of(content_type: str, body: bytes) -> dict[str, bytes]:
    """The parts of a multipart form by name; of parts with the same name the first one.

    Raises:
        Refusal: 422, the body is no multipart form, or ends too early.
    """
    kind, options = parse_options_header(content_type)
    boundary = options.get(b"boundary", b"")
    if kind != b"multipart/form-data" or not boundary:
        raise Refusal(422, "the body is no multipart form")
    collector = _PartCollector()
    try:
        parser = MultipartParser(
            boundary,
            {
                "on_part_begin": collector.begin,
                "on_header_field": collector.header_name,
                "on_header_value": collector.header_value,
                "on_header_end": collector.header_end,
                "on_part_data": collector.content,
                "on_end": collector.end,
            },
        )
        parser.write(body)
        parser.finalize()
    except FormParserError as error:
        raise Refusal(422, f"the form cannot be read: {str(error)[:200]}") from error
    if not collector.is_complete:
        raise Refusal(422, "the form ends too early")
    found: dict[str, bytes] = {}
    for part in collector.parts:
        found.setdefault(_name_of(part), bytes(part.data))
    return found


def _name_of(part: _Part) -> str:
    _, options = parse_options_header(part.headers.get(b"content-disposition", b""))
    return options.get(b"name", b"").decode("utf-8", "replace")
