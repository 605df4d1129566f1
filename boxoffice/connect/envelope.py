"""What an answer means: its result, or one of our errors.

A body can report failure with HTTP 200; a bare result without the wrapper is accepted.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec

from boxoffice.connect.errors import (
    BadReply,
    ConnectError,
    Refused,
    RefusedField,
    RefusedItem,
    SignedOut,
)
from boxoffice.connect.operations import Operation
from boxoffice.connect.transport import Answer

_UNSURE = frozenset({500, 502, 504})
# The status that an error type means, where the status line says something else.
_CODES = {1: 401, 2: 403, 3: 404, 4: 409, 5: 422, 6: 429, 7: 503, 8: 500}
_DECODER: msgspec.json.Decoder[Any] = msgspec.json.Decoder(float_hook=Decimal)


class Busy(Exception):
    """429 or 503: the server did nothing and asks to come back."""

    def __init__(self, reason: str, retry_after: float | None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Failed(Exception):
    """5xx: the server failed, and a write may have been done."""


def result_of(operation: Operation, answer: Answer) -> dict[str, Any]:
    """The result object of a successful answer.

    Raises:
        SignedOut, Refused, BadReply: what the server said.
        Busy, Failed: it may be asked again.
    """
    content = decoded(operation, answer)
    check(operation, answer, content)
    result = content.get(operation.result, content)
    if not isinstance(result, dict):
        raise BadReply(operation.name, f"{operation.result} is no object")
    return result


def decoded(operation: Operation, answer: Answer) -> dict[str, Any]:
    """The body as JSON, fractions as exact decimals.

    Raises:
        BadReply: it is none; another server may be speaking.
        Failed, Busy: the status says so whatever the body is.
    """
    try:
        content = _DECODER.decode(answer.body)
    except (msgspec.DecodeError, ValueError, RecursionError, ArithmeticError) as error:
        raise not_json(operation, answer, str(error)) from error
    if not isinstance(content, dict):
        raise not_json(operation, answer, "it is no object")
    return content


def not_json(operation: Operation, answer: Answer, reason: str) -> Exception:
    """What an answer that is no JSON object means."""
    if answer.status == 401:
        return SignedOut(operation.name, "the credential is not valid")
    if answer.status in (429, 503):
        return Busy(f"status {answer.status}", answer.retry_after)
    if answer.status >= 500:
        return Failed(f"status {answer.status}")
    looks_foreign = answer.media_type != "application/json" or answer.body[:1] == b"<"
    text = f"status {answer.status}, {answer.media_type or 'no media type'}: {reason[:200]}"
    return BadReply(operation.name, text, is_foreign=looks_foreign, request_id=answer.request_id)


def check(operation: Operation, answer: Answer, content: dict[str, Any]) -> None:
    """Raises what the status, the flags and the error block together say went wrong."""
    block = _error_block(operation, content)
    error_type = block.get("error_type")
    error_type = error_type if isinstance(error_type, int) else 0
    is_success = content.get("TIsSuccessful", True) is not False and error_type == 0
    if answer.status < 300 and is_success:
        return
    code = answer.status if answer.status >= 400 else _CODES.get(error_type, 500)
    reason = str(block.get("error_message") or f"status {answer.status}")[:500]
    raise _error(operation, answer, code, reason, block)


def _error(
    operation: Operation, answer: Answer, code: int, reason: str, block: dict[str, Any]
) -> ConnectError | Busy | Failed:
    if code == 401:
        return SignedOut(operation.name, reason, request_id=answer.request_id)
    if code in (429, 503):
        return Busy(reason, answer.retry_after)
    if code >= 500:
        return Failed(reason)
    if code < 400:
        return BadReply(
            operation.name, f"status {answer.status}", is_foreign=True,
            request_id=answer.request_id,
        )  # fmt: skip
    return Refused(
        operation.name, code, reason, items=_items(block), fields=_fields(block),
        request_id=answer.request_id,
    )  # fmt: skip


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
        RefusedItem(_whole(e, "error_index"), _whole(e, "error_number"), _text(e))
        for e in _entries(block, "errors")
    )


def _fields(block: dict[str, Any]) -> tuple[RefusedField, ...]:
    return tuple(
        RefusedField(str(e.get("field") or "")[:200], _text(e))
        for e in _entries(block, "field_errors")
    )


def _whole(entry: dict[str, Any], name: str) -> int:
    value = entry.get(name)
    return value if isinstance(value, int) else 0


def _text(entry: dict[str, Any]) -> str:
    return str(entry.get("error_message") or "")[:500]
