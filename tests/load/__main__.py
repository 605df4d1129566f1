"""Many counters on one small house.

    python -m tests.load --database sqlite|postgresql [--counters 50] [--seconds 30] [--services N]
                         [--pace SEATS] [--kill SECONDS] [--seed N] [--json FILE]

Every counter looks at every answer; afterwards the history of each seat is gone through by the
audit trail. Exits with 1 where a promise was broken, or a budget where nothing is killed.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests import postgresql
from tests.load.run import Figures, run

_LEAST_SEATS = 500.0  # a second
_MOST_P99 = 150.0  # ms
# What a venue's counters come to, and a little more than the least: a queue without an end would
# measure only how long it is.
_PACE = 550.0


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--counters", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--services", type=int, help="default: one on SQLite, else two")
    parser.add_argument(
        "--pace",
        type=float,
        default=_PACE,
        help="seats a second that the counters reserve at most; 0: as many as they can",
    )
    parser.add_argument("--kill", type=float, metavar="SECONDS", help="kill -9 so often")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(words)
    if options.database == "postgresql" and (reason := postgresql.why_not()):
        sys.stderr.write(f"{reason}\n")
        return 2
    count = options.services or (1 if options.database == "sqlite" else 2)
    figures = run(
        options.database,
        count,
        options.counters,
        options.seconds,
        options.kill,
        options.seed,
        options.pace,
    )
    if options.json:
        options.json.write_text(json.dumps(figures.as_json(), indent=1))
    is_fast = bool(options.kill) or (
        figures.seats_per_second >= _LEAST_SEATS and figures.p99 < _MOST_P99
    )
    sys.stdout.write("\n".join(_lines(figures, judged=not options.kill)) + "\n")
    return 0 if is_fast and not figures.is_broken else 1


def _lines(figures: Figures, *, judged: bool) -> list[str]:
    def verdict(is_met: bool) -> str:
        return ("  ok" if is_met else "  OVER") if judged else ""

    seats, p99 = figures.seats_per_second, figures.p99
    lines = [
        f"seats reserved       {seats:9.0f} /s   least {_LEAST_SEATS:.0f}"
        + verdict(seats >= _LEAST_SEATS),
        f"reservation, p50     {figures.p50:9.1f} ms",
        f"reservation, p99     {p99:9.1f} ms   most {_MOST_P99:.0f}{verdict(p99 < _MOST_P99)}",
        f"reservation, longest {figures.longest:9.1f} ms",
        f"requests             {figures.requests_per_second:9.0f} /s",
        f"the services' time   {figures.service_ms:9.2f} ms a request",
    ]
    counts = figures.counts | {"kills": figures.kills}
    lines.append(", ".join(f"{name} {count}" for name, count in counts.items()))
    for kind, found in figures.wrong.items():
        lines.append(f"{kind}: {len(found)}")
        lines += [f"  {text}" for text in found]
    return lines


if __name__ == "__main__":
    sys.exit(main())
