"""What is to be done, however often it has to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

import msgspec

from boxoffice.connect.errors import OutcomeUnknown, Refused
from boxoffice.connect.operations import Kind, Operation

_ENCODER = msgspec.json.Encoder(decimal_format="number")
_READ_ATTEMPTS = 3
_WRITE_ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Body:
    """A body that is no JSON, as it goes out."""

    content: bytes = field(repr=False)
    media_type: str


@dataclass(slots=True)
class Call:
    """One call.

    Attributes:
        order_id: the order it is about; None where it is about none, or a new one.
        lost: why it may have been done although no answer came; empty while it cannot have been.
        request_id: of the latest attempt.
    """

    operation: Operation
    url: str
    query: Mapping[str, str] = field(repr=False)
    body: Body | None = field(repr=False)
    key: str = field(repr=False)
    order_id: int | None
    lost: str = ""
    request_id: str = ""

    @classmethod
    def of(
        cls,
        operation: Operation,
        path: Mapping[str, object],
        query: Mapping[str, str],
        body: object,
        key: str,
    ) -> Call:
        """The call as it goes out.

        Raises:
            Refused: it has letters that cannot be sent.
        """
        spoken = operation.spoken
        values = {name: quote(str(value), "") for name, value in spoken.path(path).items()}
        url, query = operation.path.format(**values), spoken.asked(query)
        try:
            "".join(query.values()).encode()
            encoded = None if body is None else _body(spoken.said(body))
        except UnicodeEncodeError as error:
            raise Refused(operation.name, 422, "") from error
        order_id = path.get("orderID")
        order_id = order_id if isinstance(order_id, int) else None
        return cls(operation, url, query, encoded, key, order_id)

    @property
    def attempts(self) -> int:
        """How often it may go out; a write that nobody could recognise again goes out once."""
        if self.operation.kind is not Kind.WRITE:
            return _READ_ATTEMPTS
        return _WRITE_ATTEMPTS if self.key or self.operation.is_idempotent else 1

    @property
    def may_be_done(self) -> bool:
        return bool(self.lost) and self.operation.kind is Kind.WRITE

    def unknown(self) -> OutcomeUnknown:
        return OutcomeUnknown(
            self.operation.name,
            self.lost,
            key=self.key,
            order_id=self.order_id,
            request_id=self.request_id,
        )


def _body(body: object) -> Body:
    return body if isinstance(body, Body) else Body(_ENCODER.encode(body), "application/json")
