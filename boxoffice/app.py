"""The composition root: builds every object and ties it to the others. It decides nothing."""

from __future__ import annotations

import asyncio
import getpass
import logging
import platform
import signal
import sys
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from boxoffice import settings
from boxoffice.connect.client import ConnectClient, ServerWarning
from boxoffice.desk import Desk
from boxoffice.domain.clock import SystemClock
from boxoffice.domain.scan import meant_by
from boxoffice.journal.intents import Journal, JournalFailed
from boxoffice.journal.record import OrderRecord, RecordFailed
from boxoffice.journal.shelf import Shelf
from boxoffice.presenters.connection import ConnectionPresenter, DemoFailed, Door
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.states import ConnectionPhase, ConnectionState
from boxoffice.presenters.tasks import Tasks
from boxoffice.service.child import NotStarted, ServiceProcess
from boxoffice.summary_printer import SummaryPrinter
from boxoffice.views.collector import collecting_here
from boxoffice.views.formats import LocaleFormats
from boxoffice.views.main_window import MainWindow
from boxoffice.views.messages import log_messages
from boxoffice.views.scanner import Scanner
from boxoffice.views.theme import apply_theme, load_fonts, system_theme
from boxoffice.views.translation import install_language, system_language

_log = logging.getLogger(__name__)
_DONE, _CANNOT_START = 0, 3


@dataclass(frozen=True, slots=True)
class Options:
    """How one window works.

    Attributes:
        journal: the file of orders on their way.
        print_to: a PDF file that stands for the printer; None for the real one.
        profile: which configured server to remember a connection under; empty to remember none.
        site: the server that the window is for, and what is otherwise there.
        demo_words: what the demo serves, as on the command line.
    """

    journal: Path
    language: str = "en"
    print_to: Path | None = None
    profile: str = ""
    site: settings.Profile = field(default_factory=settings.Profile)
    demo_words: tuple[str, ...] = ()


class Application:
    """One window and everything behind it. It needs a running event loop.

    Raises:
        JournalFailed: the journal cannot be used, so nothing could be sold safely.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        self._clock = SystemClock()
        self._formats = LocaleFormats(options.language)
        self._journal = Journal(options.journal)
        self._record, not_remembered = _record_beside(options.journal)
        self._tasks = Tasks(self._failed)
        self._desk: Desk | None = None
        self._demo: ServiceProcess | None = None
        self._is_closing = False
        self._closed = asyncio.Event()
        self.window = MainWindow(self._formats)
        self.window.set_palette_name(system_theme())
        self.window.status.show_place(_operator(), options.site.counter or platform.node())
        door = Door(self._open_desk, self._token_of, self._keep, self._start_demo)
        self._connection = ConnectionPresenter(self, door, self._tasks)
        self.window.connection.connect_asked.connect(self.connect)
        self.window.connection.demo_asked.connect(self.try_demo)
        self.window.connection.retry_asked.connect(self._connection.retry)
        self.window.connection.return_asked.connect(self._go_back)
        self.window.connection_asked.connect(self._connection.offer)
        self.window.closing.connect(self._ask_to_close)
        self._scanner = Scanner(self.window)
        self._scanner.scanned.connect(self._scan)
        asyncio.get_running_loop().set_exception_handler(self._unforeseen)
        if not_remembered:
            self.tell(Notice.warning(Code.NOT_REMEMBERED, reason=not_remembered))

    def connect(self, address: str, token: str = "") -> None:
        self._connection.connect(address, token)

    def try_demo(self) -> None:
        self._connection.try_demo()

    def _go_back(self) -> None:
        """Back to the sale; where it waits for a token, it is told that there is none."""
        if self._desk is not None:
            self._desk.client.give_up_waiting()
        self._connection.go_back()

    def offer(self) -> None:
        """Offers to connect, or to try the demo."""
        self._connection.offer()

    def show_state(self, state: ConnectionState) -> None:
        """The connection's view: its page, or the sale once it is connected."""
        self.window.connection.show_state(state)
        is_connected = state.phase is ConnectionPhase.CONNECTED
        self.window.show_page("sale" if is_connected else "connection")
        if is_connected:
            self.window.show_server(state.address)
            self.tell(state.notice)

    def tell(self, notice: Notice | None) -> None:
        """Shows a notice in the message bar."""
        self.window.show_notice(notice)

    def _scan(self, text: str) -> None:
        """A scan goes to the desk, wherever the focus is; where it cannot, it is said why."""
        if not self.window.make_way():
            self.tell(Notice.warning(Code.SCAN_BEHIND_DIALOG))
        elif self._desk is None or not self.window.is_selling:
            self.tell(Notice.warning(Code.SCAN_UNCONNECTED))
        else:
            self.window.scanned.emit(meant_by(text))

    async def wait_closed(self) -> None:
        await self._closed.wait()

    async def close(self) -> None:
        """Ends all work within a few seconds, then closes the window."""
        if self._is_closing:
            await self._closed.wait()
            return
        self._is_closing = True
        self._scanner.stop()
        await self._tasks.close(1.0)
        if self._desk is not None:
            await self._desk.close()
        if self._demo is not None:
            await asyncio.to_thread(self._demo.stop)
        self._journal.close()
        self._record.close()
        self.window.allow_close()
        self.window.close()
        self.window.deleteLater()
        self._closed.set()

    def _ask_to_close(self) -> None:
        self._closing_task = asyncio.get_running_loop().create_task(self.close())

    async def _open_desk(self, address: str, token: str, is_typed: bool) -> None:
        """Opens a desk on a server that answers; the same server only gets another token.

        Where the events of an earlier start are kept, and the token is known from then, nothing is
        waited for: they are shown at once, and the desk itself says if the server does not answer.
        """
        site = self._options.site if self._is_configured(address) else settings.Profile()
        client = ConnectClient(
            address, token, language=self._options.language, on_warning=self._warn,
            ca_file=site.ca_file, overrides=site.overrides,
        )  # fmt: skip
        is_same = self._desk is not None and self._desk.client.address == address
        shelf = Shelf(self._options.journal.parent, address)
        try:
            if is_typed or not await asyncio.to_thread(shelf.path.exists):
                async for _ in client.events.pages():
                    break  # it is a server, and it lets us in
        except BaseException:
            await client.aclose()
            raise
        if self._desk is not None and is_same:
            await client.aclose()
            self._desk.client.use_token(token)
            return
        if self._desk is not None:
            await self._desk.close()
        client.wait_for_credential(self._connection.sign_in_again)
        printer = SummaryPrinter(self._formats, self._clock, self._options.print_to)
        self._desk = Desk(
            self.window, client, self._journal, self._record, shelf, printer, self._clock,
            _operator(), Tasks(self._failed), self.tell, self._formats.date_words,
        )  # fmt: skip
        self._desk.start()

    async def _token_of(self, address: str) -> str:
        is_configured = self._is_configured(address)
        return await asyncio.to_thread(settings.stored_token, address, is_configured=is_configured)

    def _is_configured(self, address: str) -> bool:
        """Whether it is the server that this window was opened for."""
        return address == self._options.site.server.strip().rstrip("/")

    async def _keep(self, address: str, token: str) -> bool:
        if not self._options.profile:
            return True
        profile = settings.Profile(self._options.profile, address)
        try:
            await asyncio.to_thread(settings.save_profile, profile, settings.settings_file())
        except settings.SettingsBroken as error:
            _log.warning("the server could not be remembered: %s", error)
        return await asyncio.to_thread(settings.store_token, address, token)

    async def _start_demo(self) -> tuple[str, str]:
        if self._demo is None:
            demo = ServiceProcess(self._options.demo_words)
            try:
                await demo.start()
            except NotStarted as error:
                demo.stop()
                raise DemoFailed(str(error)) from error
            self._demo = demo
        return self._demo.address, self._demo.token

    def _warn(self, warning: ServerWarning) -> None:
        self.tell(Notice.warning(Code.SERVER_WARNS, reason=warning.words))

    def _failed(self, error: Exception) -> None:
        self.tell(Notice.error(Code.FAILED, reason=f"{type(error).__name__}: {error}"))

    def _unforeseen(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        _log.error("%s", context.get("message", "unforeseen"), exc_info=error)
        if isinstance(error, Exception):
            self._failed(error)


def run_in_qt(language: str, main: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """Runs a coroutine with Qt's event loop, the program dressed and translated."""
    log_messages()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["boxoffice"])
    app.setApplicationName("Boxoffice")
    app.setQuitOnLastWindowClosed(False)
    load_fonts(app)
    install_language(app, language)
    apply_theme(app, system_theme())
    with collecting_here(), asyncio.Runner(loop_factory=partial(QEventLoop, app)) as runner:
        return runner.run(main())


def open_window(server: str, profile: str, language: str | None) -> int:
    """The window on a configured server; with none it offers to connect, or to try the demo.

    Raises:
        SettingsBroken: the settings file cannot be used.
    """
    known = settings.load_profile(profile, settings.settings_file())
    address = server or known.server
    words = language or known.language or system_language()
    options = Options(settings.data_folder() / "journal.sqlite", words, profile=profile,
                      site=replace(known, server=address))  # fmt: skip
    return run_in_qt(words, partial(_until_closed, options, address, is_demo=False))


def open_demo(service_words: Sequence[str], language: str | None) -> int:
    """A service with a demo venue, and the window on it."""
    words = language or system_language()
    journal = settings.data_folder() / "demo-journal.sqlite"
    options = Options(journal, words, demo_words=tuple(service_words))
    return run_in_qt(words, partial(_until_closed, options, "", is_demo=True))


async def _until_closed(options: Options, address: str, *, is_demo: bool) -> int:
    try:
        application = Application(options)
    except JournalFailed as error:
        print(f"boxoffice: {error}", file=sys.stderr)  # noqa: T201 - the command's own voice
        return _CANNOT_START
    window = application.window
    signal.signal(signal.SIGTERM, lambda *_: window.close())
    window.showMaximized()
    if is_demo:
        application.try_demo()
    elif address:
        application.connect(address)
    else:
        application.offer()
    await application.wait_closed()
    return _DONE


def _record_beside(journal: Path) -> tuple[OrderRecord, str]:
    """The record of sold orders beside the journal; where that cannot be used one for the session,
    and why."""
    try:
        return OrderRecord(journal.with_name(journal.name.replace("journal", "orders"))), ""
    except RecordFailed as error:
        return OrderRecord(Path(":memory:")), str(error)


def _operator() -> str:
    """Who sells: the name of the desktop's user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
