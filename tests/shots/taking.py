"""Takes the pictures of one size and scale; a process of its own, started by `__main__.py`.

It reads a line for each picture, state, theme and language, and writes a line for each finding.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.theme import apply_theme, load_fonts
from boxoffice.views.kit.translation import install_language
from boxoffice.views.window.main_window import MainWindow
from tests.shots.checks import Finding, findings
from tests.shots.pseudo import PSEUDO, PseudoTranslator
from tests.shots.states import HOSTILE, show

_ACROSS, _SHEET, _WIDE = 2, 4, 780  # pictures in a row and on a sheet; pixels of each


def main() -> int:
    size, out = sys.argv[1], Path(sys.argv[2])
    app = QApplication([])
    load_fonts(app)
    plain, _, scale = size.partition("@")
    width, height = (round(int(each) / float(scale or 1)) for each in plain.split("x"))
    taken: list[tuple[str, QImage]] = []
    for line in sys.stdin.read().splitlines():
        state, theme, language = line.split("|")
        picture, wrong = shot(app, state, (width, height), theme, language)
        name = f"{size} {theme} {language} {state}"
        picture.save(str(out / f"{name.replace(' ', '-')}.png"))
        picture.setDevicePixelRatio(1.0)
        small = picture.scaledToWidth(_WIDE, Qt.TransformationMode.SmoothTransformation)
        taken.append((name, small))
        for each in wrong:
            print(f"{name}: {each.what.value}: {each.control}: {each.words}")  # noqa: T201
    for number, first in enumerate(range(0, len(taken), _SHEET)):
        _sheet(taken[first : first + _SHEET]).save(str(out / f"sheet-{size}-{number}.png"))
    return 0


def shot(
    app: QApplication, state: str, size: tuple[int, int], theme: str, language: str
) -> tuple[QImage, tuple[Finding, ...]]:
    """The picture of a state in pixels of the window, and what is wrong in it."""
    with window_of(app, size, theme, language) as window:
        show(window, state)
        seen = QApplication.activeModalWidget() or window
        return seen.grab().toImage(), wrong_now(window, state)


def wrong_now(window: MainWindow, state: str) -> tuple[Finding, ...]:
    """What is wrong in the window, or in the dialog over it, as it stands in a state."""
    seen = QApplication.activeModalWidget() or window
    return findings(seen, has_hostile_names=state in HOSTILE)


@contextmanager
def window_of(
    app: QApplication, size: tuple[int, int], theme: str, language: str
) -> Iterator[MainWindow]:
    """A new window, which is gone afterwards."""
    forget_language(app)
    apply_theme(app, theme)
    if language == PSEUDO:
        made = PseudoTranslator(app)
        app.installTranslator(made)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    else:
        install_language(app, language)
    window = MainWindow(LocaleFormats(language))
    window.set_palette_name(theme)
    window.resize(*size)
    window.show()
    try:
        yield window
    finally:
        window.make_way()
        window.allow_close()
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def forget_language(app: QApplication) -> None:
    """The program's words are English again."""
    for words in app.findChildren(QTranslator):
        app.removeTranslator(words)
        words.deleteLater()
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(QLocale("en"))


def _sheet(pictures: Sequence[tuple[str, QImage]]) -> QImage:
    """Small pictures with their names, in rows."""
    high = max(picture.height() for _, picture in pictures) + 24
    rows = math.ceil(len(pictures) / _ACROSS)
    sheet = QImage(_ACROSS * (_WIDE + 8), rows * high, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    for index, (name, picture) in enumerate(pictures):
        left, top = index % _ACROSS * (_WIDE + 8), index // _ACROSS * high
        painter.drawText(left + 4, top + 16, name)
        painter.drawImage(left, top + 22, picture)
    painter.end()
    return sheet


if __name__ == "__main__":
    raise SystemExit(main())
