"""How the program starts itself once more, for a part of its work."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_BESIDE = Path(__file__).resolve().parents[2]  # where the package lies
_SECRETS = ("BOXOFFICE_TOKEN", "PGPASSWORD")


def command(*words: str) -> list[str]:
    """The command line of this program with other words: of the frozen one where it is frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-m", "boxoffice", *words]


def environment(**more: str) -> dict[str, str]:
    """The environment of a child: ours without its secrets, and `more`.

    The child finds this very package, and takes nothing from the folder that we were started in.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _SECRETS}
    if not getattr(sys, "frozen", False):
        path = (str(_BESIDE), os.environ.get("PYTHONPATH", ""))
        kept |= {"PYTHONPATH": os.pathsep.join(filter(None, path)), "PYTHONSAFEPATH": "1"}
    return kept | more
