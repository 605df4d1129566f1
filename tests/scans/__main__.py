"""Scans and typing at a real display: a table of forms and places, then a hand that writes.

    python -m tests.scans [--minutes 20] [--json FILE] [--seed N] [--places map,payment]

Exits with 1 where a scan was neither looked up nor refused in words, or took, sold or left
anything, or a hand was taken for a scanner, or lost a character; with 2 where X's programs are
missing.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.scans.display import display, missing


def main(words: list[str] | None = None) -> int:
    options = _options(words)
    if options.inside:
        return _inside(options)
    if missing():
        sys.stderr.write(f"not installed: {', '.join(missing())}\n")
        return 2
    with display() as name:
        environment = {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        again = [sys.executable, "-m", "tests.scans", "--inside", *(words or sys.argv[1:])]
        return subprocess.run(again, env=environment, check=False).returncode


def _options(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("tests.scans", description="Scans and typing at a display.")
    parser.add_argument("--minutes", type=float, default=1, help="of typing")
    parser.add_argument("--json", type=lambda p: Path(p).absolute(), help="what was seen")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--places", default="", help="instead of all of them")
    parser.add_argument("--forms", type=int, default=0, help="so many of them, at random")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(words)


def _inside(options: argparse.Namespace) -> int:
    """With the display that was started for it."""
    from boxoffice.desktop.app import run_in_qt

    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        return run_in_qt("en", lambda: _work(options, Path(folder)))


async def _work(options: argparse.Namespace, folder: Path) -> int:
    from tests.scans.bench import desk

    rng = random.Random(options.seed)
    async with desk(folder) as (bench, forms):
        places = options.places.split(",") if options.places else list(bench.places.all)
        chosen = rng.sample(forms, options.forms) if options.forms else list(forms)
        table = []
        for place in places:
            for form in chosen:
                seen = await bench.scan(form, place)
                table.append(seen)
                word = "late" if seen.is_late else "good" if seen.is_good else "WRONG"
                sys.stdout.write(f"{word:6}{seen}\n")
                sys.stdout.flush()
        typed = await bench.write(options.minutes * 60, rng)
    wrong, late = sum(not s.is_good for s in table), sum(s.is_late for s in table)
    sys.stdout.write(f"{len(table)} scans, {wrong} wrong, X too late for {late}; {typed}\n")
    if options.json:
        told = {"scans": [asdict(each) for each in table], "typing": asdict(typed)}
        options.json.write_text(json.dumps(told, indent=1, ensure_ascii=False), encoding="utf-8")
    return 1 if wrong or typed.wrong or typed.scans else 0


if __name__ == "__main__":
    sys.exit(main())
