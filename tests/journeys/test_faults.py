"""What the clerk meets when the server does not do as it should."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.desktop.app import Application, Options
from boxoffice.desktop.settings import Profile
from boxoffice.domain.ids import EventId, OrderId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.journal.intents import Intent, Journal, Outcome
from boxoffice.presenters.events import presenter
from boxoffice.service.data.credentials import digest_of
from boxoffice.service.data.schema import credentials
from boxoffice.service.data.store import Store
from boxoffice.service.process.child import ServiceProcess
from tests.journeys.conftest import Counter, Play, at_counter
from tests.journeys.test_sale import sell_for_cash
from tests.service_fixture import running_service

pytestmark = pytest.mark.gui


def test_the_service_is_killed_in_a_sale_and_comes_back(play: Play, tmp_path: Path) -> None:
    """The service is watched: killed with -9, it is started again on its data and port."""

    async def journey() -> None:
        service = ServiceProcess(["--venue", "theatre"], data=tmp_path / "house.sqlite")
        try:
            address = await service.start()
            async with at_counter(tmp_path, address, service.token) as clerk:
                await clerk.open_event(5)
                first, second = free_seats(clerk, 2)
                await clerk.take(first)
                sold = await sell_for_cash(clerk)
                await clerk.hand.press(Qt.Key.Key_Return)
                await clerk.sees(lambda: clerk.shows("orderEmpty"), "the next buyer")
                await clerk.take(second)
                killed = service.pid
                os.kill(killed, signal.SIGKILL)
                await clerk.sees(lambda: service.pid != killed, "another service")
                later = await sell_when_it_is_back(clerk)
                client = ConnectClient(address, service.token)
                for number, seat in ((sold, first), (later, second)):
                    order = await client.orders.get(number)
                    assert order.status is OrderStatus.COMPLETED
                    assert [line.seat_id for line in order.lines] == [seat]
                await client.aclose()
        finally:
            service.stop()

    play(journey())


def free_seats(clerk: Counter, count: int) -> list[int]:
    """Free seats that are on the screen, apart from each other."""
    plan = clerk.canvas.plan
    assert plan is not None
    free = [i for i in range(len(plan)) if clerk.canvas.states[i] == SeatState.FREE]
    return [int(plan.ids[i]) for i in free[: 40 * count : 40]]


async def sell_when_it_is_back(clerk: Counter) -> OrderId:
    """Presses again each time that the server is back, as a clerk does who reads that it does not
    answer."""
    await clerk.sees(clerk.hand.find("payButton", QPushButton).isEnabled, "pay")

    def is_lost() -> bool:
        return "does not answer" in clerk.text("messageBar")

    while True:
        await clerk.hand.press(Qt.Key.Key_F9)
        await clerk.sees(lambda: clerk.shows("tenderedField") or is_lost(), "payment or message")
        if clerk.shows("tenderedField"):
            break
        await clerk.sees(lambda: not is_lost(), "the server again")
    await clerk.hand.press(Qt.Key.Key_Return)
    await clerk.sees(lambda: clerk.shows("orderNumber"), "sold")
    return OrderId(int("".join(c for c in clerk.text("orderNumber") if c.isdigit())))


def test_a_dead_server_is_told_and_recovered_from(play: Play, tmp_path: Path) -> None:
    async def journey() -> None:
        with running_service(data=tmp_path / "house.sqlite") as service:
            port = service.port
            counter = at_counter(tmp_path, service.address, service.token)
            clerk = await counter.__aenter__()
            await clerk.open_event()
            await clerk.take(4)
        try:
            await clerk.sees(lambda: "does not answer" in clerk.text("messageBar"), "the loss")
            assert clerk.has_line(4)
            by_order: list[object] = []
            by_events: list[object] = []
            clerk.window.order.notice_shown.connect(by_order.append)
            clerk.window.events.state_shown.connect(lambda state: by_events.append(state.notice))
            await clerk.hand.press(Qt.Key.Key_F3)
            await clerk.hand.press(Qt.Key.Key_F5)
            await clerk.sees(lambda: any(by_order) and any(by_events), "others find out as well")
            [one] = said(clerk)
            assert "does not answer" in one
            assert not clerk.shows("messageMore")
            at = clerk.canvas.mapTo(clerk.window, QPoint(0, 0))
            with running_service(data=tmp_path / "house.sqlite", port=port):
                await clerk.sees(lambda: "answers again" in clerk.text("messageBar"), "it is back")
                await clerk.sees(lambda: "Connected" in clerk.text("statusConnection"), "both")
                await clerk.sees(
                    lambda: "does not answer" not in " ".join(said(clerk)), "that it is over"
                )
                assert clerk.canvas.mapTo(clerk.window, QPoint(0, 0)) == at
                assert clerk.has_line(4)
                await sell_for_cash(clerk)
                await counter.__aexit__(None, None, None)
        except BaseException:
            clerk.window.closing.emit()
            await clerk.application.wait_closed()
            raise

    play(journey())


def said(clerk: Counter) -> list[str]:
    """All notices that are on the screen."""
    labels = [label for label in clerk.window.findChildren(QLabel) if label.property("severity")]
    return [label.text() for label in labels if label.isVisible()]


def change_token(data: Path, token: str) -> None:
    """Another token is the one that is valid from now on."""
    store = Store(data)
    with store.writing() as connection:
        connection.execute(credentials.update().values(digest=digest_of(token)))
    store.close()


def test_the_token_ends_in_the_middle_of_a_checkout(play: Play, tmp_path: Path) -> None:
    """Nothing is lost: the clerk gives another, and the sale goes on where it was."""

    async def journey() -> None:
        data = tmp_path / "house.sqlite"
        with running_service(data=data) as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.open_event()
                await clerk.take(4, 5)
                await clerk.sees(clerk.hand.find("payButton", QPushButton).isEnabled, "pay")
                await clerk.hand.press(Qt.Key.Key_F9)
                await clerk.sees(lambda: clerk.shows("tenderedField"), "the payment")
                change_token(data, "another")
                await clerk.hand.press(Qt.Key.Key_Return)
                await clerk.sees(lambda: clerk.shows("connectionToken"), "asked for a token")
                assert "does not accept the token" in clerk.text("connectionNotice")
                assert clerk.hand.find("connectionAddress", QLineEdit).text() == service.address
                await clerk.hand.type("wrong")
                await clerk.hand.press(Qt.Key.Key_Return)
                await clerk.sees(lambda: clerk.shows("connectionRetry"), "the wrong one refused")
                field = clerk.hand.find("connectionToken", QLineEdit)
                await clerk.hand.click(field)
                field.selectAll()
                await clerk.hand.type("another")
                await clerk.hand.press(Qt.Key.Key_Return)
                await clerk.sees(lambda: clerk.shows("orderNumber"), "sold")
                number = "".join(c for c in clerk.text("orderNumber") if c.isdigit())
                client = ConnectClient(service.address, "another")
                order = await client.orders.get(OrderId(int(number)))
                assert order.status is OrderStatus.COMPLETED
                assert [line.seat_id for line in order.lines] == [4, 5]
                await client.aclose()

    play(journey())


def test_an_order_on_its_way_is_settled_at_the_next_start(play: Play, tmp_path: Path) -> None:
    """The window died after the intent was written: the next one asks, and tells."""

    async def journey() -> None:
        with running_service() as service:
            client = ConnectClient(service.address, service.token)
            order = await client.orders.reserve(
                None, [SeatRequest(EventId(1), SeatId(2))], new_key()
            )
            paid = Payment(PaymentKind.CASH, order.total, Money.of("50.00", "EUR"))
            lost = Intent(
                service.address,
                order.id,
                "BX-LOST",
                new_key(),
                (paid,),
                "",
                datetime.now(UTC),
                created_at=order.created_at,
                total=order.total,
                places=tuple(order.places),
            )
            journal = Journal(tmp_path / "journal.sqlite")
            journal.begin(lost)
            journal.close()
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                title = f"restartSaleTitle-{order.id}"
                words = f"Order {order.id}: sold"
                await clerk.sees(lambda: clerk.text(title) == words, words)
                assert clerk.text(f"restartSaleChange-{order.id}") == "Change due: €18.00"
            sold = await client.orders.get(order.id)
            await client.aclose()
            assert (sold.status, sold.external_id) == (OrderStatus.COMPLETED, "BX-LOST")
        journal = Journal(tmp_path / "journal.sqlite")
        assert journal.open_intents(service.address) == ()
        assert journal.last_sold(service.address) == lost
        journal.settle("BX-LOST", Outcome.SOLD)
        journal.close()

    play(journey())


@contextmanager
def html_server() -> Iterator[str]:
    """A guest network's sign-in page, with status 200 for everything."""

    class Portal(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<html><body>Welcome to the guest network</body></html>")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/connect"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://127.0.0.1:9/connect", "does not answer"),
        ("http://tickets.example/connect", "Not a usable address"),
        ("nonsense", "Not a usable address"),
        ("portal", "not a Connect server"),
    ],
)
def test_wrong_addresses_are_told_apart(
    address: str, told: str, play: Play, tmp_path: Path
) -> None:
    async def journey() -> None:
        application = Application(Options(journal=tmp_path / "journal.sqlite"))
        clerk = Counter(application)
        application.window.show()
        application.offer()
        with html_server() as portal:
            await clerk.sees(lambda: clerk.shows("connectionAddress"), "the connection page")
            await clerk.hand.click(clerk.hand.find("connectionAddress", QLineEdit))
            await clerk.hand.type(portal if address == "portal" else address)
            await clerk.hand.click(clerk.hand.find("connectionToken", QLineEdit))
            await clerk.hand.type("some-token")
            await clerk.hand.press(Qt.Key.Key_Return)
            await clerk.sees(lambda: told in clerk.text("connectionNotice"), told)
        application.window.closing.emit()
        await application.wait_closed()

    play(journey())


def test_a_wrong_token_is_told_and_a_right_one_goes_on(play: Play, tmp_path: Path) -> None:
    async def journey() -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, "wrong") as clerk:
                await clerk.sees(
                    lambda: "does not accept the token" in clerk.text("connectionNotice"), "refused"
                )
                field = clerk.hand.find("connectionToken", QLineEdit)
                await clerk.hand.click(field)
                await clerk.hand.type(service.token)
                await clerk.hand.click(clerk.hand.find("connectButton", QPushButton))
                await clerk.sees(lambda: clerk.shows("eventsList"), "the events")

    play(journey())


def test_the_window_opens_with_the_events_of_before_while_the_server_is_away(
    play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And goes on when it is back: nothing has to be typed again."""
    monkeypatch.setattr(presenter, "_PAUSE_AFTER_FAILURE", 0.2)

    @asynccontextmanager
    async def started(address: str) -> AsyncIterator[Counter]:
        options = Options(
            tmp_path / "journal.sqlite",
            print_to=tmp_path / "summary.pdf",
            site=Profile(server=address),
        )
        application = Application(options)
        application.window.show()
        application.connect(address)
        try:
            yield Counter(application)
        finally:
            application.window.closing.emit()
            await application.wait_closed()

    async def story() -> None:
        data = tmp_path / "house.sqlite"
        with running_service(data=data) as service:
            monkeypatch.setenv("BOXOFFICE_TOKEN", service.token)
            async with started(service.address) as clerk:
                await clerk.sees(lambda: clerk.shows("eventsList"), "the events")
                await clerk.sees(lambda: any(tmp_path.glob("events-*.json")), "they are kept")
        async with started(service.address) as clerk:
            await clerk.sees(lambda: clerk.shows("eventsList"), "the events of before")
            await clerk.sees(lambda: "No answer" in clerk.text("statusConnection"), "no server")
            assert clerk.shows("eventsAge")
            with running_service(data=data, port=service.port):
                await clerk.sees(lambda: "Connected" in clerk.text("statusConnection"), "it")
                assert not clerk.shows("eventsAge")
                await clerk.open_event()
                await clerk.take(5)
                await sell_for_cash(clerk)

    play(story())
