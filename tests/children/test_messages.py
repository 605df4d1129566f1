"""What goes between the program and its children."""

from __future__ import annotations

import io

import pytest

from boxoffice.children.messages import (
    MOST_BODY,
    MOST_HEAD,
    Garbled,
    Message,
    read_message,
    write_message,
)


def sent(*messages: Message) -> bytes:
    stream = io.BytesIO()
    for message in messages:
        write_message(stream, message)
    return stream.getvalue()


def test_messages_come_out_as_they_went_in() -> None:
    messages = [
        Message({"job": "print", "names": ["Zoë", "\u2028", "\0"], "seconds": 5.5}),
        Message({}, bytes(range(256)) * 1000),
        Message({"is_last": True}, b""),
    ]
    stream = io.BytesIO(sent(*messages))
    assert [read_message(stream) for _ in messages] == messages
    assert read_message(stream) is None


def test_every_message_that_is_cut_is_told_from_the_end() -> None:
    whole = sent(Message({"job": "print"}, b"body"))
    for size in range(1, len(whole)):
        with pytest.raises(Garbled):
            read_message(io.BytesIO(whole[:size]))


@pytest.mark.parametrize(
    "data",
    [
        (MOST_HEAD + 1).to_bytes(4, "big") + bytes(4),
        bytes(4) + (MOST_BODY + 1).to_bytes(4, "big"),
        b"\xff" * 8,
        bytes(8),
        b"\0\0\0\2\0\0\0\0[]",
        b"\0\0\0\1\0\0\0\0{",
        b"\0\0\0\2\0\0\0\0\xff\xff",
        b"Hello, this is no message at all",
    ],
)
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(Garbled):
        read_message(io.BytesIO(data))


def test_a_message_that_is_too_large_is_not_sent() -> None:
    stream = io.BytesIO()
    for message in (Message({}, bytes(MOST_BODY + 1)), Message({"words": "x" * MOST_HEAD})):
        with pytest.raises(Garbled):
            write_message(stream, message)
    assert stream.getvalue() == b""
