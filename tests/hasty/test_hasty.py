from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.hasty.run import Came, failures, run
from tests.journeys.conftest import Play, dressed, play
from tests.turns import MOST, best_of, can_tell

__all__ = ["dressed", "play"]  # fixtures

pytestmark = pytest.mark.gui


def test_a_hasty_hand_for_a_few_seconds(play: Play, tmp_path: Path) -> None:
    def hastily() -> Came:
        found: list[Came] = []

        async def story() -> None:
            found.append(await run(tmp_path, seed=7, least=60))

        play(story())
        assert (found[0].failures, found[0].held) == ((), 0)
        return found[0]

    came = best_of(3, hastily, lambda came: came.stood_still < MOST)
    assert came.stood_still < MOST or not can_tell()


def test_what_nobody_had_foreseen_is_noticed() -> None:
    with failures() as found:
        logging.getLogger("boxoffice.presenters.tasks").error("buy failed")
    assert found == ["buy failed"]
