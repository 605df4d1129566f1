"""What is heard of a sale: by the system's own player in a process of its own, else the bell.

Nothing waits for a sound, and nothing but the sound is lost where there is no player.
"""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QApplication

from boxoffice.domain.preferences import SoundChoice

_log = logging.getLogger(__name__)
_LONGEST = 3_000  # ms
_FOLDER = Path("/usr/share/sounds/freedesktop/stereo")
_MACOS = Path("/System/Library/Sounds")


class Sound(Enum):
    """What is heard."""

    SALE_DONE = "sale done"
    SEAT_LOST = "seat lost"

    @property
    def freedesktop(self) -> str:
        """Its name among the sounds of a Linux desktop."""
        match self:
            case Sound.SALE_DONE:
                return "complete"
            case Sound.SEAT_LOST:
                return "dialog-warning"
            case _:
                assert_never(self)

    @property
    def macos(self) -> str:
        """Its name among those of macOS."""
        match self:
            case Sound.SALE_DONE:
                return "Glass"
            case Sound.SEAT_LOST:
                return "Basso"
            case _:
                assert_never(self)


class Sounds(QObject):
    """Plays sounds, where the clerk or else the desktop wants them."""

    def __init__(self, choice: SoundChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._of_system: bool | None = None

    def use(self, choice: SoundChoice) -> None:
        """From now on they are on, off, or as the system says."""
        self._choice = choice

    def play(self, sound: Sound) -> None:
        """Has it heard, without waiting for it."""
        if self._choice is SoundChoice.SYSTEM and self._of_system is None:
            self._ask_system(sound)
        elif self._choice.is_on(bool(self._of_system)):
            self._start(sound)

    def _start(self, sound: Sound) -> None:
        command = player(sound)
        if not command:
            QApplication.beep()
            return
        process = self._process()
        process.finished.connect(process.deleteLater)
        process.start(command[0], list(command[1:]))

    def _ask_system(self, sound: Sound) -> None:
        """Asks the desktop once, in a process of its own; what cannot be asked wants none."""
        self._of_system = False
        command = shutil.which("gsettings")
        if command is None or not sys.platform.startswith("linux"):
            return
        process = self._process()

        def hear() -> None:
            self._of_system = b"true" in process.readAllStandardOutput().data()
            process.deleteLater()
            self.play(sound)

        process.finished.connect(hear)
        process.start(command, ["get", "org.gnome.desktop.sound", "event-sounds"])

    def _process(self) -> QProcess:
        """A process that does not outlive its time."""
        process = QProcess(self)
        process.errorOccurred.connect(lambda error: _log.info("no sound: %s", error.name))
        QTimer.singleShot(_LONGEST, process, process.kill)
        return process


def player(sound: Sound) -> Sequence[str]:
    """The command that plays it here; empty where there is none."""
    if sys.platform == "darwin":
        return ("afplay", str(_MACOS / f"{sound.macos}.aiff"))
    own = shutil.which("canberra-gtk-play")
    if own:
        return (own, "-i", sound.freedesktop)
    path = _FOLDER / f"{sound.freedesktop}.oga"
    other = shutil.which("paplay") or shutil.which("pw-play")
    return (other, str(path)) if other and path.is_file() else ()
