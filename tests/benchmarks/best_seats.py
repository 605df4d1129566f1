"""Whether the best seats are as good as trying all choices, and how long a choice takes.

    python -m tests.benchmarks.best_seats [--halls 500] [--seed 1] [--seats 100000] [--json FILE]

Quality: in random small halls the choice has to be together where the best is, leave no more lone
seats, and cost no more than 2 % more than the best of all choices in what remains, each by
`seat_cost.cost`. Speed: the whole choice from the array of free seats, in a house half sold and in
others, no single one over 20 ms of the thread's own time, whatever else the machine does.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from boxoffice.domain.seats.rows import Indices
from boxoffice.service.allocation.best_seats import best_seats
from boxoffice.service.allocation.seat_cost import cost
from boxoffice.service.allocation.seating import Mask, Seating
from tests.benchmarks.halls import Task, best_of_all, large_house, small_hall

TOLERANCE = 0.02
_LIMIT_MS = 20.0
_ROUNDS = 25
_PARTIES = (1, 2, 4, 8, 12, 20, 50, 100)


def shortfall(task: Task, *, adjacent: bool = True) -> float:
    """By what share the choice costs more than the best, in a hall with room for the party;
    infinite where it is split, or leaves lone seats, that the best does not."""
    best = best_of_all(task, adjacent=adjacent)
    [found] = cost(task.seating, task.free, _choice(task, adjacent=adjacent), adjacent=adjacent)
    if tuple(found[:2]) > tuple(best[:2]):
        return np.inf
    return float((found[2] - best[2]) / max(best[2], 1e-9))


def _choice(task: Task, *, adjacent: bool = True) -> Indices:
    return best_seats(
        task.seating, task.free, task.quantity, eligible=task.eligible, adjacent=adjacent
    )


def quality(halls: int, seed: int) -> list[dict[str, Any]]:
    """So many halls that have room for their party; of the others only that it says so."""
    rng = np.random.default_rng(seed)
    gaps: dict[str, list[float]] = {"together": [], "split": [], "scattered": [], "too few": []}
    while len(gaps["scattered"]) < halls:
        task = small_hall(rng)
        if task.eligible.sum() < task.quantity:
            gaps["too few"].append(np.inf if len(_choice(task)) else 0.0)
            continue
        gaps["split" if is_split(task) else "together"].append(shortfall(task))
        gaps["scattered"].append(shortfall(task, adjacent=False))
    return [_verdict(name, found) for name, found in gaps.items() if found]


def is_split(task: Task) -> bool:
    return bool(cost(task.seating, task.free, _choice(task))[0, 0])


def _verdict(name: str, gaps: list[float]) -> dict[str, Any]:
    worst = max(gaps)
    return {
        "what": f"quality, {name}",
        "halls": len(gaps),
        "best": sum(g <= 1e-9 for g in gaps),
        "over": sum(g > TOLERANCE for g in gaps),
        "worst_percent": worst * 100,
        "ok": worst <= TOLERANCE,
    }


def speed(seats: int, seed: int) -> list[dict[str, Any]]:
    rng = np.random.default_rng(seed)
    results = []
    for name, sold in (("half sold", 0.5), ("all free", 0.0), ("nearly sold out", 0.97)):
        seating, free = large_house(seats, rng, sold)
        results += [_timed(f"{name}, {size} seats", seating, free, free, size) for size in _PARTIES]
        if sold == 0.5:
            results += _special(seating, free, rng)
    return results


def _special(seating: Seating, free: Mask, rng: np.random.Generator) -> list[dict[str, Any]]:
    """Half sold: in one area, in pairs at most, single seats only, and wherever there are any."""
    area = free & (seating.area_ids == 7)
    third = free & (seating.area_ids % 3 == 0)
    pairs = free & (seating.place % 3 != 0)
    singles = free & (seating.place % 2 == 0)
    results = [_timed(f"one area, {size} seats", seating, free, area, size) for size in (2, 8, 50)]
    results += [_timed(f"a third, {size} seats", seating, free, third, size) for size in (2, 8, 50)]
    for size in _PARTIES[2:]:
        results.append(_timed(f"only pairs, {size} seats", seating, free, pairs, size))
        results.append(_timed(f"only singles, {size} seats", seating, free, singles, size))
    results += [
        _timed(f"not together, {size} seats", seating, free, free, size, adjacent=False)
        for size in (2, 8, 50)
    ]
    return results


def _timed(
    name: str, seating: Seating, free: Mask, eligible: Mask, quantity: int, *, adjacent: bool = True
) -> dict[str, Any]:
    took = []
    chosen = np.zeros(0, dtype=np.intp)
    for _ in range(_ROUNDS):
        began = time.thread_time()
        chosen = best_seats(seating, free, quantity, eligible=eligible, adjacent=adjacent)
        took.append((time.thread_time() - began) * 1000)
    found = cost(seating, free, chosen, adjacent=adjacent)[0].tolist() if len(chosen) else None
    return {
        "what": name,
        "median_ms": statistics.median(took),
        "worst_ms": max(took),
        "cost": found,
        "ok": max(took) <= _LIMIT_MS,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--halls", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seats", type=int, default=100_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    good = quality(options.halls, options.seed)
    fast = speed(options.seats, options.seed)
    for row in good:
        line = (
            f"{row['halls']:5} halls, {row['best']:5} the best, worst +{row['worst_percent']:.2f} %"
        )
        _tell(row, f"{line}, {row['over']} over {TOLERANCE:.0%}")
    for row in fast:
        found = row["cost"]
        kind = "none" if found is None else "split" if found[0] else "together"
        _tell(row, f"{row['median_ms']:8.2f} ms  worst {row['worst_ms']:8.2f} ms  {kind}")
    if options.json:
        options.json.write_text(json.dumps({"quality": good, "speed": fast}, indent=1))
    return 0 if all(row["ok"] for row in good + fast) else 1


def _tell(row: dict[str, Any], words: str) -> None:
    sys.stdout.write(f"{row['what']:32} {words:70} {'ok' if row['ok'] else 'OVER'}\n")


if __name__ == "__main__":
    sys.exit(main())
