from __future__ import annotations

from unittest.mock import AsyncMock, create_autospec

import pytest

from boxoffice.connect.errors import BadReply, SignedOut, Unreachable
from boxoffice.presenters.connection.presenter import ConnectionPresenter, DemoFailed, ServerAccess
from boxoffice.presenters.connection.state import ConnectionPhase, ConnectionState, ConnectionView
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.tasks import Tasks
from tests.waiting import until

ADDRESS = "https://tickets.example/connect"


class Entry:
    """The presenter with a way to servers that a test opens or shuts."""

    def __init__(self) -> None:
        self.view = create_autospec(ConnectionView, instance=True)
        self.open = AsyncMock()
        self.token_of = AsyncMock(return_value="")
        self.keep = AsyncMock(return_value=True)
        self.start_demo = AsyncMock(return_value=("http://127.0.0.1:9/connect", "demo"))
        access = ServerAccess(self.open, self.token_of, self.keep, self.start_demo)
        self.presenter = ConnectionPresenter(self.view, access, Tasks(self._fail))

    @staticmethod
    def _fail(error: Exception) -> None:
        raise AssertionError(error)

    @property
    def state(self) -> ConnectionState:
        found = self.view.show_state.call_args.args[0]
        assert isinstance(found, ConnectionState)
        return found

    async def reaches(self, phase: ConnectionPhase) -> None:
        await until(lambda: self.view.show_state.called and self.state.phase is phase)


@pytest.fixture
def entry() -> Entry:
    return Entry()


async def test_a_server_that_the_clerk_names_is_kept(entry: Entry) -> None:
    entry.presenter.connect(ADDRESS + "/ ", " secret ")
    await entry.reaches(ConnectionPhase.CONNECTED)
    entry.open.assert_awaited_once_with(ADDRESS, "secret", True)
    entry.keep.assert_awaited_once_with(ADDRESS, "secret")
    assert entry.state.notice is None


async def test_a_known_token_is_used_and_not_kept_again(entry: Entry) -> None:
    entry.token_of.return_value = "known"
    entry.presenter.connect(ADDRESS)
    await entry.reaches(ConnectionPhase.CONNECTED)
    entry.open.assert_awaited_once_with(ADDRESS, "known", False)
    entry.keep.assert_not_awaited()


async def test_without_a_token_it_is_asked_for(entry: Entry) -> None:
    entry.presenter.connect(ADDRESS)
    await entry.reaches(ConnectionPhase.FAILED)
    assert entry.state.notice is not None
    assert entry.state.notice.code is Code.TOKEN_MISSING
    assert not entry.state.token_known
    entry.open.assert_not_awaited()


async def test_a_token_that_nothing_can_keep_is_said(entry: Entry) -> None:
    entry.keep.return_value = False
    entry.presenter.connect(ADDRESS, "secret")
    await entry.reaches(ConnectionPhase.CONNECTED)
    assert entry.state.notice is not None
    assert entry.state.notice.code is Code.TOKEN_NOT_STORED


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Unreachable("Events", "refused"), Code.UNREACHABLE),
        (SignedOut("Events", "401"), Code.SIGNED_OUT),
        (BadReply("Events", "HTML", is_foreign=True), Code.NOT_A_CONNECT_SERVER),
        (BadReply("Events", "events is missing"), Code.BAD_REPLY),
    ],
)
async def test_what_is_in_the_way_is_said_and_can_be_tried_again(
    entry: Entry, error: Exception, told: Code
) -> None:
    entry.open.side_effect = error
    entry.presenter.connect(ADDRESS, "secret")
    await entry.reaches(ConnectionPhase.FAILED)
    assert entry.state.notice is not None
    assert entry.state.notice.code is told
    entry.open.side_effect = None
    entry.presenter.retry()
    await entry.reaches(ConnectionPhase.CONNECTED)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nonsense",
        "http://tickets.example/connect",
        "ftp://127.0.0.1/connect",
        "https://user:word@tickets.example/connect",
        "https://tickets.example/?a=1",
    ],
)
async def test_no_token_goes_to_an_address_that_is_none(entry: Entry, address: str) -> None:
    entry.presenter.connect(address, "secret")
    await entry.reaches(ConnectionPhase.FAILED)
    assert entry.state.notice is not None
    assert entry.state.notice.code is Code.ADDRESS_NOT_VALID
    entry.open.assert_not_awaited()
    entry.keep.assert_not_awaited()


async def test_the_demo_starts_and_says_why_not(entry: Entry) -> None:
    entry.start_demo.side_effect = DemoFailed("no room on the disk")
    entry.presenter.try_demo()
    await entry.reaches(ConnectionPhase.FAILED)
    assert entry.state.notice is not None
    assert entry.state.notice.params["reason"] == "no room on the disk"
    entry.start_demo.side_effect = None
    entry.presenter.retry()
    await entry.reaches(ConnectionPhase.CONNECTED)
    assert entry.state.is_demo
    entry.keep.assert_not_awaited()
    entry.presenter.offer()
    assert entry.state.phase is ConnectionPhase.OFFERING


async def test_from_the_connection_page_there_is_a_way_back_to_the_sale(entry: Entry) -> None:
    entry.presenter.go_back()
    entry.view.show_state.assert_not_called()
    entry.presenter.connect(ADDRESS, "secret")
    await entry.reaches(ConnectionPhase.CONNECTED)
    entry.presenter.offer()
    assert entry.state.can_return
    entry.open.side_effect = Unreachable("Events", "refused")
    entry.presenter.connect("https://other.example/connect", "secret")
    await entry.reaches(ConnectionPhase.FAILED)
    assert entry.state.can_return
    entry.presenter.go_back()
    assert (entry.state.phase, entry.state.address) == (ConnectionPhase.CONNECTED, ADDRESS)


async def test_a_sale_whose_token_ended_asks_for_another_and_can_be_gone_back_to(
    entry: Entry,
) -> None:
    entry.presenter.connect(ADDRESS, "secret")
    await entry.reaches(ConnectionPhase.CONNECTED)
    entry.presenter.sign_in_again()
    assert entry.state.phase is ConnectionPhase.FAILED
    assert entry.state.address == ADDRESS
    assert entry.state.can_return
    assert entry.state.notice == Notice.error(Code.SIGN_IN_AGAIN, address=ADDRESS)
    entry.presenter.go_back()
    await entry.reaches(ConnectionPhase.CONNECTED)
