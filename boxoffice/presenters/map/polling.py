"""When to ask the server again: often while the clerk works, seldom behind other windows."""

from __future__ import annotations

import random
from enum import Enum

_MOST = 30.0
_JITTER = 0.2


class Attention(Enum):
    """How much the clerk looks at the map; the value is the pause in seconds between two polls.

    A window behind another may still be looked at, on a second screen: it is no more than 2 s late.
    """

    ACTIVE = 1.0
    BACKGROUND = 1.5
    HIDDEN = 0.0


def pause_after(attention: Attention, failures: int, rng: random.Random) -> float:
    """Seconds until the next question: doubled with every failure up to half a minute, 20 % off
    either way so that counters do not ask in step."""
    base = attention.value or Attention.BACKGROUND.value
    pause = min(_MOST, base * 2.0 ** min(failures, 10))
    return pause * rng.uniform(1 - _JITTER, 1 + _JITTER)
