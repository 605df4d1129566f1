"""Where a summary goes: onto A4, as a PDF file or through the workstation's printer.

All of it may hang for as long as a print system or a disk likes: it runs in a child process.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from boxoffice.printing.documents import Block, Summary
from boxoffice.printing.jobs import PaperFailed, Why, why_of
from boxoffice.printing.paper_code import draw_code
from boxoffice.resources import resource

_INK = QColor(20, 24, 30)
_GREY = QColor(96, 104, 116)
_LINE = QColor(205, 210, 217)
_ROW = 17.0  # points
# Where the columns of the seats begin, as shares of the width; money is set to the right.
_COLUMNS = (0.0, 0.27, 0.38, 0.47, 0.66, 0.77, 0.86, 1.0)
_MONEY_FROM = 4
_FACE = "Inter"
_FACES = ("Regular", "SemiBold")
_CUPS_DONE = 0x00FF  # a status up to this is a success (RFC 8011, appendix B)


def load_typeface() -> None:
    """Makes the paper's typeface known where no window has done so."""
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/Inter-{face}.otf")))


def pdf_of(summary: Summary) -> bytes:
    """The summary as one PDF.

    Raises:
        PaperFailed: it did not become whole.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(summary.number)
    _paint(summary, writer)
    data = bytes(buffer.data().data())
    if not _is_whole(data):
        raise PaperFailed(Why.CUT)
    return data


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_pdf(summary: Summary, path: Path, unfinished: Path | None = None) -> None:
    """Writes the summary as a PDF, whole or not at all: what stood there before stays until the
    new file is on the disk.

    Args:
        unfinished: where it is written first, in the same folder; None for a name of its own.

    Raises:
        PaperFailed: the folder or the disk does not let it.
    """
    beside = unfinished or path.with_name(f".{secrets.token_hex(8)}.part")
    data = pdf_of(summary)
    try:
        with os.fdopen(os.open(beside, _NEW, 0o600), "wb") as file:  # it may name the buyer
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not _is_whole(beside.read_bytes(), len(data)):
            raise PaperFailed(Why.CUT)
        beside.replace(path)
        _keep_name(path.parent)
    except OSError as error:
        raise PaperFailed(why_of(error), error.strerror or str(error)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def default_printer() -> str:
    """The name of the workstation's printer; empty where there is none. May block for minutes."""
    return QPrinterInfo.defaultPrinterName()


def print_summary(summary: Summary, printer_name: str, on_begin: Callable[[], None]) -> None:
    """Prints on a printer by its name. May block for minutes.

    Args:
        on_begin: called before the first moment from which on something may come out of it.

    Raises:
        PaperFailed: nothing was printed, unless it had begun.
    """
    info = QPrinterInfo.printerInfo(printer_name) if printer_name else QPrinterInfo()
    if info.isNull():
        raise PaperFailed(Why.NO_PRINTER)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(summary.number)
    # CUPS gets a finished file at the end; other systems get page after page from the first on.
    at_end = sys.platform == "linux"
    if not at_end:
        on_begin()
    _paint(summary, printer, on_begin if at_end else None)
    if at_end and (words := _refused_by_cups()):
        raise PaperFailed(Why.REFUSED, words)


def _refused_by_cups() -> str:
    """Why CUPS did not take the job, in its own words; empty where it did.

    Qt does not look at what becomes of a job that it sends (QCupsPrintEngine); the library knows of
    the last request of this thread.
    """
    try:
        cups = ctypes.CDLL("libcups.so.2")
    except OSError:
        return ""
    cups.cupsLastErrorString.restype = ctypes.c_char_p
    if cups.cupsLastError() <= _CUPS_DONE:
        return ""
    words: bytes = cups.cupsLastErrorString() or b"?"
    return words.decode("utf-8", "replace")


def _is_whole(data: bytes, size: int | None = None) -> bool:
    is_all = size is None or len(data) == size
    return is_all and data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")


def _keep_name(folder: Path) -> None:
    """Has the folder itself written, where a system can."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):  # not every file system can
                os.fsync(handle)
        finally:
            os.close(handle)


def _paint(
    summary: Summary, device: QPagedPaintDevice, before_end: Callable[[], None] | None = None
) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(18, 16, 18, 16), QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(device):
        raise PaperFailed(Why.NOT_BEGUN)
    is_done = False
    try:
        page = device.pageLayout().paintRect(QPageLayout.Unit.Point)
        scale = device.logicalDpiY() / 72.0
        painter.scale(scale, scale)
        pages = _Sheet(None, page.width(), page.height(), summary, 0).draw(summary)
        _Sheet(painter, page.width(), page.height(), summary, pages, device).draw(summary)
        if before_end is not None:
            before_end()
        is_done = True
    finally:
        is_ended = painter.end()
        if is_done and not is_ended:
            raise PaperFailed(Why.NOT_FINISHED)


class _Sheet:
    """Lays a summary out on pages; without a painter it only counts them. Units are points."""

    def __init__(
        self,
        painter: QPainter | None,
        width: float,
        height: float,
        summary: Summary,
        pages: int,
        device: QPagedPaintDevice | None = None,
    ) -> None:
        self._painter = painter
        self._device = device
        self._width, self._height = width, height
        self._summary = summary
        self._pages = pages
        self._page = 1
        self._y = 0.0

    def draw(self, summary: Summary) -> int:
        """Draws everything and returns the number of pages."""
        self._draw_head(summary)
        for block in summary.blocks:
            self._draw_block(block)
        self._draw_sums(summary)
        self._draw_foot()
        return self._page

    def _draw_head(self, summary: Summary) -> None:
        size = 78.0
        if self._painter is not None:
            draw_code(self._painter, summary.code, QRectF(self._width - size, 0, size, size))
        self._text(summary.code, self._width - size, size - 2, size, 9, 7, color=_GREY, right=True)
        self._text(summary.title, 0, 0, self._width - size - 20, 26, 20, bold=True)
        self._text(summary.number, 0, 32, self._width - size - 20, 18, 13, bold=True)
        self._text(summary.sold_at, 0, 52, self._width - size - 20, 14, 9, color=_GREY)
        below = 68
        marks = ((summary.test_mark, 11, True), (summary.copy_mark, 11, True))
        for text, points, bold in ((summary.buyer, 9.5, False), *marks):
            if text:
                self._text(text, 0, below, self._width - size - 20, 16, points, bold=bold)
                below += 16
        self._y = max(size + 22, below + 8)

    def _draw_block(self, block: Block) -> None:
        self._room_for(90 + _ROW)
        self._rule()
        self._y += 10
        self._text(block.heading, 0, self._y, self._width, 20, 14, bold=True)
        self._y += 21
        for text in (block.subtitle, block.when, block.where):
            if text:
                self._text(text, 0, self._y, self._width, 14, 9.5, color=_GREY)
                self._y += 14
        self._y += 8
        self._draw_columns()
        for row in block.rows:
            if self._room_for(_ROW):
                self._draw_columns()
            self._draw_cells(row, 9.5, _INK)
            self._y += _ROW
        self._y += 8

    def _draw_columns(self) -> None:
        self._draw_cells(self._summary.columns, 8, _GREY)
        self._y += 14
        self._rule()
        self._y += 3

    def _draw_cells(self, cells: tuple[str, ...], points: float, color: QColor) -> None:
        for index, text in enumerate(cells):
            left, right = _COLUMNS[index] * self._width, _COLUMNS[index + 1] * self._width
            is_money = index >= _MONEY_FROM
            gap = 0 if is_money else 6
            self._text(
                text, left, self._y, right - left - gap, _ROW, points, color=color, right=is_money
            )

    def _draw_sums(self, summary: Summary) -> None:
        self._room_for(40 + _ROW * (len(summary.sums) + len(summary.paid) + 2))
        self._rule()
        self._y += 8
        for words, value in summary.sums:
            self._pair(words, value, 9.5, color=_GREY)
        self._y += 2
        self._pair(*summary.total, 14, bold=True, height=24)
        for words, value in summary.paid:
            self._pair(words, value, 9.5)
        self._y += 14
        self._text(summary.closing, 0, self._y, self._width, 14, 9.5, color=_GREY)

    def _pair(
        self,
        words: str,
        value: str,
        points: float,
        *,
        bold: bool = False,
        height: float = 15.0,
        color: QColor = _INK,
    ) -> None:
        left, middle = self._width * 0.5, self._width * 0.8
        self._text(words, left, self._y, middle - left, height, points, bold=bold, color=color)
        self._text(
            value,
            middle,
            self._y,
            self._width - middle,
            height,
            points,
            bold=bold,
            color=color,
            right=True,
        )
        self._y += height

    def _room_for(self, height: float) -> bool:
        """Goes on to a new page where so much does not fit on this one; whether it did."""
        if self._y + height <= self._height - 24:
            return False
        self._draw_foot()
        if self._device is not None and not self._device.newPage():
            raise PaperFailed(Why.NOT_FINISHED)
        self._page += 1
        self._y = 0.0
        self._text(self._summary.number, 0, 0, self._width, 16, 10, bold=True)
        self._y = 26.0
        return True

    def _draw_foot(self) -> None:
        if self._pages > 1:
            text = self._summary.page.format(number=self._page, count=self._pages)
            self._text(text, 0, self._height - 14, self._width, 14, 8, color=_GREY, right=True)

    def _rule(self) -> None:
        if self._painter is not None:
            self._painter.fillRect(QRectF(0, self._y, self._width, 0.7), _LINE)

    def _text(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        height: float,
        points: float,
        *,
        bold: bool = False,
        color: QColor = _INK,
        right: bool = False,
    ) -> None:
        if self._painter is None:
            return
        font = QFont(_FACE)
        # Contextual forms (a colon between digits) have no text behind them in a PDF.
        font.setFeature(QFont.Tag("calt"), 0)
        font.setPointSizeF(points * 72.0 / self._painter.device().logicalDpiY())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        metrics = QFontMetricsF(font, self._painter.device())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        self._painter.setFont(font)
        self._painter.setPen(color)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        self._painter.drawText(QRectF(x, y, width, height), flags, shown)
