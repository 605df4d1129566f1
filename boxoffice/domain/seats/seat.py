"""What a seat can be like, apart from where it is."""

from __future__ import annotations

from enum import IntEnum, IntFlag


class SeatState(IntEnum):
    """What can be done with a seat. MINE and PENDING are this counter's own: in the order on
    screen, and on the way to the server. OTHER is a status this program does not know: not sold."""

    FREE = 0
    RESERVED = 1
    SOLD = 2
    BLOCKED = 3
    OTHER = 4
    MINE = 5
    PENDING = 6


class SeatAttribute(IntFlag):
    WHEELCHAIR = 1
    COMPANION = 2
    RESTRICTED_VIEW = 4
    AISLE = 8
    REMOVABLE = 16


NO_ATTRIBUTES = SeatAttribute(0)
