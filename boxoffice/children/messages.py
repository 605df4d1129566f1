"""What goes between the program and its children: a head of JSON, and bytes behind it.

On the wire: the sizes of both, four bytes each with the highest first, then the head in UTF-8, then
the body. Nothing in a message is ever run.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field
from typing import IO, Any

MOST_HEAD, MOST_BODY = 4_000_000, 24_000_000  # bytes
_SIZES = struct.Struct(">II")


class Garbled(Exception):
    """What was read is no message."""


@dataclass(frozen=True, slots=True)
class Message:
    """A head of plain JSON values by name, and a body."""

    head: dict[str, Any] = field(repr=False)
    body: bytes = field(default=b"", repr=False)


def write_message(stream: IO[bytes], message: Message) -> None:
    """Sends a message.

    Raises:
        Garbled: it is larger than a message may be.
        OSError: nobody reads any more.
    """
    head = json.dumps(message.head).encode()
    if len(head) > MOST_HEAD or len(message.body) > MOST_BODY:
        raise Garbled("the message is too large")
    stream.write(_SIZES.pack(len(head), len(message.body)) + head)
    stream.write(message.body)
    stream.flush()


def read_message(stream: IO[bytes]) -> Message | None:
    """The next message; None where there will be none.

    Raises:
        Garbled: it ends in the middle, is too large, or its head is no JSON object.
        OSError: the other side is gone.
    """
    sizes = stream.read(_SIZES.size)
    if not sizes:
        return None
    if len(sizes) < _SIZES.size:
        raise Garbled("the message ends early")
    head_size, body_size = _SIZES.unpack(sizes)
    if head_size > MOST_HEAD or body_size > MOST_BODY:
        raise Garbled("the message is too large")
    head, body = stream.read(head_size), stream.read(body_size)
    if len(head) < head_size or len(body) < body_size:
        raise Garbled("the message ends early")
    try:
        values = json.loads(head)
    except ValueError as error:
        raise Garbled("the head is no JSON") from error
    if not isinstance(values, dict):
        raise Garbled("the head is no object")
    return Message(values, body)
