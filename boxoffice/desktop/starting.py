"""The way into the window: one for each journal, its settings, its journal; what refuses is shown.

Nothing here ends in a traceback. A window says what is wrong, where, and what helps, where one can
be shown; standard error has it in one line, and the exit code is 3.
"""

from __future__ import annotations

import asyncio
import logging
import os
import platform
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from boxoffice import __version__, logs
from boxoffice.desktop import settings
from boxoffice.desktop.app import Options, qt_application, run_in_qt, until_closed
from boxoffice.desktop.instance import Instance, NotAnswering, OpenAlready
from boxoffice.desktop.settings import NoProfile
from boxoffice.domain.closed_sets import complete
from boxoffice.journal.aside import put_aside
from boxoffice.journal.opening import FileFailed, Trouble
from boxoffice.presenters.connection.state import RefusedStart, WayOut
from boxoffice.presenters.notices import Code, Notice
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.translation import system_language
from boxoffice.views.window.refused_start import RefusedStartWindow
from boxoffice.views.window.scenes import ACTIONS

_log = logging.getLogger(__name__)
_DONE, _CANNOT_START = 0, 3
_DEMO = "demo"  # the profile in which the demo keeps what is set
_PATIENCE, _PATIENCE_AGAIN = 10.0, 3.0  # seconds that another process may take to show its window
_NOBODY_LOOKS = ("offscreen", "minimal")
_TROUBLES = complete(
    Trouble,
    {
        Trouble.DAMAGED: (Code.JOURNAL_DAMAGED, WayOut.PUT_ASIDE),
        Trouble.NOT_OURS: (Code.JOURNAL_NOT_OURS, WayOut.PUT_ASIDE),
        Trouble.NEWER: (Code.JOURNAL_NEWER, WayOut.NEWER_VERSION),
        Trouble.LOCKED: (Code.JOURNAL_LOCKED, WayOut.CLOSE_OTHER),
        Trouble.DISK_FULL: (Code.DISK_FULL, WayOut.MAKE_ROOM),
        Trouble.NOT_WRITABLE: (Code.NOT_WRITABLE, WayOut.LET_WRITE),
        Trouble.NO_FOLDER: (Code.NO_FOLDER, WayOut.MOVE_FILE),
        Trouble.OTHER: (Code.FILE_FAILED, WayOut.CALL_FOR_HELP),
    },
)
Begin = Callable[["Front", tuple[Notice, ...]], int]


def open_window(server: str, profile: str, language: str | None) -> int:
    """The window on a configured server; with none it offers to connect, or to try the demo.
    Returns the exit code."""
    journal = settings.data_folder() / "journal.sqlite"

    def begin(front: Front, told: tuple[Notice, ...]) -> int:
        is_named = profile != "default" and not server
        known = _loaded(profile, must_exist=is_named)
        address = server or known.profile.server
        words = language or known.profile.language or system_language()
        site = replace(known.profile, server=address)
        options = Options(
            journal, words, profile=profile, site=site, told=told, **_set_up(known, journal)
        )
        return run_in_qt(words, partial(until_closed, options, address, front.show))

    return _started(journal, language, begin)


def open_demo(service_words: Sequence[str], language: str | None) -> int:
    """A service with a demo venue, and the window on it. Returns the exit code."""
    journal = settings.data_folder() / "demo-journal.sqlite"

    def begin(front: Front, told: tuple[Notice, ...]) -> int:
        known = _loaded(_DEMO)
        words = language or known.preferences.language or system_language()
        demo = tuple(service_words)
        options = Options(journal, words, demo_words=demo, told=told, **_set_up(known, journal))
        return run_in_qt(words, partial(until_closed, options, None, front.show))

    return _started(journal, language, begin)


def _loaded(profile: str, *, must_exist: bool = False) -> settings.Loaded:
    """What the settings file says, as far as it can be used; the rest is said, and in nobody's
    way."""
    path = settings.settings_file()
    known = settings.load_profile(profile, path, ACTIONS, must_exist=must_exist)
    for mistake in known.mistakes:
        _say(str(mistake))
    return known


def _set_up(known: settings.Loaded, journal: Path) -> dict[str, Any]:
    return {
        "preferences": known.preferences,
        "mistakes": tuple(mistake.told for mistake in known.mistakes),
        "kept_in": known.profile.name,
        "log": _log_beside(journal),
        "open_file": _is_opened,
    }


def _is_opened(path: Path) -> bool:
    """Has the desktop show a file or a folder; False where nothing does."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _log_beside(journal: Path) -> Path:
    return journal.with_name(f"{journal.stem.replace('journal', 'boxoffice')}.log")


class Front:
    """The window that another start brings up."""

    def __init__(self) -> None:
        self._window: QWidget | None = None

    def show(self, window: QWidget | None) -> None:
        """From now on it is this one; None for none."""
        self._window = window

    def bring_up(self, token: str) -> bool:
        """Shows the window before all others, with the keyboard; False where there is none, as it
        is not there yet, or is just closing.

        Args:
            token: what the desktop gives to a program that may raise its window; or empty.
        """
        window = self._window
        if window is None:
            return False
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks when it activates
        state = window.windowState() & ~Qt.WindowState.WindowMinimized
        window.setWindowState(state | Qt.WindowState.WindowActive)
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)
        return True


def _started(journal: Path, language: str | None, begin: Begin) -> int:
    """Begins as often as somebody wants to try it; nothing is read before the journal is ours."""
    front, patience = Front(), _PATIENCE
    told: tuple[Notice, ...] | None = ()
    with ExitStack() as at_the_end:
        is_ours = False
        while told is not None:
            try:
                if not is_ours:
                    _claim(journal, patience, front, at_the_end)
                    is_ours = True
                    _keep_a_log(journal, at_the_end)
                return begin(front, told)
            except OpenAlready:
                _say("it is open already; its window is in front now")
                return _DONE
            except (NotAnswering, FileFailed, NoProfile) as error:
                _say(str(error))
                told = _asked(refused_start(error), language, front)
                patience = _PATIENCE_AGAIN
    return _CANNOT_START


def _claim(journal: Path, patience: float, front: Front, at_the_end: ExitStack) -> None:
    """Closes the folders to others, and makes this the only process with the journal.

    Raises:
        OpenAlready, NotAnswering: it is not the only one.
        FileFailed: the folder cannot be used.
    """
    try:
        settings.claim_folders()
        instance = Instance(journal.with_suffix(".lock"), patience)
    except OSError as error:
        raise FileFailed.of(Path(error.filename or journal.parent), error) from error
    at_the_end.callback(instance.release)
    qt_application()
    instance.listen(front.bring_up)


def _keep_a_log(journal: Path, at_the_end: ExitStack) -> None:
    """The log of the day lies beside the journal; a sale does not need it."""
    path = _log_beside(journal)
    try:
        at_the_end.enter_context(logs.kept_in(path))
        _log.info("version %s begins on %s", __version__, platform.platform())
        at_the_end.callback(_log.info, "it ends")
    except OSError as error:
        _log.warning("no log is kept in %s: %s", path, error.strerror)


def refused_start(error: NotAnswering | FileFailed | NoProfile) -> RefusedStart:
    """What is shown of an error that keeps the program from starting."""
    if isinstance(error, NotAnswering):
        return RefusedStart(Notice.error(Code.NOT_ANSWERING), WayOut.END_OTHER, pid=error.pid)
    if isinstance(error, NoProfile):
        return RefusedStart(error.notice, WayOut.OTHER_PROFILE, str(error.path))
    code, way = _TROUBLES[error.trouble]
    path = error.path or settings.data_folder()
    what = Notice.error(code, reason=str(error))
    return RefusedStart(what, way, str(_place_of(path, error.trouble)))


def _place_of(path: Path, trouble: Trouble) -> Path:
    """The file it is about; of a folder that cannot be made what is in its way, or which cannot be
    written to."""
    if trouble not in (Trouble.NO_FOLDER, Trouble.NOT_WRITABLE):
        return path
    if path.exists() and not os.access(path, os.W_OK):
        return path
    return next((each for each in (path, *path.parents)[1:] if each.exists()), path)


def _asked(refused: RefusedStart, language: str | None, front: Front) -> tuple[Notice, ...] | None:
    """Shows why, where somebody can see it. What is to be told when it is tried again; None where
    it is given up."""
    qt_application()
    if QGuiApplication.platformName() in _NOBODY_LOOKS:
        return None
    words = language or system_language()
    told: list[tuple[Notice, ...] | None] = []

    async def ask() -> int:
        told.append(await Asking(refused, words, front).answer())
        return _DONE

    run_in_qt(words, ask)
    return told[0] if told else None


class Asking:
    """Shows a start that is refused, until it is tried again or given up.

    Attributes:
        window: what is shown.
    """

    def __init__(self, refused: RefusedStart, language: str, front: Front) -> None:
        self._told: tuple[Notice, ...] | None = None
        self.window = RefusedStartWindow(LocaleFormats(language))
        self._refused = refused
        self._front = front
        self._done = asyncio.Event()
        self.window.again_asked.connect(self._again)
        self.window.open_asked.connect(self._open)
        self.window.aside_asked.connect(self._put_aside)
        self.window.closed.connect(self._done.set)

    async def answer(self) -> tuple[Notice, ...] | None:
        """What is to be told when it is tried again; None where it is given up."""
        self.window.show_state(self._refused)
        middle = self.window.screen().availableGeometry().center()
        self.window.move(middle - self.window.rect().center())
        self._front.show(self.window)
        self._front.bring_up("")
        await self._done.wait()
        self._front.show(None)
        self.window.deleteLater()
        return self._told

    def _again(self) -> None:
        self._end(())

    def _put_aside(self) -> None:
        try:
            aside = put_aside(Path(self._refused.path), datetime.now().astimezone())
        except OSError as error:
            reason = error.strerror or str(error)
            self._tell(Notice.error(Code.NOT_PUT_ASIDE, reason=reason))
        else:
            self._end((Notice.warning(Code.JOURNAL_ASIDE, path=str(aside)),))

    def _open(self) -> None:
        path = Path(self._refused.path)
        is_text = self._refused.way_out is WayOut.OTHER_PROFILE
        place = path if is_text or path.is_dir() else path.parent
        if not _is_opened(place):
            self._tell(Notice.warning(Code.NOT_OPENED))

    def _tell(self, notice: Notice) -> None:
        self.window.show_state(replace(self._refused, notice=notice))

    def _end(self, told: tuple[Notice, ...]) -> None:
        self._told = told
        self.window.close()


def _say(text: str) -> None:
    print(f"boxoffice: {text}", file=sys.stderr)  # noqa: T201 - the command's own voice
