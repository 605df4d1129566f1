"""The controls that all screens are made of."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boxoffice.tokens.sizes import SMALL
from boxoffice.views.kit.controls import KeyButton, TextField, button, label, wrap
from boxoffice.views.kit.fit_scroll import FitScroll
from boxoffice.views.kit.theme import typeface


def shown(qtbot: QtBot, text: str, key: str = "", width: int = 0) -> KeyButton:
    made = button("any", text, key=key)
    qtbot.addWidget(made)
    made.ensurePolished()
    made.resize(width or made.sizeHint().width(), made.sizeHint().height())
    return made


def ink(picture: QImage, left: int, right: int) -> int:
    """How many pixels of a part of the width are not of the ground."""
    ground = picture.pixel(left, picture.height() // 2)
    rows = range(8, picture.height() - 8)
    return sum(picture.pixel(x, y) != ground for x in range(left, right) for y in rows)


def test_the_key_is_no_part_of_the_words(dressed: QApplication, qtbot: QtBot) -> None:
    made = shown(qtbot, "&Pay", "F9")
    assert (made.text(), made.accessibleName(), made.key) == ("&Pay", "Pay", "F9")
    assert made.accessibleDescription() == "F9"


@pytest.mark.parametrize("key", ["F9", "Ctrl+Enter"])
def test_there_is_room_for_words_and_key(dressed: QApplication, qtbot: QtBot, key: str) -> None:
    plain, keyed = shown(qtbot, "Take as a part"), shown(qtbot, "Take as a part", key)
    wide = QFontMetrics(typeface(SMALL)).horizontalAdvance(key)
    assert keyed.sizeHint().width() == plain.sizeHint().width() + 8 + wide
    assert keyed.sizeHint().height() == plain.sizeHint().height()
    picture = keyed.grab().toImage()
    end = keyed.width() - 13
    assert ink(picture, end - wide, end)  # the key
    assert not ink(picture, end - wide - 7, end - wide - 1)  # and the gap before it


def test_words_stay_in_the_middle_where_there_is_room(dressed: QApplication, qtbot: QtBot) -> None:
    plain, keyed = (shown(qtbot, "Pay", key, 300).grab().toImage() for key in ("", "F9"))
    assert plain.copy(100, 0, 100, 40) == keyed.copy(100, 0, 100, 40)
    assert ink(keyed, 260, 290)
    assert not ink(plain, 260, 290)


def test_the_key_goes_before_the_words_are_cut(dressed: QApplication, qtbot: QtBot) -> None:
    narrow = shown(qtbot, "Take as a part").sizeHint().width()
    plain, keyed = (
        shown(qtbot, "Take as a part", key, narrow).grab().toImage() for key in ("", "Ctrl+Enter")
    )
    assert plain == keyed


def test_what_is_scrolled_where_it_must_be_is_whole_where_it_can(qtbot: QtBot) -> None:
    """Words that wrap want another height at each width."""
    held, page = QVBoxLayout(), QWidget()
    words = label("words", "Words that go on in the next line " * 8)
    wrap(words)
    fields = [TextField(f"field{number}") for number in range(4)]
    for part in (words, *fields):
        held.addWidget(part)
    scroll = FitScroll("scroll", held, least=40)
    layout = QVBoxLayout(page)
    layout.addStretch(1)
    layout.addWidget(scroll)
    qtbot.addWidget(page)
    page.show()
    for wide in (300, 500, 260, 700):
        page.resize(wide, 700)
        QApplication.processEvents()
        assert scroll.verticalScrollBar().maximum() == 0, wide
        assert scroll.height() == scroll.sizeHint().height()
    page.resize(300, 200)
    for field in fields:
        field.setFocus()
        QApplication.processEvents()
        assert field.visibleRegion().boundingRect() == field.rect()
