"""A theme dresses the program whole, in its own typeface."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from boxoffice.seatmap.drawing.palette import PALETTES
from boxoffice.tokens.colors import THEMES
from boxoffice.tokens.sizes import BODY, TYPES
from boxoffice.views.kit.controls import button, label
from boxoffice.views.kit.theme import apply_theme, color, load_fonts, typeface


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    load_fonts(qapp)
    yield qapp
    apply_theme(qapp, "light")


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_dresses_the_program_whole(app: QApplication, theme: str) -> None:
    apply_theme(app, theme)
    assert "$" not in app.styleSheet()
    assert app.palette().color(QPalette.ColorRole.Window) == QColor(THEMES[theme]["ground"])
    assert color("accent") == QColor(THEMES[theme]["accent"])


def test_themes_know_the_same_colours() -> None:
    assert len({frozenset(colors) for colors in THEMES.values()}) == 1


def test_every_theme_has_a_palette_for_the_map() -> None:
    assert THEMES.keys() == PALETTES.keys()


@pytest.mark.parametrize("name", ["setStyle", "setStyleSheet"])
def test_the_typeface_stays_where_a_style_brings_the_desktops(
    app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """As on GNOME and XFCE: with a style, the fonts that the desktop has for buttons come back."""
    brought = []

    def bring(value: str) -> None:
        getattr(QApplication, name)(*([value] if name == "setStyle" else [app, value]))
        font = QFont("Desktop Sans", 11)
        QApplication.setFont(font, "QPushButton")  # type: ignore[arg-type] # it takes no bytes
        brought.append(QApplication.font(QPushButton()).family())

    monkeypatch.setattr(app, name, bring, raising=False)
    apply_theme(app, "light")
    assert brought == ["Desktop Sans"]
    made = button("any", "Pay")
    qtbot.addWidget(made)
    made.ensurePolished()
    for font in (QApplication.font(), made.font()):
        assert (font.family(), font.pixelSize()) == ("Inter", BODY.size)
        assert font.featureValue(QFont.Tag("tnum")) == 1


@pytest.mark.parametrize("kind", TYPES)
def test_figures_are_of_one_width(app: QApplication, kind: str) -> None:
    assert QFontInfo(typeface(TYPES[kind])).family() == "Inter"
    metrics = QFontMetricsF(typeface(TYPES[kind]))
    wide = [metrics.horizontalAdvance(figure * 8) for figure in "0123456789"]
    assert max(wide) - min(wide) <= 0.5  # of a pixel: they are rounded


@pytest.mark.parametrize("role", ["sum", "title", "faint", "strong", "area", ""])
def test_labels_keep_typeface_and_figures(app: QApplication, qtbot: QtBot, role: str) -> None:
    apply_theme(app, "light")
    made = label("any", "111", role)
    qtbot.addWidget(made)
    made.ensurePolished()
    assert made.font().family() == "Inter"
    assert made.font().pixelSize() in {kind.size for kind in TYPES.values()}
    metrics = QFontMetricsF(made.font())
    assert abs(metrics.horizontalAdvance("1111") - metrics.horizontalAdvance("0000")) < 0.5


def test_controls_have_one_of_three_heights(app: QApplication, qtbot: QtBot) -> None:
    apply_theme(app, "light")
    for is_primary, height in ((False, 40), (True, 52)):
        made: QPushButton = button("any", "Words", primary=is_primary)
        qtbot.addWidget(made)
        made.show()
        assert made.sizeHint().height() == height
        made.setFocus()
        assert made.sizeHint().height() == height  # nothing moves
