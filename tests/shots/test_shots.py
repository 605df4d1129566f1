"""A sample of the pictures: each state once, in all sizes of this screen, themes and languages,
and once more where there is least room."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from boxoffice.views.kit.controls import KeyButton
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.theme import apply_theme, load_fonts
from boxoffice.views.window.main_window import MainWindow
from tests.shots.__main__ import pairwise
from tests.shots.checks import Wrong, findings
from tests.shots.pseudo import PSEUDO
from tests.shots.states import STATES, rest, show
from tests.shots.taking import forget_language, window_of, wrong_now
from tests.views.conftest import child

pytestmark = pytest.mark.gui

SIZES = ((1000, 640), (1366, 768), (1920, 1080))
LEAST = 911, 512  # a screen of 1366 x 768 at 150 %
THEMES = ("light", "dark", "contrast")
LANGUAGES = ("de", "fr", "en", "it")


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    load_fonts(qapp)
    yield qapp
    forget_language(qapp)
    apply_theme(qapp, "light")


@pytest.mark.parametrize("number", range(len(STATES)), ids=list(STATES))
def test_nothing_is_wrong_with_a_state(dressed: QApplication, number: int) -> None:
    state = list(STATES)[number]
    size, theme = SIZES[number % 3], THEMES[number // 3 % 3]
    with window_of(dressed, size, theme, LANGUAGES[number % 4]) as window:
        show(window, state)
        assert wrong_now(window, state) == ()
        window.resize(*LEAST)
        rest()
        assert window.size().toTuple() == LEAST
        assert wrong_now(window, state) == ()


def test_a_language_is_read_from_the_right_and_longer(dressed: QApplication) -> None:
    """Of every text that is shown; a key keeps its name."""
    with window_of(dressed, (1366, 768), "light", PSEUDO) as window:
        show(window, "two seats")
        pay = child(window, KeyButton, "payButton")
        assert pay.text() == "[Pay~]"
        assert pay.key == "F9"
        assert child(window, QLabel, "orderCount").text() == "[2 tickets~~~]"
        order, map_ = (child(window, QWidget, name) for name in ("orderPanel", "mapPanel"))
        assert order.mapTo(window, QPoint()).x() < map_.mapTo(window, QPoint()).x()


def test_pictures_are_chosen_pairwise() -> None:
    """Each pair of two kinds once at the least where there is room for that, and each value of any
    before one comes a second time."""
    kinds = (list("abcdefg"), list("123"), list("xyz"), list("+-"))
    chosen = list(pairwise(30, *kinds))
    assert len(chosen) < 30
    for one, two in combinations(range(4), 2):
        assert {(c[one], c[two]) for c in chosen} == set(product(kinds[one], kinds[two]))
    few = list(pairwise(7, *kinds))
    assert [{c[kind] for c in few} for kind in range(4)] == [set(each) for each in kinds]


def test_what_is_wrong_is_found(dressed: QApplication) -> None:
    apply_theme(dressed, "light")
    window = MainWindow(LocaleFormats("en"))
    window.resize(1366, 768)
    window.show()
    show(window, "two seats")
    assert findings(window) == ()
    pay = child(window, QPushButton, "payButton")
    total = child(window, QLabel, "orderTotal")
    undo, clear = (child(window, QPushButton, name) for name in ("undoButton", "clearButton"))
    total.setStyleSheet("color: #e0e0e0;")
    pay.setText("Take all the money of the house and be happy ever after, without an end to it")
    pay.setMinimumSize(1, 1)
    pay.setMaximumSize(200, 20)
    QApplication.processEvents()
    undo.move(clear.pos())
    pay.move(pay.x() + 400, pay.y())
    found = {(each.what, each.control) for each in findings(window)}
    assert found >= {
        (Wrong.PALE, "orderTotal"),
        (Wrong.CUT, "payButton"),
        (Wrong.SMALL, "payButton"),
        (Wrong.OUTSIDE, "payButton"),
        (Wrong.OVER, "undoButton"),
    }
    window.allow_close()
    window.close()
