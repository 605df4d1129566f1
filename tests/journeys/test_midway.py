"""What happens in the middle of a sale, and the sale goes on."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.domain.catalogue import EventStatus
from boxoffice.domain.drafts import DraftEvent
from boxoffice.domain.ids import EventId, OrderId, SeatId
from boxoffice.domain.orders.order import Order, OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.service.process.child import ServiceProcess
from tests.journeys.conftest import AtWork, Counter, Play, at_counter
from tests.journeys.test_counter import pays_exactly, sold

pytestmark = pytest.mark.gui

AWAY = 20  # seconds


async def calls_off(client: ConnectClient) -> None:
    """The administration cancels the first event."""
    starts = datetime.now(UTC) + timedelta(days=1)
    event = DraftEvent(
        "small-first", "The Tempest", starts, "EUR", "small", status=EventStatus.CANCELLED
    )
    await client.imports.events([event], new_key())


def test_an_event_is_cancelled_while_its_seats_are_in_the_order(at_work: AtWork) -> None:
    """Its seats go back by one press; those of the other event are sold."""

    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.open_event(1)
        await clerk.sees(lambda: clerk.canvas.event_id == 2, "the second event")
        free = next(n for n in range(1, 41) if clerk.state_of(n) is SeatState.FREE)
        await clerk.take(free)
        await clerk.open_event(0)
        await clerk.sees(lambda: clerk.canvas.event_id == 1, "the first event")
        await clerk.take(5, 6)
        await calls_off(client)
        await clerk.hand.press(Qt.Key.Key_F5)
        await clerk.sees(
            lambda: "The Tempest was cancelled" in clerk.text("orderCalledOff"), "the news"
        )
        assert "The Tempest" in clerk.text("messageBar")
        pay = clerk.hand.find("payButton", QPushButton)
        assert not pay.isEnabled()
        assert "cancelled" in pay.accessibleDescription()
        await clerk.click_seat(9)
        assert not clerk.has_line(9)
        await clerk.hand.click(clerk.hand.find("giveBackCalledOff", QPushButton))
        await clerk.sees(lambda: not clerk.has_line(5), "given back")
        await clerk.sees(lambda: not clerk.shows("orderCalledOff"), "nothing in the way")
        order = await sold(client, await pays_exactly(clerk))
        assert [(line.event_id, line.seat_id) for line in order.lines] == [(2, free)]
        assert not (await client.seats.status(EventId(1))).states.any()

    at_work(story)


def test_an_event_is_cancelled_while_the_money_is_counted(at_work: AtWork) -> None:
    """The server has the last word: nothing is sold, and the clerk reads why."""

    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(5)
        await clerk.sees(clerk.hand.find("payButton", QPushButton).isEnabled, "pay")
        await clerk.hand.press(Qt.Key.Key_F9)
        await clerk.sees(lambda: clerk.shows("confirmButton"), "the payment")
        await calls_off(client)
        await clerk.hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: "cancelled" in clerk.text("messageBar"), "why not")
        assert clerk.has_line(5)
        order = await client.orders.get(OrderId(1))
        assert order.status is OrderStatus.OPEN

    at_work(story)


@contextmanager
def stopped(process: int) -> Iterator[None]:
    """A process that does nothing until the block is left: its connections stay open."""
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


def oldness(clerk: Counter) -> int:
    """How old the map says that it is, in seconds."""
    return int("".join(c for c in clerk.text("statusMap") if c.isdigit()) or 0)


def test_the_server_is_away_for_twenty_seconds(play: Play, tmp_path: Path) -> None:
    """A seat that was clicked meanwhile is taken or named when it is back; the sale goes on."""

    async def story() -> None:
        service = ServiceProcess(["--venue", "theatre"], data=tmp_path / "house.sqlite")
        try:
            address = await service.start()
            client = ConnectClient(address, service.token)
            async with at_counter(tmp_path, address, service.token) as clerk:
                await clerk.open_event(5)
                first, second = free_in_the_middle(clerk)
                await clerk.take(first)
                with stopped(service.pid):
                    await clerk.click_seat(second)
                    assert clerk.shows("orderPending")
                    await clerk.sees(lambda: oldness(clerk) >= AWAY, "twenty seconds")
                    assert clerk.shows("messageBar")
                    assert "No answer" in clerk.text("statusConnection")
                    assert clerk.has_line(first)
                await clerk.sees(lambda: not clerk.shows("orderPending"), "the answer")
                await clerk.sees(lambda: clerk.text("statusMap") == "Map live", "the map")
                await clerk.sees(lambda: "Connected" in clerk.text("statusConnection"), "it")
                if not clerk.has_line(second):
                    await clerk.take(second)
                number = await pays_exactly(clerk)
                order = await sold(client, number)
                assert {int(line.seat_id) for line in order.lines} == {first, second}
            await client.aclose()
        finally:
            service.stop()

    play(story())


def free_in_the_middle(clerk: Counter) -> tuple[int, int]:
    """Two free seats that are on the screen, apart from each other."""
    plan = clerk.canvas.plan
    assert plan is not None
    inside = clerk.canvas.rect().adjusted(40, 40, -40, -40)
    free = [
        int(plan.ids[i])
        for i in range(len(plan))
        if clerk.canvas.states[i] == SeatState.FREE and inside.contains(where(clerk, i))
    ]
    return free[0], free[-1]


def where(clerk: Counter, row: int) -> QPoint:
    plan = clerk.canvas.plan
    assert plan is not None
    return clerk.canvas.seat_position(SeatId(int(plan.ids[row]))) or QPoint(-1, -1)


def test_a_rival_is_faster_in_the_middle_and_the_nearest_seat_is_offered(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(5)
        is_first = asyncio.Event()  # the rival
        session = clerk.application._session
        assert session is not None
        reserve = session.client.orders.reserve

        async def later(*words: Any, **more: Any) -> Order:
            await is_first.wait()
            return await reserve(*words, **more)

        monkeypatch.setattr(session.client.orders, "reserve", later)
        await clerk.click_seat(6)
        rival = await client.orders.reserve(None, [SeatRequest(EventId(1), SeatId(6))], new_key())
        is_first.set()
        await clerk.sees(lambda: "seat 6" in clerk.text("orderNotice"), "the loss")
        assert clerk.has_line(5)
        offer = clerk.hand.find("insteadButton", QPushButton)
        assert "seat 7" in offer.text()
        await clerk.hand.click(offer)
        await clerk.sees(lambda: clerk.has_line(7), "the seat beside it")
        order = await sold(client, await pays_exactly(clerk))
        assert {int(line.seat_id) for line in order.lines} == {5, 7}
        cash = Payment(PaymentKind.CASH, rival.total, rival.total)
        await client.orders.complete(rival.id, "rival", [cash], new_key())

    at_work(story)


def test_sixty_seats_in_one_order(at_work: AtWork) -> None:
    """A school comes: stalls by a rectangle, balcony by another; one payment, one paper."""

    async def story(clerk: Counter, client: ConnectClient) -> None:
        for corner, other in ((1, 40), (41, 60)):
            start, end = clerk.point_of(corner), clerk.point_of(other)
            off = QPoint(14, 14)
            await clerk.hand.drag(
                clerk.canvas,
                [start - off, end, end + off],
                modifiers=Qt.KeyboardModifier.ControlModifier,
            )
            await clerk.sees(lambda n=other: clerk.has_line(n), "the block")  # type: ignore[misc]
        order = await sold(client, await pays_exactly(clerk))
        assert len(order.lines) == 60

    at_work(story)
