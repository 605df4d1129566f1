"""Five sizes of letters, three heights of controls, and the steps of space between them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """A size of letters: its height, that of its line, in pixels, and its usual weight."""

    size: int
    line: int
    weight: int


REGULAR, MEDIUM, STRONG = 400, 500, 600
SUM = Type(34, 40, STRONG)  # what is paid, and what is given back
TITLE = Type(20, 28, STRONG)  # titles, counts that are typed, money that was given
LEAD = Type(15, 20, STRONG)  # the next step
BODY = Type(13, 20, REGULAR)  # all else
SMALL = Type(12, 16, REGULAR)  # second words, and the words on the map
TYPES = {"sum": SUM, "title": TITLE, "lead": LEAD, "body": BODY, "small": SMALL}

STEPS = (4, 8, 12, 16, 24)  # between things
LOW, CONTROL, TALL = 32, 40, 52  # heights of controls: in lists, by default, of the next step
RADIUS = 6
ICON, SMALL_ICON = 20, 16
