"""A house of a million seats, opened and worked in a process of its own; prints what it took,
less its waiting for a core.

python -m tests.seatmap.million
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boxoffice.domain.ids import SeatId
from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.seatmap.canvas import SeatCanvas
from tests.plans import offer_of
from tests.service_fixture import small_venue
from tests.turns import held_up

COUNT, ROW = 1_000_000, 1000
CLICKED = 500_500


def million() -> SeatPlan:
    """Rows of a thousand, one above the other."""
    index = np.arange(COUNT)
    return SeatPlan(
        ids=index + 1,
        x=(50 * (index % ROW)).astype(np.float64),
        y=(50 * (index // ROW)).astype(np.float64),
        angle=np.zeros(COUNT),
        area_ids=np.full(COUNT, 2),
        row_index=(index // ROW).astype(np.int32),
        row_names=tuple(f"R{i}" for i in range(COUNT // ROW)),
        numbers=tuple(str(i % ROW + 1) for i in range(COUNT)),
        category_ids=index % 2 + 1,
        attributes=np.zeros(COUNT, dtype=np.int32),
    )


def seconds_of(action: Callable[[], object]) -> float:
    return held_up(lambda: (action(), QApplication.processEvents()))


def megabytes() -> float:
    """The most that was ever in memory."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    canvas = SeatCanvas()
    canvas.resize(1200, 800)
    canvas.show()
    app.processEvents()
    plan, offer = million(), offer_of(small_venue())
    states = np.zeros(COUNT, dtype=np.uint8)
    before = megabytes()
    opened = seconds_of(lambda: canvas.show_plan(offer, plan, states))
    picked: list[int] = []
    canvas.seats_picked.connect(picked.extend)
    index = CLICKED - 1
    none = Qt.KeyboardModifier.NoModifier
    some = np.arange(0, COUNT, 2000)
    steps = [
        seconds_of(lambda: canvas.zoom_to(QPointF(plan.x[index], plan.y[index]), 0.5)),
        seconds_of(lambda: QTest.mouseMove(canvas, QPoint(700, 300))),
        seconds_of(lambda: QTest.keyClicks(canvas, "R 500")),
        seconds_of(lambda: canvas.zoom_to(QPointF(plan.x[index], plan.y[index]), 0.5)),
        seconds_of(lambda: canvas.show_states(some, np.full(len(some), 2, dtype=np.uint8))),
    ]
    point = canvas.seat_position(SeatId(CLICKED)) or QPoint()
    steps.append(
        seconds_of(lambda: QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, none, point))
    )
    told = {
        "seconds": round(opened, 2),
        "megabytes": round(megabytes() - before),
        "picked": picked,
        "clicked": CLICKED,
        "longest": round(max(steps), 2),
        "steps": [round(s, 3) for s in steps],
    }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
