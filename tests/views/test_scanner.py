"""A scanner is a fast keyboard: its barcode is recognised, and what people type is theirs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boxoffice.domain.barcode import new_barcode
from boxoffice.views.scanner import Scanner

BARCODE = new_barcode()


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        layout = QVBoxLayout(self.window)
        self.field, self.button = QLineEdit(), QPushButton("Sell")
        self.pressed: list[str] = []
        self.button.clicked.connect(lambda: self.pressed.append("Sell"))
        self.entered: list[str] = []
        self.field.returnPressed.connect(lambda: self.entered.append(self.field.text()))
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        self.scanner = Scanner(self.window)
        self.scanned: list[str] = []
        self.scanner.scanned.connect(self.scanned.append)
        self.window.show()
        qtbot.waitExposed(self.window)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.scanner.stop()


def scan(qtbot: QtBot, widget: QWidget, text: str) -> None:
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Return)


def test_a_barcode_is_recognised_and_leaves_nothing_in_the_field(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    scan(qtbot, desk.field, BARCODE)
    assert desk.scanned == [BARCODE]
    assert not desk.scanner.is_holding
    assert (desk.field.text(), desk.entered) == ("", [])


def test_it_presses_no_button(desk: Desk, qtbot: QtBot) -> None:
    desk.button.setFocus()
    scan(qtbot, desk.button, BARCODE)
    assert (desk.scanned, desk.pressed) == ([BARCODE], [])


def test_a_number_with_a_wrong_letter_is_typed_text(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    wrong = BARCODE[:-1] + ("A" if BARCODE[-1] != "A" else "B")
    scan(qtbot, desk.field, wrong)
    assert desk.scanned == []
    assert desk.entered == [wrong]


@pytest.mark.parametrize("text", ["2350", "B 12", "FAUST", "Faust 2", "OPER", "0"])
def test_what_people_type_arrives_in_its_order(desk: Desk, qtbot: QtBot, text: str) -> None:
    desk.field.setFocus()
    qtbot.keyClicks(desk.field, text)
    qtbot.waitUntil(lambda: desk.field.text() == text)
    assert desk.scanned == []


def test_enter_is_not_before_what_was_typed(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    scan(qtbot, desk.field, "2350")
    assert desk.entered == ["2350"]


def test_a_click_is_not_before_what_was_typed(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    qtbot.keyClicks(desk.field, "23")
    qtbot.mouseClick(desk.button, Qt.MouseButton.LeftButton)
    assert desk.field.text() == "23"
    assert len(desk.pressed) == 1


def test_a_held_key_is_no_scanner(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    qtbot.keyClicks(desk.field, "1" * 60)
    qtbot.waitUntil(lambda: desk.field.text() == "1" * 60)


def test_after_it_was_stopped_it_holds_nothing_back(desk: Desk, qtbot: QtBot) -> None:
    desk.scanner.stop()
    desk.field.setFocus()
    qtbot.keyClicks(desk.field, "12")
    assert desk.field.text() == "12"
