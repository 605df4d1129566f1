"""What the page of settings can show, and what stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Protocol

from boxoffice.connect.probe.probe import Progress, Report
from boxoffice.domain.preferences import Preferences
from boxoffice.presenters.notices import Notice


class SettingsPage(Enum):
    """The pages, in their order."""

    APPEARANCE = "appearance"
    COUNTER = "counter"
    SALE = "sale"
    KEYS = "keys"
    CONNECTION = "connection"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class KeyConflict:
    """That a key which was pressed for an action is another one's."""

    action: str
    key: str
    other: str


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What stands in the file and is an administrator's; it is shown, and not changed here.

    Attributes:
        file: the settings file.
        profile: which part of it this window works on; empty where nothing is kept.
        ca_file: certificates of the venue's own; empty for none.
        operations: how many operations the server has otherwise.
        dialect: how the server says the API.
    """

    file: str = ""
    profile: str = ""
    ca_file: str = ""
    operations: int = 0
    dialect: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    """Something the program is made with, and its licence."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class About:
    """What the program is.

    Attributes:
        service: the version of the service; empty where that is not known.
        sqlite: the version of what the journal is kept with.
        log: the file of the program's log; empty where none is kept.
    """

    program: str = ""
    qt: str = ""
    python: str = ""
    service: str = ""
    sqlite: str = ""
    log: str = ""
    components: tuple[Component, ...] = ()


@dataclass(frozen=True, slots=True)
class ConnectionCheck:
    """A look at what a server answers, and how it says it.

    Attributes:
        number, count: which of its calls is under way.
        operation: the name of that call.
        told: what it comes to.
        details: all that was seen, for whoever sets up the connection.
        can_save: a dialect was proposed, and can be written.
    """

    is_running: bool = False
    number: int = 0
    count: int = 0
    operation: str = ""
    told: Notice | None = None
    details: str = ""
    can_save: bool = False


@dataclass(frozen=True, slots=True)
class SettingsState:
    """The page of settings.

    Attributes:
        chosen: what holds now.
        keys: of every action, as they are in force.
        own_keys: the actions whose keys are not as delivered.
        conflict: what the clerk has to decide.
        address: of the server that the window is connected to.
        is_testing: a server is asked whether it answers.
        check: what a server answers, and how.
        mistakes: of the settings file, as the start has found them.
        notice: what came of the last step; `test` of the last test of a server.
    """

    is_shown: bool = False
    page: SettingsPage = SettingsPage.APPEARANCE
    chosen: Preferences = field(default_factory=Preferences)
    keys: Mapping[str, str] = field(default_factory=dict)
    own_keys: frozenset[str] = frozenset()
    conflict: KeyConflict | None = None
    can_undo: bool = False
    address: str = ""
    is_testing: bool = False
    test: Notice | None = None
    check: ConnectionCheck = field(default_factory=ConnectionCheck)
    notice: Notice | None = None
    mistakes: tuple[Notice, ...] = ()
    site: SiteSettings = field(default_factory=SiteSettings)
    about: About = field(default_factory=About)


class SettingsView(Protocol):
    def show_state(self, state: SettingsState) -> None: ...


class NotKept(Exception):
    """The settings or keys could not be written, or read; the text is the reason."""


class Desk(Protocol):
    """The counter that is set up. Implemented by `desktop/desk.py`."""

    def apply(self, preferences: Preferences) -> Notice | None:
        """Makes the whole program so at once; returns what of it could not be done."""
        ...

    async def keep(self, preferences: Preferences) -> bool:
        """Keeps it for the next start; False where this window keeps nothing.

        Raises:
            NotKept: with a reason.
        """
        ...

    async def test(self, address: str, token: str) -> None:
        """Asks a server whether it answers and accepts the token; without one, the known token.

        Raises:
            ConnectError: it does not.
        """
        ...

    async def check(
        self, address: str, token: str, on_progress: Callable[[Progress], None]
    ) -> tuple[Report, str]:
        """Looks at what a server answers; changes nothing. Where it is cancelled it returns what is
        known.

        Returns:
            What was seen, and the proposed dialect.
        """
        ...

    async def save_dialect(self, text: str) -> Path:
        """Writes a dialect beside the settings, under a name that is free. Raises NotKept."""
        ...

    async def save_keys(self, keys: Mapping[str, str], path: Path) -> None:
        """Writes keys into a file. Raises NotKept."""
        ...

    async def load_keys(self, path: Path) -> tuple[dict[str, str], tuple[Notice, ...]]:
        """The keys of a file, and what of it cannot be used. Raises NotKept."""
        ...

    def about(self) -> About:
        """What the program is, as known now."""
        ...

    def copy_for_support(self, preferences: Preferences) -> None:
        """Puts versions, platform, screen and settings on the clipboard, without secrets."""
        ...

    def open_log(self) -> bool:
        """Shows the program's log; False where nothing here opens it."""
        ...
