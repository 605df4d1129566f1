"""What stands in the way of a sale, in words, and what could be better."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from boxoffice.domain.ids import SalesRuleId
from boxoffice.domain.rules import Breach, Broken, SalesRule
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.order.state import OrderState, RuleRow
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.order.rule_words import rule_words
from boxoffice.views.window.main_window import MainWindow
from tests.views.conftest import child, event, line_row, order_state
from tests.views.order.test_panel import press, show


def rule(kind: Breach, counted: int, limit: int = 0, **more: object) -> RuleRow:
    names = {
        "event": "",
        "price_type": "",
        "category": "",
        "other_type": "",
        "gaps": (),
        "until": None,
    }
    own = {name: more.pop(name, default) for name, default in names.items()}
    broken = Broken(SalesRule(SalesRuleId(1), "rule"), kind, counted, limit, **more)  # type: ignore[arg-type]
    return RuleRow(broken, **own)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (rule(Breach.TOO_FEW, 1, 2, event="Faust"), "Faust: At least 2 seats; 1 in the order."),
        (rule(Breach.TOO_MANY, 12, 10), "At most 10 seats; 12 in the order."),
        (
            rule(Breach.TOO_MANY, 3, 2, price_type="Child", category="Gold"),
            "At most 2 × Child, Gold; 3 in the order.",
        ),
        (
            rule(Breach.NO_MULTIPLE, 5, 4, until=datetime(2026, 12, 24, 18, 30, tzinfo=UTC)),
            "Only in sets of 4 seats; 5 in the order. (until Thu 24 Dec 2026, 18:30)",
        ),
        (
            rule(
                Breach.RATIO,
                2,
                1,
                price_type="Companion",
                other_type="Wheelchair",
                others=1,
                needed=2,
            ),
            "2 × Companion need 2 × Wheelchair; 1 in the order.",
        ),
        (
            rule(Breach.RATIO, 2, price_type="Companion", other_type="Wheelchair", needed=2),
            "2 × Companion need 2 × Wheelchair; none in the order.",
        ),
        (
            rule(Breach.RATIO, 1, price_type="Companion", other_type="Wheelchair", needed=1),
            "1 × Companion needs 1 × Wheelchair; none in the order.",
        ),
        (
            rule(Breach.RATIO, 2, price_type="Companion", other_type="Wheelchair"),
            "Not to be sold in this order: 2 × Companion.",
        ),
        (
            rule(Breach.SINGLE_GAP, 2, gaps=(SeatName("Stalls", "B", "3"),)),
            "A single seat is left alone: Stalls, row B, seat 3.",
        ),
        (rule(Breach.SINGLE_GAP, 2), "A single seat is left alone."),
    ],
)
def test_what_a_rule_says(row: RuleRow, words: str, formats: LocaleFormats) -> None:
    assert rule_words(row, formats) == words


def test_every_breach_has_words(formats: LocaleFormats) -> None:
    for kind in Breach:
        assert rule_words(rule(kind, 1, 2, needed=1), formats)


def test_the_way_to_pay_says_what_is_in_the_way(window: MainWindow) -> None:
    rows = tuple(rule(Breach.TOO_MANY, 12, most) for most in range(2, 8))
    show(window, order_state(line_row(1), broken=rows, can_pay=False))
    pay, words = child(window, QPushButton, "payButton"), child(window, QLabel, "orderRules")
    assert not pay.isEnabled()
    assert "At most 7 seats" in pay.accessibleDescription()
    assert "At most 7 seats" in pay.toolTip()
    assert words.text().splitlines()[-1] == "… and 2 more"
    assert "At most 7 seats" in words.toolTip()
    show(window, order_state(line_row(1)))
    assert (pay.isEnabled(), pay.toolTip(), words.isVisible()) == (True, "", False)


def test_a_seat_left_alone_is_advice_with_a_way_past_it(window: MainWindow, qtbot: QtBot) -> None:
    alone = (SeatName("Stalls", "B", "3"),)
    show(window, order_state(line_row(1), left_alone=alone))
    anyway = child(window, QPushButton, "sellAnyway")
    with qtbot.waitSignal(window.order.anyway_asked):
        press(qtbot, anyway)
    forbidden = rule(Breach.SINGLE_GAP, 1, gaps=alone)
    show(window, order_state(line_row(1), left_alone=alone, broken=(forbidden,), can_pay=False))
    assert not anyway.isVisible()
    assert not child(window, QLabel, "orderLeftAlone").isVisible()


def test_a_cancelled_event_is_told_and_its_seats_go_back_by_one_press(
    window: MainWindow, qtbot: QtBot
) -> None:
    rows = (line_row(1), line_row(2, event_id=2), line_row(3))
    off = (event(1, "The Tempest"),)
    alone = (SeatName("Stalls", "B", "3"),)
    show(window, order_state(*rows, called_off=off, left_alone=alone, can_pay=False))
    told = child(window, QLabel, "orderCalledOff")
    assert told.text() == "The Tempest was cancelled; its seats are no longer sold."
    assert told.text() in child(window, QPushButton, "payButton").accessibleDescription()
    assert not child(window, QPushButton, "sellAnyway").isVisible()
    with qtbot.waitSignal(window.order.give_back_asked) as asked:
        press(qtbot, child(window, QPushButton, "giveBackCalledOff"))
    assert [place.seat_id for place in asked.args[0]] == [1, 3]
    show(window, order_state(*rows[1:2]))
    assert not told.isVisible()


def test_the_nearest_seat_is_offered_by_name(window: MainWindow, qtbot: QtBot) -> None:
    show(window, OrderState(instead=(SeatName("Stalls", "B", "14"),)))
    offer = child(window, QPushButton, "insteadButton")
    assert offer.text() == "Take Stalls, row B, seat 14 instead"
    with qtbot.waitSignal(window.order.instead_asked):
        press(qtbot, offer)
