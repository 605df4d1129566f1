"""Where the shipped resources lie: beside the package when installed, in the checkout otherwise."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The path of a resource such as 'fonts/Inter-Regular.otf'.

    Raises:
        FileNotFoundError: it was not shipped.
    """
    for root in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(f"resource not found: {name}")
