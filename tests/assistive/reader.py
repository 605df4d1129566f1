"""Reads a program's window through AT-SPI, as a screen reader does, and prints it as JSON.

A program of its own for the system's Python, which has the bindings (pyatspi); it takes the name of
the program to read.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import pyatspi  # type: ignore[import-not-found]

_PATIENCE = 20  # seconds until the program has to be there
_MOST = 80  # children that are read of one part
_WORKED = frozenset(
    {
        pyatspi.ROLE_PUSH_BUTTON,
        pyatspi.ROLE_CHECK_BOX,
        pyatspi.ROLE_RADIO_BUTTON,
        pyatspi.ROLE_TEXT,
        pyatspi.ROLE_ENTRY,
        pyatspi.ROLE_LIST,
        pyatspi.ROLE_LIST_ITEM,
        pyatspi.ROLE_TABLE,
        pyatspi.ROLE_MENU_ITEM,
        pyatspi.ROLE_COMBO_BOX,
        pyatspi.ROLE_SPIN_BUTTON,
    }
)


def read(part: Any, depth: int = 0) -> list[dict[str, object]]:
    """What is showing of a part and inside it, in the order in which it is told."""
    states = part.getState()
    if depth > 1 and not states.contains(pyatspi.STATE_SHOWING):
        return []
    can_focus = bool(states.contains(pyatspi.STATE_FOCUSABLE))
    told: dict[str, object] = {
        "depth": depth,
        "role": part.getRoleName(),
        "name": part.name or "",
        "is_control": depth > 1 and (can_focus or part.getRole() in _WORKED),
    }
    inside = [part.getChildAtIndex(index) for index in range(min(part.childCount, _MOST))]
    return [told, *(each for child in inside if child for each in read(child, depth + 1))]


def main() -> int:
    ends = time.monotonic() + _PATIENCE
    while time.monotonic() < ends:  # the program announces itself when its bus is there
        desktop = pyatspi.Registry.getDesktop(0)
        programs = [desktop.getChildAtIndex(index) for index in range(desktop.childCount)]
        wanted = [each for each in programs if each is not None and each.name == sys.argv[1]]
        if wanted:
            json.dump(read(wanted[0]), sys.stdout)
            return 0
        time.sleep(0.2)
    sys.stderr.write(f"{[each.name for each in programs if each is not None]}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
