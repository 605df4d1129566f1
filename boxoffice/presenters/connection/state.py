"""What the first page and the window of a refused start can show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from boxoffice.presenters.notices import Notice


class ConnectionPhase(Enum):
    OFFERING = "offering"  # no server configured: connect, or try the demo
    CONNECTING = "connecting"
    FAILED = "failed"
    CONNECTED = "connected"


@dataclass(frozen=True, slots=True)
class ConnectionState:
    """The way to a server. `can_return` says that a sale is open behind this page."""

    phase: ConnectionPhase = ConnectionPhase.OFFERING
    address: str = ""
    token_known: bool = False
    is_demo: bool = False
    can_return: bool = False
    notice: Notice | None = None


class ConnectionView(Protocol):
    def show_state(self, state: ConnectionState) -> None: ...


class WayOut(Enum):
    """What helps where the program cannot start."""

    PUT_ASIDE = "put the journal aside"
    NEWER_VERSION = "install the newer version again"
    CLOSE_OTHER = "close the program that uses the file"
    MAKE_ROOM = "make room on the disk"
    LET_WRITE = "let the user write there"
    MOVE_FILE = "move what is in the folder's place"
    OTHER_PROFILE = "name another profile"
    END_OTHER = "end the process that does not answer"
    CALL_FOR_HELP = "show it to an administrator"


@dataclass(frozen=True, slots=True)
class RefusedStart:
    """Why the program cannot start, and what helps.

    Attributes:
        path: of the file that it is about; empty where that is not known.
        line: in the file, counted from 1; 0 where it is about no line.
        pid: of the process that does not answer; 0 where it is not known.
        notice: what came of a button.
    """

    what: Notice
    way_out: WayOut
    path: str = ""
    line: int = 0
    pid: int = 0
    notice: Notice | None = None
