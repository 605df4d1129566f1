"""Where a summary goes: onto A4, as a PDF file or through the workstation's printer."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from boxoffice.printing.documents import Block, Summary
from boxoffice.printing.paper_code import draw_code

_INK = QColor(20, 24, 30)
_GREY = QColor(96, 104, 116)
_LINE = QColor(205, 210, 217)
_ROW = 17.0  # points
# Where the columns of the seats begin, as shares of the width; money is set to the right.
_COLUMNS = (0.0, 0.27, 0.38, 0.47, 0.66, 0.77, 0.86, 1.0)
_MONEY_FROM = 4
_FACE = "Inter"


class PaperFailed(Exception):
    """Nothing was printed or saved; the text is one line that says why."""


class NoPrinter(PaperFailed):
    """This workstation has no printer."""


def write_pdf(summary: Summary, path: Path) -> None:
    """Writes the summary as a PDF, whole or not at all.

    Raises:
        PaperFailed: the folder or the disk does not let it.
    """
    unfinished: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".summary-", suffix=".pdf", dir=path.parent)
        os.close(handle)
        unfinished = Path(name)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(unfinished))
        _print(summary, printer)
        if unfinished.stat().st_size == 0:
            raise PaperFailed(f"{path} could not be written")
        unfinished.replace(path)
    except OSError as error:
        raise PaperFailed(f"{path}: {error.strerror or error}") from error
    finally:
        if unfinished is not None:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)


def default_printer() -> str:
    """The name of the workstation's printer; empty where there is none. May block for seconds."""
    return QPrinterInfo.defaultPrinterName()


def print_summary(summary: Summary, printer_name: str) -> None:
    """Prints on a printer by its name.

    Raises:
        NoPrinter, PaperFailed: nothing was printed.
    """
    info = QPrinterInfo.printerInfo(printer_name) if printer_name else QPrinterInfo()
    if info.isNull():
        raise NoPrinter("there is no printer")
    _print(summary, QPrinter(info, QPrinter.PrinterMode.HighResolution))


def _print(summary: Summary, printer: QPrinter) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(18, 16, 18, 16), QPageLayout.Unit.Millimeter)
    printer.setDocName(summary.number)
    painter = QPainter()
    if not painter.begin(printer):
        raise PaperFailed("the printer does not begin")
    try:
        page = printer.pageRect(QPrinter.Unit.Point)
        scale = printer.resolution() / 72.0
        painter.scale(scale, scale)
        pages = _Sheet(None, page.width(), page.height(), summary, 0).draw(summary)
        _Sheet(painter, page.width(), page.height(), summary, pages, printer).draw(summary)
    finally:
        if not painter.end():
            raise PaperFailed("the printer did not finish")


class _Sheet:
    """Lays a summary out on pages; without a painter it only counts them. Units are points."""

    def __init__(
        self, painter: QPainter | None, width: float, height: float, summary: Summary, pages: int,
        printer: QPrinter | None = None,
    ) -> None:  # fmt: skip
        self._painter = painter
        self._printer = printer
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
        for text, points, bold in ((summary.buyer, 9.5, False), (summary.copy_mark, 11, True)):
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
            self._text(text, left, self._y, right - left - gap, _ROW, points, color=color,
                       right=is_money)  # fmt: skip

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
        self, words: str, value: str, points: float, *, bold: bool = False,
        height: float = 15.0, color: QColor = _INK,
    ) -> None:  # fmt: skip
        left, middle = self._width * 0.5, self._width * 0.8
        self._text(words, left, self._y, middle - left, height, points, bold=bold, color=color)
        self._text(value, middle, self._y, self._width - middle, height, points, bold=bold,
                   color=color, right=True)  # fmt: skip
        self._y += height

    def _room_for(self, height: float) -> bool:
        """Goes on to a new page where so much does not fit on this one; whether it did."""
        if self._y + height <= self._height - 24:
            return False
        self._draw_foot()
        if self._printer is not None and not self._printer.newPage():
            raise PaperFailed("the printer gives no further page")
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
        self, text: str, x: float, y: float, width: float, height: float, points: float,
        *, bold: bool = False, color: QColor = _INK, right: bool = False,
    ) -> None:  # fmt: skip
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
