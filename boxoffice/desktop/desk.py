"""The counter as it is set up: makes the whole program so at once, and keeps it."""

from __future__ import annotations

import asyncio
import logging
import platform
import sqlite3
import sys
from collections.abc import Awaitable, Callable, Iterable, Mapping
from importlib import metadata
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from boxoffice import __version__
from boxoffice.connect.probe.probe import Progress, Report
from boxoffice.desktop import settings
from boxoffice.desktop.sounds import Sounds
from boxoffice.domain.preferences import TEXT_SIZES, Preferences, Theme, keys_in_force
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.settings.state import About, Component, NotKept
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.theme import apply_theme, system_theme, text_size
from boxoffice.views.kit.translation import install_language, system_language
from boxoffice.views.window.main_window import MainWindow

_log = logging.getLogger(__name__)
_QT_LICENCE, _LETTERS = "LGPL-3.0-only", Component("Inter", "4", "OFL-1.1")
Look = Callable[[str, str, Callable[[Progress], None]], Awaitable[tuple[Report, str]]]


class CounterDesk(QObject):
    """What a person sets, done to the program.

    Args:
        language: that the window speaks now, whatever is chosen.
        name: the profile in which all is kept; empty to keep nothing.
        log: the file of the program's log; None where none is kept.
        test: asks a server whether it answers.
        look: looks at what a server answers; see `Desk.check`.
        show_place: shows who sells, and where.
        open_file: has the desktop show a file; False where nothing does.
    """

    def __init__(
        self,
        window: MainWindow,
        formats: LocaleFormats,
        sounds: Sounds,
        chosen: Preferences,
        language: str,
        name: str,
        log: Path | None,
        test: Callable[[str, str], Awaitable[None]],
        look: Look,
        show_place: Callable[[str], None],
        open_file: Callable[[Path], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._formats = formats
        self._sounds = sounds
        self._chosen = chosen
        self._language = language
        self._name = name
        self._log = log
        self._ask = test
        self._look = look
        self._show_place = show_place
        self._open_file = open_file
        self._service = ""
        self._components: tuple[Component, ...] = ()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        window.use_keys(_in_place(window, chosen.keys))
        window.use_order_width(chosen.order_width)

    def begin(self) -> Notice | None:
        """Dresses the program as it was set at the start; returns what cannot be so."""
        if self._chosen.text_size != text_size():
            return self._dress_anew()
        self._dress()
        return None

    def apply(self, preferences: Preferences) -> Notice | None:
        before, self._chosen = self._chosen, preferences
        doubt = None
        self._sounds.use(preferences.sounds)
        self._window.use_keys(_in_place(self._window, preferences.keys))
        is_new_language = preferences.language != before.language
        if is_new_language:
            self._language = preferences.language or system_language()
            install_language(_app(), self._language)
            self._formats.speak(self._language)
        if is_new_language or preferences.text_size != before.text_size:
            doubt = self._dress_anew()
        elif preferences.theme is not before.theme:
            self._dress()
        self._show_place(preferences.counter)
        return doubt

    async def keep(self, preferences: Preferences) -> bool:
        if not self._name:
            return False
        path = settings.settings_file()
        try:
            await asyncio.to_thread(settings.save_preferences, self._name, preferences, path)
        except settings.SettingsBroken as error:
            _log.warning("the settings could not be kept: %s", error)
            raise NotKept(str(error)) from error
        return True

    async def test(self, address: str, token: str) -> None:
        await self._ask(address, token)

    async def check(
        self, address: str, token: str, on_progress: Callable[[Progress], None]
    ) -> tuple[Report, str]:
        return await self._look(address, token, on_progress)

    async def save_dialect(self, text: str) -> Path:
        try:
            return await asyncio.to_thread(settings.save_dialect, text)
        except OSError as error:
            raise NotKept(error.strerror or str(error)) from error

    async def save_keys(self, keys: Mapping[str, str], path: Path) -> None:
        try:
            await asyncio.to_thread(settings.save_keys, keys, path)
        except settings.SettingsBroken as error:
            raise NotKept(str(error)) from error

    async def load_keys(self, path: Path) -> tuple[dict[str, str], tuple[Notice, ...]]:
        names = self._window.delivered_keys
        try:
            return await asyncio.to_thread(settings.load_keys, path, names)
        except settings.SettingsBroken as error:
            raise NotKept(str(error)) from error

    def note_service(self, version: str) -> None:
        """The version of the service that the window is connected to; empty for not known."""
        self._service = version

    def about(self) -> About:
        if not self._components:
            self._components = (
                Component("Qt", qVersion(), _QT_LICENCE),
                _LETTERS,
                *sorted(_bundled(), key=lambda each: each.name.lower()),
            )
        return About(
            __version__,
            f"{qVersion()} (PySide6 {pyside_version})",
            platform.python_version(),
            self._service,
            f"SQLite {sqlite3.sqlite_version}",
            str(self._log) if self._log is not None and self._log.exists() else "",
            self._components,
        )

    def copy_for_support(self, preferences: Preferences) -> None:
        QGuiApplication.clipboard().setText(self._for_support(preferences))

    def open_log(self) -> bool:
        if self._log is None:
            return False
        return self._open_file(self._log)

    # --- how it is done ---

    def _for_support(self, preferences: Preferences) -> str:
        """No address, no token, and no name: not even the counter's."""
        about, screen = self.about(), self._window.screen()
        room, window = screen.size(), self._window.size()
        theme = preferences.theme.dress(system_theme())
        keys = ", ".join(f"{name}={key or 'none'}" for name, key in preferences.keys.items())
        lines = (
            f"Boxoffice {about.program}",
            f"Qt {about.qt}, {QGuiApplication.platformName()}",
            f"Python {about.python} on {platform.platform()}",
            f"service {about.service or 'not known'}, database {about.sqlite}",
            f"screen {room.width()}x{room.height()} at {screen.devicePixelRatio():g}",
            f"window {window.width()}x{window.height()}, letters {text_size()} %",
            f"language {self._language}, theme {preferences.theme.value} ({theme})",
            f"text_size {preferences.text_size}, sounds {preferences.sounds.value}",
            f"print {preferences.prints}, card_reference {preferences.needs_reference}",
            f"open_tonight {preferences.opens_tonight}",
            f"keys {keys or 'as delivered'}",
        )
        return "\n".join(lines) + "\n"

    def _follow_system(self) -> None:
        if self._chosen.theme is Theme.SYSTEM:
            self._dress()

    def _dress(self, size: int | None = None) -> None:
        name = self._chosen.theme.dress(system_theme())
        apply_theme(_app(), name, size)
        self._window.set_palette_name(name)

    def _dress_anew(self) -> Notice | None:
        """In the letters chosen, or else the largest below them with which all has its place."""
        room = self._window.size().expandedTo(self._window.screen().availableSize())
        wanted = self._chosen.text_size
        shown = TEXT_SIZES[0]
        for shown in reversed([size for size in TEXT_SIZES if size <= wanted]):
            self._dress(shown)
            self._window.rebuild()
            if self._window.fits(room):
                break
        if shown == wanted:
            return None
        return Notice.warning(Code.TEXT_SIZE_BOUNDED, wanted=wanted, shown=shown)


def _in_place(window: MainWindow, own: Mapping[str, str]) -> dict[str, str]:
    return keys_in_force(window.delivered_keys, own)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 - there is a window
    return app


def _bundled() -> Iterable[Component]:
    """The libraries that the program has loaded, as they say themselves."""
    by_module = metadata.packages_distributions()
    loaded = {name.partition(".")[0] for name in sys.modules}
    names = {found for module in loaded for found in by_module.get(module, ())}
    for name in names - {"boxoffice"}:
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        yield Component(name, metadata.version(name), _licence(about))


def _licence(about: metadata.PackageMetadata) -> str:
    """What it says of its licence: a short expression, or the name in its classifiers."""
    for key in ("License-Expression", "License"):
        text = (about.get_all(key) or ("",))[0]
        if text and "\n" not in text and len(text) < 80:  # some put all of it there
            return str(text)
    classes = [c for c in about.get_all("Classifier") or () if c.startswith("License ::")]
    return classes[0].rpartition(" :: ")[2] if classes else ""
