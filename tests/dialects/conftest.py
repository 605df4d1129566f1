from __future__ import annotations

from tests.journeys.conftest import dressed, play

__all__ = ["dressed", "play"]
