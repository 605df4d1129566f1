"""A sheet of pictures of the map: each venue far, middle, near and at work, in the three palettes.

    .venv/bin/python -m tests.benchmarks.sheet --out FOLDER [--plan FILE ...] [--against FOLDER]

For looking at; and with the sheet of another day beside it, for comparing to the pixel: each
picture that differs is named, and the command fails. The demo venues are always on it; plans are
pretix files. At work the map was panned and has every mark on it: seats that are pointed at, lost,
looked at and one's own, a party, and a rectangle that is being drawn.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boxoffice.domain.ids import SeatId
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState, States
from boxoffice.domain.venue import Venue
from boxoffice.importing.pretix import read_plan
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.drawing.palette import PALETTES
from boxoffice.service.venues import VENUES
from boxoffice.views.kit.theme import load_fonts
from tests.plans import offer_of, plan_of

WIDTH, HEIGHT = 900, 640
ZOOMS = {"far": 0.0, "middle": 12.0, "near": 34.0}  # pixels from seat to seat; 0 for the whole
COLUMNS = (*ZOOMS, "at work")


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
    middle = int(placed[len(placed) // 2])
    found = []
    for pixels in ZOOMS.values():
        if pixels:
            pitch = canvas.seat_pixels / canvas.scale
            at = QPointF(float(plan.x[middle]), float(plan.y[middle]))
            canvas.zoom_to(at, pixels / pitch)
        found.append(picture(canvas))
    return [*found, at_work(canvas, plan, middle)]


def picture(canvas: SeatCanvas) -> QImage:
    QApplication.processEvents()
    return canvas.grab().toImage()


def at_work(canvas: SeatCanvas, plan: SeatPlan, middle: int) -> QImage:
    """The map under the hand, near by, with all that is drawn over it."""
    nothing, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    canvas.activateWindow()
    canvas.setFocus()
    way = [QPoint(450, 320), QPoint(437, 330), QPoint(404, 391)]
    QTest.mousePress(canvas, Qt.MouseButton.MiddleButton, nothing, way[0])
    for point in way[1:]:
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, Qt.MouseButton.MiddleButton, nothing, way[-1])
    seat = SeatId(int(plan.ids[middle]))
    some = np.arange(max(0, middle - 3), min(len(plan), middle + 3))
    canvas.show_states(some, np.full(len(some), SeatState.FREE, dtype=np.uint8))
    canvas.show_states(some[:1], np.full(1, SeatState.MINE, dtype=np.uint8))
    canvas.focus_seat(seat)
    canvas.set_party(2)
    canvas.flash((SeatId(int(plan.ids[some[1]])),))
    canvas.light((SeatId(int(plan.ids[some[0]])), seat))
    at = canvas.seat_position(seat)
    assert at is not None
    QTest.mouseMove(canvas, at)
    corner = at - QPoint(90, 60)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, control, corner)
    for point in (corner + QPoint(30, 20), at + QPoint(3, 2)):
        QTest.mouseMove(canvas, point)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down):  # so that the party is not where the mouse is
        QTest.keyClick(canvas, key)
    found = picture(canvas)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, control, at)
    canvas.light(())
    canvas.set_party(1)
    return found


def sheet(rows: list[list[QImage]]) -> QImage:
    ratio = rows[0][0].devicePixelRatio()
    wide, high = round(WIDTH * ratio), round(HEIGHT * ratio)
    made = QImage(wide * len(COLUMNS), high * len(rows), QImage.Format.Format_RGB32)
    painter = QPainter(made)
    for row, images in enumerate(rows):
        for column, image in enumerate(images):
            painter.drawImage(QRect(column * wide, row * high, wide, high), image)
    painter.end()
    return made


def differences(made: QImage, before: QImage) -> list[str]:
    """What is not alike on two sheets of a venue, by palette and column, and in how many pixels."""
    if made.size() != before.size():
        return [f"{made.width()} x {made.height()}, not {before.width()} x {before.height()}"]
    differs = pixels_of(made) != pixels_of(before)
    found = []
    for palette, band in zip(PALETTES, np.split(differs, len(PALETTES)), strict=True):
        for column, part in zip(COLUMNS, np.split(band, len(COLUMNS), axis=1), strict=True):
            if part.any():
                found.append(f"{palette}, {column}: {np.count_nonzero(part)} pixels")
    return found


def pixels_of(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(plain.constBits(), dtype=np.uint32)
    return flat.reshape(plain.height(), plain.width()).copy()


def compare(out: Path, against: Path) -> int:
    """Tells what differs between two folders of sheets; 1 if anything does."""
    names = sorted({path.name for folder in (out, against) for path in folder.glob("*.png")})
    is_alike = bool(names)
    for name in names:
        pair = QImage(str(out / name)), QImage(str(against / name))
        lacks = [folder / name for folder in (out, against) if not (folder / name).exists()]
        found = [f"there is no {path}" for path in lacks] or differences(*pair)
        is_alike = is_alike and not found
        sys.stdout.writelines(f"{name}: {line}\n" for line in found or ["alike to the pixel"])
    return 0 if is_alike else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--plan", type=Path, action="append", default=[])
    parser.add_argument("--against", type=Path, help="a folder with the sheet to compare with")
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
    return compare(options.out, options.against) if options.against else 0


if __name__ == "__main__":
    sys.exit(main())
