"""Runs the machine, and its bugs put in on purpose."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.errors import Flaky
from hypothesis.stateful import run_state_machine_as_test

from tests.service.stateful.broken import Bug, broken
from tests.service.stateful.machine import Counters
from tests.service.stateful.model import Mismatch
from tests.service.stateful.world import two_services


@dataclass(slots=True)
class Count:
    """What was done: runs of the machine, and steps in all of them."""

    runs: int = 0
    steps: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    found: list[Mismatch] = field(default_factory=list)


def run(
    database: str,
    examples: int,
    *,
    steps: int = 20,
    seeded: int = 0,
    bug: Bug | None = None,
    is_shrunk: bool = True,
    count: Count | None = None,
) -> Count:
    """Runs the machine so many times.

    Args:
        is_shrunk: whether what was found is made as short as can be, which takes its time.
        count: what is counted into; it stays where something was found.

    Raises:
        Mismatch: the service did what the rules do not allow, with the steps that show it.
    """
    counted = Count() if count is None else count
    with broken(bug), two_services(database) as world:

        class Machine(Counters):
            def __init__(self) -> None:
                counted.runs += 1
                super().__init__()

            def teardown(self) -> None:
                if isinstance(error := sys.exception(), Mismatch):
                    counted.found.append(error)
                counted.steps += self.turn
                for request in self.sent:
                    counted.kinds[request.kind] += 1

        Machine.world = world
        phases: list[Any] = [Phase.generate]
        if is_shrunk:
            phases.append(Phase.shrink)
        try:
            run_state_machine_as_test(
                seed(seeded)(Machine),
                settings=settings(
                    max_examples=examples,
                    stateful_step_count=steps,
                    deadline=None,
                    database=None,
                    phases=phases,
                    suppress_health_check=list(HealthCheck),
                    print_blob=False,
                    report_multiple_bugs=False,
                ),
            )
        except Flaky as error:
            # A race that was lost once need not be lost again when it is tried.
            if counted.found:
                raise counted.found[0] from error
            raise
    return counted
