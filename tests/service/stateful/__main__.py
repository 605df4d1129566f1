"""`python -m tests.service.stateful --examples N --seed N --database sqlite|postgresql`: the long
run; `--broken NAME` puts a bug in, which it then has to find.

Ends with 0 where nothing was wrong, or the bug was found; with 1 otherwise.
"""

from __future__ import annotations

import argparse
import random
import sys
import time

from tests.service.stateful.broken import Bug
from tests.service.stateful.run import Count, run


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.service.stateful", description=__doc__)
    parser.add_argument("--examples", type=int, default=500, help="runs of the machine")
    parser.add_argument("--steps", type=int, default=25, help="steps of a run, at the most")
    parser.add_argument("--seed", type=int, help="to do the same again")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--broken", choices=[bug.value for bug in Bug], help="a bug to put in")
    arguments = parser.parse_args()
    seed = random.randrange(2**32) if arguments.seed is None else arguments.seed
    bug = Bug(arguments.broken) if arguments.broken else None
    began, count, found = time.monotonic(), Count(), ""
    try:
        run(
            arguments.database,
            arguments.examples,
            steps=arguments.steps,
            seeded=seed,
            bug=bug,
            is_shrunk=bug is None,
            count=count,
        )
    except AssertionError as error:
        notes = getattr(error, "__notes__", [])
        found = "\n".join([str(error), *notes])
        _say(found)
    kinds = ", ".join(f"{kind} {number}" for kind, number in count.kinds.most_common())
    _say(
        f"stateful: {arguments.database}, seed {seed}"
        + (f", with the bug {bug.value}" if bug else "")
        + f": {count.runs} runs, {count.steps} steps, {count.kinds.total()} changes asked for"
        f" ({kinds}), {time.monotonic() - began:.0f} s: "
        + ("a rule is broken" if found else "every rule held")
    )
    return int(bool(found) != bool(bug))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
