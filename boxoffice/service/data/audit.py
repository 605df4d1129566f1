"""The audit trail: a line for every change, in its transaction, with counter, clerk and time.

Triggers of the database refuse to change or remove a line. The lines that name a seat stand in the
order in which it changed hands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from boxoffice.service.data.places import Place
from boxoffice.service.data.schema import audit

# What was done to the order and the seats that a line names.
RESERVED, PRICED, COMPLETED, GIVEN_BACK, CANCELLED, EXPIRED = (
    "reserved",
    "priced",
    "completed",
    "given back",
    "cancelled",
    "expired",
)

_ADDED = audit.insert().inline()  # its id is not needed


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
        counter: the name of the credential; empty for what the service did by itself.
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
