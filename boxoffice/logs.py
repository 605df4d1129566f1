"""How the program's own log looks."""

from __future__ import annotations

import logging


def set_up(level: int) -> None:
    """Lets lines of this level and above appear on standard error."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
