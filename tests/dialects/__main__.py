"""Sells in the real window on sites that say the API otherwise, each with the dialect that says
how, and prints what came of it.

    .venv/bin/python -m tests.dialects [--only NAME ...] [--pairs 200 --seed N] [--json FILE]
                                      [--pictures DIR]

Exit code 1 if a sale was stuck, wrong, or refused where a dialect says the reading.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from boxoffice.desktop.app import run_in_qt
from tests.dialects.readings import READINGS, named, pairs
from tests.dialects.sale import PICTURE, STUCK, Came, sale_of


def main(words: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(words)
    try:
        chosen = [named(name) for name in options.only or ()]
    except KeyError as error:
        sys.stderr.write(f"there is no reading {error}\n")
        return 2
    drawn = list(pairs(options.pairs, options.seed))
    readings = [*chosen, *drawn] or READINGS
    came: list[Came] = []

    async def sell_all() -> int:
        with tempfile.TemporaryDirectory() as folder:
            for number, reading in enumerate(readings, 1):
                place = Path(folder) / str(number)
                came.append(await sale_of(reading, place, options.patience)())
                if options.pictures is not None and (place / PICTURE).exists():
                    options.pictures.mkdir(parents=True, exist_ok=True)
                    (place / PICTURE).replace(options.pictures / f"{number}.png")
                sys.stdout.write(_line(number, came[-1]))
                sys.stdout.flush()
        return 0

    run_in_qt("en", sell_all)
    counts = Counter(one.outcome.value for one in came)
    sys.stdout.write(f"{len(came)} readings: ")
    sys.stdout.write(", ".join(f"{count} {words}" for words, count in counts.items()) + "\n")
    is_good = all(one.is_good for one in came)
    if options.json is not None:
        told = {"ok": is_good, "readings": [one.as_dict() for one in came]}
        options.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0 if is_good else 1


def _line(number: int, came: Came) -> str:
    ok = "yes" if came.is_good else "NO"
    where = "" if came.outcome.value == "sold" else f" at {came.step}"
    return f"{number:>3}  {came.reading:58} {came.outcome.value}{where}: {came.words[:200]}  {ok}\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("tests.dialects", description="Sells on other sites.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write it there too")
    told = "seconds until a step is stuck; more on a busy machine"
    parser.add_argument("--patience", type=float, default=STUCK, metavar="S", help=told)
    told = "a picture of the window where a sale ended otherwise than sold"
    parser.add_argument("--pictures", type=Path, metavar="DIR", help=told)
    parser.add_argument("--only", action="append", metavar="NAME", help="this reading, or pair")
    parser.add_argument("--pairs", type=int, default=0, metavar="N", help="so many pairs instead")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what draws the pairs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
