"""Background pictures of areas: decoded within bounds, and kept in sizes that are quick to draw."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QRunnable, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QBrush, QColor, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from boxoffice.domain.catalogue import Area
from boxoffice.seatmap.palette import Palette

_MOST_MEGABYTES = 32
_MOST_PIXELS = _MOST_MEGABYTES * 250_000  # of four bytes each
_SIDE = 1600  # pixels of the longer side of what is kept
_LEAST_SIDE = 100
_FORMATS = (b"png", b"jpeg")
_IS_SVG = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>)?\s*(?:<!--.*?-->\s*)*<svg\b", re.DOTALL
)
# What would load something else, or unfold without end.
_UNSAFE_SVG = re.compile(rb"<!DOCTYPE|<!ENTITY|<image\b|<foreignObject\b|<script\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Backdrop:
    """A picture behind the seats of an area.

    Attributes:
        place: in venue units.
        sizes: the picture from its largest to its smallest; none where it cannot be shown.
    """

    place: QRectF
    sizes: tuple[QImage, ...]

    def draw(self, painter: QPainter, palette: Palette, scale: float) -> None:
        """Draws it with a painter in venue units, `scale` pixels to each; hatched where there is
        no picture to show."""
        if not self.sizes:
            hatch = QBrush(QColor(*palette.line), Qt.BrushStyle.BDiagPattern)
            hatch.setTransform(painter.transform().inverted()[0])
            painter.fillRect(self.place, hatch)
            return
        wanted = self.place.width() * scale
        image = next((i for i in reversed(self.sizes) if i.width() >= wanted), self.sizes[0])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.place, image)


def backdrop_of(area: Area, image: QImage | None) -> Backdrop | None:
    """The picture at its place; None where the area has no place for one."""
    if area.picture_rect is None:
        return None
    return Backdrop(QRectF(*area.picture_rect), _sizes(image) if image is not None else ())


def decoded(data: bytes) -> QImage | None:
    """A PNG, JPEG or SVG, at most 1600 pixels a side; None for anything else, anything broken, and
    anything too large to decode within 32 MB. For any thread."""
    return _svg(data) if _IS_SVG.match(data[:2000]) else _bitmap(data)


def _bitmap(data: bytes) -> QImage | None:
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        return None
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return None
    reader.setScaledSize(_bounded(size))
    image = reader.read()
    return None if image.isNull() else _drawable(image)


def _svg(data: bytes) -> QImage | None:
    if _UNSAFE_SVG.search(data):
        return None
    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return None
    image = QImage(size.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio),
                   QImage.Format.Format_ARGB32_Premultiplied)  # fmt: skip
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _bounded(size: QSize) -> QSize:
    if max(size.width(), size.height()) <= _SIDE:
        return size
    return size.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _drawable(image: QImage) -> QImage:
    form = QImage.Format.Format_ARGB32_Premultiplied
    return image.convertToFormat(form if image.hasAlphaChannel() else QImage.Format.Format_RGB32)


def _sizes(image: QImage) -> tuple[QImage, ...]:
    """Each half as large as the one before, so that none is drawn much smaller than it is."""
    found = [image]
    while max(found[-1].width(), found[-1].height()) > 2 * _LEAST_SIDE:
        half = found[-1].size() / 2
        found.append(
            found[-1].scaled(
                half.expandedTo(QSize(1, 1)), Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )  # fmt: skip
    return tuple(found)


class Decoded(QObject):
    """Tells of pictures that were decoded.

    Signals:
        done(object, object): the `Area`, and its `Backdrop` or None.
    """

    done = QtSignal(object, object)


class Decoding(QRunnable):
    """Decodes one area's picture in a thread of its own, and tells when it is done."""

    def __init__(self, area: Area, data: bytes, teller: Decoded) -> None:
        super().__init__()
        self._area = area
        self._data = data
        self._teller = teller

    def run(self) -> None:
        found = backdrop_of(self._area, decoded(self._data))
        with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
            self._teller.done.emit(self._area, found)
