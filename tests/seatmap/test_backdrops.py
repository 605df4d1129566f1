"""Background pictures: decoded within bounds, and drawn where they belong."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import AreaId
from boxoffice.domain.seatplan import SeatPlan
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.canvas_pictures import backdrop_of, decoded

SVG = b"""<?xml version="1.0"?><!-- drawn --><svg xmlns="http://www.w3.org/2000/svg" width="20"
height="10"><rect width="20" height="10" fill="#ff0000"/></svg>"""


def encoded(form: str, width: int = 40, height: int = 20) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 0, 0))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(data.data())


def claiming(width: int, height: int) -> bytes:
    """A PNG that says it is so large, and holds next to nothing."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize("data", [encoded("PNG"), encoded("JPG"), SVG], ids=["png", "jpeg", "svg"])
def test_pictures_are_decoded(data: bytes) -> None:
    found = decoded(data)
    assert found is not None
    assert found.width() == 2 * found.height()
    color = found.pixelColor(found.width() // 2, found.height() // 2)
    assert color.red() > 250
    assert color.green() < 5


def test_large_pictures_are_made_smaller() -> None:
    found = decoded(encoded("PNG", 4000, 1000))
    assert found is not None
    assert (found.width(), found.height()) == (1600, 400)


BROKEN = {
    "nothing": b"",
    "a word": b"hello",
    "half a picture": encoded("PNG")[:60],
    "a bitmap": encoded("BMP"),
    "65,000 by 65,000": claiming(65_000, 65_000),
    "nothing of a drawing": b"<svg></svg>",
    "an open drawing": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect',
    "entities": b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]>' + SVG[21:],
    "a drawing that loads": SVG.replace(b"<rect", b'<image href="file:///etc/passwd"/><rect'),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_and_huge_pictures_are_none(name: str) -> None:
    assert decoded(BROKEN[name]) is None


@pytest.mark.qt_log_ignore("libpng", extend=True)
def test_a_picture_that_ends_early_is_bounded() -> None:
    assert decoded(claiming(3000, 3000)) is None
    found = decoded(claiming(2000, 2000))
    assert found is None or found.width() == 1600


@pytest.mark.parametrize("is_broken", [False, True])
def test_a_picture_is_drawn_behind_its_area(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan], qtbot: QtBot, is_broken: bool
) -> None:
    offer, plan = small
    stage = replace(offer.areas[0], picture_rect=(0.0, -200.0, 450.0, 100.0))
    offer = replace(offer, areas=(stage, *offer.areas[1:]))
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    at = canvas.area_position(AreaId(1))
    assert at is not None
    box = (at.x() - 60, at.y() - 20, 30, 15)
    before = canvas.grab().toImage().copy(*box)
    canvas.show_picture(AreaId(99), SVG)  # an area that is not there
    canvas.show_picture(AreaId(2), SVG)  # an area without a place for it
    canvas.show_picture(AreaId(1), b"broken" if is_broken else SVG)
    qtbot.waitUntil(lambda: canvas.grab().toImage().copy(*box) != before)
    found = canvas.grab().toImage().pixelColor(at - QPoint(60, 20))
    assert (found.red() > 250 and found.green() < 60) != is_broken
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    assert canvas.grab().toImage().copy(*box) != before  # it stays with its event


def test_a_picture_without_a_place_is_left_out(small: tuple[Offer, SeatPlan]) -> None:
    assert backdrop_of(small[0].areas[0], decoded(SVG)) is None
