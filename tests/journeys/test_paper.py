"""The whole window beside a print server that answers, falls silent, or is not there; and beside
pictures that no map should have."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from boxoffice.desktop.app import Application, Options
from boxoffice.desktop.summary_printer import PRINT_SECONDS
from tests.children.processes import is_there
from tests.journeys.conftest import Counter, Play
from tests.journeys.test_sale import sell_for_cash
from tests.pictures import claiming, nested_uses
from tests.print_server import CREATE_JOB, PrintServer, print_server
from tests.printing.test_printer import text_of
from tests.service_fixture import running_service
from tests.waiting import until

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(sys.platform != "linux", reason="the print server is for CUPS"),
]
NOT_PRINTED = "Not printed: the print system does not answer."


@asynccontextmanager
async def with_printer(
    folder: Path, seconds: float = 60.0, picture: bytes = b""
) -> AsyncIterator[Counter]:
    """A window that prints on the workstation's printer, with an event open.

    Args:
        seconds: until printing is given up.
        picture: of the stalls, from before such pictures were refused.
    """
    house = folder / "house.sqlite"
    with running_service(data=house) as service:
        if picture:
            await asyncio.to_thread(hang_up, house, picture)
        application = Application(Options(folder / "journal.sqlite", print_seconds=seconds))
        application.window.resize(1366, 768)
        application.window.show()
        application.connect(service.address, service.token)
        try:
            clerk = Counter(application)
            await clerk.open_event()
            yield clerk
        finally:
            application.window.closing.emit()
            await application.wait_closed()


def says(clerk: Counter, words: str, name: str = "paymentNotice") -> Callable[[], bool]:
    return lambda: words in clerk.text(name)


async def next_buyer(clerk: Counter) -> None:
    await clerk.hand.press(Qt.Key.Key_Return)
    await clerk.sees(lambda: clerk.shows("orderEmpty"), "the next buyer")


def test_the_next_buyer_is_served_while_the_print_server_is_silent(
    play: Play, tmp_path: Path
) -> None:
    async def story() -> None:
        with print_server(answers=False) as server:
            async with with_printer(tmp_path, PRINT_SECONDS) as clerk:
                await clerk.take(5)
                await sell_for_cash(clerk)
                await clerk.sees(server.connected.is_set, "the print server asked")
                await next_buyer(clerk)
                await clerk.take(6)
                await sell_for_cash(clerk)
                await clerk.sees(says(clerk, NOT_PRINTED, "messageBar"), "the first's fate")
                await clerk.sees(says(clerk, NOT_PRINTED), "the second's fate")
                assert clerk.text("orderNumber")
                assert clerk.shows("printAgain")
                assert clerk.shows("savePdf")

    play(story())


def test_what_was_not_printed_is_printed_again_as_the_original(play: Play, tmp_path: Path) -> None:
    async def story(server: PrintServer) -> None:
        async with with_printer(tmp_path) as clerk:
            await clerk.take(5)
            await sell_for_cash(clerk)
            await clerk.sees(server.connected.is_set, "the print server asked")
            await clerk.hand.click(clerk.hand.find("printStop", QPushButton))
            await clerk.sees(says(clerk, "Not printed: it was stopped."), "that it was stopped")
            server.answers = True  # for what comes from now on
            await clerk.hand.click(clerk.hand.find("printAgain", QPushButton))
            await clerk.sees(says(clerk, "Printed"), "the paper")
            await clerk.hand.press(Qt.Key.Key_F12)
            await clerk.sees(lambda: len(server.documents) == 2, "a copy")

    with print_server(answers=False) as server:
        play(story(server))
    assert ["COPY" in text_of(each) for each in server.documents] == [False, True]


def test_what_may_have_been_printed_is_printed_again_as_a_copy(play: Play, tmp_path: Path) -> None:
    async def story(server: PrintServer) -> None:
        async with with_printer(tmp_path) as clerk:
            await clerk.take(5)
            await sell_for_cash(clerk)
            await clerk.sees(lambda: CREATE_JOB in server.asked, "the job at the print server")
            await clerk.hand.click(clerk.hand.find("printStop", QPushButton))
            await clerk.sees(says(clerk, "Perhaps printed, perhaps not"), "that nobody knows")
            server.silent_from = None
            await clerk.hand.click(clerk.hand.find("printAgain", QPushButton))
            await clerk.sees(says(clerk, "Printed"), "the paper")

    with print_server(silent_from=CREATE_JOB) as server:
        play(story(server))
    assert ["COPY" in text_of(each) for each in server.documents] == [True]


def test_without_a_printer_the_order_is_safe_and_kept_as_a_file(play: Play, tmp_path: Path) -> None:
    async def story() -> None:
        async with with_printer(tmp_path) as clerk:
            await clerk.take(5)
            number = await sell_for_cash(clerk)
            await clerk.sees(says(clerk, "Not printed: there is no printer."), "no printer")
            clerk.window.payment.save_asked.emit(tmp_path / "order.pdf")
            await clerk.sees(says(clerk, "Saved"), "the file")
            data = await asyncio.to_thread((tmp_path / "order.pdf").read_bytes)
            assert str(number) in text_of(data)

    with print_server(has_printer=False):
        play(story())


def test_the_window_closes_while_it_prints_and_leaves_no_child(play: Play, tmp_path: Path) -> None:
    pids: list[int] = []

    async def story(server: PrintServer) -> None:
        async with with_printer(tmp_path) as clerk:
            await clerk.take(5)
            await sell_for_cash(clerk)
            await clerk.sees(server.connected.is_set, "the print server asked")
            pids.extend(clerk.application._printing.pids)
        assert any(is_there(pid) for pid in pids)  # it may print to its end; nobody waits for it

    with print_server(answers=False) as server:
        play(story(server))
    asyncio.run(until(lambda: not any(is_there(pid) for pid in pids)))
    assert pids


@pytest.mark.parametrize(
    "data", [nested_uses(10), claiming(65_000, 65_000)], ids=["a drawing", "65,000 pixels"]
)
def test_a_picture_that_no_map_should_have_is_a_placeholder(
    play: Play, tmp_path: Path, data: bytes
) -> None:
    async def story() -> None:
        async with with_printer(tmp_path, picture=data) as clerk:
            await clerk.sees(says(clerk, "cannot be shown: Stalls", "messageBar"), "the notice")
            assert len(clerk.canvas.scene.backdrops) == 2  # type: ignore[union-attr]
            await clerk.take(5)
            await sell_for_cash(clerk)

    play(story())


def hang_up(house: Path, data: bytes) -> None:
    with closing(sqlite3.connect(house)) as database, database:
        row = database.execute(
            "INSERT INTO pictures (media_type, data, sha256) VALUES ('image/svg+xml', ?, 'x')"
            " RETURNING id",
            (data,),
        ).fetchone()
        database.execute(
            "UPDATE areas SET picture_url = ?, picture_rect = '[0, 0, 100, 100]' WHERE name = ?",
            (f"/connect/v1/pictures/{row[0]}", "Stalls"),
        )
