"""Texts on the map, laid out once for each size; drawing one is putting it where it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QObject, QPointF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTransform

_MOST_KEPT = 6000
_LONGEST = 80  # characters: what is longer is elided before it is laid out


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A text that can be drawn, and its size in pixels."""

    text: QStaticText
    size: QSizeF
    half_width: float
    half_height: float


class FreeWords(QObject):
    """What is free, in words. (An object of a class of its own: `tr` with a count looks no further
    than the class of the instance.)"""

    def free(self, count: int) -> str:
        return self.tr("%Ln free", "", count)


class Texts:
    """Draws texts in sizes of a typeface, in bold or not."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self._metrics: dict[tuple[int, bool], QFontMetricsF] = {}
        self._kept: dict[tuple[int, bool, str], LaidOut] = {}

    def font(self, pixels: int, *, bold: bool = False) -> QFont:
        found = self._fonts.get((pixels, bold))
        if found is None:
            found = self._fonts[pixels, bold] = QFont(self._font)
            found.setPixelSize(pixels)
            if bold:
                found.setWeight(QFont.Weight.DemiBold)
        return found

    def laid_out(self, text: str, pixels: int, *, bold: bool = False) -> LaidOut:
        found = self._kept.get((pixels, bold, text))
        if found is None:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            made = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            made.prepare(QTransform(), self.font(pixels, bold=bold))
            size = made.size()
            found = LaidOut(made, size, size.width() / 2, size.height() / 2)
            self._kept[pixels, bold, text] = found
        return found

    def elided(self, text: str, pixels: int, width: float, *, bold: bool = False) -> str:
        """The text, with an ellipsis at its end where it is wider."""
        key = pixels, bold
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(pixels, bold=bold))
        return self._metrics[key].elidedText(
            " ".join(text[:_LONGEST].split()), Qt.TextElideMode.ElideRight, width
        )

    def put_all(
        self,
        painter: QPainter,
        x: Sequence[float],
        y: Sequence[float],
        texts: Sequence[str],
        pixels: int,
        *,
        bold: bool = False,
    ) -> None:
        """Draws texts with their middles at points, in the painter's pen."""
        if not texts:
            return
        painter.setFont(self.font(pixels, bold=bold))
        kept = self._kept
        for at_x, at_y, text in zip(x, y, texts, strict=True):
            made = kept.get((pixels, bold, text)) or self.laid_out(text, pixels, bold=bold)
            # On whole pixels letters are as sharp as they were made.
            left, top = at_x - made.half_width, at_y - made.half_height
            painter.drawStaticText(QPointF(floor(left + 0.5), floor(top + 0.5)), made.text)
