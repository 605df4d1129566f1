"""The map as assistive tools have it: its tree, its events, and that nothing of it outlives it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.speech.announcer import announcement
from boxoffice.seatmap.speech.speech import Spoken, changes_in_words
from tests import ROOT
from tests.service_fixture import FLOOR
from tests.turns import MOST, best_of, held_up
from tests.waiting import PATIENCE

Name = QAccessible.Text.Name
Role = QAccessible.Role


def tree_of(canvas: SeatCanvas) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(canvas)


def children_of(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [node.child(index) for index in range(node.childCount())]


def told_by(canvas: SeatCanvas) -> list[tuple[QAccessible.Event, str]]:
    """The events from now on, and of what."""
    found: list[tuple[QAccessible.Event, str]] = []

    def hear(event: QAccessibleEvent) -> None:
        found.append((event.type(), event.accessibleInterface().text(Name)))

    canvas.accessible.tell = hear
    return found


def said_by(canvas: SeatCanvas) -> list[Spoken]:
    found: list[Spoken] = []
    canvas.announcer.say = found.append
    return found


def set_states(canvas: SeatCanvas, state: SeatState, *indices: int) -> None:
    """One by one, as the seats of an order come."""
    for index in indices:
        canvas.show_states(np.array([index]), np.array([state], dtype=np.uint8))


def place_of(canvas: SeatCanvas, seat: int) -> QPoint:
    place = canvas.seat_position(SeatId(seat))
    assert place is not None
    return place


# --- the tree ---


def test_the_map_its_areas_the_row_and_its_seats(drawn: SeatCanvas) -> None:
    tree = tree_of(drawn)
    assert tree.role() is Role.Canvas
    assert tree.text(Name) == "Seat map"
    assert tree.focusChild() is None
    names = [node.text(Name) for node in children_of(tree)]
    assert names == [
        "Stalls, 40 of 40 free",
        "Balcony, 20 of 20 free",
        "Floor, standing, 20 of 20 free",
    ]
    assert [node.childCount() for node in children_of(tree)] == [0, 0, 0]
    drawn.focus_seat(SeatId(23))
    stalls, balcony, _ = children_of(tree)
    assert stalls.role() is Role.Grouping
    assert balcony.childCount() == 0
    [row] = children_of(stalls)
    assert (row.role(), row.text(Name), row.childCount()) == (Role.List, "Row C", 10)
    seats = children_of(row)
    assert {seat.role() for seat in seats} == {Role.CheckBox}
    assert seats[2].text(Name) == "Stalls, row C, seat 3, free"
    assert tree.focusChild() is seats[2]


def test_every_way_up_is_the_way_down_again(drawn: SeatCanvas) -> None:
    drawn.focus_seat(SeatId(23))
    tree = tree_of(drawn)
    seat = tree.focusChild()
    row = seat.parent()
    area = row.parent()
    assert area.parent() is tree
    assert (area.indexOfChild(row), row.indexOfChild(seat), tree.indexOfChild(area)) == (0, 2, 0)
    assert all(node.isValid() and node.object() is None for node in (seat, row, area))
    assert seat.window() is drawn.windowHandle()
    assert row.child(99) is None
    assert tree.child(-1) is None


def test_a_name_has_the_price_where_it_is_known(drawn: SeatCanvas) -> None:
    drawn.focus_seat(SeatId(23))
    drawn.set_price_words(lambda category: f"€{int(category)}.00")
    assert tree_of(drawn).focusChild().text(Name) == "Stalls, row C, seat 3, €1.00, free"
    assert drawn.accessibleDescription() == "Stalls, row C, seat 3, €1.00, free"


def test_seats_are_where_they_are_on_the_screen(drawn: SeatCanvas) -> None:
    drawn.move(30, 20)
    drawn.focus_seat(SeatId(23))
    tree = tree_of(drawn)
    seat = tree.focusChild()
    there = drawn.mapToGlobal(place_of(drawn, 23))
    assert seat.rect().contains(there)
    assert seat.rect().width() == pytest.approx(drawn.seat_pixels, abs=1)
    area = tree.childAt(there.x(), there.y())
    row = area.childAt(there.x(), there.y())
    assert row.childAt(there.x(), there.y()) is seat
    assert row.rect().contains(seat.rect())
    assert area.rect().contains(row.rect())
    drawn.zoom_to(QPointF(225.0, 580.0), 3.0)
    assert seat.state().offscreen


@pytest.mark.parametrize(
    ("state", "checked", "disabled"),
    [
        (SeatState.FREE, False, False),
        (SeatState.MINE, True, False),
        (SeatState.PENDING, False, False),
        (SeatState.RESERVED, False, True),
        (SeatState.SOLD, False, True),
        (SeatState.BLOCKED, False, True),
    ],
)
def test_a_seat_tells_whether_it_can_be_had(
    drawn: SeatCanvas, state: SeatState, checked: bool, disabled: bool
) -> None:
    drawn.setFocus()
    drawn.focus_seat(SeatId(23))
    set_states(drawn, state, 22)
    seen = tree_of(drawn).focusChild().state()
    assert seen.checkable
    assert seen.focused
    assert (bool(seen.checked), bool(seen.disabled)) == (checked, disabled)


def test_a_press_takes_a_seat_and_asks_for_places(drawn: SeatCanvas, qtbot: QtBot) -> None:
    drawn.focus_seat(SeatId(23))
    action = tree_of(drawn).focusChild().actionInterface()
    assert action.actionNames() == [QAccessibleActionInterface.pressAction()]
    with qtbot.waitSignal(drawn.seats_picked) as picked:
        action.doAction(QAccessibleActionInterface.pressAction())
    assert picked.args == [(23,)]
    floor = tree_of(drawn).child(2)
    assert floor.role() is Role.Button
    with qtbot.waitSignal(drawn.area_picked) as asked:
        floor.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert asked.args == [FLOOR]
    stalls = tree_of(drawn).child(0)
    nothing = (
        stalls.actionInterface(),
        floor.valueInterface(),
        stalls.textInterface(),
        stalls.tableCellInterface(),
        tree_of(drawn).actionInterface(),
    )
    assert not any(nothing)


def test_what_stands_on_the_map_stays_in_the_tree(drawn: SeatCanvas) -> None:
    button = QPushButton("Take", drawn)
    button.show()
    last = children_of(tree_of(drawn))[-1]
    assert last.object() is button
    assert last.parent() is tree_of(drawn)


# --- events ---


def test_arrows_tell_of_the_seat_they_come_to(drawn: SeatCanvas) -> None:
    QTest.mouseClick(drawn, Qt.MouseButton.LeftButton, pos=place_of(drawn, 14))
    told = told_by(drawn)
    QTest.keyClick(drawn, Qt.Key.Key_Right)
    QTest.keyClick(drawn, Qt.Key.Key_Down)
    assert told == [
        (QAccessible.Event.Focus, "Stalls, row B, seat 5, free"),
        (QAccessible.Event.Focus, "Stalls, row C, seat 5, free"),
    ]
    told.clear()
    set_states(drawn, SeatState.MINE, 24)
    assert told == [(QAccessible.Event.StateChanged, "Stalls, row C, seat 5, in this order")]


def test_another_row_lets_the_old_one_go(drawn: SeatCanvas) -> None:
    drawn.focus_seat(SeatId(23))
    seat = tree_of(drawn).focusChild()
    number = QAccessible.uniqueId(seat)
    assert QAccessible.accessibleInterface(number) is seat
    drawn.focus_seat(SeatId(24))
    assert QAccessible.accessibleInterface(number) is seat
    drawn.focus_seat(SeatId(33))
    assert QAccessible.accessibleInterface(number) is None
    assert tree_of(drawn).focusChild().text(Name) == "Stalls, row D, seat 3, free"


def test_another_plan_lets_all_go(drawn: SeatCanvas, small: tuple[Offer, SeatPlan]) -> None:
    offer, plan = small
    drawn.focus_seat(SeatId(23))
    tree = tree_of(drawn)
    numbers = [QAccessible.uniqueId(n) for n in (tree.focusChild(), tree.child(0))]
    other = replace(offer, event=replace(offer.event, id=EventId(2)))
    drawn.show_plan(other, plan, np.zeros(len(plan), dtype=np.uint8))
    assert [QAccessible.accessibleInterface(number) for number in numbers] == [None, None]
    assert tree.focusChild() is None
    drawn.clear()
    assert tree.childCount() == 0


def test_a_hundred_thousand_seats_cost_a_row(
    canvas: SeatCanvas, great: SeatPlan, small: tuple[Offer, SeatPlan]
) -> None:
    canvas.show_plan(small[0], great, np.zeros(len(great), dtype=np.uint8))
    told = told_by(canvas)
    canvas.setFocus()
    canvas.focus_seat(SeatId(50_000))

    def twenty_rows_down() -> None:
        for _ in range(20):
            QTest.keyClick(canvas, Qt.Key.Key_Down)
            row = tree_of(canvas).focusChild().parent()
            assert row.childCount() == 250

    most = 20 * MOST
    assert best_of(3, lambda: held_up(twenty_rows_down), lambda held: held < most) < most
    assert len(told) >= 20
    assert len(canvas.accessible._seats) <= 2


@pytest.fixture
def great() -> SeatPlan:
    """100,000 seats, 400 rows of 250, all of one area."""
    rows, seats = 400, 250
    n = rows * seats
    return SeatPlan(
        ids=np.arange(1, n + 1),
        x=np.tile(np.arange(seats) * 50.0, rows),
        y=np.repeat(np.arange(rows) * 50.0, seats),
        angle=np.zeros(n),
        area_ids=np.full(n, 2, dtype=np.int64),
        row_index=np.repeat(np.arange(rows), seats).astype(np.int32),
        row_names=tuple(str(i) for i in range(rows)),
        numbers=tuple(str(1 + i % seats) for i in range(n)),
        category_ids=np.ones(n, dtype=np.int64),
        attributes=np.zeros(n, dtype=np.int32),
    )


# --- what is said ---


def say(
    drawn: SeatCanvas, was: SeatState, now: SeatState, *indices: int, lost: tuple[int, ...] = ()
) -> Spoken | None:
    assert drawn.scene is not None
    before = np.full(len(indices), was, dtype=np.uint8)
    after = np.full(len(indices), now, dtype=np.uint8)
    return changes_in_words(drawn.scene, list(indices), before, after, frozenset(lost))


def test_one_seat_is_said_by_name(drawn: SeatCanvas) -> None:
    pending, mine, free = SeatState.PENDING, SeatState.MINE, SeatState.FREE
    seat = "Stalls, row C, seat 3"
    assert say(drawn, pending, mine, 22) == Spoken(f"{seat} is in this order.")
    assert say(drawn, mine, free, 22) == Spoken(f"{seat} was given back.")
    lost = Spoken(f"{seat} was lost to another counter.", is_urgent=True)
    assert say(drawn, pending, SeatState.RESERVED, 22) == lost
    assert say(drawn, pending, free, 22, lost=(22,)) == lost
    assert say(drawn, mine, SeatState.SOLD, 22) == Spoken(f"{seat} is sold.")
    gone = say(drawn, mine, SeatState.RESERVED, 22)
    assert gone == Spoken(f"{seat} is no longer in this order.", is_urgent=True)
    assert say(drawn, pending, mine, 60) == Spoken("Floor, standing is in this order.")


def test_what_others_do_is_not_said(drawn: SeatCanvas) -> None:
    assert say(drawn, SeatState.FREE, SeatState.RESERVED, 1, 2, 3) is None
    assert say(drawn, SeatState.FREE, SeatState.PENDING, 1) is None
    assert say(drawn, SeatState.MINE, SeatState.MINE, 1) is None


def test_many_seats_are_counted_and_five_named(drawn: SeatCanvas) -> None:
    spoken = say(drawn, SeatState.PENDING, SeatState.MINE, *range(20, 28))
    assert spoken is not None
    assert spoken.text.startswith("8 seats are in this order: Stalls, row C, seat 1; ")
    assert spoken.text.count("row C") == 5
    assert spoken.text.endswith("; ….")


def test_a_batch_is_said_once(drawn: SeatCanvas, qtbot: QtBot) -> None:
    said = said_by(drawn)
    set_states(drawn, SeatState.PENDING, 20, 21, 22)
    set_states(drawn, SeatState.MINE, 20, 21)
    set_states(drawn, SeatState.FREE, 22)
    drawn.flash((SeatId(23),))
    qtbot.waitUntil(lambda: bool(said))
    assert said == [
        Spoken(
            "Stalls, row C, seat 3 was lost to another counter. 2 seats are in this order: "
            "Stalls, row C, seat 1; Stalls, row C, seat 2.",
            is_urgent=True,
        )
    ]


def test_without_anybody_listening_nothing_is_gathered(drawn: SeatCanvas) -> None:
    set_states(drawn, SeatState.MINE, 20)
    assert not drawn.announcer._before


def test_how_it_is_said(drawn: SeatCanvas) -> None:
    polite = announcement(drawn, Spoken("Something"))
    assert polite.message() == "Something"
    assert polite.politeness() is QAccessible.AnnouncementPoliteness.Polite
    urgent = announcement(drawn, Spoken("Lost", is_urgent=True))
    assert urgent.politeness() is QAccessible.AnnouncementPoliteness.Assertive
    assert urgent.object() is drawn
    QAccessible.updateAccessibility(urgent)


# --- its life ---

LIFE = """
import gc, os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from boxoffice.domain.ids import SeatId
from boxoffice.seatmap.canvas import SeatCanvas
from tests.plans import offer_of, plan_of
from tests.service_fixture import small_venue

app = QApplication([])
venue = small_venue()
offer, plan = offer_of(venue), plan_of(venue)
states = np.zeros(len(plan), dtype=np.uint8)
kept = []
for turn in range(60):
    canvas = SeatCanvas()
    canvas.accessible.tell = lambda event: None
    canvas.show_plan(offer, plan, states)
    canvas.show()
    canvas.setFocus()
    for seat in (3, 4, 15, 45):
        canvas.focus_seat(SeatId(seat))
        tree = QAccessible.queryAccessibleInterface(canvas)
        row = tree.focusChild().parent()
        for index in range(row.childCount()):
            seat = row.child(index)
            seat.text(QAccessible.Text.Name), seat.rect(), seat.state(), seat.actionInterface()
        tree.childCount(), [tree.child(i).rect() for i in range(tree.childCount())]
    if turn % 3 == 0:
        kept.append(seat)  # somebody holds on to what is gone
        canvas.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    elif turn % 3 == 1:
        del canvas
        gc.collect()
    else:
        kept.append(canvas)
from boxoffice.seatmap.speech import accessible
assert len(accessible._MAPS) == 20, len(accessible._MAPS)
if "app" in sys.argv:
    del app
if "shut" in sys.argv:
    QApplication.instance().shutdown()
print("all done")
"""


@pytest.mark.parametrize("ending", ["plain", "app", "shut"])
def test_many_canvases_come_and_go_and_the_program_ends_well(ending: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", LIFE, ending],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.stdout == "all done\n", done.stderr
    assert (done.returncode, done.stderr) == (0, "")
