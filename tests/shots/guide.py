"""Makes the pictures of the guide for clerks, in each of its languages.

    QT_QPA_PLATFORM=offscreen python -m tests.shots.guide

They are parts of the real window in states of these tests, so they show what there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion
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


NAMES: Mapping[str, Mapping[str, str]] = {
    "de": {
        "Full price": "Vollpreis",
        "Full": "Voll",
        "Reduced": "Ermäßigt",
        "Red.": "Erm.",
        "Child": "Kind",
        "Stalls": "Parkett",
        "Balcony": "Balkon",
        "Floor": "Stehplätze",
        "Stage": "Bühne",
        "Main entrance": "Haupteingang",
        "West door": "Westtür",
        "Wood": "Holz",
        "The Tempest": "Der Sturm",
    },
    "fr": {
        "Full price": "Plein tarif",
        "Full": "Plein",
        "Reduced": "Réduit",
        "Red.": "Réd.",
        "Child": "Enfant",
        "Stalls": "Parterre",
        "Balcony": "Balcon",
        "Floor": "Fosse debout",
        "Stage": "Scène",
        "Main entrance": "Entrée principale",
        "West door": "Porte ouest",
        "Gold": "Or",
        "Wood": "Bois",
        "The Tempest": "La Tempête",
    },
    "it": {
        "Full price": "Intero",
        "Full": "Int.",
        "Reduced": "Ridotto",
        "Red.": "Rid.",
        "Child": "Bambino",
        "Stalls": "Platea",
        "Balcony": "Balconata",
        "Floor": "Parterre in piedi",
        "Stage": "Palco",
        "Main entrance": "Ingresso principale",
        "West door": "Porta ovest",
        "Gold": "Oro",
        "Wood": "Legno",
        "The Tempest": "La tempesta",
    },
}
"""What the house of the tests is called in the pictures, where they are not English."""


def _named(value: Any, names: Mapping[str, str]) -> Any:
    """A state with other names in it; what has none is the same object."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        made = tuple(_named(each, names) for each in value)
        same = all(new is old for new, old in zip(made, value, strict=True))
        return value if same else made
    if not is_dataclass(value) or isinstance(value, type):
        return value
    of = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
    changed = {name: _named(each, names) for name, each in of.items()}
    other = {name: each for name, each in changed.items() if each is not of[name]}
    return replace(value, **other) if other else value


def _speak(window: MainWindow, names: Mapping[str, str]) -> None:
    """From now on the pages are shown states with these names."""
    for page in (window.events, window.map, window.order, window.payment, window.finder):
        show: Callable[[Any], None] = page.show_state
        setattr(page, "show_state", lambda state, show=show: show(_named(state, names)))  # noqa: B010


def pictures(app: QApplication, language: str) -> Iterator[tuple[str, QImage]]:
    """Each topic's name and its picture."""
    for topic, (state, name) in PICTURES.items():
        with window_of(app, SIZE, "light", language) as window:
            _speak(window, NAMES.get(language, {}))
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
    """On the ground that it has in its window."""
    made = QImage(part.size() * SHARP, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(SHARP)
    window = part.window()
    made.fill(window.palette().window().color())
    where = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    window.render(made, QPoint(0, 0), QRegion(where))
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
