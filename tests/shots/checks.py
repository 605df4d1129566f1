"""What is wrong with a window as it stands: words that are cut, controls that stick out, lie over
each other or are too small to be hit, and words that cannot be read on their ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from boxoffice.tokens.sizes import CONTROL, LOW
from boxoffice.views.window.beside import Beside

READABLE = 4.5
OFF = 3.0  # what cannot be pressed
MOST = 21.0  # black on white
_BORDER = 3  # pixels of a control that are not its ground
_HAIR = 1  # pixels by which measures of letters differ
_TARGETS = (QAbstractButton, QLineEdit, QComboBox)


class Wrong(Enum):
    """What can be wrong with a control."""

    CUT = "its words are cut"
    OUTSIDE = "it sticks out"
    OVER = "it lies over another"
    SMALL = "it is too small to be hit"
    PALE = "it cannot be read"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong; `words` say by how much."""

    what: Wrong
    control: str
    words: str


def findings(window: QWidget, *, has_hostile_names: bool = False) -> tuple[Finding, ...]:
    """All that is wrong with what the window shows. Names of the house that are longer than any
    screen may end in dots, nothing else."""
    beside = window.findChild(Beside)
    seen = [
        widget
        for widget in _ours(window)
        if widget.isVisible() and not (beside is not None and beside.covers(widget))
    ]
    picture = window.grab().toImage()
    return (
        *_cut(seen, may_elide=has_hostile_names),
        *_outside(window, seen),
        *_over(window, seen),
        *_small(seen),
        *_pale(window, seen, picture),
    )


# --- words ---


def _cut(seen: list[QWidget], *, may_elide: bool) -> Iterator[Finding]:
    for widget in seen:
        lacking = _lacking(widget)
        if lacking > _HAIR:
            yield Finding(Wrong.CUT, widget.objectName(), f"{lacking} px: {_words(widget)!r}")
        elif _words(widget).endswith("…") and widget.toolTip() and not may_elide:
            yield Finding(Wrong.CUT, widget.objectName(), f"in dots: {_words(widget)!r}")


def _lacking(widget: QWidget) -> int:
    """By how many pixels a control is too small for its words."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QLabel):
        if not widget.text():
            return 0
        room = widget.contentsRect()
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) - widget.height()
        wide = max(metrics.horizontalAdvance(line) for line in widget.text().split("\n"))
        return max(wide - room.width(), metrics.height() - room.height())
    if isinstance(widget, QAbstractButton):
        words = widget.text().replace("&", "")
        wide = max(metrics.horizontalAdvance(line) for line in words.split("\n"))
        return wide - widget.width() + 2 * _BORDER if words else 0
    if isinstance(widget, QLineEdit):
        words = widget.placeholderText() if not widget.text() else ""
        return metrics.horizontalAdvance(words) - widget.width() + 2 * _BORDER if words else 0
    if isinstance(widget, QComboBox):
        return metrics.horizontalAdvance(widget.currentText()) - widget.width() + 2 * _BORDER
    return 0


def _words(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QAbstractButton)):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


# --- places ---


def _outside(window: QWidget, seen: list[QWidget]) -> Iterator[Finding]:
    """What is scrolled may go on below; beside it may not."""
    for widget in seen:
        if not isinstance(widget, (*_TARGETS, QLabel)):
            continue
        where, room = _place(window, widget), window.rect()
        for up in _parents(widget, window):
            area = up.parentWidget()
            if isinstance(area, QAbstractScrollArea) and up is area.viewport():
                room = QRect(_place(window, up).left(), where.top(), up.width(), where.height())
                break
        if not room.contains(where):
            over = where.right() - room.right(), where.bottom() - room.bottom()
            yield Finding(Wrong.OUTSIDE, widget.objectName(), f"{over} px")


def _over(window: QWidget, seen: list[QWidget]) -> Iterator[Finding]:
    targets = [w for w in seen if isinstance(w, _TARGETS) and not w.visibleRegion().isEmpty()]
    places = {w: w.visibleRegion().boundingRect().translated(_corner(window, w)) for w in targets}
    for one, two in combinations(targets, 2):
        if one.isAncestorOf(two) or two.isAncestorOf(one):
            continue
        both = places[one].intersected(places[two])
        if min(both.width(), both.height()) > _HAIR:
            yield Finding(Wrong.OVER, one.objectName(), two.objectName())


def _small(seen: list[QWidget]) -> Iterator[Finding]:
    """40 pixels, 32 in lists; what stands in a field may be as high as its letters want."""
    for widget in seen:
        if not isinstance(widget, _TARGETS) or isinstance(widget.parentWidget(), QLineEdit):
            continue
        least = LOW if _is_in_list(widget) else CONTROL
        if widget.height() < least - _HAIR:
            yield Finding(Wrong.SMALL, widget.objectName(), f"{widget.height()} of {least} px")


def _is_in_list(widget: QWidget) -> bool:
    """Whether it stands among others of its kind that are scrolled, or lies over the map."""
    ups = list(_parents(widget, None))
    is_scrolled = any(isinstance(up, QAbstractScrollArea) for up in ups)
    return is_scrolled or any(up.property("dense") or up.property("message") for up in ups)


# --- contrast ---


def _pale(window: QWidget, seen: list[QWidget], picture: QImage) -> Iterator[Finding]:
    for widget in seen:
        if (
            not isinstance(widget, (QLabel, QAbstractButton, QLineEdit))
            or not _words(widget).strip()
        ):
            continue
        if widget.visibleRegion().boundingRect() != widget.rect() or _is_covered(window, widget):
            continue
        least = READABLE if widget.isEnabled() else OFF
        found = contrast_of(part(picture, window, widget))
        if found < least:
            yield Finding(Wrong.PALE, widget.objectName(), f"{found:.1f} of {least}")


def _is_covered(window: QWidget, widget: QWidget) -> bool:
    """Whether something else lies over its middle or one of its corners."""
    where = _place(window, widget).adjusted(_HAIR, _HAIR, -_HAIR, -_HAIR)
    corners = where.topLeft(), where.topRight(), where.bottomLeft(), where.bottomRight()
    found = (window.childAt(point) for point in (where.center(), *corners))
    return any(
        top is not None
        and top is not widget
        and not widget.isAncestorOf(top)
        and not top.isAncestorOf(widget)
        for top in found
    )


def part(picture: QImage, window: QWidget, widget: QWidget) -> QImage:
    """Of the window's picture what the widget shows, its border left out."""
    where = _place(window, widget).adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)
    scale = picture.devicePixelRatio()
    corner, size = where.topLeft() * scale, where.size() * scale
    return picture.copy(QRect(corner, size))


def contrast_of(picture: QImage) -> float:
    """Between the ground, which is most of it, and the ink that differs most from it."""
    if picture.isNull():
        return MOST
    light = _luminances(picture).ravel()
    values, counts = np.unique(np.round(light, 4), return_counts=True)
    ground = float(values[np.argmax(counts)])
    ratios = (np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)
    return float(ratios.max())


def _luminances(picture: QImage) -> NDArray[np.float64]:
    """Of each pixel, 0 to 1."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    whole = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1, 4)
    parts = whole[:, : picture.width(), 2::-1] / 255.0
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    found: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return found


# --- widgets ---


def _ours(window: QWidget) -> list[QWidget]:
    """All widgets but those that Qt makes for itself inside others."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.objectName()
        and not widget.objectName().startswith("qt_")
        and widget.window() is window
    ]


def _parents(widget: QWidget, top: QWidget | None) -> Iterator[QWidget]:
    up: QWidget | None = widget
    while up is not top and up is not None:
        yield up
        up = up.parentWidget()


def _corner(window: QWidget, widget: QWidget) -> QPoint:
    return widget.mapTo(window, QPoint(0, 0))


def _place(window: QWidget, widget: QWidget) -> QRect:
    return QRect(_corner(window, widget), widget.size())
