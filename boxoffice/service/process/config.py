"""What to serve, and how: the settings of one start."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from boxoffice.domain.venue import Venue
from boxoffice.service.errors import ServiceError
from boxoffice.service.process.tls import Certificate

RATE = 200
MOST_ORDERS = 1000
_HOLD_VARIABLE = "BOXOFFICE_HOLD_SECONDS"


@dataclass(frozen=True, slots=True)
class ServeConfig:
    """What to serve, and how.

    Attributes:
        port: 0 for a free one.
        data: the data file; None for a temporary one.
        database: the address of a database server, instead of a file.
        venues: are added to the data if these lack them.
        token: of the service's own credential; None for the one that is kept beside the data, or a
            new one.
        hold_seconds: how long a hold lasts; None for what the environment says, or ten minutes.
        certificate: for TLS; None for plain HTTP, to this machine only.
        rate: requests a second of one credential, twice as many at once; 0 for no limit.
        most_orders: that a credential may have open at a time; 0 for any number.
        access_log: whether each request gets a line on standard error.
    """

    host: str = "127.0.0.1"
    port: int = 0
    data: Path | None = None
    database: str | None = field(default=None, repr=False)
    venues: tuple[Venue, ...] = ()
    token: str | None = field(default=None, repr=False)
    hold_seconds: float | None = None
    certificate: Certificate | None = None
    rate: int = RATE
    most_orders: int = MOST_ORDERS
    access_log: bool = False


def hold_seconds_of(config: ServeConfig) -> float:
    """The hold's length in seconds.

    Raises:
        ServiceError: the environment names no such length.
    """
    if config.hold_seconds is not None:
        return config.hold_seconds
    text = os.environ.get(_HOLD_VARIABLE, "600")
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 86_400:
        raise ServiceError(f"{_HOLD_VARIABLE} is no number of seconds: {text[:40]!r}")
    return seconds
