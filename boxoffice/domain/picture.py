"""Pictures behind the seats: what kind of file one is, how large it says it is, and its pixels."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from enum import StrEnum

MOST_PIXELS = 8_000_000  # of a file; four bytes each are 32 MB
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))  # markers without a length
_MOST_MARKERS = 10_000


class PictureKind(StrEnum):
    """The kinds that a map can have, by their media types."""

    PNG = "image/png"
    JPEG = "image/jpeg"
    SVG = "image/svg+xml"


@dataclass(frozen=True, slots=True)
class Raster:
    """Pixels, row after row without gaps: blue, green, red and alpha, a byte each, with the alpha
    multiplied in.

    Attributes:
        pixels: 4 * width * height bytes.
        is_opaque: nothing shines through.
    """

    width: int
    height: int
    pixels: bytes = field(repr=False)
    is_opaque: bool = False

    def __post_init__(self) -> None:
        if min(self.width, self.height) < 1 or len(self.pixels) != 4 * self.width * self.height:
            raise ValueError(f"{len(self.pixels)} bytes are not {self.width} x {self.height}")


PictureSizes = tuple[Raster, ...]
"""The same picture from its largest size to its smallest; empty where there is none to show."""


def bitmap_kind(data: bytes) -> PictureKind | None:
    """PNG or JPEG by what a file begins with; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PictureKind.PNG
    return PictureKind.JPEG if data.startswith(b"\xff\xd8\xff") else None


def bitmap_size(data: bytes) -> tuple[int, int] | None:
    """The width and height that a PNG or JPEG says it has; None where it does not say."""
    if bitmap_kind(data) is PictureKind.JPEG:
        return _jpeg_size(data)
    if data[12:16] == b"IHDR" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Goes from marker to marker until one of a frame (ITU T.81, B.1 and B.2)."""
    at = 2
    for _ in range(_MOST_MARKERS):
        while data[at : at + 2] == b"\xff\xff":  # fill
            at += 1
        if at + 4 > len(data) or data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker in _JPEG_ALONE:
            at += 2
            continue
        if marker in _JPEG_FRAMES:
            if at + 9 > len(data):
                return None
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
