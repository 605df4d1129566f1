"""Sales on paper and in files: a real child, and a print server that does what it is told."""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import resource
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest

from boxoffice.children.kept import KeptChildren
from boxoffice.desktop.summary_printer import SummaryPrinter
from boxoffice.domain.catalogue import Event
from boxoffice.domain.clock import SystemClock
from boxoffice.domain.ids import EventId, OrderId
from boxoffice.domain.orders.order import Order, OrderStatus, totals_of
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.presenters.common import LineRow, PrintFailed, Sale
from boxoffice.views.kit.formats import LocaleFormats
from tests.print_server import CREATE_JOB, NAME, SEND_DOCUMENT, PrintServer, print_server
from tests.printing.test_summary import line
from tests.waiting import until

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the tests' print server is for CUPS"
)


def sale(number: int = 4711, *, seats: int = 2) -> Sale:
    lines = tuple(line(seat) for seat in range(1, seats + 1))
    totals = totals_of(lines, "EUR")
    event = Event(EventId(1), "The Tempest", datetime(2026, 7, 1, 17, 30, tzinfo=UTC), "EUR")
    rows = tuple(LineRow(each, event, event.starts_at, "", "", ()) for each in lines)
    order = Order(OrderId(number), OrderStatus.COMPLETED, "EUR", totals.total, lines)
    paid = Payment(PaymentKind.CASH, totals.total, totals.total)
    return Sale(order, (paid,), rows, (), totals, ())


@pytest.fixture
async def children() -> AsyncIterator[KeptChildren]:
    made = KeptChildren("print")
    yield made
    made.end()
    await until(lambda: not made.pids)


Made = Callable[..., SummaryPrinter]


@pytest.fixture
def printer(children: KeptChildren) -> Made:
    def made(print_to: Path | None = None, seconds: float = 60.0) -> SummaryPrinter:
        return SummaryPrinter(LocaleFormats("en"), SystemClock(), children, print_to, seconds)

    return made


def text_of(data: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


async def test_the_first_is_the_original_and_all_others_are_copies(printer: Made) -> None:
    with print_server() as server:
        made = printer()
        assert await made.print_summary(sale()) == NAME
        assert await made.print_summary(sale()) == NAME
        assert await made.print_summary(sale(4712)) == NAME
    texts = [text_of(each) for each in server.documents]
    assert ["4711" in text for text in texts] == [True, True, False]
    assert ["COPY" in text for text in texts] == [False, True, False]


async def fails(printer: SummaryPrinter, *, is_doubtful: bool) -> str:
    with pytest.raises(PrintFailed) as failed:
        await printer.print_summary(sale())
    assert failed.value.is_doubtful is is_doubtful
    return str(failed.value)


async def prints(printer: SummaryPrinter) -> str:
    """Prints where all is well, and returns what is on the paper."""
    with print_server() as server:
        assert await printer.print_summary(sale()) == NAME
    [document] = server.documents
    return text_of(document)


async def test_without_a_printer_it_is_said_and_the_next_is_the_original(printer: Made) -> None:
    made = printer()
    with print_server(has_printer=False):
        assert await fails(made, is_doubtful=False) == "there is no printer"
    assert "COPY" not in await prints(remade(made))
    made._children.end()


async def test_a_print_server_that_never_answers_has_printed_nothing(
    printer: Made, children: KeptChildren
) -> None:
    made = printer(seconds=2.0)
    with print_server(answers=False) as server:
        words = await fails(made, is_doubtful=False)
        while not server.connected.is_set():  # a busy machine had no time for the child yet
            made._print_seconds *= 2
            words = await fails(made, is_doubtful=False)
    assert words == "the print system does not answer"
    assert "COPY" not in await prints(remade(made))
    made._children.end()


def remade(printer: SummaryPrinter) -> SummaryPrinter:
    """The same with all the time that it takes, and a child that finds another print server."""
    printer._print_seconds = 60.0
    before = printer._children
    before.end()
    printer._children = KeptChildren("print")
    return printer


@pytest.mark.parametrize("silent_from", [CREATE_JOB, SEND_DOCUMENT])
async def test_where_it_has_begun_nobody_knows_and_the_next_is_a_copy(
    printer: Made, silent_from: int
) -> None:
    made = printer(seconds=8.0)
    with print_server(silent_from=silent_from) as server:
        await fails(made, is_doubtful=True)
        assert silent_from in server.asked
    assert "COPY" in await prints(remade(made))
    made._children.end()


@pytest.mark.parametrize("refused", [CREATE_JOB, SEND_DOCUMENT])
async def test_a_job_that_is_refused_was_not_printed(printer: Made, refused: int) -> None:
    made = printer()
    with print_server(refused=refused):
        words = await fails(made, is_doubtful=False)
    assert "The printer takes no jobs." in words
    assert "COPY" not in await prints(remade(made))
    made._children.end()


@pytest.mark.parametrize(("silent_from", "is_doubtful"), [(None, False), (CREATE_JOB, True)])
async def test_printing_that_is_stopped(
    printer: Made, children: KeptChildren, silent_from: int | None, is_doubtful: bool
) -> None:
    made = printer()
    with print_server(answers=is_doubtful, silent_from=silent_from) as server:
        printing = asyncio.create_task(made.print_summary(sale()))
        await until(lambda: _reached(server, silent_from))
        made.stop_printing(OrderId(1))  # another one
        assert not printing.done()
        made.stop_printing(sale().order.id)
        with pytest.raises(PrintFailed, match="stopped") as failed:
            await printing
    assert failed.value.is_doubtful is is_doubtful
    made.stop_printing(sale().order.id)  # nothing is under way any more
    assert ("COPY" in await prints(remade(made))) is is_doubtful
    made._children.end()


def _reached(server: PrintServer, operation: int | None) -> bool:
    return server.connected.is_set() if operation is None else operation in server.asked


async def test_work_that_is_given_up_is_no_failure(printer: Made) -> None:
    with print_server(answers=False) as server:
        printing = asyncio.create_task(printer().print_summary(sale()))
        await until(server.connected.is_set)
        printing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await printing


async def test_a_child_that_dies_while_it_prints(printer: Made, children: KeptChildren) -> None:
    with print_server(answers=False) as server:
        printing = asyncio.create_task(printer().print_summary(sale()))
        await until(server.connected.is_set)
        os.kill(children.pids[0], signal.SIGKILL)
        with pytest.raises(PrintFailed, match="broke off"):
            await printing


# --- files ---


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() if path.is_file() else b"" for path in folder.iterdir()}


async def test_a_file_is_whole_and_a_file_that_stands_for_the_printer_counts_as_paper(
    printer: Made, tmp_path: Path
) -> None:
    made = printer(tmp_path / "paper.pdf")
    assert await made.save_summary(sale(), tmp_path / "a.pdf") == tmp_path / "a.pdf"
    assert await made.print_summary(sale()) == "paper.pdf"
    assert await made.save_summary(sale(), tmp_path / "b.pdf") == tmp_path / "b.pdf"
    texts = {name: text_of(data) for name, data in files(tmp_path).items()}
    assert {name: "COPY" in text for name, text in texts.items()} == {
        "a.pdf": False,
        "paper.pdf": False,
        "b.pdf": True,
    }


async def kept_whole(printer: SummaryPrinter, path: Path) -> str:
    """Fails to save over an older file, which stays; returns what was said."""
    before = files(path.parent)
    assert path.name in before
    with pytest.raises(PrintFailed) as failed:
        await printer.save_summary(sale(seats=40), path)
    assert files(path.parent) == before
    return str(failed.value)


@pytest.mark.parametrize("room", [0, 1, 4096, 12_288])
async def test_a_disk_without_room_keeps_the_older_file(
    printer: Made, children: KeptChildren, tmp_path: Path, room: int
) -> None:
    """The child may write so many bytes to a file and no more."""
    made = printer()
    path = await made.save_summary(sale(), tmp_path / "order.pdf")
    assert path.stat().st_size > room
    [child] = children.pids
    resource.prlimit(child, resource.RLIMIT_FSIZE, (room, room))
    words = await kept_whole(made, path)
    assert words == f"{path}: the disk is full"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 60 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=60k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path, but: int) -> None:
    """Writes to the disk until it has no more room than this."""
    path = disk / "fill"
    with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    os.truncate(path, path.stat().st_size - but)


@pytest.mark.parametrize("room", [0, 8192])
async def test_a_full_disk_keeps_the_older_file(printer: Made, small_disk: Path, room: int) -> None:
    made = printer()
    path = await made.save_summary(sale(seats=2), small_disk / "order.pdf")
    fill(small_disk, but=room)
    assert await kept_whole(made, path) == f"{path}: the disk is full"


async def test_a_disk_that_does_not_answer_is_said(
    printer: Made, children: KeptChildren, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = printer()
    path = await made.save_summary(sale(), tmp_path / "order.pdf")
    os.kill(children.pids[0], signal.SIGSTOP)
    monkeypatch.setattr("boxoffice.desktop.summary_printer._SAVE_SECONDS", 0.5)
    assert await kept_whole(made, path) == f"{path}: the disk does not answer"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none/order.pdf", "there is no such folder"),
        ("file/order.pdf", "there is no such folder"),
        ("folder", "Is a directory"),
        ("x" * 300 + ".pdf", "File name too long"),
    ],
)
async def test_why_a_file_cannot_be_written_is_said(
    printer: Made, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(PrintFailed) as failed:
        await printer().save_summary(sale(), tmp_path / name)
    assert str(failed.value) == f"{tmp_path / name}: {words}"
    assert sorted(files(tmp_path)) == ["file", "folder"]
