"""Colours of the map: its ground, its words, and categories that can be told from the ground.

Contrast is the ratio of WCAG 2.2: seats have at least 3:1 against the ground, words 4.5:1.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass

from boxoffice.tokens.colors import THEMES

Rgb = tuple[int, int, int]
SEAT_CONTRAST = 3.0
TEXT_CONTRAST = 4.5
_TINT = 0.3  # of a section's colour, where its seats are drawn on it


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as (r, g, b) from 0 to 255.

    Attributes:
        ground: behind everything; `panel` behind the seats of a section.
        accent: what is looked at, or pointed at by keys.
        mine: the disc of this counter's own seats; `on_mine` the tick on it; `rim` around it.
        gone: seats that are sold or blocked.
        fills: of a section far out, from nothing free to nearly all.
    """

    ground: Rgb
    panel: Rgb
    line: Rgb
    text: Rgb
    faint: Rgb
    accent: Rgb
    mine: Rgb
    on_mine: Rgb
    rim: Rgb
    gone: Rgb
    stage: Rgb
    lost: Rgb
    fills: tuple[Rgb, Rgb, Rgb, Rgb]


def parsed(color: str) -> Rgb:
    """'#rrggbb' as a colour; grey for anything else."""
    try:
        value = int(color.removeprefix("#"), 16)
    except ValueError:
        return 128, 128, 128
    return (value >> 16) & 255, (value >> 8) & 255, value & 255


def luminance(color: Rgb) -> float:
    """Relative luminance (WCAG 2.2)."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (v / 255 for v in color)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: Rgb, b: Rgb) -> float:
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(color: Rgb, *grounds: Rgb, least: float = SEAT_CONTRAST) -> Rgb:
    """The colour, made darker or lighter until it has the contrast against all the grounds, which
    are all light or all dark."""
    hue, light, saturation = colorsys.rgb_to_hls(*(v / 255 for v in color))
    towards = 0.0 if luminance(grounds[0]) > 0.18 else 1.0
    for share in range(21):
        lightness = light + (towards - light) * share / 20
        r, g, b = colorsys.hls_to_rgb(hue, lightness, saturation)
        tried = round(r * 255), round(g * 255), round(b * 255)
        if all(contrast(tried, ground) >= least for ground in grounds):
            return tried
    return (0, 0, 0) if towards == 0.0 else (255, 255, 255)


def category_rgb(color: str, palette: Palette) -> Rgb:
    """A price category's colour as '#rrggbb', as its seats have it: one value for map, line and
    list."""
    return readable(parsed(color), palette.panel, *palette.fills)


def mixed(a: Rgb, b: Rgb, share: float) -> Rgb:
    """`share` of the first colour over the second."""
    r, g, blue = (round(x * share + y * (1 - share)) for x, y in zip(a, b, strict=True))
    return r, g, blue


def palette_of(colors: Mapping[str, str]) -> Palette:
    """The map's colours in a theme of `boxoffice.tokens`.

    The tints of sections are weak, because seats are seen on them; what is gone stands out from
    all of them, as categories do.
    """
    of = {name: parsed(color) for name, color in colors.items()}
    panel = of["surface"]
    none, few, some, many = (mixed(of[f"share{step}"], panel, _TINT) for step in range(4))
    return Palette(
        ground=of["floor"],
        panel=panel,
        line=of["line"],
        text=of["text"],
        faint=of["quiet"],
        accent=of["accent"],
        mine=of["mine"],
        on_mine=of["on_mine"],
        rim=of["rim"],
        gone=readable(of["sold"], panel, none, few, some, many),
        stage=of["stage"],
        lost=of["danger"],
        fills=(none, few, some, many),
    )


PALETTES = {name: palette_of(colors) for name, colors in THEMES.items()}
INK, PAPER = PALETTES["light"].mine, PALETTES["light"].on_mine  # a number is in either
