"""Calls every operation of the API on the real service, and prints what was seen of each.

    .venv/bin/python -m tests.operations [--json FILE] [--only TITLE ...]

Exit code 1 if one is not as it should be.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.operations.show import CASES, Shown, show

_HEAD = Shown("operation", "result", "called", "refused", "signed out", "unreachable", "lost")


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser("tests.operations", description="Shows every operation.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write it there too")
    parser.add_argument("--only", action="append", metavar="TITLE", help="such as 'Order PUT'")
    options = parser.parse_args(words)
    wanted = [case for case in CASES if not options.only or case.operation.title in options.only]
    sys.stdout.write(_line(0, _HEAD, "ok"))
    shown = []
    for number, case in enumerate(wanted, 1):
        shown.append(show(case))
        sys.stdout.write(_line(number, shown[-1], "yes" if shown[-1].is_ok else "NO"))
        sys.stdout.flush()
    right = sum(one.is_ok for one in shown)
    sys.stdout.write(f"{right} of {len(shown)}\n")
    if options.json is not None:
        told = {"ok": right == len(shown), "operations": [one.as_dict() for one in shown]}
        options.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0 if right == len(shown) else 1


def _line(number: int, shown: Shown, ok: str) -> str:
    parts = (shown.called, shown.refused, shown.signed_out, shown.unreachable, shown.lost)
    words = "  ".join(f"{part:11}" for part in parts)
    return f"{number or '':>2}  {shown.operation:38} {shown.result:26} {words}  {ok}\n"


if __name__ == "__main__":
    sys.exit(main())
