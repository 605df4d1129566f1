"""Names of rows and seats in the order in which people count them."""

from __future__ import annotations

import re

Natural = tuple[tuple[int, int, str], ...]

_PART = re.compile(r"\d{1,15}|\D+")


def natural_key(text: str) -> Natural:
    """Sorts 2 before 10, and row Z before row AA."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, min(len(part), 3), part)
        for part in _PART.findall(text.casefold().strip())
    )
