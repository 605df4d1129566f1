"""A QR code, drawn as squares."""

from __future__ import annotations

import segno
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter


def draw_code(painter: QPainter, text: str, box: QRectF) -> None:
    """Draws the code of a text into a square box, its quiet zone included (ISO/IEC 18004)."""
    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix_iter(border=4)]
    step = box.width() / len(rows)
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                square = QRectF(box.left() + x * step, box.top() + y * step, step, step)
                painter.fillRect(square, Qt.GlobalColor.black)
