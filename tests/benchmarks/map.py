"""The map against an item a seat in QGraphicsScene, the usual way, at the stadium's 100,000 seats.

    .venv/bin/python -m tests.benchmarks.map [--venue stadium]

Both draw the same seats, as large, in the same run: building and the first picture, a seat that
changes, a notch of the wheel with the whole venue seen and with the seats' numbers seen, and a move
by 40 pixels. The figures are medians in milliseconds, with the painting; the last column is how
many times as fast the map is. The rival draws no numbers, names, or shapes of seats.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen
from PySide6.QtWidgets import QApplication, QGraphicsEllipseItem, QGraphicsScene, QGraphicsView

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.seatplan import SeatPlan, SeatState
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.service.venues import VENUES
from tests.plans import offer_of, plan_of

WIDTH, HEIGHT = 1200, 800
NEAR = 0.6  # pixels per venue unit at which seats show their numbers
TIMES = 9


class Rival:
    """An ellipse item for each seat, in a view without antialiasing, which is its fastest."""

    def __init__(self, plan: SeatPlan, offer: Offer) -> None:
        colors = {int(c.id): QBrush(QColor(c.color)) for c in offer.categories}
        self._scene = QGraphicsScene()
        self.items: list[QGraphicsEllipseItem] = []
        for i in np.flatnonzero(plan.placed).tolist():
            item = self._scene.addEllipse(
                QRectF(plan.x[i] - 20, plan.y[i] - 20, 40, 40), QPen(Qt.PenStyle.NoPen),
                colors[int(plan.category_ids[i])],
            )  # fmt: skip
            self.items.append(item)
        self.view = QGraphicsView(self._scene)
        self.view.resize(WIDTH, HEIGHT)
        self.view.show()
        self.whole()

    def whole(self) -> None:
        self.view.fitInView(self._scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)

    def zoom(self, factor: float) -> None:
        self.view.scale(factor, factor)

    def near(self, at: QPointF) -> None:
        self.view.resetTransform()
        self.view.scale(NEAR, NEAR)
        self.view.centerOn(at)

    def change(self, index: int, is_sold: bool) -> None:
        self.items[index].setBrush(QBrush(QColor("grey" if is_sold else "green")))

    def move(self, pixels: int) -> None:
        bar = self.view.horizontalScrollBar()
        bar.setValue(bar.value() + pixels)


def median(app: QCoreApplication, work: Callable[[bool], None]) -> float:
    """The milliseconds of the work and of the painting it asks for, the first time left out."""
    found = []
    for turn in range(TIMES + 1):
        started = time.perf_counter()
        work(turn % 2 == 0)
        app.processEvents()
        found.append((time.perf_counter() - started) * 1000)
    return statistics.median(found[1:])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--venue", choices=sorted(VENUES), default="stadium")
    app = QApplication.instance() or QApplication([])
    venue = VENUES[parser.parse_args().venue]()
    offer, plan = offer_of(venue), plan_of(venue)
    middle = int(np.flatnonzero(plan.placed)[len(plan) // 2])
    at = QPointF(float(plan.x[middle]), float(plan.y[middle]))
    states = np.zeros(len(plan), dtype=np.uint8)

    started = time.perf_counter()
    rival = Rival(plan, offer)
    app.processEvents()
    rival_built = (time.perf_counter() - started) * 1000
    started = time.perf_counter()
    canvas = SeatCanvas()
    canvas.resize(WIDTH, HEIGHT)
    canvas.show()
    canvas.show_plan(offer, plan, states)
    app.processEvents()
    built = (time.perf_counter() - started) * 1000

    one = np.array([middle])
    sold, free = (np.array([state], dtype=np.uint8) for state in (SeatState.SOLD, SeatState.FREE))
    center = QPointF(WIDTH / 2, HEIGHT / 2)
    rows = [("build", rival_built, built)]

    def compare(name: str, theirs: Callable[[bool], None], ours: Callable[[bool], None]) -> None:
        rows.append((name, median(app, theirs), median(app, ours)))

    compare("a seat changes", lambda odd: rival.change(middle, odd),
            lambda odd: canvas.show_states(one, sold if odd else free))  # fmt: skip
    compare("zoom, far out", lambda odd: rival.zoom(1.25 if odd else 0.8),
            lambda odd: canvas._zoom(1.25 if odd else 0.8, center))  # fmt: skip
    rival.near(at)
    canvas.zoom_to(at, NEAR)
    compare("zoom, near", lambda odd: rival.zoom(1.25 if odd else 0.8),
            lambda odd: canvas._zoom(1.25 if odd else 0.8, center))  # fmt: skip
    compare("a move, near", lambda odd: rival.move(40 if odd else -40),
            lambda odd: canvas._pan(-40 if odd else 40, 0))  # fmt: skip
    print(f"{venue.key}, {len(plan):,} seats, {WIDTH} x {HEIGHT}")  # noqa: T201
    print(f"{'':16}{'QGraphicsScene':>16}{'map':>10}{'ratio':>8}")  # noqa: T201
    for name, theirs, ours in rows:
        print(f"{name:16}{theirs:>13.1f} ms{ours:>7.1f} ms{theirs / ours:>7.1f}x")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
