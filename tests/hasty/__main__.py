"""A hand that does anything: random keys and clicks on the whole window, on a real service.

    python -m tests.hasty [--seconds 60] [--seed N]

Exits with 1 where something failed that nobody had foreseen, or seats stay held when the window is
closed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from boxoffice.desktop.app import run_in_qt
from tests.hasty.run import run


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        return run_in_qt("en", lambda: _told(Path(folder), options.seconds, options.seed))


async def _told(folder: Path, seconds: float, seed: int) -> int:
    came = await run(folder, seed, seconds=seconds)
    for failure in came.failures:
        sys.stdout.write(f"{failure}\n")
    told = f"{came.acts} acts, {len(came.failures)} failures, {came.held} seats still held"
    told += f", {came.stood_still * 1000:.0f} ms at most between two turns of the window's loop"
    sys.stdout.write(f"{told}\n")
    return 1 if came.failures or came.held else 0


if __name__ == "__main__":
    sys.exit(main())
