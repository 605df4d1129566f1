"""The rows: a fault, what is expected, and the scenario that plays it."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.faults.broken import Bug
from tests.faults.stage import Captured, Stage, leaks, stage
from tests.turns import MOST, best_of, can_tell
from tests.waiting import PATIENCE

Play = Callable[[Stage], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """A scenario. It returns what was seen, and raises AssertionError where that is not what is
    expected.

    Attributes:
        with_service: it is played before the real service.
    """

    number: int
    fault: str
    expected: str
    play: Play
    with_service: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a scenario went."""

    row: str
    fault: str
    expected: str
    seen: str
    ok: bool
    seconds: float
    stall_ms: float

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


def row(
    number: int, fault: str, expected: str, *, with_service: bool = False
) -> Callable[[Play], Row]:
    """Makes a scenario a row."""

    def made(play: Play) -> Row:
        return Row(number, fault, expected, play, with_service)

    return made


def perform(found: Row, bug: Bug | None = None, name: str = "") -> Outcome:
    """Plays a row on a stage of its own, and looks for stalls and leaks.

    A machine may stall by itself: a stall counts where it comes in each of three performances.
    """
    return best_of(
        3,
        lambda: _perform_once(found, bug, name),
        lambda outcome: not outcome.seen.startswith("I5"),
    )


def _perform_once(found: Row, bug: Bug | None, name: str) -> Outcome:
    captured = Captured()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, captured.listening():
        with stage(Path(folder), bug, with_service=found.with_service) as played_on:
            is_ok, seen = asyncio.run(_play(found, played_on))
        if leaked := leaks(captured, played_on.errors):
            is_ok, seen = False, f"I6: {leaked[0]} ({len(leaked)} in all)"
    return Outcome(
        name or str(found.number),
        found.fault,
        found.expected,
        seen,
        is_ok,
        round(time.perf_counter() - begun, 2),
        round(played_on.turns.longest * 1000, 1),
    )


async def _play(found: Row, on: Stage) -> tuple[bool, str]:
    """Whether it went as expected, and what was seen."""
    try:
        async with asyncio.timeout(2 * PATIENCE), on.turns.of_asyncio():
            seen = await found.play(on)
    except Exception as error:  # noqa: BLE001 - whatever it is, the row did not go as expected
        on.note(error)
        text = str(error).split("\n")[0] or "no assertion text"
        kind = "" if isinstance(error, AssertionError) else f"{type(error).__name__}: "
        return False, kind + text
    finally:
        await on.aclose()
    if on.turns.longest > MOST and can_tell():
        return False, f"I5: the loop stood still for {on.turns.longest * 1000:.0f} ms"
    return True, seen
