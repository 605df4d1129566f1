"""How a sale stands."""

from __future__ import annotations

from enum import Enum
from typing import assert_never


class Standing(Enum):
    """How a sale stands that was on its way when the program ended.

    Some are certain, and are only told; some the clerk decides, who knows whether money was taken.
    """

    SOLD = "sold"
    READY = "ready"  # held as it was when it was to be sold
    NOT_SOLD = "not sold"
    HOLD_OVER = "hold over"
    CHANGED = "changed"  # other seats, or another sum
    OTHER_ORDER = "other order"  # of the same number, and none of ours
    UNKNOWN = "unknown"  # the server knows no such order
    UNREADABLE = "unreadable"  # what was written down of it cannot be read

    @property
    def can_be_sold(self) -> bool:
        """Whether the clerk may have it sold all the same."""
        match self:
            case Standing.READY | Standing.HOLD_OVER | Standing.CHANGED:
                return True
            case Standing.SOLD | Standing.NOT_SOLD | Standing.OTHER_ORDER:
                return False
            case Standing.UNKNOWN | Standing.UNREADABLE:
                return False
            case _:
                assert_never(self)

    @property
    def is_certain(self) -> bool:
        """Whether there is nothing for the clerk to decide."""
        return self in (Standing.SOLD, Standing.NOT_SOLD)
