"""Every action of the window, and every gesture beside the payment, in each of its phases: the
order stays as it is, and the keys stay where they are seen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget

from boxoffice.connect.calls.orders import OrderCalls
from boxoffice.connect.client import ConnectClient, new_key
from boxoffice.connect.errors import OutcomeUnknown, Refused
from boxoffice.domain.ids import OrderId
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.views.window.scenes import ACTIONS, Scene
from tests.journeys.conftest import AtWork, Counter

pytestmark = pytest.mark.gui

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Way = Callable[[Counter, ConnectClient], Coroutine[Any, Any, None]]
SEATS = {5, 6}


# --- how to get there ---


async def to_the_till(clerk: Counter, _: ConnectClient) -> None:
    await clerk.sees(clerk.hand.find("payButton", QPushButton).isEnabled, "pay")
    await clerk.hand.press(Qt.Key.Key_F9)
    await clerk.sees(lambda: clerk.window.scene is Scene.PAYING, "the payment")


async def with_a_part(clerk: Counter, client: ConnectClient) -> None:
    await to_the_till(clerk, client)
    await clerk.hand.type("20")
    await clerk.hand.press(Qt.Key.Key_Return, CONTROL)
    await clerk.sees(lambda: clerk.shows("partAmount-0"), "the part")


async def by_invoice(clerk: Counter, client: ConnectClient) -> None:
    await to_the_till(clerk, client)
    await clerk.hand.press(Qt.Key.Key_4, CONTROL)
    await clerk.sees(lambda: clerk.shows("referenceField"), "the reference")


async def asked_to_leave(clerk: Counter, client: ConnectClient) -> None:
    await with_a_part(clerk, client)
    await clerk.hand.press(Qt.Key.Key_Escape)
    await clerk.sees(lambda: clerk.shows("paymentStay"), "the question")


async def selling(clerk: Counter, client: ConnectClient) -> None:
    await to_the_till(clerk, client)
    await clerk.hand.press(Qt.Key.Key_Return)
    await clerk.sees(lambda: clerk.window.scene is Scene.SELLING, "selling")


async def lost(clerk: Counter, client: ConnectClient) -> None:
    await to_the_till(clerk, client)
    await client.orders.cancel(OrderId(1), new_key())
    await clerk.hand.press(Qt.Key.Key_Return)
    await clerk.sees(lambda: clerk.shows("takeAgain"), "the seats lost")


# --- what is done ---


async def press(clerk: Counter, action: QAction) -> None:
    """By its key where it has one, else as the menu does; what it opens is closed again."""
    if action.shortcut().isEmpty():
        action.trigger()
    else:
        await clerk.hand.press(*keys_of(action))
    if action.objectName() == "actionFullScreen":
        action.trigger()
    if action.objectName() == "actionKeys":
        assert clerk.shows("helpPanel")
        action.trigger()
        assert not clerk.shows("helpPanel")
    if clerk.window.scene is Scene.SETTINGS:
        await clerk.hand.press(Qt.Key.Key_Escape)
    for dialog in clerk.window.findChildren(QDialog):
        dialog.reject()
    clerk.window.activateWindow()  # as a desktop does that has windows managed
    if action.objectName() == "actionMenu":
        await leave_the_menu(clerk)
    await quiet(clerk)


def keys_of(action: QAction) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """The key of its shortcut, and what is held with it."""
    pressed = action.shortcut()[0]  # type: ignore[index]
    return Qt.Key(pressed.key()), pressed.keyboardModifiers()


async def leave_the_menu(clerk: Counter) -> None:
    """Esc closes it, and once more leaves the line that it hangs on."""
    for _ in range(2):
        if QApplication.activePopupWidget() is not None or clerk.window.menuBar().hasFocus():
            await clerk.hand.press(Qt.Key.Key_Escape)


async def quiet(clerk: Counter) -> None:
    """Until what was begun has had its turn, and the window is worked again."""
    for _ in range(4):
        await asyncio.sleep(0)
        QApplication.sendPostedEvents()
    await clerk.sees(lambda: QApplication.focusWidget() is not None, "where the keys go")


def actions(clerk: Counter) -> list[QAction]:
    found = [a for a in clerk.window.findChildren(QAction) if a.objectName() in ACTIONS]
    assert {action.objectName() for action in found} == set(ACTIONS)
    return found


def focused(clerk: Counter) -> QWidget:
    """What has the keys: seen, and part of what is in front of the clerk."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keys"
    assert found.isVisible(), found.objectName()
    assert found.isEnabled(), found.objectName()
    assert found.window() is clerk.window
    return found


def is_in_payment(clerk: Counter) -> bool:
    """Whether the keys are there, or at a message above that can be dismissed."""
    focus = focused(clerk)
    return clerk.window.payment.isAncestorOf(focus) or focus.objectName() == "messageDismiss"


async def gestures(clerk: Counter) -> None:
    """Whatever a hand does on the map and the events."""
    hand, canvas = clerk.hand, clerk.canvas
    first, second = clerk.point_of(7), clerk.point_of(9)
    await hand.click(canvas, first)
    await hand.click(canvas, clerk.point_of(5))
    await hand.click(canvas, second, SHIFT)
    await hand.double_click(canvas, first)
    await hand.drag(canvas, [first, (first + second) / 2, second])
    await hand.drag(canvas, [first - QPoint(9, 9), second + QPoint(9, 9)], modifiers=CONTROL)
    await hand.wheel(canvas, first, 1)
    await hand.wheel(canvas, first, -1)
    middle = Qt.MouseButton.MiddleButton
    await hand.drag(canvas, [first, first + QPoint(20, 0)], middle)
    await hand.drag(canvas, [first + QPoint(20, 0), first], middle)
    await outside(lambda: right_click(canvas, first))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Right):
        await outside(lambda k=key: QTest.keyClick(canvas, k))  # type: ignore[misc]
    for control in besides(clerk):
        await outside(lambda c=control: press_on(c))  # type: ignore[misc]
    await quiet(clerk)


async def outside(act: Callable[[], object]) -> None:
    """Does it from a timer: an event must not come while a task is at work."""
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def perform() -> None:
        act()
        done.set_result(None)

    QTimer.singleShot(0, perform)
    await done


def right_click(canvas: QWidget, at: QPoint) -> None:
    canvas.setFocus()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(canvas, QContextMenuEvent(reason, at, canvas.mapToGlobal(at)))


def press_on(control: QWidget) -> None:
    """Clicks where a control is, whether it is alive or not, and gives it the keys."""
    window = control.window()
    at = control.mapTo(window, control.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, none, at)
    control.setFocus()


def besides(clerk: Counter) -> Iterable[QWidget]:
    """Every control of the events and of the map that is on the screen."""
    for panel in (clerk.window.events, clerk.window.map):
        for control in panel.findChildren(QWidget):
            if (
                control.isVisible()
                and control.objectName()
                and not control.visibleRegion().isEmpty()
            ):
                yield control


async def seats_at_the_server(client: ConnectClient) -> set[int]:
    try:
        order = await client.orders.get(OrderId(1))
    except Refused:
        return set()
    is_open = order.status is OrderStatus.OPEN
    return {int(line.seat_id) for line in order.lines} if is_open else set()


async def holds_elsewhere(client: ConnectClient) -> list[OrderId]:
    """Orders that somebody began beside the one that is paid."""
    found = []
    for number in (2, 3):
        try:
            found.append((await client.orders.get(OrderId(number))).id)
        except Refused:
            continue
    return found


# --- the payment ---


@pytest.mark.parametrize("way", [to_the_till, with_a_part, by_invoice, asked_to_leave, lost])
def test_nothing_changes_what_is_paid(at_work: AtWork, way: Way) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(*SEATS)
        await way(clerk, client)
        held, scene = await seats_at_the_server(client), clerk.window.scene
        total, event = clerk.text("paymentTotal"), clerk.canvas.event_id
        for action in actions(clerk):
            told = action.objectName()
            await press(clerk, action)
            assert clerk.window.scene is scene, told
            assert clerk.text("paymentTotal") == total, told
            assert is_in_payment(clerk), (told, focused(clerk).objectName())
            if clerk.shows("customerSearch"):
                await clerk.hand.press(Qt.Key.Key_Escape)
                assert is_in_payment(clerk)
            if clerk.shows("paymentStay") and way is not asked_to_leave:
                await clerk.hand.press(Qt.Key.Key_Return)
        await gestures(clerk)
        assert clerk.window.scene is scene
        assert (clerk.text("paymentTotal"), clerk.canvas.event_id) == (total, event)
        assert is_in_payment(clerk), focused(clerk).objectName()
        assert await seats_at_the_server(client) == held
        assert await holds_elsewhere(client) == []
        if not clerk.shows("paymentLeave"):
            await clerk.hand.press(Qt.Key.Key_Escape)
        if clerk.shows("paymentLeave"):
            await clerk.hand.click(clerk.hand.find("paymentLeave", QPushButton))
        await clerk.sees(lambda: clerk.window.scene is Scene.ORDER, "back at the order")
        assert focused(clerk) is clerk.canvas

    at_work(story)


@pytest.mark.parametrize("is_checking", [False, True])
def test_nothing_comes_between_while_it_is_sold(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch, *, is_checking: bool
) -> None:
    gate, complete = asyncio.Event(), OrderCalls.complete

    async def slow(calls: OrderCalls, *words: Any, **more: Any) -> None:
        if is_checking and not gate.is_set():
            raise OutcomeUnknown("Order", "timed out", key=str(words[3]))
        await gate.wait()
        await complete(calls, *words, **more)

    monkeypatch.setattr(OrderCalls, "complete", slow)

    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(*SEATS)
        await selling(clerk, client)
        for action in actions(clerk):
            await press(clerk, action)
            assert clerk.window.scene is Scene.SELLING, action.objectName()
            assert is_in_payment(clerk), (action.objectName(), focused(clerk).objectName())
        await gestures(clerk)
        for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab):
            await clerk.hand.press(key)
        assert clerk.window.scene is Scene.SELLING
        assert is_in_payment(clerk)
        gate.set()
        await clerk.sees(lambda: clerk.window.scene is Scene.SOLD, "sold")
        assert is_in_payment(clerk)
        order = await client.orders.get(OrderId(1))
        assert {int(line.seat_id) for line in order.lines} == SEATS
        assert await holds_elsewhere(client) == []

    at_work(story)


# --- other pages that hide the order ---


async def among_sold_orders(clerk: Counter) -> None:
    if clerk.window.scene is not Scene.FINDER:
        await clerk.hand.press(Qt.Key.Key_F7)
        await clerk.sees(lambda: clerk.window.scene is Scene.FINDER, "sold orders")


def test_behind_the_sold_orders_nothing_is_done_unseen(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(*SEATS)
        held = SEATS
        for action in actions(clerk):
            if action.objectName() in ("actionQuit", "actionConnect"):
                continue
            await among_sold_orders(clerk)
            await press(clerk, action)
            await clerk.sees(lambda: not clerk.shows("orderPending"), "the server's word")
            focused(clerk)
            if clerk.window.scene is not Scene.ORDER:
                assert await seats_at_the_server(client) == held, action.objectName()
            await clerk.hand.press(Qt.Key.Key_Escape)
            await clerk.sees(clerk.is_at_rest, "the server's word")
            held = await seats_at_the_server(client)
        await among_sold_orders(clerk)
        await clerk.click_seat(1)
        await clerk.sees(lambda: clerk.has_line(1), "the seat, and the order with it")

    at_work(story)


def test_after_the_sale_a_seat_belongs_to_the_next_buyer(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(*SEATS)
        await to_the_till(clerk, client)
        await clerk.hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.window.scene is Scene.SOLD, "sold")
        for action in actions(clerk):
            if action.objectName() in ("actionQuit", "actionConnect", "actionBest"):
                continue
            await press(clerk, action)
            focused(clerk)
            assert await holds_elsewhere(client) == [], action.objectName()
        for _ in ("the list", "the lasso", "the sold orders"):
            await clerk.hand.press(Qt.Key.Key_Escape)
        await clerk.click_seat(7)
        await clerk.sees(lambda: clerk.has_line(7), "the next buyer's seat")
        assert clerk.window.scene is Scene.ORDER
        await to_the_till(clerk, client)
        await clerk.hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.window.scene is Scene.SOLD, "sold")
        party = clerk.hand.find("partySize", QLineEdit)
        await clerk.hand.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        assert clerk.shows("nextBuyer")  # it is no digit
        await clerk.hand.type("3")
        await clerk.sees(lambda: party.text() == "3", "the next buyer's party")
        assert not clerk.shows("nextBuyer")
        clerk.hand.find("partySize", QLineEdit).clear()
        await clerk.take(8)
        clerk.hand.find("payButton", QPushButton).setFocus()
        await clerk.hand.type("2")  # whatever has the keys
        await clerk.sees(lambda: party.text() == "2", "the party")

    at_work(story)


def test_behind_the_connection_nothing_is_done(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(*SEATS)
        clerk.window.connection_asked.emit()
        await clerk.sees(lambda: clerk.window.scene is Scene.CONNECTION, "the connection")
        for action in actions(clerk):
            if action.objectName() not in ("actionQuit", "actionConnect"):
                await press(clerk, action)
                assert clerk.window.scene is Scene.CONNECTION, action.objectName()
                assert clerk.window.connection.isAncestorOf(focused(clerk)), action.objectName()
        assert await seats_at_the_server(client) == SEATS
        await clerk.hand.press(Qt.Key.Key_Escape)
        await clerk.sees(lambda: clerk.window.scene is Scene.ORDER, "the sale")
        focused(clerk)

    at_work(story)
