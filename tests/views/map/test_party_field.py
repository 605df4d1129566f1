"""The field of the party: what it says, what keys of the map belong to it, and when it is over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boxoffice.domain.ids import OrderId, PriceTypeId, SalesRuleId
from boxoffice.domain.rules import SalesRule
from boxoffice.presenters.order.state import OrderState
from boxoffice.views.map.party_field import PartyField
from tests.plans import offer_of
from tests.service_fixture import small_venue
from tests.views.conftest import line_row, order_state

OFFER = offer_of(small_venue())


@pytest.fixture
def field(dressed: QApplication, qtbot: QtBot) -> PartyField:
    assert isinstance(dressed, QObject)
    made = PartyField()
    qtbot.addWidget(made)
    made.resize(184, 40)
    made.show_offer(OFFER)
    made.show()
    return made


def told(field: PartyField) -> tuple[bool, str]:
    """Whether it says that something is wrong, and what it says."""
    return field.is_wrong, field.accessibleDescription()


def typed(field: PartyField, keys: str) -> list[bool]:
    return [field.type_on_map(key) for key in keys]


def test_a_plus_and_a_nought_belong_to_counts_that_have_begun(field: PartyField) -> None:
    assert typed(field, "+0") == [False, False]
    assert typed(field, "10+0++1") == [True] * 7
    assert field.text() == "10+0+1"
    assert field.accessibleDescription() == "10 Full price + 1 Child"
    assert field.count == 11
    field.forget()
    assert typed(field, "+") == [False]
    assert field.count == 1


def test_words_name_a_price_type_and_faults_are_told(field: PartyField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "2+1c")
    assert dict(field.shares) == {PriceTypeId(1): 2, PriceTypeId(3): 1}
    qtbot.keyClicks(field, "x")
    assert told(field) == (True, "no such price type")
    field.setText("")
    qtbot.keyClicks(field, "501")
    assert told(field) == (True, "at most 500")
    rule = SalesRule(SalesRuleId(1), "few", max_quantity=6)
    field.show_offer(replace(OFFER, rules=(rule,)))
    field.setText("")
    qtbot.keyClicks(field, "7")
    assert told(field) == (False, "at most 6")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert (field.text(), field.accessibleDescription()) == ("6", "6 Full price")
    assert not field.shares


def test_it_is_taken_and_then_begins_anew_and_ends_with_its_buyer(field: PartyField) -> None:
    one, two = order_state(line_row(1)), order_state(line_row(1), line_row(2))
    other = order_state(line_row(5))
    assert other.order is not None
    other = replace(other, order=replace(other.order, id=OrderId(2)))
    field.follow(OrderState())
    typed(field, "2")
    field.note_asked()
    field.follow(OrderState(is_busy=True))
    assert field.count == 2
    field.follow(two)
    assert (field.text(), field.accessibleDescription()) == ("2", "✓ taken")
    assert (field.count, field.is_meant) == (1, False)
    typed(field, "3")
    assert (field.text(), field.count) == ("3", 3)
    field.follow(one)  # a seat was given back meanwhile
    assert field.text() == "3"
    field.follow(other)  # another buyer
    assert field.text() == ""
    typed(field, "4")
    field.follow(OrderState())  # sold, or parked
    assert field.text() == ""
    typed(field, "2")
    field.note_asked()
    field.follow(OrderState(is_busy=True))
    field.follow(OrderState())  # none could be had
    assert (field.text(), field.count) == ("2", 2)
