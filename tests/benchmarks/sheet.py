"""A sheet of pictures of the map: each venue far, middle and near, in the three palettes.

    .venv/bin/python -m tests.benchmarks.sheet --out FOLDER [--plan FILE ...] [--ratio 2]

For looking at, not for comparing. The demo venues are always on it; plans are pretix files.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from boxoffice.domain.seats.seatplan import SeatState, States
from boxoffice.domain.venue import Venue
from boxoffice.importing.pretix import read_plan
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.drawing.palette import PALETTES
from boxoffice.service.venues import VENUES
from boxoffice.views.kit.theme import load_fonts
from tests.plans import offer_of, plan_of

WIDTH, HEIGHT = 900, 640
ZOOMS = {"far": 0.0, "middle": 12.0, "near": 34.0}  # pixels from seat to seat; 0 for the whole


def states_of(seats: int) -> States:
    """Parties sold and held, some blocked, some of one's own; the same every time."""
    rng = np.random.default_rng(5)
    chances = [0.5, 0.12, 0.329, 0.04, 0.002, 0.006, 0.003]
    parties = rng.choice(len(SeatState), seats // 2 + 1, p=chances)
    return np.repeat(parties, 2)[:seats].astype(np.uint8)


def pictures(canvas: SeatCanvas, venue: Venue) -> list[QImage]:
    plan = plan_of(venue)
    canvas.show_plan(offer_of(venue), plan, states_of(len(plan)))
    placed = np.flatnonzero(plan.placed)
    middle = placed[len(placed) // 2]
    found = []
    for pixels in ZOOMS.values():
        if pixels:
            pitch = canvas.seat_pixels / canvas.scale
            at = QPointF(float(plan.x[middle]), float(plan.y[middle]))
            canvas.zoom_to(at, pixels / pitch)
        QApplication.processEvents()
        found.append(canvas.grab().toImage())
    return found


def sheet(rows: list[list[QImage]]) -> QImage:
    ratio = rows[0][0].devicePixelRatio()
    wide, high = round(WIDTH * ratio), round(HEIGHT * ratio)
    made = QImage(wide * len(ZOOMS), high * len(rows), QImage.Format.Format_RGB32)
    painter = QPainter(made)
    for row, images in enumerate(rows):
        for column, image in enumerate(images):
            painter.drawImage(QRect(column * wide, row * high, wide, high), image)
    painter.end()
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--plan", type=Path, action="append", default=[])
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    load_fonts(app)
    canvas = SeatCanvas()
    canvas.resize(WIDTH, HEIGHT)
    canvas.show()
    venues = {name: make() for name, make in VENUES.items()}
    venues |= {path.stem: read_plan(path).venue for path in options.plan}
    for name, venue in venues.items():
        rows = []
        for palette in PALETTES:
            canvas.set_palette_name(palette)
            rows.append(pictures(canvas, venue))
            canvas.clear()
        sheet(rows).save(str(options.out / f"{name}.png"))
    canvas.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
