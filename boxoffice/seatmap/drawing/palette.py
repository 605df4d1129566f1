"""Colours of the map: its ground, its words, and categories that can be told from the ground.

Contrast is the ratio of WCAG 2.2: seats have at least 3:1 against the ground, words 4.5:1.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

Rgb = tuple[int, int, int]
SEAT_CONTRAST = 3.0
TEXT_CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as (r, g, b) from 0 to 255.

    Attributes:
        ground: behind everything; `panel` behind the seats of a section.
        mine: the disc of this counter's own seats; `on_mine` the tick on it.
        gone: seats that are sold or blocked.
        fills: of a section far out, from nothing free to nearly all.
    """

    ground: Rgb
    panel: Rgb
    line: Rgb
    text: Rgb
    faint: Rgb
    mine: Rgb
    on_mine: Rgb
    gone: Rgb
    stage: Rgb
    lost: Rgb
    fills: tuple[Rgb, Rgb, Rgb, Rgb]


PALETTES = {
    "light": Palette(
        ground=(244, 246, 249),
        panel=(255, 255, 255),
        line=(208, 214, 222),
        text=(28, 34, 43),
        faint=(88, 98, 112),
        mine=(15, 92, 200),
        on_mine=(255, 255, 255),
        gone=(122, 131, 143),
        stage=(222, 227, 234),
        lost=(200, 30, 40),
        fills=((226, 229, 233), (238, 240, 234), (232, 243, 232), (220, 243, 226)),
    ),
    "dark": Palette(
        ground=(24, 27, 32),
        panel=(33, 37, 44),
        line=(66, 73, 84),
        text=(236, 239, 243),
        faint=(166, 175, 187),
        mine=(92, 160, 255),
        on_mine=(10, 20, 36),
        gone=(124, 134, 148),
        stage=(48, 54, 63),
        lost=(255, 96, 96),
        fills=((38, 41, 47), (38, 46, 44), (32, 52, 46), (26, 60, 48)),
    ),
    "contrast": Palette(
        ground=(0, 0, 0),
        panel=(0, 0, 0),
        line=(255, 255, 255),
        text=(255, 255, 255),
        faint=(255, 255, 255),
        mine=(255, 222, 0),
        on_mine=(0, 0, 0),
        gone=(128, 128, 128),
        stage=(40, 40, 40),
        lost=(255, 96, 96),
        fills=((0, 0, 0), (0, 18, 24), (0, 32, 40), (0, 46, 56)),
    ),
}


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


def mixed(a: Rgb, b: Rgb, share: float) -> Rgb:
    """`share` of the first colour over the second."""
    r, g, blue = (round(x * share + y * (1 - share)) for x, y in zip(a, b, strict=True))
    return r, g, blue
