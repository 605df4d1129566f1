"""The way to a server: a configured one, one the clerk names, or the demo."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from boxoffice.connect.client import AddressNotValid, checked_address
from boxoffice.connect.errors import ConnectError
from boxoffice.presenters.connection.state import ConnectionPhase, ConnectionState, ConnectionView
from boxoffice.presenters.faults import notice_of
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.tasks import Tasks


class DemoFailed(Exception):
    """The demo's service did not start; the text is why."""


@dataclass(frozen=True, slots=True)
class ServerAccess:
    """What stands behind the screen; built by `app.py`.

    Attributes:
        open: opens a session on a server, with a token that was typed just now or is known from
            before; raises ConnectError where it does not answer rightly.
        token_of: the token known for an address, or an empty text.
        keep: remembers address and token; False where the token lasts for this session only.
        start_demo: starts the demo's service and returns its address and token; raises DemoFailed.
    """

    open: Callable[[str, str, bool], Awaitable[None]]
    token_of: Callable[[str], Awaitable[str]]
    keep: Callable[[str, str], Awaitable[bool]]
    start_demo: Callable[[], Awaitable[tuple[str, str]]]


class ConnectionPresenter:
    """Connects, and says what is in the way."""

    def __init__(self, view: ConnectionView, access: ServerAccess, tasks: Tasks) -> None:
        self._view = view
        self._access = access
        self._tasks = tasks
        self._last = ("", "")
        self._open_at = ""
        self._state = ConnectionState()

    def offer(self) -> None:
        """Offers to connect, or to try the demo."""
        self._show(ConnectionState(address=self._state.address))

    def go_back(self) -> None:
        """Back to the sale that is open; not while another server takes its place."""
        if self._state.can_return:
            self._show(ConnectionState(ConnectionPhase.CONNECTED, self._open_at))

    def sign_in_again(self) -> None:
        """The sale that is open needs another token; it waits for it, the order as it is."""
        notice = Notice.error(Code.SIGN_IN_AGAIN, address=self._open_at)
        self._state = ConnectionState(address=self._open_at)
        self._fail(notice)

    def connect(self, address: str, token: str = "") -> None:
        """Connects; without a token, with the one that is known for the address."""
        self._last = (address, token)
        self._tasks.browse("connect", self._connect(address, token.strip(), is_demo=False))

    def try_demo(self) -> None:
        self._tasks.browse("connect", self._demo())

    def retry(self) -> None:
        if self._state.is_demo:
            self.try_demo()
        else:
            self.connect(*self._last)

    async def _demo(self) -> None:
        self._show(ConnectionState(ConnectionPhase.CONNECTING, is_demo=True))
        try:
            address, token = await self._access.start_demo()
        except DemoFailed as error:
            notice = Notice.error(Code.DEMO_FAILED, reason=str(error))
            self._fail(notice)
            return
        await self._connect(address, token, is_demo=True)

    async def _connect(self, address: str, token: str, *, is_demo: bool) -> None:
        try:
            address = checked_address(address)
        except AddressNotValid:
            self._state = ConnectionState(address=address)
            self._fail(Notice.error(Code.ADDRESS_NOT_VALID, address=address))
            return
        known = token or await self._access.token_of(address)
        self._state = ConnectionState(address=address, token_known=bool(known), is_demo=is_demo)
        if not known:
            self._fail(Notice.info(Code.TOKEN_MISSING))
            return
        self._show(replace(self._state, phase=ConnectionPhase.CONNECTING))
        try:
            await self._access.open(address, known, bool(token))
        except ConnectError as error:
            self._fail(notice_of(error, address))
            return
        self._open_at = address
        is_kept = is_demo or not token or await self._access.keep(address, token)
        notice = None if is_kept else Notice.warning(Code.TOKEN_NOT_STORED)
        self._show(replace(self._state, phase=ConnectionPhase.CONNECTED, notice=notice))

    def _fail(self, notice: Notice) -> None:
        self._show(replace(self._state, phase=ConnectionPhase.FAILED, notice=notice))

    def _show(self, state: ConnectionState) -> None:
        is_free = state.phase is not ConnectionPhase.CONNECTING
        state = replace(state, can_return=bool(self._open_at) and is_free)
        self._state = state
        self._view.show_state(state)
