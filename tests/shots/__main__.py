"""Takes the pictures, looks at each by program, and lays them out on contact sheets.

    python -m tests.shots --out DIR [--all | --pairs 120] [--state NAME] [--size 1366x768@1.25]
                          [--theme dark] [--language de]

Without `--all` each state is taken once in each size, with themes and languages by turns. With
`--pairs N` there are N pictures: as many pairs of a state, a size, a theme and a language occur in
them as can, and each state and each size at least once. Ends
with 1 where anything was found; `findings.txt` says what. The language 'pseudo' is read from the
right, and each text is longer by a third.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from pathlib import Path

from boxoffice.domain import language
from tests import ROOT
from tests.shots.pseudo import PSEUDO
from tests.shots.states import STATES

SIZES = (
    "1000x640",
    "1280x1024",
    "1366x768",
    "1366x768@1.25",
    "1366x768@1.5",
    "1920x1080",
    "2560x1440@2",
)
THEMES = ("light", "dark", "contrast")
LANGUAGES = tuple(language.LANGUAGES)


def main() -> int:
    """Returns the exit code; each size has a process of its own, since a scale is of a process."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--all", action="store_true", help="each state in everything")
    parser.add_argument("--pairs", type=int, help="so many pictures, chosen pairwise")
    parser.add_argument("--state", action="append", choices=list(STATES))
    parser.add_argument("--size", action="append", choices=SIZES)
    parser.add_argument("--theme", action="append", choices=THEMES)
    parser.add_argument("--language", action="append", choices=(*LANGUAGES, PSEUDO))
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    of = (
        wanted.state or list(STATES),
        wanted.size or SIZES,
        wanted.theme or THEMES,
        wanted.language or LANGUAGES,
    )
    if wanted.pairs:
        shots = list(pairwise(wanted.pairs, *of))
    else:
        shots = list(_shots(*of, everything=wanted.all))
    report: list[str] = []
    for size in wanted.size or SIZES:
        of_size = [f"{s}|{t}|{lang}" for s, z, t, lang in shots if z == size]
        told = _taken(size, of_size, wanted.out)
        report += told
        sys.stdout.write(f"{size}: {len(of_size)} pictures, {len(told)} findings\n")
        sys.stdout.flush()
    (wanted.out / "findings.txt").write_text("\n".join(report) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(shots)} pictures, {len(report)} findings\n")
    return int(bool(report))


def _shots(
    states: Sequence[str],
    sizes: Sequence[str],
    themes: Sequence[str],
    languages: Sequence[str],
    *,
    everything: bool,
) -> Iterator[tuple[str, str, str, str]]:
    for row, state in enumerate(states):
        for column, size in enumerate(sizes):
            if everything:
                yield from ((state, size, t, lang) for t in themes for lang in languages)
            else:
                theme = themes[(row + column) % len(themes)]
                yield state, size, theme, languages[(row + column // 2) % len(languages)]


def pairwise(most: int, *of: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """At most so many combinations, each with as many pairs that were not yet there as can be.
    Every value of every kind is there as soon as it can be."""
    missing = {
        ((i, one), (j, two))
        for i, j in combinations(range(len(of)), 2)
        for one, two in product(of[i], of[j])
    }
    seen: Counter[tuple[int, str]] = Counter()

    def worth(shot: tuple[str, ...]) -> tuple[int, int]:
        values = list(enumerate(shot))
        new = sum(pair in missing for pair in combinations(values, 2))
        return new, -sum(seen[value] * len(of[value[0]]) for value in values)

    for _ in range(most):
        if not missing:
            return
        least = min(seen[0, state] for state in of[0])
        states = [state for state in of[0] if seen[0, state] == least]
        shot = max(product(states, *of[1:]), key=worth)
        missing.difference_update(combinations(enumerate(shot), 2))
        seen.update(enumerate(shot))
        yield shot


def _taken(size: str, shots: Sequence[str], out: Path) -> list[str]:
    """The findings of one size, a line each."""
    _, _, scale = size.partition("@")
    settings = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale or "1"}
    ran = subprocess.run(
        [sys.executable, "-m", "tests.shots.taking", size, str(out)],
        input="\n".join(shots),
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **settings},
    )
    if ran.returncode:
        return [f"{size}: it did not end well: {ran.stderr.strip()}"]
    return [line for line in ran.stdout.splitlines() if line]


if __name__ == "__main__":
    raise SystemExit(main())
