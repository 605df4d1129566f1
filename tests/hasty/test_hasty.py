from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.hasty.run import failures, run
from tests.journeys.conftest import Play, dressed, play

__all__ = ["dressed", "play"]  # fixtures

pytestmark = pytest.mark.gui


def test_a_hasty_hand_for_a_few_seconds(play: Play, tmp_path: Path) -> None:
    async def story() -> None:
        came = await run(tmp_path, 4, seed=7)
        assert came.acts > 20
        assert (came.failures, came.held) == ((), 0)

    play(story())


def test_what_nobody_had_foreseen_is_noticed() -> None:
    with failures() as found:
        logging.getLogger("boxoffice.presenters.tasks").error("buy failed")
    assert found == ["buy failed"]
