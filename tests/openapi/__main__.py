"""`python -m tests.openapi --examples N --database NAME --json FILE`: the long run, and what each
operation said.

Ends with 1 where any answer was a server error or not as described.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from tests.openapi.fuzz import Asked, ask_all, failures


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.openapi", description=__doc__)
    parser.add_argument("--examples", type=int, default=200, help="requests an operation")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--json", type=Path, help="where to write what was answered")
    arguments = parser.parse_args()
    found: list[Asked] = []
    for asked in ask_all(arguments.examples, database=arguments.database):
        found.append(asked)
        _say(_line(asked))
    wrong = failures(found)
    for text in wrong:
        _say(text)
    total = _total(found)
    _say(json.dumps(total))
    if arguments.json:
        report = {**total, "operations": [_report(asked) for asked in found]}
        arguments.json.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 1 if wrong or total["server_errors"] else 0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _line(asked: Asked) -> str:
    statuses = "  ".join(f"{status}: {count}" for status, count in sorted(asked.statuses.items()))
    counts = f"{asked.cases:5} cases, {asked.server_errors} server errors"
    return f"{asked.operation:72} {counts}   {statuses}"


def _report(asked: Asked) -> dict[str, Any]:
    return {
        "operation": asked.operation,
        "cases": asked.cases,
        "statuses": {str(status): count for status, count in sorted(asked.statuses.items())},
        "server_errors": asked.server_errors,
        "failures": asked.failures,
    }


def _total(found: list[Asked]) -> dict[str, int]:
    return {
        "operations_asked": len(found),
        "cases": sum(asked.cases for asked in found),
        "server_errors": sum(asked.server_errors for asked in found),
        "failures": len(failures(found)),
    }


if __name__ == "__main__":
    sys.exit(main())
