"""The real program killed at every step, started again, and looked at as a clerk does.

    python -m tests.crash [--trials 200] [--seed N] [--database sqlite|postgresql|both] [--jobs N]
                          [--label STEP] [--bug BUG] [--list] [--json FILE]

Exits with 1 where a promise was broken: a seat sold twice, an order lost, what became of one not
said, seats held that nobody can reach, paper of what is not sold, a restart that fails. With a bug
that is put in it has to.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests import postgresql
from tests.crash import power, steps
from tests.crash.bugs import BUGS
from tests.crash.house import Houses
from tests.crash.judge import KINDS
from tests.crash.plan import plan
from tests.crash.trial import RANDOM, Outcome, Trial, run


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--jobs", type=int, default=2, help="trials at once")
    labels = [step.label for step in steps.STEPS]
    parser.add_argument("--label", choices=(*labels, RANDOM), default="", metavar="STEP")
    parser.add_argument("--bug", choices=sorted(BUGS), default="")
    parser.add_argument("--list", action="store_true", help="the steps")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(words)
    if options.list:
        sys.stdout.write("\n".join(labels) + "\n")
        return 0
    both = ("sqlite", "postgresql")
    databases = both if options.database == "both" else (options.database,)
    if "postgresql" in databases and (reason := postgresql.why_not()):
        sys.stderr.write(f"{reason}\n")
        return 2
    steps.check()
    if reason := power.why_not():
        sys.stderr.write(f"no power is lost: {reason}\n")
    trials = plan(options.trials, databases, options.seed, options.label, options.bug)
    began = time.monotonic()
    outcomes = run_all(trials, options.jobs)
    told = summary(outcomes, time.monotonic() - began)
    if options.json:
        options.json.write_text(json.dumps(told, indent=1))
    sys.stdout.write("\n".join(_lines(told, outcomes)) + "\n")
    return 1 if any(outcome.faults for outcome in outcomes) else 0


def run_all(trials: Sequence[Trial], jobs: int) -> list[Outcome]:
    with Houses() as houses, ThreadPoolExecutor(jobs) as pool:
        for database in {trial.database for trial in trials}:
            houses.prepare(database)
        outcomes = []
        for outcome in pool.map(partial(run, houses=houses), trials):
            outcomes.append(outcome)
            for line in _faults(outcome):
                sys.stderr.write(f"{line}\n")
            if len(outcomes) % 20 == 0:
                sys.stderr.write(f"{len(outcomes)} of {len(trials)}\n")
        return outcomes


def summary(outcomes: Sequence[Outcome], seconds: float) -> dict[str, object]:
    """The figures: how often it was killed where, and what was wrong."""
    faults = Counter(kind for outcome in outcomes for kind, _ in outcome.faults)
    kills = Counter(label for outcome in outcomes for label in outcome.trial.kills)
    noted = Counter(kind for outcome in outcomes for kind, _ in outcome.notes)
    return {
        "trials": len(outcomes),
        "kills": dict(kills),
        "databases": dict(Counter(outcome.trial.database for outcome in outcomes)),
        "lost": dict(Counter(outcome.trial.loss for outcome in outcomes)),
        "settled": sum(outcome.settled for outcome in outcomes),
        "offered": sum(outcome.offered for outcome in outcomes),
        "faults": {kind: faults[kind] for kind in KINDS},
        "notes": dict(noted),
        "seconds": round(seconds, 1),
        "outcomes": [outcome.as_json() for outcome in outcomes],
    }


def _faults(outcome: Outcome) -> list[str]:
    trial = outcome.trial
    how = f"{trial.story}, {', then '.join(trial.kills)} ({trial.database}, lost: {trial.loss})"
    return [f"{kind}: trial {trial.number}, {how}: {text}" for kind, text in outcome.faults]


def _lines(told: dict[str, object], outcomes: Sequence[Outcome]) -> list[str]:
    """The figures; the faults have been told as they came."""
    lines = [line for outcome in outcomes for line in _faults(outcome)]
    bugs = {outcome.trial.bug for outcome in outcomes} - {""}
    lines = [f"caught: {bug}" if lines else f"NOT caught: {bug}" for bug in bugs]
    kills = told["kills"]
    assert isinstance(kills, dict)
    lines += [f"{count:4} kills  {label}" for label, count in kills.items()]
    shown = ("trials", "databases", "lost", "settled", "offered", "faults", "notes", "seconds")
    return [*lines, *(f"{name}: {told[name]}" for name in shown)]


if __name__ == "__main__":
    sys.exit(main())
