"""What to serve, and how."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from boxoffice.domain.venue import Venue
from boxoffice.service.errors import ServiceError
from boxoffice.service.process.tls import Certificate

RATE = 200
_HOLD_VARIABLE = "BOXOFFICE_HOLD_SECONDS"


@dataclass(frozen=True, slots=True)
class ServeConfig:
    """What to serve.

    Attributes:
        port: 0 takes a free one.
        data: the data file; None keeps nothing beyond the end.
        database: the address of a PostgreSQL database, in place of a file.
        venues: put into the data where these do not know them yet.
        token: the credential; None takes the one kept beside the data, else makes one.
        hold_seconds: how long a hold lasts; None for ten minutes, or what the environment says.
        certificate: what it speaks TLS with; None speaks plain HTTP, to this machine only.
        rate: requests a second of one credential, twice as many at once; 0 for no limit.
        access_log: a line on standard error for each request.
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
    access_log: bool = False


def hold_seconds_of(config: ServeConfig) -> float:
    """The hold's length in seconds.

    Raises:
        ServiceError: the environment says something that is none.
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
