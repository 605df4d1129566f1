"""Background pictures of areas, drawn in the size that is quickest.

They come as pixels: what a server calls a picture is decoded in a child process.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from boxoffice.domain.catalogue import Area
from boxoffice.domain.picture import PictureSizes, Raster
from boxoffice.seatmap.drawing.palette import Palette


@dataclass(frozen=True, slots=True, eq=False)
class AreaBackdrop:
    """A picture behind the seats of an area.

    Attributes:
        box: in venue units.
        sizes: the picture from its largest to its smallest; none where it cannot be shown.
    """

    box: QRectF
    sizes: tuple[QImage, ...]

    def draw(self, painter: QPainter, palette: Palette, scale: float) -> None:
        """Draws it with a painter in venue units, `scale` pixels to each; hatched where there is
        no picture to show."""
        if not self.sizes:
            hatch = QBrush(QColor(*palette.line), Qt.BrushStyle.BDiagPattern)
            hatch.setTransform(painter.transform().inverted()[0])
            painter.fillRect(self.box, hatch)
            return
        wanted = self.box.width() * scale
        image = next((i for i in reversed(self.sizes) if i.width() >= wanted), self.sizes[0])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.box, image)


def backdrop_of(area: Area, sizes: PictureSizes) -> AreaBackdrop | None:
    """An area's picture where it belongs; None where the area has no room for one."""
    if area.picture_rect is None:
        return None
    return AreaBackdrop(QRectF(*area.picture_rect), tuple(_image(raster) for raster in sizes))


def _image(raster: Raster) -> QImage:
    forms = QImage.Format
    form = forms.Format_RGB32 if raster.is_opaque else forms.Format_ARGB32_Premultiplied
    seen = QImage(raster.pixels, raster.width, raster.height, 4 * raster.width, form)
    return seen.copy()  # of pixels that are its own
