"""Which trials: every step as often as the others, on each database, with all that may be lost."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from tests.crash import power
from tests.crash.steps import RESTART, STEPS
from tests.crash.stories import NAMES
from tests.crash.trial import RANDOM, Trial

_What = tuple[str, str, str]
LEAST = 5  # kills at each step
# What leaves an intent open, and the step at which its restart is killed as well; to be asked again
# the order must not be sold yet.
_AGAIN = {
    "intent written": "restart: asked again",
    "before the sale is sent": "restart: answered",
    "sale sent": "restart: intents read",
    "sale answered": "restart: looked at",
    "before the record": "restart: before the intent is closed",
    "recorded": "restart: intent closed",
    "before the intent is closed": "restart: settled and offered",
}
_LOSSES = ("nothing", "power", "nothing", "both", "power")


def plan(count: int, databases: Sequence[str], seed: int, label: str, bug: str) -> list[Trial]:
    """The trials; of `label` only where it is not empty.

    `LEAST` rounds over all steps, then kills at random until there are `count`; where `count` is
    too small for one round, a part of it that is spread over all.
    """
    steps = len(_round(0))
    rounds = itertools.chain.from_iterable(_round(number) for number in itertools.count())
    at_random = (_at_random(number) for number in itertools.count())
    if label == RANDOM:
        chosen = list(itertools.islice(at_random, count))
    elif label:
        chosen = list(itertools.islice((x for x in rounds if label in x[1:]), count))
    else:
        labelled = list(itertools.islice(rounds, max(min(count, steps * LEAST), steps)))
        chosen = [*labelled, *itertools.islice(at_random, max(count - len(labelled), 0))]
        if count < steps:
            chosen = [labelled[number * steps // count] for number in range(count)]
    return [_trial(number, *what, databases, seed, bug) for number, what in enumerate(chosen)]


def _round(number: int) -> list[_What]:
    """A story, its step, and the step of its restart, once for each step."""
    found = []
    for at, step in enumerate(each for each in STEPS if RESTART not in each.stories):
        story = step.stories[number % len(step.stories)]
        # A restart is killed at random, too, now and then.
        again = _AGAIN.get(step.label, RANDOM if (at + number) % 4 == 0 else "")
        found.append((story, step.label, again))
    return found


def _at_random(number: int) -> _What:
    return NAMES[number % len(NAMES)], RANDOM, ""


def _trial(
    number: int, story: str, label: str, again: str, databases: Sequence[str], seed: int, bug: str
) -> Trial:
    database = databases[(number + number // 7) % len(databases)]
    loss = "nothing" if power.why_not() else _LOSSES[(number + number // 5) % len(_LOSSES)]
    if bug == "no-flush" and loss == "nothing" and not power.why_not():
        loss = "power"  # nothing else shows it
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
