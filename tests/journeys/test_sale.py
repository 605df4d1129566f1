"""Whole sales through the real window against the real service, with mouse and keys."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton, QTableView, QWidget

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.domain.ids import EventId, OrderId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.seats.seatplan import SeatState
from tests.journeys.conftest import Counter, Play, at_counter
from tests.service_fixture import FLOOR, Running, running_service

pytestmark = pytest.mark.gui


async def sell_for_cash(clerk: Counter) -> OrderId:
    """Pays the order on screen with exact cash and returns its number."""
    await clerk.sees(clerk.hand.find("payButton", QPushButton).isEnabled, "pay")
    await clerk.hand.press(Qt.Key.Key_F9)
    await clerk.sees(lambda: clerk.shows("tenderedField"), "the payment")
    await clerk.hand.press(Qt.Key.Key_Return)
    await clerk.sees(lambda: clerk.shows("orderNumber"), "sold")
    return OrderId(int("".join(c for c in clerk.text("orderNumber") if c.isdigit())))


def test_two_seats_for_cash_with_change(play: Play, tmp_path: Path) -> None:
    async def journey() -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.open_event()
                await clerk.take(5, 6)
                assert clerk.text("orderTotal") == "€64.00"
                await clerk.makes("1 red")
                await clerk.sees(lambda: clerk.text("orderTotal") == "€54.00", "reduced")
                await clerk.sees(clerk.hand.find("payButton", QPushButton).isEnabled, "pay")
                await clerk.hand.click(clerk.hand.find("payButton", QPushButton))
                await clerk.sees(lambda: clerk.shows("tenderedField"), "the payment")
                await clerk.hand.type("60")
                await clerk.sees(lambda: clerk.text("paymentChange") == "€6.00", "the change")
                await clerk.hand.press(Qt.Key.Key_Return)
                await clerk.sees(lambda: clerk.shows("orderNumber"), "sold")
                await clerk.sees((tmp_path / "summary.pdf").exists, "the paper")
                number = int("".join(c for c in clerk.text("orderNumber") if c.isdigit()))
                await check_sold(service, number, {5, 6}, "54.00")
                check_paper(tmp_path / "summary.pdf", number)
                assert clerk.state_of(5) is SeatState.SOLD
                await clerk.hand.press(Qt.Key.Key_Return)
                await clerk.sees(lambda: clerk.shows("orderEmpty"), "ready for the next buyer")

    play(journey())


async def check_sold(service: Running, number: int, seats: set[int], total: str) -> None:
    client = ConnectClient(service.address, service.token)
    order = await client.orders.get(OrderId(number))
    await client.aclose()
    assert order.status is OrderStatus.COMPLETED
    assert {line.seat_id for line in order.lines} == seats
    assert order.total == Money.of(total, "EUR")


def words_on(path: Path) -> str:
    return " ".join(pypdf.PdfReader(path).pages[0].extract_text().split())


def check_paper(path: Path, number: int) -> None:
    text = words_on(path)
    for part in (str(number), "The Tempest", "Stalls", "Full price", "Reduced", "54.00", "6.00"):
        assert part in text, part


def test_by_keyboard_alone(play: Play, tmp_path: Path) -> None:
    async def journey() -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.sees(lambda: clerk.shows("eventsList"), "events")
                await clerk.hand.press(Qt.Key.Key_F2)
                await clerk.hand.type("woyz")
                events = clerk.hand.find("eventsList", QListView)
                await clerk.sees(lambda: events.model().rowCount() == 1, "one event")
                await clerk.hand.press(Qt.Key.Key_Return)
                await clerk.sees(lambda: clerk.shows("seatCanvas"), "the map")
                await clerk.hand.press(Qt.Key.Key_2)
                await clerk.hand.press(Qt.Key.Key_F3)
                await clerk.sees(lambda: clerk.text("orderTotal") == "€64.00", "best seats")
                number = await sell_for_cash(clerk)
                client = ConnectClient(service.address, service.token)
                sold = await client.orders.get(number)
                await client.aclose()
                assert {line.event_id for line in sold.lines} == {2}
                assert len(sold.lines) == 2

    play(journey())


def test_by_mouse_alone_in_four_clicks(play: Play, tmp_path: Path) -> None:
    """From the open event to the printed summary; the buyer has it counted out."""

    async def journey() -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.open_event()
                clicks = 0

                async def click(widget: QWidget, at: QPoint | None = None) -> None:
                    nonlocal clicks
                    clicks += 1
                    await clerk.hand.click(widget, at)

                await click(clerk.canvas, clerk.point_of(5))
                await click(clerk.canvas, clerk.point_of(6))
                pay = clerk.hand.find("payButton", QPushButton)
                await clerk.sees(lambda: clerk.has_line(5) and clerk.has_line(6), "both seats")
                await clerk.sees(pay.isEnabled, "pay")
                await click(pay)
                await clerk.sees(lambda: clerk.shows("confirmButton"), "the payment")
                await click(clerk.hand.find("confirmButton", QPushButton))
                await clerk.sees(lambda: clerk.shows("orderNumber"), "sold")
                await clerk.sees((tmp_path / "summary.pdf").exists, "the paper")
                assert clicks <= 4
                number = int("".join(c for c in clerk.text("orderNumber") if c.isdigit()))
                await check_sold(service, number, {5, 6}, "64.00")
                await clerk.hand.click(clerk.hand.find("nextBuyer", QPushButton))
                await clerk.sees(lambda: clerk.shows("orderEmpty"), "the next buyer")

    play(journey())


def test_standing_places_by_keyboard_alone(play: Play, tmp_path: Path) -> None:
    async def journey() -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.sees(lambda: clerk.shows("eventsList"), "events")
                await clerk.hand.press(Qt.Key.Key_F2)
                await clerk.hand.press(Qt.Key.Key_Return)
                await clerk.sees(lambda: clerk.shows("seatCanvas"), "the map")
                await clerk.hand.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
                await clerk.sees(lambda: clerk.shows("seatListFilter"), "the list")
                await clerk.hand.type("floor")
                rows = clerk.hand.find("seatListTable", QTableView).model()
                await clerk.sees(lambda: rows.rowCount() == 1, "the floor")
                await clerk.hand.press(Qt.Key.Key_Return)  # from the filter to the rows
                await clerk.hand.press(Qt.Key.Key_Return)
                await clerk.sees(lambda: clerk.shows("standingCount"), "how many")
                await clerk.hand.type("3")
                await clerk.hand.press(Qt.Key.Key_Return)
                await clerk.sees(lambda: clerk.text("orderTotal") == "€48.00", "three places")
                number = await sell_for_cash(clerk)
                await check_sold(service, number, {61, 62, 63}, "48.00")

    play(journey())


def test_by_card_with_the_terminals_reference(play: Play, tmp_path: Path) -> None:
    async def journey() -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.open_event()
                await clerk.take(11)
                await clerk.hand.press(Qt.Key.Key_F9)
                await clerk.sees(lambda: clerk.shows("payCard"), "the payment")
                await clerk.hand.click(clerk.hand.find("payCard", QPushButton))
                field = clerk.hand.find("referenceField", QLineEdit)
                await clerk.hand.type("4111111111111111")
                assert "card number" in clerk.text("paymentNotice")
                assert not clerk.hand.find("confirmButton", QPushButton).isEnabled()
                field.selectAll()
                await clerk.hand.type("T-4711")
                await clerk.hand.press(Qt.Key.Key_Return)
                await clerk.sees(lambda: clerk.shows("orderNumber"), "sold")
                await clerk.sees((tmp_path / "summary.pdf").exists, "the paper")
                text = words_on(tmp_path / "summary.pdf")
                assert "T-4711" in text

    play(journey())


def test_standing_places_by_number(play: Play, tmp_path: Path) -> None:
    async def journey() -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.open_event()
                floor = clerk.canvas.area_position(FLOOR)  # type: ignore[arg-type]
                await clerk.hand.click(clerk.canvas, floor)
                await clerk.sees(lambda: clerk.shows("standingCount"), "how many")
                await clerk.hand.type("3")
                await clerk.hand.press(Qt.Key.Key_Return)
                await clerk.sees(lambda: clerk.text("orderTotal") == "€48.00", "three places")
                number = await sell_for_cash(clerk)
                await check_sold(service, number, {61, 62, 63}, "48.00")

    play(journey())


def test_seats_are_given_back_undone_and_cleared(play: Play, tmp_path: Path) -> None:
    async def journey() -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.open_event()
                await clerk.take(1, 2)
                await clerk.take(3)
                await clerk.hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
                await clerk.sees(lambda: not clerk.has_line(3), "undone")
                await clerk.click_seat(1)
                await clerk.sees(lambda: not clerk.has_line(1), "given back")
                assert clerk.has_line(2)
                await clerk.sees(lambda: clerk.state_of(1) is SeatState.FREE, "free again")
                await clerk.sees(clerk.hand.find("clearButton", QPushButton).isEnabled, "clear")
                await clerk.hand.click(clerk.hand.find("clearButton", QPushButton))
                await clerk.sees(lambda: clerk.shows("orderEmpty"), "an empty order")
                client = ConnectClient(service.address, service.token)
                status = await client.seats.status(EventId(1))
                await client.aclose()
                assert not status.states.any()

    play(journey())


def test_a_seat_that_is_just_gone_is_named_and_the_rest_is_kept(play: Play, tmp_path: Path) -> None:
    async def journey() -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.open_event()
                other = ConnectClient(service.address, service.token)
                taken = [SeatRequest(EventId(1), SeatId(6))]
                # Between the poll and the click somebody else takes one of the two.
                await clerk.click_seat(5)
                await clerk.click_seat(6)
                await other.orders.reserve(None, taken, new_key())
                await other.aclose()
                await clerk.sees(lambda: clerk.has_line(5), "the other seat")
                await clerk.sees(lambda: "row A, seat 6" in clerk.text("orderNotice"), "the loss")
                assert not clerk.has_line(6)
                await clerk.sees(lambda: clerk.state_of(6) is SeatState.RESERVED, "its state")

    play(journey())


def test_two_windows_show_each_others_seats_and_fight_for_one(play: Play, tmp_path: Path) -> None:
    async def journey() -> None:
        (tmp_path / "a").mkdir()
        (tmp_path / "b").mkdir()
        with running_service() as service:
            here, token = service.address, service.token
            first = at_counter(tmp_path / "a", here, token)
            second = at_counter(tmp_path / "b", here, token)
            async with first as ann, second as ben:
                await ann.open_event()
                await ben.open_event()
                await ann.take(15)
                await ben.sees(lambda: ben.state_of(15) is SeatState.RESERVED, "Ann's seat")
                await ann.click_seat(27)
                await ben.click_seat(27)
                await ann.sees(lambda: ann.has_line(27) or ben.has_line(27), "one of them")
                loser = ben if ann.has_line(27) else ann
                await loser.sees(
                    lambda: (
                        "row C, seat 7" in loser.text("orderNotice")
                        or "row C, seat 7" in loser.text("messageBar")
                    ),
                    "the other is told",
                )
                assert ann.has_line(27) != ben.has_line(27)

    play(journey())


def test_one_seat_on_two_evenings_is_two_places(play: Play, tmp_path: Path) -> None:
    async def journey() -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.open_event(1)
                seat = next(s for s in range(1, 20) if clerk.state_of(s) is SeatState.FREE)
                await clerk.take(seat)
                await clerk.open_event(0)
                await clerk.sees(lambda: clerk.canvas.event_id == 1, "the other evening")
                assert clerk.state_of(seat) is SeatState.FREE
                await clerk.take(seat)
                await clerk.sees(lambda: clerk.text("orderTotal") == "€64.00", "both")
                assert clerk.has_place(2, seat)
                assert clerk.has_line(seat)
                await clerk.click_seat(seat)
                await clerk.sees(lambda: not clerk.has_line(seat), "this evening's is given back")
                assert clerk.has_place(2, seat)
                await sell_for_cash(clerk)
                await clerk.sees((tmp_path / "summary.pdf").exists, "the paper")
                assert "Woyzeck" in words_on(tmp_path / "summary.pdf")

    play(journey())


def test_a_party_of_three_by_one_digit_and_one_click(play: Play, tmp_path: Path) -> None:
    async def journey() -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.open_event()
                await clerk.hand.move(clerk.canvas, clerk.point_of(15))
                clerk.canvas.setFocus()
                await clerk.hand.press(Qt.Key.Key_3)
                await clerk.click_seat(15)
                await clerk.sees(lambda: all(clerk.has_line(s) for s in (14, 15, 16)), "three")
                number = await sell_for_cash(clerk)
                await check_sold(service, number, {14, 15, 16}, "96.00")

    play(journey())


def test_through_the_list_by_keyboard_alone(play: Play, tmp_path: Path) -> None:
    async def journey() -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.open_event()
                await clerk.hand.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
                await clerk.sees(lambda: clerk.shows("seatListTable"), "the list")
                await clerk.hand.type("stalls c")
                rows = clerk.hand.find("seatListTable", QTableView).model()
                await clerk.sees(lambda: rows.rowCount() == 10, "row C")
                await clerk.hand.press(Qt.Key.Key_Down)  # from the filter to the rows
                await clerk.hand.press(Qt.Key.Key_Down)
                await clerk.hand.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
                await clerk.hand.press(Qt.Key.Key_Space)
                await clerk.sees(lambda: clerk.text("orderTotal") == "€64.00", "two seats")
                status = rows.index(1, 5)
                await clerk.sees(lambda: status.data() == "✓ in this order", "their marks")
                number = await sell_for_cash(clerk)
                await check_sold(service, number, {22, 23}, "64.00")
                await clerk.sees(lambda: status.data() == "· sold", "sold")
                await clerk.hand.press(Qt.Key.Key_Return)
                await clerk.sees(lambda: clerk.shows("orderEmpty"), "ready for the next buyer")
                assert clerk.hand.find("seatListTable", QTableView).hasFocus()

    play(journey())
