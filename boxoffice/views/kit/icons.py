"""The icons of buttons: drawn, so that they are sharp on every screen, in the colours of the theme.

The files in `resources/icons` are SVG on a grid of 20 with a stroke of 1.5. Of SVG's paths this
reads M, L, C and Z alone, with absolute numbers: no decoder of pictures runs in the window.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap

from boxoffice.resources import resource
from boxoffice.tokens.sizes import ICON
from boxoffice.views.kit.theme import color

_log = logging.getLogger(__name__)
_STROKE = 1.5  # of a grid of `ICON`
_PATH = re.compile(r'<path d="([^"]+)"')
_WORD = re.compile(r"[A-Za-z]|-?[0-9]*\.?[0-9]+")
_TAKES = {"M": 2, "L": 2, "C": 6, "Z": 0}


class Icon(StrEnum):
    """What there is an icon for."""

    PLUS = "plus"
    MINUS = "minus"
    FIT = "fit"
    REFRESH = "refresh"
    CLOSE = "close"
    MORE = "more"
    MENU = "menu"
    SEARCH = "search"
    DOWN = "down"
    LASSO = "lasso"
    LIST = "list"
    SETTINGS = "settings"
    PERSON = "person"
    CASH = "cash"
    KEYBOARD = "keyboard"
    LINK = "link"
    INFO = "info"
    UNDO = "undo"


def icon(which: Icon) -> QIcon:
    """The icon, which takes its colour anew each time it is painted."""
    return QIcon(_Engine(which))


class _Engine(QIconEngine):
    """Paints the lines of an icon: quiet at rest, as words under the mouse, off where disabled."""

    def __init__(self, which: Icon) -> None:
        super().__init__()
        self._which = which

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(rect.width(), rect.height())
        room = QRectF(rect)
        painter.translate(room.center() - QPointF(side / 2, side / 2))
        painter.scale(side / ICON, side / ICON)
        round_ends, round_joins = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        shade = color(_shade(mode, state))
        painter.setPen(QPen(shade, _STROKE, Qt.PenStyle.SolidLine, round_ends, round_joins))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_lines(self._which))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._which)


def _shade(mode: QIcon.Mode, state: QIcon.State) -> str:
    if mode is QIcon.Mode.Disabled:
        return "off"
    is_at_rest = mode is QIcon.Mode.Normal and state is QIcon.State.Off
    return "quiet" if is_at_rest else "text"


@cache
def _lines(which: Icon) -> QPainterPath:
    path = QPainterPath()
    try:
        text = resource(f"icons/{which.value}.svg").read_text(encoding="utf-8")
    except OSError as error:  # the button works without
        _log.error("there is no icon %s: %s", which.value, error)
        return path
    for data in _PATH.findall(text):
        path.addPath(path_of(data))
    return path


def path_of(data: str) -> QPainterPath:
    """The lines of a path's data.

    Raises:
        ValueError: there is something that it does not read.
    """
    path, words = QPainterPath(), _WORD.findall(data)
    draws: dict[str, Callable[..., None]] = {
        "M": path.moveTo,
        "L": path.lineTo,
        "C": path.cubicTo,
        "Z": path.closeSubpath,
    }
    while words:
        command = words.pop(0)
        if command not in draws:
            raise ValueError(f"unknown command {command!r} in {data!r}")
        draws[command](*(float(words.pop(0)) for _ in range(_TAKES[command])))
    return path
