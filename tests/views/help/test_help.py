"""Help stands beside the work, tells every key, and its pictures are of the window of today."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from boxoffice.domain.language import LANGUAGES
from boxoffice.views.help.guide import guide
from boxoffice.views.kit.theme import apply_theme, load_fonts
from boxoffice.views.window.main_window import MainWindow
from tests.shots.guide import FOLDER, PICTURES, languages, pictures
from tests.shots.states import STATES
from tests.shots.taking import forget_language, window_of
from tests.views.conftest import child

pytestmark = pytest.mark.gui


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    load_fonts(qapp)
    yield qapp
    forget_language(qapp)
    apply_theme(qapp, "light")


@pytest.fixture
def helped(dressed: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window with an order in it, and the help called up."""
    with window_of(dressed, (1366, 768), "light", "en") as window:
        STATES["two seats"](window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, Qt.Key.Key_F1)
        yield window


def text(window: MainWindow) -> str:
    page = child(window, QScrollArea, "helpText").widget()
    assert page is not None
    return "\n".join(each.text() for each in page.findChildren(QLabel))


def search(window: MainWindow, words: str) -> str:
    child(window, QLineEdit, "helpSearch").setText(words)
    return text(window)


@pytest.mark.parametrize("width", [1366, 1000])
def test_it_covers_no_order(helped: MainWindow, width: int) -> None:
    helped.resize(width, 640)
    QApplication.processEvents()
    order, page = (child(helped, QWidget, name) for name in ("orderPanel", "helpPanel"))
    assert page.isVisible()
    assert order.mapTo(helped, order.rect().topLeft()).x() >= page.geometry().right()
    for seen in (order, page):
        corner = seen.mapTo(helped, seen.rect().bottomRight())
        assert helped.rect().contains(corner)


def test_escape_leaves_and_the_keys_are_where_they_were(helped: MainWindow, qtbot: QtBot) -> None:
    field = child(helped, QLineEdit, "helpSearch")
    assert helped.focusWidget() is field
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not child(helped, QWidget, "helpPanel").isVisible()
    assert helped.focusWidget() is helped.map.canvas
    assert child(helped, QWidget, "orderPanel").isVisible()


def test_every_key_is_told_as_it_is(helped: MainWindow) -> None:
    for action in helped.actions():
        assert action.shortcut().toString() in text(helped)
    helped.use_keys({**helped.delivered_keys, "actionPay": "Ctrl+B", "actionPark": ""})
    told = search(helped, "pay")
    assert "Ctrl+B" in told
    assert not re.search(r"(?<!\+)\bF9\b", told)  # but with Shift
    helped.use_keys(helped.delivered_keys)


def test_a_search_leaves_what_has_it(helped: MainWindow) -> None:
    everything = text(helped)
    found = search(helped, "LASSO map")
    assert found.startswith("The seat map")
    assert "Parked orders" not in found
    assert len(found) < len(everything)
    assert search(helped, "<b>zebra") == "Nothing found for “<b>zebra”."
    assert search(helped, "") == everything


def test_in_a_narrow_window_it_goes_when_the_map_below_is_worked(
    helped: MainWindow, qtbot: QtBot
) -> None:
    helped.resize(1000, 640)
    QApplication.processEvents()
    helped.order.setFocus()
    assert child(helped, QWidget, "helpPanel").isVisible()
    child(helped, QWidget, "partySize").setFocus()
    qtbot.waitUntil(lambda: not child(helped, QWidget, "helpPanel").isVisible())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_is_whole(language: str) -> None:
    found = guide(language)
    assert [topic.name for topic in found] == list(PICTURES)
    raw = (FOLDER / f"{language}.txt").read_text(encoding="utf-8")
    english = (FOLDER / "en.txt").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\{.*?\}", raw)) == sorted(re.findall(r"\{.*?\}", english))
    for topic in found:
        assert topic.title
        assert all(topic.paragraphs)
        assert topic.picture is not None
        assert topic.picture.parent.name == language


def test_the_pictures_are_of_today(dressed: QApplication) -> None:
    """What has another size has to be taken anew in all languages: `tests/shots/guide.py`."""
    assert set(languages()) == set(LANGUAGES)
    kept = {file.stem: QImage(str(file)).size() for file in (FOLDER / "fr").glob("*.png")}
    assert {name: made.size() for name, made in pictures(dressed, "fr")} == kept
