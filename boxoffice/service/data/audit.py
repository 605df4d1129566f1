"""The audit trail: every change, in the transaction that makes it, with counter, clerk and time.

The database itself lets nobody change or remove what stands there. The lines that name a seat stand
in the order in which it changed hands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from boxoffice.service.data.places import Place
from boxoffice.service.data.schema import audit

# What a line says was done to the order and the seats that it names.
RESERVED, PRICED, COMPLETED, GIVEN_BACK, CANCELLED, EXPIRED = (
    "reserved",
    "priced",
    "completed",
    "given back",
    "cancelled",
    "expired",
)

_ADDED = audit.insert().inline()  # nobody asks for its number


def record(
    connection: Connection,
    at: float,
    what: str,
    *,
    counter: str = "",
    clerk: str = "",
    order_id: int | None = None,
    seats: Iterable[Place] = (),
    details: Mapping[str, Any] | None = None,
) -> None:
    """Adds a line.

    Args:
        at: seconds since 1970.
        counter: whose credential it was; empty where the service did it by itself.
    """
    line = {
        "at": at,
        "what": what,
        "counter": counter,
        "clerk": clerk,
        "order_id": order_id,
        "seats": [list(place) for place in seats] or None,
        "details": details,
    }
    connection.execute(_ADDED, line)
