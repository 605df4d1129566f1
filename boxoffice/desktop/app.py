"""The composition root: builds every object and ties it to the others. It decides nothing."""

from __future__ import annotations

import asyncio
import logging
import os
import platform
import signal
import sys
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget
from qasync import QEventLoop

from boxoffice import __version__
from boxoffice.children.decoding import Decoder
from boxoffice.children.kept import KeptChildren
from boxoffice.connect.client import CONTRACT, ConnectClient, Credential, ServerWarning
from boxoffice.connect.probe.probe import Probe, Progress, Report, Way
from boxoffice.desktop import settings
from boxoffice.desktop.bounded import within
from boxoffice.desktop.desk import CounterDesk
from boxoffice.desktop.pages import SettingsWindow, tie_settings
from boxoffice.desktop.session import Session
from boxoffice.desktop.sounds import Sounds
from boxoffice.desktop.summary_printer import PRINT_SECONDS, SummaryPrinter
from boxoffice.domain.address import canonical_address
from boxoffice.domain.clock import SystemClock
from boxoffice.domain.orders.scan import meant_by
from boxoffice.domain.preferences import Preferences
from boxoffice.journal.intents import Journal
from boxoffice.journal.record import OrderRecord, RecordFailed
from boxoffice.journal.shelf import Shelf
from boxoffice.presenters.connection.presenter import ConnectionPresenter, DemoFailed, ServerAccess
from boxoffice.presenters.connection.state import ConnectionPhase, ConnectionState
from boxoffice.presenters.faults import notice_of_bar
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.settings.presenter import SettingsPresenter
from boxoffice.presenters.settings.state import SiteSettings
from boxoffice.presenters.tasks import Tasks
from boxoffice.service.process.child import NotStarted, ServiceProcess
from boxoffice.views.kit.collector import collecting_here
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.qt_messages import log_messages
from boxoffice.views.kit.scanner import Scanner
from boxoffice.views.kit.theme import apply_theme, load_fonts, system_theme
from boxoffice.views.kit.translation import install_language
from boxoffice.views.window.main_window import MainWindow

_log = logging.getLogger(__name__)
_DONE = 0
_KEYRING_SECONDS = 60.0  # it may ask for a password, which takes a while to type
_MOST_MISTAKES = 5  # that are told at the start; the page of settings has all
_PRINTING_AFTER = 1.5  # seconds after the window is at work, which comes first


@dataclass(frozen=True, slots=True)
class Options:
    """How one window works.

    Attributes:
        journal: the file of orders on their way.
        print_to: a PDF file that stands for the printer; None for the real one.
        profile: which configured server to remember a connection under; empty to remember none.
        site: the server that the window is for, and what is otherwise there.
        demo_words: what the demo serves, as on the command line; its names are in the window's
            language.
        told: what the clerk is told at once.
        print_seconds: until printing is given up.
        preferences: what is set for this counter.
        mistakes: what cannot be used of the settings file.
        kept_in: the profile in which changed settings are kept; empty to keep none.
        log: the file of the program's log, where one is kept.
        open_file: has the desktop show a file; False where nothing does.
    """

    journal: Path
    language: str = "en"
    print_to: Path | None = None
    profile: str = ""
    site: settings.Profile = field(default_factory=settings.Profile)
    demo_words: tuple[str, ...] = ()
    told: tuple[Notice, ...] = ()
    print_seconds: float = PRINT_SECONDS
    preferences: Preferences = field(default_factory=Preferences)
    mistakes: tuple[Notice, ...] = ()
    kept_in: str = ""
    log: Path | None = None
    open_file: Callable[[Path], bool] = field(default=lambda _: False)


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
        self._printing = KeptChildren("print", has_screen=sys.platform != "linux", finishes=True)
        self._decoding = KeptChildren("picture")
        self._session: Session | None = None
        self._demo: ServiceProcess | None = None
        self._is_closing = False
        self._closed = asyncio.Event()
        self.window = MainWindow(self._formats)
        chosen = options.preferences
        self._counter = chosen.counter or options.site.counter
        self._sounds = Sounds(chosen.sounds, self.window)
        access = ServerAccess(self._open_session, self._token_of, self._keep, self._start_demo)
        self._connection = ConnectionPresenter(self, access, self._tasks)
        self._last = ConnectionState()
        self._desk = CounterDesk(
            self.window,
            self._formats,
            self._sounds,
            chosen,
            options.language,
            options.kept_in,
            options.log,
            self._test,
            self._look_at,
            self._show_place,
            options.open_file,
        )
        self._settings_tasks = Tasks(self._failed)
        self._settings = SettingsPresenter(
            SettingsWindow(self.window),
            self._desk,
            self._settings_tasks,
            chosen,
            self.window.delivered_keys,
            SiteSettings(
                str(settings.settings_file()),
                options.kept_in,
                str(options.site.ca_file or ""),
                len(options.site.dialect.operations),
                options.site.dialect.name,
            ),
            options.mistakes,
        )
        self._tie_window()
        self.window.settings_made.connect(self._tie_settings)
        self.window.rebuilt.connect(self._show_again)
        bounded = self._desk.begin()
        self.window.settings_asked.connect(self._settings.open)
        self.window.about_asked.connect(self._settings.open_about)
        self.window.order_width_chosen.connect(self._settings.note_order_width)
        self.window.connection_asked.connect(self._connection.offer)
        self.window.closing.connect(self._ask_to_close)
        self._scanner = Scanner(self.window)
        self._scanner.scanned.connect(self._scan)
        asyncio.get_running_loop().set_exception_handler(self._unforeseen)
        if not_remembered:
            self.tell(Notice.warning(Code.NOT_REMEMBERED, reason=not_remembered))
        for notice in (*options.told, *options.mistakes[:_MOST_MISTAKES], bounded):
            if notice is not None:
                self.tell(notice)

    def _tie_window(self) -> None:
        """Ties the pages of the window that are of no session."""
        connection = self.window.connection
        connection.connect_asked.connect(self.connect)
        connection.demo_asked.connect(self.try_demo)
        connection.retry_asked.connect(self._connection.retry)
        connection.return_asked.connect(self._go_back)
        self._show_place(self._counter)

    def _tie_settings(self) -> None:
        tie_settings(self.window.settings, self._settings)
        self.window.settings.server.use_asked.connect(self._use_server)

    def _show_again(self) -> None:
        """The window's pages are new."""
        self._tie_window()
        self.window.connection.show_state(self._last)
        if self._last.phase is ConnectionPhase.CONNECTED:
            self.window.status.show_server(is_connected=True)
        self._settings.show_again()

    def _show_place(self, counter: str) -> None:
        self._counter = counter
        self.window.status.show_place(_operator(), counter or platform.node())

    def _use_server(self, address: str, token: str) -> None:
        """The server that was entered in the settings; its page says how it goes."""
        self._settings.close()
        self.window.show_page("connection")
        self.connect(address, token)

    async def _test(self, address: str, token: str) -> None:
        """Asks a server for its events; with the token that is known, where none is given."""
        known = token or await self._token_of(address)
        client = self._client(address, known)
        try:
            async for _ in client.events.pages():
                break
        finally:
            await client.aclose()

    async def _look_at(
        self, address: str, token: str, on_progress: Callable[[Progress], None]
    ) -> tuple[Report, str]:
        """What a server answers, as far as it was asked when this is cancelled."""
        known = token or await self._token_of(address)
        site = self._site_of(address)
        way = Way(CONTRACT.with_operations(site.dialect.operations))
        probe = Probe(
            address, Credential.read(known), way=way, ca_file=site.ca_file, on_progress=on_progress
        )
        try:
            with suppress(asyncio.CancelledError):
                await probe.read()
            return await probe.result()
        finally:
            await probe.aclose()

    def connect(self, address: str, token: str = "") -> None:
        self._connection.connect(address, token)

    def try_demo(self) -> None:
        self._connection.try_demo()

    def _go_back(self) -> None:
        """Back to the sale; a call that waits for a token is told that none will come."""
        if self._session is not None:
            self._session.client.give_up_waiting()
        self._connection.go_back()

    def offer(self) -> None:
        """Offers to connect, or to try the demo."""
        self._connection.offer()

    def show_state(self, state: ConnectionState) -> None:
        """The connection's view: its page, or the sale once it is connected."""
        self._last = state
        self.window.connection.show_state(state)
        is_connected = state.phase is ConnectionPhase.CONNECTED
        self.window.show_page("sale" if is_connected else "connection")
        if is_connected:
            self.window.note_server()
            self._settings.show_server(state.address)
            self._desk.note_service(__version__ if state.is_demo else "")
            self.tell(state.notice)

    def tell(self, notice: Notice | None) -> None:
        """Shows a notice in the message bar."""
        self.window.show_notice(notice)

    def _scan(self, text: str) -> None:
        """A scan goes to the session, wherever the focus is; where it cannot, it is said why."""
        if not self.window.make_way():
            self.tell(Notice.warning(Code.SCAN_BEHIND_DIALOG))
        elif self._session is None or not self.window.is_selling:
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
        self._printing.end()
        self._decoding.end()
        await self._tasks.close(1.0)
        await self._settings_tasks.close(1.0)
        if self._session is not None:
            await self._session.close()
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

    async def _open_session(self, address: str, token: str, is_typed: bool) -> None:
        """Opens a session on a server that answers; the same server only gets another token.

        Where the events of an earlier start are kept, and the token is known from then, nothing is
        waited for: they are shown at once, and the session says if the server does not answer.
        """
        client = self._client(address, token, self._warn)
        is_same = self._is_open(address)
        shelf = Shelf(self._options.journal.parent, address)
        try:
            if is_typed or not await asyncio.to_thread(shelf.path.exists):
                async for _ in client.events.pages():
                    break  # it is a server, and it lets us in
        except BaseException:
            await client.aclose()
            raise
        if self._session is not None and is_same:
            await client.aclose()
            self._session.client.use_token(token)
            return
        if self._session is not None:
            await self._session.close()
        client.wait_for_credential(self._connection.sign_in_again)
        options = self._options
        printer = SummaryPrinter(
            self._formats,
            self._clock,
            self._printing,
            options.print_to,
            options.print_seconds,
            lambda: client.platform.is_test,
        )
        self._session = Session(
            self.window,
            client,
            self._journal,
            self._record,
            shelf,
            printer,
            Decoder(self._decoding),
            self._clock,
            _operator(),
            Tasks(self._failed),
            self.tell,
            self._formats.date_words,
            lambda: self._settings.chosen,
            self._sounds,
        )
        self._session.start()
        asyncio.get_running_loop().call_later(_PRINTING_AFTER, self._printing.start_ahead)

    def _client(
        self, address: str, token: str, on_warning: Callable[[ServerWarning], None] | None = None
    ) -> ConnectClient:
        """A client of a server, by what the profile says where it is the configured one."""
        site = self._site_of(address)
        return ConnectClient(
            address,
            token,
            language=self._options.language,
            on_warning=on_warning,
            ca_file=site.ca_file,
            dialect=site.dialect,
        )

    def _site_of(self, address: str) -> settings.Profile:
        """What is otherwise at a server, where it is the configured one."""
        return self._options.site if self._is_configured(address) else settings.Profile()

    async def _token_of(self, address: str) -> str:
        is_configured = self._is_configured(address)
        stored = partial(settings.stored_token, address, is_configured=is_configured)
        try:
            return await within(_KEYRING_SECONDS, stored)
        except TimeoutError:
            _log.warning("the keyring does not answer")
            return ""

    def _is_open(self, address: str) -> bool:
        """Whether the session that is open is on this server."""
        session = self._session
        return session is not None and (
            canonical_address(session.client.address) == canonical_address(address)
        )

    def _is_configured(self, address: str) -> bool:
        """Whether it is the server that this window was opened for."""
        return canonical_address(address) == canonical_address(self._options.site.server)

    async def _keep(self, address: str, token: str) -> bool:
        if not self._options.profile:
            return True
        profile = settings.Profile(self._options.profile, address)
        try:
            await asyncio.to_thread(settings.save_profile, profile, settings.settings_file())
        except settings.SettingsBroken as error:
            _log.warning("the server could not be remembered: %s", error)
            self.tell(Notice.warning(Code.SETTINGS_NOT_KEPT, reason=str(error)))
        try:
            store = partial(settings.store_token, address, token)
            return await within(_KEYRING_SECONDS, store)
        except TimeoutError:
            _log.warning("the keyring does not answer")
            return False

    async def _start_demo(self) -> tuple[str, str]:
        if self._demo is None:
            demo = ServiceProcess((*self._options.demo_words, "--language", self._options.language))
            try:
                await demo.start()
            except NotStarted as error:
                demo.stop()
                raise DemoFailed(str(error)) from error
            self._demo = demo
        return self._demo.address, self._demo.token

    def _warn(self, warning: ServerWarning) -> None:
        if warning.left_out:
            self.tell(Notice.warning(Code.LEFT_OUT, operation=warning.operation))
        elif warning.bar is not None:
            address = self._session.client.address if self._session is not None else ""
            self.tell(notice_of_bar(warning.bar, address, warning.words))
        else:
            self.tell(Notice.warning(Code.SERVER_WARNS, reason=warning.words))

    def _failed(self, error: Exception) -> None:
        self.tell(Notice.error(Code.FAILED, reason=f"{type(error).__name__}: {error}"))

    def _unforeseen(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        _log.error("%s", context.get("message", "unforeseen"), exc_info=error)
        if isinstance(error, Exception):
            self._failed(error)


def qt_application() -> QApplication:
    """The program to Qt, dressed; there is one."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    log_messages()
    app = QApplication(["boxoffice"])
    app.setApplicationName("Boxoffice")
    app.setQuitOnLastWindowClosed(False)
    load_fonts(app)
    apply_theme(app, system_theme())
    return app


def run_in_qt(language: str, main: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """Runs a coroutine with Qt's event loop, the program dressed and translated."""
    app = qt_application()
    install_language(app, language)
    with collecting_here(), asyncio.Runner(loop_factory=partial(QEventLoop, app)) as runner:
        return runner.run(main())


async def until_closed(
    options: Options, address: str | None, on_window: Callable[[QWidget | None], None]
) -> int:
    """The window, until it is closed.

    Args:
        address: of the server; empty to offer one, None for the demo.
        on_window: told the window once it is there, and None as soon as it begins to close.

    Raises:
        JournalFailed: the journal cannot be used.
    """
    application = Application(options)
    window = application.window
    signal.signal(signal.SIGTERM, lambda *_: window.closing.emit())
    window.showMaximized()
    on_window(window)
    window.closing.connect(lambda: on_window(None))
    if address is None:
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
    """Who sells: the name of the desktop's user, as the environment has it. A directory of users
    is not asked: it may be elsewhere, and not answer."""
    names = (os.environ.get(name, "") for name in ("LOGNAME", "USER", "LNAME", "USERNAME"))
    return next((name for name in names if name), "")
