"""The child that decodes pictures: what a server sent in, pixels of a bounded number out."""

from __future__ import annotations

import math
import os
import sys
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from boxoffice.children.messages import Message
from boxoffice.children.serving import CannotDo, Say, serve
from boxoffice.domain.drawing import DrawingRefused, cleaned
from boxoffice.domain.picture import MOST_PIXELS, bitmap_kind

_MOST_MEGABYTES = 4 * MOST_PIXELS // 1_000_000
# Bytes beyond what the child has when it begins: a layer of all pixels for each level of a drawing.
_MOST_MORE = 500_000_000
_NICE = 5
_MOST_COMPUTING = 3  # seconds for one picture, on however busy a machine
_SIDE = 1600  # pixels of the longer side of what is handed back
_LEAST_SIDE = 100
_FORMATS = (b"png", b"jpeg")


class NoPicture(Exception):
    """It is none that can be shown; the text says why."""


def run() -> NoReturn:
    """Serves until the program ends.

    A job's body is a file; the answer's `sizes` are width, height and whether it is opaque, for
    each size of the picture, and its body is their pixels one after another.
    """
    _application = QGuiApplication(["boxoffice"])
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    _limit_memory()
    serve(_do)


def _do(message: Message, _: Say) -> Message:
    _limit_computing()
    try:
        sizes = _sizes(decoded(message.body))
    except (NoPicture, DrawingRefused) as error:
        raise CannotDo(why=str(error)) from error
    heads = [[image.width(), image.height(), not image.hasAlphaChannel()] for image in sizes]
    return Message({"sizes": heads}, b"".join(_pixels(image) for image in sizes))


def decoded(data: bytes) -> QImage:
    """A PNG, JPEG or SVG file, at most 1600 pixels a side.

    Raises:
        NoPicture, DrawingRefused: it is of another kind, broken, too large, or not allowed.
    """
    return _bitmap(data) if bitmap_kind(data) is not None else _drawing(data)


def _bitmap(data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        raise NoPicture("it is neither PNG nor JPEG")
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        raise NoPicture("it has too many pixels")
    reader.setScaledSize(_bounded(size))
    image = reader.read()
    if image.isNull():
        raise NoPicture(reader.errorString())
    return image


def _drawing(data: bytes) -> QImage:
    renderer = QSvgRenderer(QByteArray(cleaned(data)))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise NoPicture("nothing is drawn in it")
    image = QImage(
        size.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    if image.isNull():
        raise NoPicture("it is too narrow")
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _bounded(size: QSize) -> QSize:
    if max(size.width(), size.height()) <= _SIDE:
        return size
    return size.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _sizes(image: QImage) -> list[QImage]:
    """Each half as large as the one before, so that none is drawn much smaller than it is."""
    form = QImage.Format.Format_ARGB32_Premultiplied
    if not image.hasAlphaChannel():
        form = QImage.Format.Format_RGB32
    found = [image.convertToFormat(form)]
    while max(found[-1].width(), found[-1].height()) > 2 * _LEAST_SIDE:
        half = (found[-1].size() / 2).expandedTo(QSize(1, 1))
        smooth = Qt.TransformationMode.SmoothTransformation
        small = found[-1].scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        found.append(small.convertToFormat(form))
    return found


def _pixels(image: QImage) -> bytes:
    """Lines of four bytes a pixel have no gaps between them."""
    return bytes(image.constBits())


def _limit_computing() -> None:
    """Where a system can: the child ends when it has computed so long from now on."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime) + _MOST_COMPUTING
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _limit_memory() -> None:
    """Where a system can, so that a picture costs this child its life and the machine nothing."""
    if sys.platform == "win32":
        return
    import resource

    os.nice(_NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return
    most = pages * resource.getpagesize() + _MOST_MORE
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
