"""Which trials: every step as often as the others, on each database, with all that may be lost."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from tests.crash import power
from tests.crash.steps import RESTART, STEPS
from tests.crash.stories import NAMES
from tests.crash.trial import RANDOM, Trial

LEAST = 5  # kills at each step
# What leaves an intent open, so that its restart has something to be killed at.
_LEAVES_OPEN = (
    "intent written",
    "sale sent",
    "sale answered",
    "before the record",
    "recorded",
    "before the intent is closed",
)
_LOSSES = ("nothing", "power", "nothing", "both", "power")


def plan(count: int, databases: Sequence[str], seed: int, label: str, bug: str) -> list[Trial]:
    """The trials; of `label` only where it is not empty.

    `LEAST` rounds over all steps, then kills at random until there are `count`; where `count` is
    too small for one round, a part of it that is spread over all.
    """
    rounds: Iterator[tuple[str, str, str]] = itertools.chain.from_iterable(
        _round(number) for number in itertools.count()
    )
    if label:
        rounds = (each for each in rounds if label in each[1:])
    steps = [each for each in STEPS if RESTART not in each.stories]
    labelled = count if label else len(steps) * LEAST
    if label == RANDOM:
        chosen = [_at_random(number) for number in range(count)]
    else:
        chosen = list(itertools.islice(rounds, labelled))[: max(count, len(steps))]
        chosen += [_at_random(number) for number in range(count - labelled)]
        if count < len(steps):
            chosen = [chosen[number * len(steps) // count] for number in range(count)]
    return [_trial(number, *what, databases, seed, bug) for number, what in enumerate(chosen)]


def _round(number: int) -> Iterator[tuple[str, str, str]]:
    """A story, its step, and the step of its restart, once for each step."""
    restarts = [each.label for each in STEPS if RESTART in each.stories]
    for step in STEPS:
        if RESTART in step.stories:
            continue
        story = step.stories[number % len(step.stories)]
        again = ""
        if step.label in _LEAVES_OPEN:
            again = restarts[(_LEAVES_OPEN.index(step.label) + number) % len(restarts)]
        yield story, step.label, again


def _at_random(number: int) -> tuple[str, str, str]:
    return NAMES[number % len(NAMES)], RANDOM, ""


def _trial(
    number: int, story: str, label: str, again: str, databases: Sequence[str], seed: int, bug: str
) -> Trial:
    database = databases[(number + number // 7) % len(databases)]
    loss = "nothing" if power.why_not() else _LOSSES[(number + number // 5) % len(_LOSSES)]
    if loss == "both" and database != "sqlite":
        loss = "power"
    nth = next((step.nth for step in STEPS if step.label == label), 1)
    return Trial(
        number,
        database,
        story,
        label,
        nth,
        loss,
        choice=("go on", "give back")[(number // 2) % 2],
        is_spoiled=number % 7 == 3,
        again=again,
        bug=bug,
        seed=seed * 1_000 + number,
    )
