"""What an answer means: its result, or one of our errors.

A body can report failure with HTTP 200; a bare result without the wrapper is accepted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import msgspec

from boxoffice.connect.errors import (
    BadReply,
    ConnectError,
    Refused,
    RefusedField,
    RefusedItem,
    ServerWarning,
    SignedOut,
)
from boxoffice.connect.http_messages import Answer
from boxoffice.connect.operations import Kind, Operation

# The status that an error type means, where the status line says something else.
_CODES = {1: 401, 2: 403, 3: 404, 4: 409, 5: 422, 6: 429, 7: 503, 8: 500}
_MOST_WORDS = 500
_MOST_WARNINGS = 100
_MOST_DIGITS = 400
_MOST_NAMES = 12
_NOT_VALID = "the credential is not valid"


def _exact(digits: str) -> Decimal:
    """A number as it was written, fractions exact.

    One that nobody could write out is as good as infinite, which no field takes: to make it whole
    could take all the memory there is. One that is next to nothing is nothing.
    """
    number = Decimal(digits)
    size = number.adjusted()
    if abs(size) <= _MOST_DIGITS:
        return number if len(digits) <= _MOST_DIGITS else +number  # rounded to 28 digits
    if not number or size < 0:
        return Decimal(0)
    return Decimal("Infinity").copy_sign(number)


_DECODER: msgspec.json.Decoder[Any] = msgspec.json.Decoder(float_hook=_exact)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a successful answer holds.

    Attributes:
        result: the result object.
        flags: everything that stood beside it.
        date: the server's clock, in seconds since 1970; None where the answer has no date.
        request_id: the request's name in the server's log; empty where the answer has none.
    """

    result: dict[str, Any]
    flags: dict[str, Any]
    date: float | None = None
    request_id: str = ""


class Busy(Exception):
    """429 or 503: the server did nothing and asks to come back. `words` are the server's."""

    def __init__(self, code: int, words: str, retry_after: float | None) -> None:
        super().__init__(f"status {code}")
        self.words = words
        self.retry_after = retry_after


class Failed(Exception):
    """5xx: the server failed, and a write may have been done. `words` are the server's."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(f"status {code}")
        self.words = words


def reply_of(operation: Operation, answer: Answer) -> Reply:
    """What a successful answer holds.

    Raises:
        SignedOut, Refused, BadReply: what the server said.
        Busy, Failed: it may be asked again.
    """
    content = decoded(operation, answer)
    check(operation, answer, content)
    result = content.get(operation.result, content)
    if result is None:  # named, and nothing in it
        result = {}
    if not isinstance(result, dict):
        reason = f"{operation.result} is no object"
        raise BadReply(operation.name, reason, request_id=answer.request_id)
    is_entity = operation.kind is Kind.READ and not operation.items
    if is_entity and result is content and "id" not in content:
        reason = f"neither {operation.result} nor an id came, but {named(content)}"
        raise BadReply(operation.name, reason, request_id=answer.request_id)
    return Reply(result, content, answer.date, answer.request_id)


def named(properties: Iterable[str]) -> str:
    """The names of properties that came, for a person to compare."""
    names = [name[:60] for name in list(properties)[:_MOST_NAMES] if name.isprintable()]
    return ", ".join(names) or "nothing"


def warnings_of(
    operation: Operation, content: dict[str, Any], request_id: str
) -> tuple[ServerWarning, ...]:
    """What the server has to say about a request that it did; no more than anybody reads."""
    blocks = (content, content.get(operation.result))
    return tuple(
        ServerWarning(
            operation.name,
            _words(e),
            _whole(e, "error_index", -1),
            _whole(e, "error_number"),
            request_id,
        )
        for block in blocks
        if isinstance(block, dict)
        for e in _entries(block, "warnings")[:_MOST_WARNINGS]
        if _words(e)
    )


def decoded(operation: Operation, answer: Answer) -> dict[str, Any]:
    """The body in the contract's names, fractions as exact decimals.

    Raises:
        BadReply: it is not an answer of this API; another server may be speaking.
        Failed, Busy: the status says so whatever the body is.
    """
    try:
        content = _DECODER.decode(answer.body)
    except (msgspec.DecodeError, ValueError, RecursionError, ArithmeticError) as error:
        raise not_json(operation, answer, str(error)) from error
    if not isinstance(content, dict):
        raise not_json(operation, answer, "it is no object")
    return operation.spoken.heard(content)


def not_json(operation: Operation, answer: Answer, reason: str) -> Exception:
    """What an answer that is no JSON object means."""
    status = answer.status
    if status == 401:
        return SignedOut(operation.name, _NOT_VALID, request_id=answer.request_id)
    if status in (429, 503):
        return Busy(status, "", answer.retry_after)
    if status >= 500:
        return Failed(status, "")
    looks_foreign = answer.media_type != "application/json" or answer.body[:1] == b"<"
    text = f"status {status}, {answer.media_type[:60] or 'no media type'}: {reason[:200]}"
    return BadReply(operation.name, text, is_foreign=looks_foreign, request_id=answer.request_id)


def check(operation: Operation, answer: Answer, content: dict[str, Any]) -> None:
    """Raises what the status, the flags and the error block together say went wrong."""
    block = _error_block(operation, content)
    error_type = _whole(block, "error_type")
    is_success = content.get("TIsSuccessful", True) is not False and error_type == 0
    if answer.status < 300 and is_success:
        return
    if answer.status >= 400:
        code = answer.status
    elif error_type == 0 and content.get("TIsAuthorizedUser", True) is False:
        code = 401
    elif error_type == 0 and (_entries(block, "field_errors") or _entries(block, "errors")):
        code = 422
    else:
        code = _CODES.get(error_type, 500)
    if code != 401 and operation.spoken.is_conflict(block):
        code = 409
    raise _error(operation, answer, code, block)


def _error(
    operation: Operation, answer: Answer, code: int, block: dict[str, Any]
) -> ConnectError | Busy | Failed:
    name, request_id = operation.name, answer.request_id
    words = _words(block)
    if 300 <= answer.status < 400:
        return BadReply(name, f"status {answer.status}", is_foreign=True, request_id=request_id)
    if code == 401:
        return SignedOut(name, _NOT_VALID, words=words, request_id=request_id)
    if code in (429, 503):
        return Busy(code, words, answer.retry_after)
    if code >= 500:
        return Failed(code, words)
    return Refused(
        name, code, words, items=_items(block), fields=_fields(block), request_id=request_id
    )


def _error_block(operation: Operation, content: dict[str, Any]) -> dict[str, Any]:
    """The error block stands beside the result, or inside it."""
    inner = content.get(operation.result)
    if isinstance(inner, dict) and inner.get("error_type") and not content.get("error_type"):
        return inner
    return content


def _entries(block: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = block.get(name)
    return [e for e in found if isinstance(e, dict)] if isinstance(found, list) else []


def _items(block: dict[str, Any]) -> tuple[RefusedItem, ...]:
    return tuple(
        RefusedItem(_whole(e, "error_index"), _whole(e, "error_number"), _words(e))
        for e in _entries(block, "errors")
    )


def _fields(block: dict[str, Any]) -> tuple[RefusedField, ...]:
    return tuple(
        RefusedField(_words(e, "field", 200), _words(e)) for e in _entries(block, "field_errors")
    )


def _whole(entry: dict[str, Any], name: str, otherwise: int = 0) -> int:
    """A whole number of 64 bits; one that has more is the largest that has not."""
    value = entry.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        return otherwise
    return max(-(2**63), min(2**63 - 1, value))


def _words(entry: dict[str, Any], name: str = "error_message", most: int = _MOST_WORDS) -> str:
    """A text or a number as text; anything else is not for a clerk's eyes, and may be endless."""
    value = entry.get(name)
    return str(value)[:most] if isinstance(value, str | int | Decimal) and value else ""
