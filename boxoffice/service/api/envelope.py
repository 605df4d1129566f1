"""The envelope of every answer: the result under the name of its type, flags and errors beside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from starlette.responses import Response

from boxoffice.service.errors import Refusal, TooManyRequests

_ENCODER = msgspec.json.Encoder(decimal_format="number")
_FLAGS = {"TIsAuthorizedUser": True, "TIsTrustedApplication": True, "IsTestEnvironment": False}
ERROR_TYPES = {401: 1, 403: 2, 404: 3, 409: 4, 422: 5, 429: 6, 503: 7, 500: 8}
# Refusals of HTTP itself have no type of their own: a wrong verb, a body that is too large.
_HTTP_TYPES = {405: 3, 413: 5}


def wrapped(
    result_name: str, result: dict[str, Any], flags: Mapping[str, Any] | None = None
) -> bytes:
    """The answer to a request that was done; `flags` are added to the usual ones."""
    flags = {"TIsSuccessful": True, **_FLAGS, **(flags or {})}
    return _ENCODER.encode({result_name: result, **flags})


def refusal_response(refusal: Refusal) -> Response:
    """The answer to a request that was refused."""
    headers = {"WWW-Authenticate": "AUTHTOKEN"} if refusal.status == 401 else {}
    if refusal.status in (429, 503):
        headers["Retry-After"] = str(refusal.seconds if isinstance(refusal, TooManyRequests) else 1)
    return Response(refused(refusal), refusal.status, headers, "application/json")


def refused(refusal: Refusal) -> bytes:
    """The error block, with one item for each seat or price that was refused."""
    error_type = ERROR_TYPES.get(refusal.status) or _HTTP_TYPES.get(refusal.status, 8)
    return _ENCODER.encode(
        {
            "TIsSuccessful": False,
            **_FLAGS,
            "TIsAuthorizedUser": refusal.status != 401,
            "error_type": error_type,
            "error_number": refusal.status,
            "error_message": refusal.reason,
            "error_stack_trance": "",
            "errors": [
                {"error_index": index, "error_number": refusal.status, "error_message": text}
                for index, text in sorted(refusal.items.items())
            ],
            "warnings": [],
            "field_errors": [
                {
                    "error_index": index,
                    "error_number": refusal.status,
                    "error_message": text,
                    "field": field,
                }
                for index, (field, text) in enumerate(refusal.fields)
            ],
        }
    )
