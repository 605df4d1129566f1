"""Cancels polls by the thousand, then sells.

.venv/bin/python -m tests.polls [--polls 10000] [--seed N]
"""

from __future__ import annotations

import argparse
import asyncio
import sys

from tests.polls.contention import contend
from tests.service_fixture import running_service


def main() -> int:
    parser = argparse.ArgumentParser("tests.polls", description="Cancels polls, then sells.")
    parser.add_argument("--polls", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with running_service() as running:
        seen = asyncio.run(contend(running, options.polls, options.seed))
    sys.stdout.write(
        f"{seen.begun} polls begun, {seen.cancelled} cancelled, {seen.finished} finished; then a "
        f"sale in {seen.sale_seconds:.2f} s, and a poll in {seen.poll_seconds:.2f} s\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
