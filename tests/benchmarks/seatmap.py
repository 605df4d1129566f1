"""The map against its rivals, in one run: QGraphicsScene with an item a seat, pyqtgraph's scatter
plot where that is installed, and a plain blit of a whole picture.

    .venv/bin/python -m tests.benchmarks.seatmap --seats 100000 --json figures.json

All draw the same seats in windows of 1600 x 1000 pixels, offscreen, painting included. Times are
medians in milliseconds of at least 50 steps, with the worst beside. The rivals draw discs alone,
the map shapes, numbers, names and areas. A budget is a share of the rival's time, or milliseconds
that no step may take longer. Panning goes one way for 300 pixels and then back, so that it meets
what is not drawn ahead; a click and a hover are real events.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QWidget

from boxoffice.domain.catalogue import Area, AreaKind, Event, Offer, PriceCategory, PriceList
from boxoffice.domain.ids import AreaId, EventId, PriceCategoryId, SeatId
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState, States
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.views.kit.collector import collecting_here

try:
    import pyqtgraph
except ImportError:
    pyqtgraph = None

WIDTH, HEIGHT = 1600, 1000
STEPS = 50
FRAME = 16.0
PER_ROW, PER_SECTION = 25, 500
COLORS = ("#b0347c", "#2d6fd2", "#1f8a70", "#7a4bd0", "#c06a10")


def house(seats: int) -> tuple[Offer, SeatPlan, States]:
    """Sections of 20 rows of 25 in a square, two of five seats gone."""
    index = np.arange(seats)
    section, within = index // PER_SECTION, index % PER_SECTION
    sections = int(section[-1]) + 1
    across = int(np.ceil(np.sqrt(sections * 1.3)))
    left, top = (section % across) * 1500.0, (section // across) * 1900.0
    areas = tuple(
        Area(AreaId(i + 1), f"{i + 1}", AreaKind.SEATED, outline=_box(i % across, i // across))
        for i in range(sections)
    )
    row = within // PER_ROW
    plan = SeatPlan(
        ids=index + 1,
        x=left + (within % PER_ROW) * 50.0,
        y=top + row * 80.0,
        angle=np.zeros(seats),
        area_ids=section + 1,
        row_index=(index // PER_ROW).astype(np.int32),
        row_names=tuple(str(i % 20 + 1) for i in range(int(index[-1]) // PER_ROW + 1)),
        numbers=tuple(str(i % PER_ROW + 1) for i in range(seats)),
        category_ids=section % len(COLORS) + 1,
        attributes=np.zeros(seats, dtype=np.int32),
    )
    categories = tuple(
        PriceCategory(PriceCategoryId(i), f"Category {i}", color)
        for i, color in enumerate(COLORS, 1)
    )
    event = Event(EventId(1), "Benchmark", datetime(2026, 1, 1, tzinfo=UTC), "EUR")
    offer = Offer(event, None, areas, categories, (), PriceList({}))
    rng = np.random.default_rng(1)
    states = rng.choice(np.array([0, 0, 0, 2, 1], dtype=np.uint8), seats)
    return offer, plan, states


def _box(column: int, row: int) -> tuple[tuple[float, float], ...]:
    left, top = column * 1500.0 - 60, row * 1900.0 - 60
    return ((left, top), (left + 1320, top), (left + 1320, top + 1640), (left, top + 1640))


@dataclass(frozen=True)
class Row:
    name: str
    ours_ms: float
    ours_worst_ms: float
    rival: str
    rival_ms: float | None
    ratio: float | None
    budget_ratio: float | None
    budget_ms: float | None
    ok: bool | None


class Bench:
    """Times steps, and keeps the rows."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.rows: list[Row] = []

    def once(self, work: Callable[[], object]) -> float:
        started = time.perf_counter()
        work()
        self._app.processEvents()
        return (time.perf_counter() - started) * 1000

    def steps(self, work: Callable[[], object], count: int = STEPS) -> tuple[float, float]:
        """Median and worst of the steps, after two that warm up."""
        self.once(work)
        self.once(work)
        found = [self.once(work) for _ in range(count)]
        return statistics.median(found), max(found)

    def add(
        self,
        name: str,
        ours: tuple[float, float],
        rival: str = "",
        rival_ms: float | None = None,
        *,
        share: float | None = None,
        limit: float | None = None,
    ) -> None:
        ratio = None if rival_ms is None else ours[0] / rival_ms
        oks = [ratio <= share] if ratio is not None and share is not None else []
        oks += [ours[1] <= limit] if limit is not None else []
        self.rows.append(
            Row(
                name,
                ours[0],
                ours[1],
                rival,
                rival_ms,
                ratio,
                share,
                limit,
                all(oks) if oks else None,
            )
        )


def turns(*works: Callable[[], object]) -> Callable[[], object]:
    """One work after the other, over and over."""
    order: Iterator[Callable[[], object]] = cycle(works)
    return lambda: next(order)()


def graphics_view(plan: SeatPlan) -> QGraphicsView:
    """An ellipse item for each seat, without antialiasing: its fastest."""
    scene = QGraphicsScene()
    pen, brushes = QPen(Qt.PenStyle.NoPen), [QBrush(QColor(color)) for color in COLORS]
    for x, y, category in zip(
        plan.x.tolist(), plan.y.tolist(), plan.category_ids.tolist(), strict=True
    ):
        scene.addEllipse(QRectF(x - 20, y - 20, 40, 40), pen, brushes[category - 1])
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.resize(WIDTH, HEIGHT)
    view.show()
    view.fitInView(scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
    return view


class Blitter(QWidget):
    """Paints a finished picture, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(WIDTH, HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(0, 0, self._picture)


def scatter_plot(plan: SeatPlan) -> Any:
    widget = pyqtgraph.GraphicsLayoutWidget()
    widget.resize(WIDTH, HEIGHT)
    plot = widget.addPlot()
    brushes = [QBrush(QColor(color)) for color in COLORS]
    plot.addItem(
        pyqtgraph.ScatterPlotItem(
            x=plan.x,
            y=-plan.y,
            size=3,
            pen=None,
            brush=[brushes[i] for i in (plan.category_ids - 1).tolist()],
        )
    )
    widget.show()
    return widget, plot.getViewBox()


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure(app: QApplication, seats: int) -> dict[str, object]:
    offer, plan, states = house(seats)
    bench = Bench(app)
    before = resident_mb()
    canvas = SeatCanvas()
    port = canvas._viewport
    canvas.resize(WIDTH, HEIGHT)
    canvas.show()
    app.processEvents()
    built = bench.once(lambda: canvas.show_plan(offer, plan, states))
    ours_mb = resident_mb() - before
    whole = bench.steps(canvas._display.redraw)  # before the rivals fill the memory
    before = resident_mb()
    made: list[QGraphicsView] = []
    rival_built = bench.once(lambda: made.append(graphics_view(plan)))
    rival_mb = resident_mb() - before
    [view] = made
    bench.add("build", (built, built), "QGraphicsScene", rival_built, share=0.2)

    rival_whole = bench.steps(view.viewport().update, 5)[0]
    bench.add("whole picture, far out", whole, "QGraphicsScene", rival_whole, share=0.05)
    if pyqtgraph is not None:
        widget, box = scatter_plot(plan)
        app.processEvents()
        scatter = bench.steps(widget.viewport().update, 10)[0]
        bench.add("whole picture, far out", whole, "pyqtgraph", scatter, share=0.6)
        widget.close()
        del box

    blitter = Blitter()
    blitter.show()
    app.processEvents()
    blit_ms = bench.steps(blitter.update)[0]
    blitter.close()
    middle = len(plan) // 2 + PER_SECTION // 2
    canvas.show_states(np.array([middle]), np.zeros(1, dtype=np.uint8))
    at = QPointF(float(plan.x[middle]), float(plan.y[middle]))
    center = QPointF(WIDTH / 2, HEIGHT / 2)
    zooms = (("far", canvas.scale * 1.05), ("middle", 0.16), ("near", 0.6))
    for name, scale in zooms:
        canvas.zoom_to(at, scale)
        view.resetTransform()
        view.scale(scale, scale)
        view.centerOn(at)
        app.processEvents()
        there, back = (lambda: port.pan(-24, -4)), (lambda: port.pan(24, 4))
        pan = bench.steps(turns(*[there] * 12, *[back] * 12), 72)
        bench.add(f"pan step, {name}", pan, "plain blit", blit_ms, share=3.0)
        zoom = bench.steps(turns(lambda: port.zoom(1.25, center), lambda: port.zoom(0.8, center)))
        in_out = turns(lambda: view.scale(1.25, 1.25), lambda: view.scale(0.8, 0.8))
        theirs = bench.steps(in_out, 50 if name == "near" else 6)
        bench.add(f"zoom step, {name}", zoom, "QGraphicsScene", theirs[0], limit=FRAME)
        live(bench, canvas, name, plan, middle)
    return {
        "seats": seats,
        "rows": [asdict(row) for row in bench.rows],
        "memory_mb": {"ours": ours_mb, "QGraphicsScene": rival_mb, "ok": ours_mb <= rival_mb / 4},
    }


def live(bench: Bench, canvas: SeatCanvas, name: str, plan: SeatPlan, middle: int) -> None:
    """What others and the clerk change, and what is under the mouse."""
    rng = np.random.default_rng(2)
    some = np.sort(rng.choice(len(plan), min(500, len(plan)), replace=False))
    sold, free = (np.full(len(some), s, dtype=np.uint8) for s in (SeatState.SOLD, SeatState.FREE))
    delta = bench.steps(
        turns(lambda: canvas.show_states(some, sold), lambda: canvas.show_states(some, free))
    )
    bench.add(f"delta of 500 seats, {name}", delta, limit=FRAME)
    if name != "far":
        click = bench.steps(Clicks(canvas, middle).click)
        bench.add(f"click to pending, {name}", click, limit=FRAME)
    seats = (canvas.seat_position(SeatId(int(plan.ids[middle + i]))) for i in range(-4, 5))
    points = cycle([seat for seat in seats if seat is not None])
    hover = bench.steps(lambda: QTest.mouseMove(canvas, next(points)))
    bench.add(f"hover hit test, {name}", hover, limit=FRAME)
    canvas.set_party(4)
    party = bench.steps(lambda: QTest.mouseMove(canvas, next(points)))
    bench.add(f"party preview, {name}", party, limit=FRAME)
    canvas.set_party(1)
    QTest.mouseMove(canvas, QPoint(1, 1))


class Clicks:
    """Clicks on a free seat, which is then shown as pending, and is free again before the next."""

    def __init__(self, canvas: SeatCanvas, index: int) -> None:
        self._canvas = canvas
        self._index = np.array([index])
        plan = canvas.plan
        assert plan is not None
        at = canvas.seat_position(SeatId(int(plan.ids[index])))
        assert at is not None
        self._at = at
        self._clicks = 0
        canvas.seats_picked.connect(self._show)

    def click(self) -> None:
        QTest.mouseClick(self._canvas, Qt.MouseButton.LeftButton, pos=self._at)

    def _show(self, _: object) -> None:
        self._clicks += 1
        state = SeatState.PENDING if self._clicks % 2 else SeatState.FREE
        self._canvas.show_states(self._index, np.array([state], dtype=np.uint8))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seats", type=int, default=100_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    with collecting_here():  # as the program does
        found = measure(app, options.seats)
    if options.json is not None:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    show(found)
    return 0


def show(found: dict[str, Any]) -> None:
    lines = [f"{found['seats']:,} seats, {WIDTH} x {HEIGHT}"]
    lines.append(f"{'':28}{'ours':>9}{'worst':>9}  {'rival':16}{'':>9}{'ratio':>8}{'budget':>10}")
    for row in found["rows"]:
        theirs = "" if row["rival_ms"] is None else f"{row['rival_ms']:.1f}"
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.3f}"
        budget = f"{row['budget_ms']:.0f} ms" if row["budget_ms"] else f"x {row['budget_ratio']}"
        verdict = {True: "ok", False: "OVER", None: ""}[row["ok"]]
        lines.append(
            f"{row['name']:28}{row['ours_ms']:>9.2f}{row['ours_worst_ms']:>9.2f}  "
            f"{row['rival']:16}{theirs:>9}{ratio:>8}{budget:>10} {verdict}"
        )
    memory = found["memory_mb"]
    lines.append(
        f"memory: {memory['ours']:.0f} MB, QGraphicsScene {memory['QGraphicsScene']:.0f} MB "
        f"{'ok' if memory['ok'] else 'OVER'}"
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
