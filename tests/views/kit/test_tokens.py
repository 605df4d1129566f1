"""The tokens: all that is read can be read, and nothing else sets a colour or a size of letters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import boxoffice
from boxoffice.resources import resource
from boxoffice.seatmap.drawing.palette import contrast, parsed
from boxoffice.tokens.colors import THEMES
from boxoffice.tokens.sizes import STEPS, TYPES

PACKAGE = Path(boxoffice.__file__).parent
# What is on what, and by how much it has to differ.
ON = (
    ("text", 4.5, "surface floor ground fill tint fill_press share0 share1 share2 share3"),
    ("quiet", 4.5, "surface floor ground fill tint raised fill_hover share0"),
    ("off", 3, "surface fill"),
    ("on_accent", 4.5, "accent accent_hover accent_press"),
    ("accent", 4.5, "surface"),
    ("accent", 3, "floor ground tint"),
    ("mine", 3, "floor surface"),
    ("on_mine", 4.5, "mine"),
    ("warn", 4.5, "warn_tint surface"),
    ("danger", 4.5, "danger_tint surface fill"),
    ("good", 4.5, "good_tint surface ground"),
    ("line_strong", 3, "surface floor"),
    ("sold", 3, "floor surface"),
    ("held", 3, "floor"),
    ("cat1", 3, "floor surface"),
    ("cat2", 3, "floor surface"),
    ("cat3", 3, "floor surface"),
    ("cat4", 3, "floor surface"),
    ("cat5", 3, "floor surface"),
    ("cat6", 3, "floor surface"),
    ("on_cat", 4.5, "cat1 cat2 cat3 cat4 cat5 cat6"),
)
PAIRS = [(words, ground, least) for words, least, all_ in ON for ground in all_.split()]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("words", "ground", "least"), PAIRS)
def test_every_pair_that_occurs_can_be_read(
    theme: str, words: str, ground: str, least: float
) -> None:
    colors = THEMES[theme]
    assert contrast(parsed(colors[words]), parsed(colors[ground])) >= least


def test_there_are_five_sizes_and_steps_of_four() -> None:
    assert [kind.size for kind in TYPES.values()] == [34, 20, 15, 13, 12]
    assert all(step % 4 == 0 for step in STEPS)


# A colour, or a size of letters, that is written down.
WRITTEN = re.compile(
    r"""["']\#[0-9a-fA-F]{3,8}["']      # Python
      | :[^;"']*\#[0-9a-fA-F]{3,8}\b     # a style sheet
      | \brgba?\(|\bhsva?\(|\bhsla?\(
      | QColor\(\s*(\d|["']|Qt\.)
      | QColor\.from|GlobalColor\.(?!transparent)
      | setPointSize|setPixelSize
      | font-size:(?!\s*\$)|\bfont:[^;]*;|font-family""",
    re.VERBOSE,
)
MAKES_FONTS = {
    "views/kit/theme.py": "font.setPixelSize(kind.size if plain else scaled(kind.size))",
    "seatmap/drawing/texts.py": "found.setPixelSize(pixels)",
}


def written(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if WRITTEN.search(line)]


@pytest.mark.parametrize(
    "line",
    [
        'GREY = "#7a8490"',
        "QLabel { color: #fff; }",
        "QLabel { background: rgba(0, 0, 0, 10%); }",
        "painter.setPen(QColor(20, 24, 30))",
        'QColor("red")',
        "QColor(Qt.GlobalColor.red)",
        "font.setPointSizeF(9.5)",
        "font.setPixelSize(9)",
        'QLabel[role="big"] { font-size: 22pt; }',
        "QLabel { font: bold 9pt; }",
    ],
)
def test_a_planted_colour_or_size_is_found(line: str) -> None:
    assert written(line)


@pytest.mark.parametrize(
    "line",
    [
        "painter.setPen(QColor(*palette.line))",
        "QLabel { color: $text; font-size: $small_size; }",
        'QColor(colors["off"])',
        "QLabel#title { margin: 0; }",
        "picture.fill(Qt.GlobalColor.transparent)",
    ],
)
def test_what_comes_of_the_tokens_is_not(line: str) -> None:
    assert not written(line)


def test_nothing_else_sets_a_colour_or_a_size_of_letters() -> None:
    places = [p for room in ("views", "seatmap") for p in (PACKAGE / room).rglob("*.py")]
    found = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in places
        if (lines := written(path.read_text(encoding="utf-8")))
    }
    assert found == {path: [line] for path, line in MAKES_FONTS.items()}
    assert written(resource("style.qss").read_text(encoding="utf-8")) == []


def test_letters_on_the_map_have_sizes_of_the_tokens() -> None:
    from boxoffice.seatmap.drawing.name_layout import COUNT_SIZES, SIZES

    assert {*SIZES, *COUNT_SIZES} <= {kind.size for kind in TYPES.values()}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("picture", "token"), [("down", "quiet"), ("tick", "on_accent")])
def test_pictures_of_the_style_sheet_have_the_colours_of_the_tokens(
    theme: str, picture: str, token: str
) -> None:
    text = resource(f"icons/{picture}-{theme}.svg").read_text(encoding="utf-8")
    assert set(re.findall("#[0-9a-f]+", text)) == {THEMES[theme][token]}
