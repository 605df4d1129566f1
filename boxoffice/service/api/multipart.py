"""Multipart forms: fields and files of a body that is here as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from boxoffice.service.errors import Refusal

_MOST_PARTS = 20


@dataclass(slots=True)
class _Part:
    headers: dict[bytes, bytes] = field(default_factory=dict, repr=False)
    data: bytearray = field(default_factory=bytearray, repr=False)


class _Reader:
    """What the parser tells of, as parts."""

    def __init__(self) -> None:
        self.parts: list[_Part] = []
        self.is_whole = False
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
        self.is_whole = True


def form_of(content_type: str, body: bytes) -> dict[str, bytes]:
    """The parts of a multipart form by their names; of a name the first part counts.

    Raises:
        Refusal: 422, it is none, or ends too early.
    """
    kind, options = parse_options_header(content_type)
    boundary = options.get(b"boundary", b"")
    if kind != b"multipart/form-data" or not boundary:
        raise Refusal(422, "the body is no multipart form")
    reader = _Reader()
    try:
        parser = MultipartParser(
            boundary,
            {
                "on_part_begin": reader.begin,
                "on_header_field": reader.header_name,
                "on_header_value": reader.header_value,
                "on_header_end": reader.header_end,
                "on_part_data": reader.content,
                "on_end": reader.end,
            },
        )
        parser.write(body)
        parser.finalize()
    except FormParserError as error:
        raise Refusal(422, f"the form cannot be read: {str(error)[:200]}") from error
    if not reader.is_whole:
        raise Refusal(422, "the form ends too early")
    found: dict[str, bytes] = {}
    for part in reader.parts:
        found.setdefault(_name_of(part), bytes(part.data))
    return found


def _name_of(part: _Part) -> str:
    _, options = parse_options_header(part.headers.get(b"content-disposition", b""))
    return options.get(b"name", b"").decode("utf-8", "replace")
