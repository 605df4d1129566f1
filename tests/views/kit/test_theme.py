"""The colours can be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from boxoffice.resources import resource
from boxoffice.seatmap.drawing.palette import PALETTES
from boxoffice.views.kit.theme import THEMES, apply_theme

TEXT = 4.5
PAIRS = [
    *[
        (text, ground)
        for text in ("text", "faint", "accent")
        for ground in ("panel", "ground", "soft")
    ],
    ("text", "tint"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("error", "error_tint"),
    ("warning", "warning_tint"),
    ("good", "good_tint"),
]


def luminance(name: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    color = QColor(name)
    red, green, blue = linear(color.redF()), linear(color.greenF()), linear(color.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out(theme: str, text: str, ground: str) -> None:
    colors = THEMES[theme]
    assert contrast(colors[text], colors[ground]) >= TEXT


def test_themes_know_the_same_colours() -> None:
    assert len({frozenset(colors) for colors in THEMES.values()}) == 1


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_dresses_the_program_whole(qapp: QApplication, theme: str) -> None:
    assert resource(f"icons/down-{theme}.svg").exists()
    apply_theme(qapp, theme)
    assert "$" not in qapp.styleSheet()
    apply_theme(qapp, "light")


def test_every_theme_has_a_palette_for_the_map() -> None:
    assert THEMES.keys() == PALETTES.keys()
