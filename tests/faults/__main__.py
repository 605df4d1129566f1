"""Plays faults on the client before the real service, and prints what was seen.

    .venv/bin/python -m tests.faults [--json FILE] [--row N ...] [--seed N --pairs M] [--broken BUG]

Exit code 1 if a row did not go as expected.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.broken import Bug, seeded
from tests.faults.pairs import drawn
from tests.faults.rows.every import ROWS
from tests.faults.table import Outcome, perform


def main(words: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(words)
    known = {row.number for row in ROWS}
    if unknown := set(options.row or ()) - known:
        sys.stderr.write(f"there is no row {', '.join(map(str, sorted(unknown)))}\n")
        return 2
    outcomes = []
    with seeded(options.broken):
        for outcome in _performed(options):
            outcomes.append(outcome)
            sys.stdout.write(_line(outcome))
            sys.stdout.flush()
    failed = [outcome.row for outcome in outcomes if not outcome.ok]
    sys.stdout.write(f"{len(outcomes)} played, failed: {', '.join(failed) or 'none'}\n")
    if options.json is not None:
        told = {"ok": not failed, "rows": [outcome.as_dict() for outcome in outcomes]}
        options.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 1 if failed else 0


def _performed(options: argparse.Namespace) -> Iterator[Outcome]:
    for row in ROWS:
        if options.row is None or row.number in options.row:
            yield perform(row, options.broken)
    for number, row in enumerate(drawn(options.seed, options.pairs), 1):
        yield perform(row, options.broken, f"pair {number}")


def _line(outcome: Outcome) -> str:
    """A line of the table: row, fault, expected, seen, ok."""
    ok = "yes" if outcome.ok else "FAILED"
    words = f"{outcome.fault[:70]:<40} | {outcome.expected:<38} | {outcome.seen}"
    return f"{outcome.row:>7} | {words} | {ok}\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("tests.faults", description="Plays faults on the client.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the outcomes there too")
    parser.add_argument("--row", type=int, action="append", metavar="N", help="only this row")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what draws the pairs")
    parser.add_argument("--pairs", type=int, default=0, metavar="M", help="sales with two faults")
    parser.add_argument("--broken", type=Bug, choices=list(Bug), help="put this bug in first")
    return parser


if __name__ == "__main__":
    sys.exit(main())
