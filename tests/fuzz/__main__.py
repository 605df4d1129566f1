"""Shows what the client makes of any answer.

`python -m tests.fuzz --examples 10000 [--type NAME]... [--seed N] [--only INDEX] [--json FILE]`
prints a table, a row for each result type; it ends with 1 where a promise was broken, and tells the
cases. `--only` runs one of them again.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import ctypes
import faulthandler
import gc
import json
import logging
import sys
import time
from pathlib import Path

from tests.fuzz.answers import SUBJECTS, Subject
from tests.fuzz.cases import case
from tests.fuzz.running import READ, Outcome, run

ERRORS = ("BadReply", "Refused", "SignedOut", "Unreachable", "OutcomeUnknown")
MOST_GROWTH = 50.0  # MB, of the whole run
_WARM_UP = 300
_HANG = 120  # seconds in which no batch ends
_BATCH = 1000


def main() -> int:
    asked = _arguments()
    logging.disable()
    subjects = [SUBJECTS[name] for name in asked.type or SUBJECTS]
    if asked.only is not None:
        return _again(subjects[0], asked.seed, asked.only)
    return asyncio.run(_all(subjects, asked))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--examples", type=int, default=10_000, help="answers of each type")
    parser.add_argument("--type", action="append", choices=list(SUBJECTS), help="only this one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, metavar="INDEX", help="one case, told in full")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the numbers go as well")
    return parser.parse_args()


async def _all(subjects: list[Subject], asked: argparse.Namespace) -> int:
    _tell(_row("result type", "answers", READ, *ERRORS, "other", "slowest ms", "asked", "MB"))
    for subject in subjects:  # caches and connections come to their size
        await run(subject, asked.seed - 1, range(_WARM_UP))
    began, first = time.monotonic(), _resident()
    outcomes, rows = [], []
    for subject in subjects:
        before = _resident()
        outcome = await _batches(subject, asked.seed, asked.examples)
        outcomes.append(outcome)
        rows.append(_numbers(outcome, _resident() - before))
        _tell(_row(*rows[-1].values()))
    growth = _resident() - first
    seconds = time.monotonic() - began
    total = sum(outcome.answers for outcome in outcomes)
    _tell(f"{total} answers in {seconds:.0f} s, memory grew by {growth:.1f} MB")
    if asked.json is not None:
        report = {"seed": asked.seed, "seconds": seconds, "growth_mb": growth, "types": rows}
        asked.json.write_text(json.dumps(report, indent=1))
    return _verdict(outcomes, growth)


async def _batches(subject: Subject, seed: int, examples: int) -> Outcome:
    """The cases of a type; where one hangs, the program ends and says where."""
    whole = Outcome(subject.name)
    for start in range(0, examples, _BATCH):
        faulthandler.dump_traceback_later(_HANG, exit=True)
        part = await run(subject, seed, range(start, min(start + _BATCH, examples)))
        whole.kinds += part.kinds
        whole.slowest = max(whole.slowest, part.slowest)
        whole.requests = max(whole.requests, part.requests)
        whole.violations += part.violations
    faulthandler.cancel_dump_traceback_later()
    return whole


def _numbers(outcome: Outcome, growth: float) -> dict[str, str | int | float]:
    known = {kind: outcome.kinds[kind] for kind in (READ, *ERRORS)}
    return {
        "type": outcome.name,
        "answers": outcome.answers,
        **known,
        "other": outcome.answers - sum(known.values()),
        "slowest_ms": round(outcome.slowest),
        "requests": outcome.requests,
        "growth_mb": round(growth, 1),
    }


def _verdict(outcomes: list[Outcome], growth: float) -> int:
    found = [violation for outcome in outcomes for violation in outcome.violations]
    for outcome in outcomes:
        for violation in outcome.violations[:20]:
            _tell(str(violation))
    if growth > MOST_GROWTH:
        _tell(f"memory grew by more than {MOST_GROWTH:.0f} MB")
    _tell(f"{len(found)} broken promises")
    return 1 if found or growth > MOST_GROWTH else 0


def _again(subject: Subject, seed: int, index: int) -> int:
    made = case(subject, seed, index)
    _tell(f"{made.status} {made.headers}\n{made.body[:5000]!r}")
    outcome = asyncio.run(run(subject, seed, [index]))
    _tell(f"{dict(outcome.kinds)}, {outcome.slowest:.1f} ms, asked {outcome.requests} times")
    return _verdict([outcome], 0.0)


def _row(name: object, *cells: object) -> str:
    return f"{name!s:25}" + "".join(f"{cell!s:>{max(9, len(str(cell)) + 2)}}" for cell in cells)


def _tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _resident() -> float:
    """Megabytes of memory that are held: what waits to be collected, and what the allocator keeps
    for the next large answer, are given back first."""
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):  # not glibc
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    sys.exit(main())
