"""Makes the pictures of the guide for clerks, in each of its languages.

    QT_QPA_PLATFORM=offscreen python -m tests.shots.guide

They are parts of the real window in states of these tests, so they show what there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from boxoffice.domain.ids import AreaId
from boxoffice.presenters.notices import Code, Notice
from boxoffice.views.kit.theme import load_fonts
from boxoffice.views.window.main_window import MainWindow
from tests import ROOT
from tests.service_fixture import FLOOR
from tests.shots.states import STATES, State
from tests.shots.taking import window_of

FOLDER = ROOT / "resources" / "help"
SIZE = 1000, 560
SHARP = 2  # pixels of a picture for one of the window


def _types(window: MainWindow) -> None:
    STATES["two seats"](window)
    window.order.focus_price_type()


def _standing(window: MainWindow) -> None:
    STATES["map"](window)
    window.map.canvas.area_picked.emit(AreaId(FLOOR))


def _scanned(window: MainWindow) -> None:
    STATES["map"](window)
    window.show_notice(Notice.warning(Code.SCAN_MISREAD, text="BX7Q-2M4T"))


PICTURES: Mapping[str, tuple[State, str]] = {
    "sale": (STATES["two seats"], "orderPanel"),
    "counts": (STATES["map"], "mapBar"),
    "map": (STATES["map"], "seatCanvas"),
    "standing": (_standing, "standingPicker"),
    "types": (_types, "typePopup"),
    "parked": (STATES["crowded order"], "parkedStrip"),
    "back": (STATES["sold order"], "finderPanel"),
    "scanner": (_scanned, "messageFrame"),
    "server": (STATES["outage"], "messageFrame"),
    "paper": (STATES["not printed"], "paymentPanel"),
}
"""By topic of the guide: a state, and the part of the window that is taken."""


def pictures(app: QApplication, language: str) -> Iterator[tuple[str, QImage]]:
    """Each topic's name and its picture."""
    for topic, (state, name) in PICTURES.items():
        with window_of(app, SIZE, "light", language) as window:
            state(window)
            for _ in range(3):
                QApplication.processEvents()
            part = window.findChild(QWidget, name)
            assert part is not None, name
            assert part.isVisible(), topic
            yield topic, _taken(part)


def languages() -> list[str]:
    """Those that the guide is written in."""
    return sorted(file.stem for file in FOLDER.glob("*.txt"))


def _taken(part: QWidget) -> QImage:
    made = QImage(part.size() * SHARP, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(SHARP)
    made.fill(part.palette().window().color())
    part.render(made)
    return made


def main() -> int:
    app = QApplication([])
    load_fonts(app)
    for language in languages():
        folder: Path = FOLDER / language
        folder.mkdir(exist_ok=True)
        for topic, picture in pictures(app, language):
            picture.save(str(folder / f"{topic}.png"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
