"""What a seat can be like, apart from where it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, IntFlag
from typing import assert_never


@dataclass(frozen=True, slots=True)
class SeatTraits:
    """What a seat's state means.

    Attributes:
        can_be_had: the clerk may take the seat, or has it in the order on screen.
        is_own: it is in the order on screen, or on its way there.
        is_taken: somebody else has it, or nobody may; a free seat that comes to this was lost.
        is_gone: it is not sold to this buyer, whatever happens next.
    """

    can_be_had: bool = False
    is_own: bool = False
    is_taken: bool = False
    is_gone: bool = False


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

    @property
    def traits(self) -> SeatTraits:
        match self:
            case SeatState.FREE:
                return SeatTraits(can_be_had=True)
            case SeatState.RESERVED:
                return SeatTraits(is_taken=True)
            case SeatState.SOLD | SeatState.BLOCKED:
                return SeatTraits(is_taken=True, is_gone=True)
            case SeatState.OTHER:
                return SeatTraits(is_gone=True)
            case SeatState.MINE | SeatState.PENDING:
                return SeatTraits(can_be_had=True, is_own=True)
            case _:
                assert_never(self)


class SeatAttribute(IntFlag):
    WHEELCHAIR = 1
    COMPANION = 2
    RESTRICTED_VIEW = 4
    AISLE = 8
    REMOVABLE = 16


NO_ATTRIBUTES = SeatAttribute(0)
