"""A day at the counter, through the real window, each sale checked on the server."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QPushButton

from boxoffice.connect.client import ConnectClient
from boxoffice.domain.ids import OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import Order, OrderStatus
from boxoffice.domain.seats.seatplan import SeatState
from tests.journeys.conftest import AtWork, Counter, Play, at_counter
from tests.service_fixture import CHILD, Running, running_service, small_venue

pytestmark = pytest.mark.gui


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


async def pays_exactly(clerk: Counter) -> int:
    """F9 and Enter; returns the number of the order, with the next buyer at the counter."""
    await clerk.sees(clerk.hand.find("payButton", QPushButton).isEnabled, "pay")
    await clerk.hand.press(Qt.Key.Key_F9)
    await clerk.sees(lambda: clerk.shows("confirmButton"), "the payment")
    await clerk.hand.press(Qt.Key.Key_Return)
    return await is_sold(clerk)


async def is_sold(clerk: Counter) -> int:
    await clerk.sees(lambda: clerk.shows("orderNumber"), "sold")
    number = int("".join(c for c in clerk.text("orderNumber") if c.isdigit()))
    await clerk.hand.press(Qt.Key.Key_Return)
    await clerk.sees(lambda: clerk.shows("orderEmpty"), "the next buyer")
    return number


async def sold(client: ConnectClient, number: int) -> Order:
    order = await client.orders.get(OrderId(number))
    assert order.status is OrderStatus.COMPLETED
    return order


def test_two_best_seats_in_six_keys_from_the_event_to_the_paper(
    at_work: AtWork, tmp_path: Path
) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        keys = 0

        async def press(key: Qt.Key) -> None:
            nonlocal keys
            keys += 1
            await clerk.hand.press(key)

        await press(Qt.Key.Key_2)  # a party of two
        await press(Qt.Key.Key_Return)  # the best for them
        await clerk.sees(clerk.hand.find("payButton", QPushButton).isEnabled, "the seats")
        await press(Qt.Key.Key_F9)
        await clerk.sees(lambda: clerk.shows("confirmButton"), "the payment")
        await press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.shows("orderNumber"), "sold")
        await clerk.sees((tmp_path / "summary.pdf").exists, "the paper")
        assert keys <= 6
        order = await sold(client, await is_sold(clerk))
        assert len(order.lines) == 2
        assert {line.row for line in order.lines} == {order.lines[0].row}

    at_work(story)


def test_an_order_is_parked_another_buyer_served_and_the_first_resumed(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(1, 2)
        await clerk.hand.press(Qt.Key.Key_F6)
        await clerk.sees(lambda: clerk.shows("parked-0"), "the parked order")
        assert clerk.state_of(1) is SeatState.MINE
        await clerk.take(5)
        second = await pays_exactly(clerk)
        await clerk.hand.press(Qt.Key.Key_F6)
        await clerk.sees(lambda: clerk.has_line(1) and clerk.has_line(2), "the first order")
        first = await pays_exactly(clerk)
        assert [line.seat_id for line in (await sold(client, second)).lines] == [5]
        assert [line.seat_id for line in (await sold(client, first)).lines] == [1, 2]

    at_work(story)


def test_a_seat_is_given_back_and_then_the_rest_of_the_order(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(1, 2)
        number = await pays_exactly(clerk)
        hand = clerk.hand
        await hand.press(Qt.Key.Key_F7)
        await clerk.sees(lambda: clerk.shows("finderSearch"), "the page")
        await hand.type(str(number))
        await hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.shows("foundSeat-1-1"), "the order")
        await hand.click(hand.find("foundSeat-1-1", QCheckBox))
        await hand.click(hand.find("foundGiveBack", QPushButton))
        assert "€32.00 in cash" in clerk.text("foundAskWords")  # as it was paid
        await hand.click(hand.find("foundAskYes", QPushButton))
        await clerk.sees(lambda: "€32.00 in cash" in clerk.text("finderNotice"), "what goes back")
        left = await sold(client, number)
        assert ([line.seat_id for line in left.lines], left.refunded) == ([2], euros("32"))
        await clerk.sees(lambda: clerk.state_of(1) is SeatState.FREE, "the seat is free")
        await hand.click(hand.find("foundCancel", QPushButton))
        await hand.press(Qt.Key.Key_Tab)
        await hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: "cancelled" in clerk.text("foundTitle"), "cancelled")
        order = await client.orders.get(OrderId(number))
        assert (order.status, order.refunded) == (OrderStatus.CANCELLED, euros("64"))
        tickets = await client.orders.tickets(OrderId(number))
        assert [ticket.is_valid for ticket in tickets] == [False, False]

    at_work(story)


def test_seats_are_exchanged_and_the_difference_goes_back(at_work: AtWork, tmp_path: Path) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(1, 2)
        number = await pays_exactly(clerk)
        hand = clerk.hand
        await clerk.sees(lambda: clerk.state_of(1) is SeatState.SOLD, "sold on the map")
        await clerk.click_seat(1)  # a sold seat of ours leads to its order
        await clerk.sees(lambda: clerk.shows("foundExchange"), "the order")
        await hand.click(hand.find("foundSeat-1-2", QCheckBox))  # and the one beside it
        await hand.click(hand.find("foundExchange", QPushButton))
        await hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.shows("orderExchange"), "the exchange")
        await clerk.take(41)  # on the balcony, which is cheaper
        assert clerk.text("orderTotal") == "€48.00 back"
        await hand.press(Qt.Key.Key_F9)
        await clerk.sees(lambda: clerk.shows("confirmButton"), "the payment")
        assert clerk.text("paymentTotal") == "€48.00"
        await hand.press(Qt.Key.Key_Return)
        new = await sold(client, await is_sold(clerk))
        assert (new.exchange_of, [line.seat_id for line in new.lines]) == (number, [41])
        old = await client.orders.get(OrderId(number))
        assert (old.lines, old.refunded) == ((), euros("64"))
        await clerk.sees(lambda: clerk.state_of(1) is SeatState.FREE, "the old seats are free")

    at_work(story)


def test_a_ticket_is_sold_anew_at_another_price_type(at_work: AtWork, tmp_path: Path) -> None:
    """By keys alone: the same seat as a child's, the difference paid out, a new paper."""

    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(5, 6)
        number = await pays_exactly(clerk)
        await clerk.sees((tmp_path / "summary.pdf").exists, "the paper")
        (tmp_path / "summary.pdf").unlink()
        await clerk.hand.press(Qt.Key.Key_F7)
        await clerk.sees(lambda: clerk.shows("finderSearch"), "the finder")
        await clerk.hand.type(str(number))
        await clerk.hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.shows("foundTypes"), "the order")
        await clerk.hand.click(clerk.hand.find("foundSeat-1-5", QCheckBox))
        await clerk.hand.click(clerk.hand.find("foundTypes", QPushButton))
        menu = clerk.window.findChild(QMenu, "foundTypesMenu")
        assert menu is not None
        await clerk.sees(menu.isVisible, "the price types")
        await clerk.hand.press(Qt.Key.Key_Up)  # the last of them, for children
        await clerk.hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: "the buyer gets €21.00" in clerk.text("foundAskWords"), "asked")
        await clerk.hand.press(Qt.Key.Key_Tab)
        await clerk.hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.has_line(5), "the seat")
        await clerk.sees(lambda: clerk.text("orderTotal") == "€21.00 back", "the difference")
        await clerk.sees(clerk.hand.find("payButton", QPushButton).isEnabled, "pay")
        await clerk.hand.press(Qt.Key.Key_F9)
        await clerk.sees(lambda: clerk.shows("confirmButton"), "the payment")
        await clerk.hand.press(Qt.Key.Key_Return)
        new = await sold(client, await is_sold(clerk))
        old = await client.orders.get(OrderId(number))
        assert [(x.seat_id, x.price_type_id) for x in new.lines] == [(5, CHILD)]
        assert (new.exchange_of, new.total) == (number, euros("11"))
        assert ([x.seat_id for x in old.lines], old.refunded) == ([6], euros("32"))
        assert clerk.state_of(5) is SeatState.SOLD
        await clerk.sees((tmp_path / "summary.pdf").exists, "the paper")

    at_work(story)


def test_a_scanned_ticket_opens_its_order_whatever_has_the_focus(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(1, 2)
        number = await pays_exactly(clerk)
        [ticket, _] = await client.orders.tickets(OrderId(number))
        hand = clerk.hand
        await hand.press(Qt.Key.Key_F2)  # the focus is in the search for events
        await hand.scan(ticket.barcode)
        await clerk.sees(lambda: str(number) in clerk.text("foundTitle"), "the order")
        [search] = clerk.window.events.findChildren(QLineEdit, "eventsSearch")
        assert search.text() == ""
        await hand.press(Qt.Key.Key_Escape)
        await hand.press(Qt.Key.Key_Escape)
        await clerk.sees(lambda: clerk.shows("orderEmpty"), "the sale")
        await clerk.take(5)
        await hand.press(Qt.Key.Key_F9)
        await clerk.sees(lambda: clerk.shows("confirmButton"), "the payment")
        await hand.scan(ticket.barcode)
        await clerk.sees(lambda: "payment first" in clerk.text("messageBar"), "held back")
        assert clerk.shows("confirmButton")

    at_work(story)


def test_a_customer_is_added_in_the_sale_and_stands_on_the_paper(
    at_work: AtWork, tmp_path: Path
) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        hand = clerk.hand
        await clerk.take(1)
        await hand.press(Qt.Key.Key_F4)
        await clerk.sees(lambda: clerk.shows("customerSearch"), "the search")
        await hand.type("Ada Lovelace")
        await clerk.sees(lambda: clerk.shows("customerNobody"), "nobody yet")
        await hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.shows("customerFirst"), "the form")
        await hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: "Ada Lovelace" in clerk.text("customerName"), "the customer")
        order = await sold(client, await pays_exactly(clerk))
        assert order.customer_id is not None
        assert (await client.customers.get(order.customer_id)).name == "Ada Lovelace"
        await clerk.sees((tmp_path / "summary.pdf").exists, "the paper")
        page = " ".join(pypdf.PdfReader(tmp_path / "summary.pdf").pages[0].extract_text().split())
        assert "Ada Lovelace" in page
        assert not clerk.shows("customerName")

    at_work(story)


def test_a_family_with_mixed_price_types(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(1, 2, 3)
        await clerk.makes("1ch")
        await clerk.sees(lambda: clerk.text("orderTotal") == "€75.00", "the child's price")
        order = await sold(client, await pays_exactly(clerk))
        assert order.total == euros("75")

    at_work(story)


def test_three_events_in_one_order(play: Play, tmp_path: Path) -> None:
    venue = small_venue()
    first = venue.performances[0]
    plays = tuple(
        dataclasses.replace(first, key=f"play-{n}", name=f"Play {n}", days_ahead=n)
        for n in (1, 2, 3)
    )
    venue = dataclasses.replace(venue, performances=plays)

    async def story(service: Running) -> None:
        client = ConnectClient(service.address, service.token)
        async with at_counter(tmp_path, service.address, service.token) as clerk:
            for index in range(3):
                await clerk.open_event(index)
                await clerk.sees(
                    lambda n=index: clerk.canvas.event_id == n + 1,  # type: ignore[misc]
                    "the event",
                )
                await clerk.take(5 + index)
            order = await sold(client, await pays_exactly(clerk))
            assert [(x.event_id, x.seat_id) for x in order.lines] == [(1, 5), (2, 6), (3, 7)]
            assert order.total == euros("96")
        await client.aclose()

    with running_service(venue) as service:
        play(story(service))


def test_closing_the_window_gives_back_what_is_parked(play: Play, tmp_path: Path) -> None:
    async def story() -> None:
        with running_service() as service:
            client = ConnectClient(service.address, service.token)
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.open_event()
                await clerk.take(1)
                await clerk.hand.press(Qt.Key.Key_F6)
                await clerk.take(2)
            orders = [await client.orders.get(OrderId(n)) for n in (1, 2)]
            assert [order.status for order in orders] == [OrderStatus.CANCELLED] * 2
            await client.aclose()

    play(story())
