"""The settings on their real file: looked at, applied, kept, undone, and read again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from unittest.mock import create_autospec

import pytest

from boxoffice.connect import operations
from boxoffice.connect.errors import Unreachable
from boxoffice.connect.probe.probe import Progress, Report, Verdict
from boxoffice.desktop import settings
from boxoffice.domain.preferences import Preferences, SoundChoice, Theme, key_fault, keys_in_force
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.settings.presenter import SettingsPresenter
from boxoffice.presenters.settings.state import (
    About,
    KeyConflict,
    NotKept,
    SettingsState,
    SettingsView,
    SiteSettings,
)
from boxoffice.presenters.tasks import Tasks

KEYS = {"actionPay": "F9", "actionFindEvent": "F2", "actionRestart": ""}


class PaperDesk:
    """A counter of which only the settings file is real."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.applied: list[Preferences] = []
        self.answers = True
        self.checking = asyncio.Event()

    def apply(self, preferences: Preferences) -> Notice | None:
        self.applied.append(preferences)
        return None

    async def keep(self, preferences: Preferences) -> bool:
        try:
            settings.save_preferences("default", preferences, self.path)
        except settings.SettingsBroken as error:
            raise NotKept(str(error)) from error
        return True

    async def test(self, address: str, token: str) -> None:
        if not self.answers:
            raise Unreachable("nobody", "is there")

    async def check(
        self, address: str, token: str, on_progress: Callable[[Progress], None]
    ) -> tuple[Report, str]:
        assert (address, token) == ("https://a.example", "token")
        on_progress(Progress(operations.SEATS, 3, 24))
        try:
            await self.checking.wait()
        except asyncio.CancelledError:
            return Report(Verdict.BROKEN_OFF, lines=("Events GET: 200",)), ""
        return Report(Verdict.READY, lines=("all",)), "[names]\n"

    async def save_dialect(self, text: str) -> Path:
        assert text == "[names]\n"
        if not self.answers:
            raise NotKept("full")
        return Path("proposed-1.toml")

    async def save_keys(self, keys: Mapping[str, str], path: Path) -> None:
        settings.save_keys(keys, path)

    async def load_keys(self, path: Path) -> tuple[dict[str, str], tuple[Notice, ...]]:
        return settings.load_keys(path, KEYS)

    def about(self) -> About:
        return About("1")

    def copy_for_support(self, preferences: Preferences) -> None: ...

    def open_log(self) -> bool:
        return False


class Page:
    """The presenter, its view, and what it has kept."""

    def __init__(self, path: Path) -> None:
        self.view = create_autospec(SettingsView, instance=True)
        self.desk = PaperDesk(path)
        self.failed: list[Exception] = []
        self.tasks = Tasks(self.failed.append)
        chosen = settings.load_profile("default", path, KEYS).preferences
        self.made = SettingsPresenter(
            self.view, self.desk, self.tasks, chosen, KEYS, SiteSettings()
        )

    @property
    def state(self) -> SettingsState:
        state = self.view.show_state.call_args.args[0]
        assert isinstance(state, SettingsState)
        return state

    @property
    def conflict(self) -> KeyConflict | None:
        return self.state.conflict

    async def settled(self) -> SettingsState:
        while under_way := {*self.tasks._buying, *self.tasks._browsing.values()}:
            await asyncio.wait(under_way)
            await asyncio.sleep(0)  # their ends are noted
        assert self.failed == []
        return self.state

    def kept(self) -> Preferences:
        loaded = settings.load_profile("default", self.desk.path, KEYS)
        assert loaded.mistakes == ()
        return loaded.preferences


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text('# ours\n[profiles.default]\nserver = "https://a.example"\n', encoding="utf-8")
    return path


def test_what_is_set_holds_at_once_is_kept_and_can_be_undone(path: Path) -> None:
    async def work() -> None:
        page = Page(path)
        made = page.made
        made.open()
        made.set_theme(Theme.CONTRAST)
        made.set_text_size(150)
        made.set_language("de")
        made.set_counter("  Till \t 3 ")
        made.set_sounds(SoundChoice.OFF)
        made.set_printing(False)
        made.set_reference_needed(False)
        made.set_tonight(False)
        made.set_text_size(7)
        made.set_language("xx")
        assert (await page.settled()).notice == Notice.good(Code.PREFERENCES_KEPT)
        wanted = Preferences(
            "de",
            Theme.CONTRAST,
            150,
            "Till 3",
            {},
            SoundChoice.OFF,
            prints=False,
            needs_reference=False,
            opens_tonight=False,
        )
        assert page.desk.applied[-1] == page.kept() == wanted
        for _ in range(9):
            made.undo()
        assert not (await page.settled()).can_undo
        assert page.desk.applied[-1] == page.kept() == Preferences()

    asyncio.run(work())
    assert path.read_text(encoding="utf-8").startswith("# ours\n")
    assert settings.load_profile("default", path).profile.server == "https://a.example"


def test_a_key_of_another_action_is_settled_by_the_clerk(path: Path, tmp_path: Path) -> None:
    async def work() -> None:
        page = Page(path)
        made = page.made
        made.set_key("actionPay", "F2")
        assert page.conflict == KeyConflict("actionPay", "F2", "actionFindEvent")
        assert page.desk.applied == []
        made.leave_key()
        assert page.view.show_state.call_args.args[0].conflict is None
        made.set_key("actionPay", "F2")
        made.swap_keys()
        assert page.state.keys == {**KEYS, "actionPay": "F2", "actionFindEvent": "F9"}
        made.save_keys(tmp_path / "keys.toml")
        await page.settled()
        made.set_key("actionRestart", "F2")
        made.take_key()
        assert page.state.keys["actionPay"] == ""
        assert (await page.settled()).own_keys == set(KEYS)
        made.reset_keys()
        assert page.state.keys == KEYS
        made.load_keys(tmp_path / "keys.toml")
        assert (await page.settled()).keys["actionPay"] == "F2"
        assert keys_in_force(KEYS, page.kept().keys) == page.state.keys
        for key, code in (("Q", Code.KEY_TYPES), ("Ctrl+C", Code.KEY_FIXED)):
            made.set_key("actionPay", key)
            assert page.state.notice == Notice.warning(code, key=key)

    asyncio.run(work())


def test_a_server_is_tried_and_what_cannot_be_kept_is_said(path: Path, tmp_path: Path) -> None:
    async def work() -> None:
        page = Page(path)
        page.made.test_server("nowhere", "")
        assert (await page.settled()).test == Notice.error(
            Code.ADDRESS_NOT_VALID, address="nowhere"
        )
        page.made.test_server("https://a.example/", "token")
        told = (await page.settled()).test
        assert told is not None
        assert told.code is Code.SERVER_ANSWERS
        page.desk.answers = False
        page.made.test_server("https://a.example/", "token")
        told = (await page.settled()).test
        assert told is not None
        assert told.code is Code.UNREACHABLE
        assert not page.state.is_testing
        page.desk.path = tmp_path  # a folder
        page.made.set_theme(Theme.DARK)
        told = (await page.settled()).notice
        assert told is not None
        assert told.code is Code.PREFERENCES_NOT_KEPT
        assert page.desk.applied[-1].theme is Theme.DARK

    asyncio.run(work())


def test_how_a_server_says_the_api_is_looked_at(path: Path) -> None:
    async def work() -> None:
        page = Page(path)
        page.made.check_server("https://a.example/", "token ")
        await asyncio.sleep(0)
        check = page.state.check
        assert (check.is_running, check.number, check.count) == (True, 3, 24)
        assert check.operation == "GetSeat"
        page.made.stop_check()
        for _ in range(5):
            await asyncio.sleep(0)
        check = page.state.check
        assert check.told is not None
        assert check.told.code is Code.CHECK_STOPPED
        assert "Events GET: 200" in check.details
        assert not check.can_save
        page.desk.checking.set()
        page.made.check_server("https://a.example/", "token")
        check = (await page.settled()).check
        assert check.told is not None
        assert check.told.code is Code.CHECK_READY
        assert check.can_save
        for answers, code in ((True, Code.DIALECT_SAVED), (False, Code.DIALECT_NOT_SAVED)):
            page.desk.answers = answers
            page.made.save_dialect()
            told = (await page.settled()).check.told
            assert told is not None
            assert told.code is code
        page.made.check_server("nowhere", "")
        told = (await page.settled()).check.told
        assert told is not None
        assert told.code is Code.ADDRESS_NOT_VALID

    asyncio.run(work())


WRONG = """\
[profiles.default]
server = "https://a.example"
theme = "pink"
text_size = 300
print = "yes"
counter = "Till 3"
sounds = 3

[profiles.default.keys]
actionPay = "F2"
actionBest = "F2"
actionUndo = "Q"
actionFly = "F4"
actionKeep = 7

[profiles.broken
server = "https://evil.example"
"""


def test_a_mistake_costs_its_own_line_alone(path: Path) -> None:
    path.write_text(WRONG, encoding="utf-8")
    names = ("actionPay", "actionBest", "actionUndo", "actionKeep")
    loaded = settings.load_profile("default", path, names)
    assert sorted(mistake.line for mistake in loaded.mistakes) == [3, 4, 5, 7, 11, 12, 13, 14, 16]
    assert loaded.profile.server == "https://a.example"
    assert loaded.preferences == Preferences(counter="Till 3", keys={"actionPay": "F2"})
    twice = next(each for each in loaded.mistakes if each.line == 11)
    assert twice.notice.code is Code.KEY_TWICE


@pytest.mark.parametrize(
    ("key", "is_usable"),
    [("F9", True), ("Shift+F6", True), ("Ctrl+,", True), ("Ctrl++", True), ("Alt+1", True)]
    + [(key, False) for key in ("", "A", "Shift+A", "+", "Ctrl+", "Nonsense", "Ctrl+1", "Alt+S")],
)
def test_which_keys_an_action_can_have(key: str, is_usable: bool) -> None:
    assert (key_fault(key) is None) == is_usable
