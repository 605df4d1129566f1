"""The settings: each is looked at, applied at once, kept for the next start, and can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from boxoffice.connect.client import AddressNotValid, checked_address
from boxoffice.connect.errors import ConnectError
from boxoffice.connect.probe.probe import Progress, Report, Verdict
from boxoffice.domain.closed_sets import complete
from boxoffice.domain.language import LANGUAGES
from boxoffice.domain.preferences import (
    LONGEST_COUNTER,
    ORDER_WIDTHS,
    TEXT_SIZES,
    KeyFault,
    Preferences,
    SoundChoice,
    Theme,
    key_fault,
    keys_in_force,
)
from boxoffice.presenters.faults import notice_of
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.settings.state import (
    ConnectionCheck,
    Desk,
    KeyConflict,
    NotKept,
    SettingsPage,
    SettingsState,
    SettingsView,
    SiteSettings,
)
from boxoffice.presenters.tasks import Tasks

_FAULTS = complete(
    KeyFault,
    {
        KeyFault.NO_KEY: Code.KEY_UNUSABLE,
        KeyFault.TYPES: Code.KEY_TYPES,
        KeyFault.FIXED: Code.KEY_FIXED,
    },
)


_CHECK = "check server"
_PROPOSES = (Verdict.READY, Verdict.IN_PART, Verdict.NO_EVENTS)


class SettingsPresenter:
    """The settings of one window.

    Args:
        delivered: the key of every action as the program is delivered.
        mistakes: what the start has found wrong in the settings file.

    Attributes:
        chosen: what holds now.
    """

    def __init__(
        self,
        view: SettingsView,
        desk: Desk,
        tasks: Tasks,
        chosen: Preferences,
        delivered: Mapping[str, str],
        site: SiteSettings,
        mistakes: tuple[Notice, ...] = (),
    ) -> None:
        self._view = view
        self._desk = desk
        self._tasks = tasks
        self._delivered = dict(delivered)
        self._before: list[Preferences] = []
        self.chosen = chosen
        self._proposal = ""
        self._checks = 0
        self._state = SettingsState(mistakes=mistakes, site=site)

    # --- the page ---

    def open(self) -> None:
        """Shows the page, over whatever is shown; that stays as it is."""
        self._show(is_shown=True, about=self._desk.about(), notice=None)

    def close(self) -> None:
        self._show(is_shown=False, conflict=None, notice=None, test=None)

    def turn_to(self, page: SettingsPage) -> None:
        """Another page of the settings."""
        self._show(page=page, notice=None, conflict=None, about=self._desk.about())

    def open_about(self) -> None:
        """The settings, at what the program is."""
        self.turn_to(SettingsPage.ABOUT)
        self.open()

    def show_server(self, address: str) -> None:
        """The window is connected to this server now."""
        self._show(address=address, test=None)

    def show_again(self) -> None:
        """Shows all of it anew, to a view that is made anew."""
        self._show()

    # --- what is set ---

    def set_language(self, language: str) -> None:
        """One of LANGUAGES; empty for the system's."""
        if not language or language in LANGUAGES:
            self._set(language=language)

    def set_theme(self, theme: Theme) -> None:
        self._set(theme=theme)

    def set_text_size(self, size: int) -> None:
        """One of TEXT_SIZES."""
        if size in TEXT_SIZES:
            self._set(text_size=size)

    def set_counter(self, name: str) -> None:
        """What this place of sale is called; empty for the machine's name."""
        plain = " ".join(name.split())
        if len(plain) > LONGEST_COUNTER:
            self._show(notice=Notice.warning(Code.COUNTER_TOO_LONG, most=LONGEST_COUNTER))
        else:
            self._set(counter=plain)

    def set_sounds(self, sounds: SoundChoice) -> None:
        self._set(sounds=sounds)

    def set_printing(self, prints: bool) -> None:
        """Whether the summary of a sale prints by itself."""
        self._set(prints=prints)

    def set_reference_needed(self, is_needed: bool) -> None:
        """Whether a payment by card needs the reference of the terminal."""
        self._set(needs_reference=is_needed)

    def set_tonight(self, opens: bool) -> None:
        """Whether the event that people come for is open at the start."""
        self._set(opens_tonight=opens)

    def note_order_width(self, width: int) -> None:
        """How wide the clerk has made the order: it is so already, and is kept without a word."""
        if width in ORDER_WIDTHS and width != self.chosen.order_width:
            self.chosen = replace(self.chosen, order_width=width)
            self._before = [replace(each, order_width=width) for each in self._before]
            self._tasks.buy(self._keep_quietly(self.chosen))

    def undo(self) -> None:
        """Takes back the last change."""
        if self._before:
            self._become(self._before.pop())

    # --- keys ---

    def set_key(self, action: str, key: str) -> None:
        """Gives an action the key that was pressed for it; asks, where it is another one's."""
        keys = keys_in_force(self._delivered, self.chosen.keys)
        if action not in keys:
            return
        fault = key_fault(key)
        if fault is not None:
            self._show(notice=Notice.warning(_FAULTS[fault], key=key), conflict=None)
            return
        other = next((name for name, each in keys.items() if each == key and name != action), "")
        if other:
            self._show(conflict=KeyConflict(action, key, other), notice=None)
        else:
            self._set_keys({**keys, action: key})

    def swap_keys(self) -> None:
        """Of a conflict: each action gets the other's key."""
        conflict = self._state.conflict
        if conflict is not None:
            keys = keys_in_force(self._delivered, self.chosen.keys)
            keys[conflict.other], keys[conflict.action] = keys[conflict.action], conflict.key
            self._set_keys(keys)

    def take_key(self) -> None:
        """Of a conflict: the action gets the key, and the other has none any more."""
        conflict = self._state.conflict
        if conflict is not None:
            keys = keys_in_force(self._delivered, self.chosen.keys)
            keys[conflict.other], keys[conflict.action] = "", conflict.key
            self._set_keys(keys)

    def leave_key(self) -> None:
        """Of a conflict: all stays as it was."""
        self._show(conflict=None)

    def clear_key(self, action: str) -> None:
        """The action has no key any more; it is in the menu still."""
        keys = keys_in_force(self._delivered, self.chosen.keys)
        if action in keys:
            self._set_keys({**keys, action: ""})

    def reset_key(self, action: str) -> None:
        """The key that the action is delivered with; asks, where it is another one's by now."""
        key = self._delivered.get(action, "")
        if key:
            self.set_key(action, key)
        else:
            self.clear_key(action)

    def reset_keys(self) -> None:
        """All keys as delivered."""
        self._set_keys(self._delivered)

    def save_keys(self, path: Path) -> None:
        """Writes the keys into a file, for another counter."""
        self._tasks.browse("save keys", self._save_keys(path))

    def load_keys(self, path: Path) -> None:
        """Takes over the keys of a file."""
        self._tasks.browse("load keys", self._load_keys(path))

    # --- connection, about ---

    def test_server(self, address: str, token: str) -> None:
        """Asks a server whether it answers and accepts the token; nothing is changed by it."""
        self._tasks.browse("test server", self._test(address, token.strip()))

    def check_server(self, address: str, token: str) -> None:
        """Looks at what a server answers, and how it says it; nothing is changed by it."""
        self._tasks.browse(_CHECK, self._check(address, token.strip()))

    def stop_check(self) -> None:
        """Ends the look at a server, with what is known."""
        self._tasks.stop(_CHECK)

    def save_dialect(self) -> None:
        """Writes the dialect that was proposed."""
        self._tasks.browse("save dialect", self._save_dialect(self._proposal))

    def copy_for_support(self) -> None:
        self._desk.copy_for_support(self.chosen)
        self._show(notice=Notice.good(Code.SUPPORT_COPIED))

    def open_log(self) -> None:
        is_open = self._desk.open_log()
        self._show(notice=None if is_open else Notice.warning(Code.NOT_OPENED))

    # --- how it is done ---

    def _set(self, **values: Any) -> None:
        """Takes over what was chosen, where it is something else."""
        wanted = replace(self.chosen, **values)
        if wanted != self.chosen:
            self._before.append(self.chosen)
            self._become(wanted)

    def _set_keys(self, keys: Mapping[str, str]) -> None:
        own = {name: key for name, key in keys.items() if key != self._delivered[name]}
        self._show(conflict=None)
        self._set(keys=own)

    def _become(self, wanted: Preferences) -> None:
        self.chosen = wanted
        doubt = self._desk.apply(wanted)
        self._show(conflict=None, notice=doubt)
        self._tasks.buy(self._keep(wanted, doubt))  # in their order, also at the end

    async def _keep(self, wanted: Preferences, doubt: Notice | None) -> None:
        try:
            is_kept = await self._desk.keep(wanted)
        except NotKept as error:
            self._show(notice=Notice.warning(Code.PREFERENCES_NOT_KEPT, reason=str(error)))
            return
        code = Code.PREFERENCES_KEPT if is_kept else Code.PREFERENCES_HERE
        self._show(notice=doubt or Notice.good(code))

    async def _keep_quietly(self, wanted: Preferences) -> None:
        with suppress(NotKept):  # the log has it; the page of settings says it of what is set there
            await self._desk.keep(wanted)

    async def _save_keys(self, path: Path) -> None:
        keys = keys_in_force(self._delivered, self.chosen.keys)
        try:
            await self._desk.save_keys(keys, path)
        except NotKept as error:
            self._show(notice=Notice.warning(Code.KEYS_NOT_SAVED, reason=str(error)))
        else:
            self._show(notice=Notice.good(Code.KEYS_SAVED, path=str(path)))

    async def _load_keys(self, path: Path) -> None:
        try:
            keys, mistakes = await self._desk.load_keys(path)
        except NotKept as error:
            self._show(notice=Notice.warning(Code.SETTING_WRONG, reason=str(error)))
            return
        self._set_keys(keys_in_force(self._delivered, keys))
        first = mistakes[0] if mistakes else Notice.good(Code.KEYS_TAKEN_OVER, path=str(path))
        self._show(notice=first)

    async def _test(self, address: str, token: str) -> None:
        try:
            address = checked_address(address)
        except AddressNotValid:
            self._show(test=Notice.error(Code.ADDRESS_NOT_VALID, address=address))
            return
        self._show(is_testing=True, test=None)
        try:
            await self._desk.test(address, token)
        except ConnectError as error:
            self._show(is_testing=False, test=notice_of(error, address))
        else:
            told = Notice.good(Code.SERVER_ANSWERS, address=address)
            self._show(is_testing=False, test=told)

    async def _check(self, address: str, token: str) -> None:
        try:
            address = checked_address(address)
        except AddressNotValid:
            told = Notice.error(Code.ADDRESS_NOT_VALID, address=address)
            self._show(check=ConnectionCheck(told=told))
            return
        self._checks = number = self._checks + 1
        self._show(check=ConnectionCheck(is_running=True), test=None)
        report, proposal = await self._desk.check(address, token, self._note_progress)
        if number != self._checks:  # another has begun meanwhile
            return
        self._proposal = proposal
        check = ConnectionCheck(
            told=_told_of(report, address),
            details=report.text(),
            can_save=report.verdict in _PROPOSES,
        )
        self._show(check=check)

    def _note_progress(self, progress: Progress) -> None:
        name = progress.operation.name
        check = ConnectionCheck(
            is_running=True, number=progress.number, count=progress.count, operation=name
        )
        self._show(check=check)

    async def _save_dialect(self, text: str) -> None:
        try:
            path = await self._desk.save_dialect(text)
        except NotKept as error:
            told = Notice.warning(Code.DIALECT_NOT_SAVED, reason=str(error))
        else:
            told = Notice.good(Code.DIALECT_SAVED, path=str(path), name=path.name)
        self._show(check=replace(self._state.check, told=told))

    def _show(self, **values: Any) -> None:
        keys = keys_in_force(self._delivered, self.chosen.keys)
        self._state = replace(
            self._state,
            chosen=self.chosen,
            keys=keys,
            own_keys=frozenset(n for n, key in keys.items() if key != self._delivered[n]),
            can_undo=bool(self._before),
            **values,
        )
        self._view.show_state(self._state)


_OUTCOMES = complete(
    Verdict,
    {
        Verdict.READY: (Notice.good, Code.CHECK_READY),
        Verdict.IN_PART: (Notice.warning, Code.CHECK_IN_PART),
        Verdict.NO_EVENTS: (Notice.warning, Code.CHECK_NO_EVENTS),
        Verdict.BROKEN_OFF: (Notice.info, Code.CHECK_STOPPED),
        Verdict.WEB_PAGE: (Notice.error, Code.NOT_A_CONNECT_SERVER),
        Verdict.FOREIGN: (Notice.error, Code.NOT_A_CONNECT_SERVER),
        Verdict.OTHER_PATHS: (Notice.error, Code.CHECK_PATHS),
        Verdict.NOT_REACHED: (Notice.error, Code.UNREACHABLE),
        Verdict.SILENT: (Notice.error, Code.CHECK_SILENT),
        Verdict.SIGNED_OUT: (Notice.error, Code.SIGNED_OUT),
        Verdict.SECOND_FACTOR: (Notice.error, Code.SECOND_FACTOR),
        Verdict.ERRORS_ALONE: (Notice.error, Code.CHECK_ERRORS),
    },
)


def _told_of(report: Report, address: str) -> Notice:
    """What a look at a server comes to."""
    made, code = _OUTCOMES[report.verdict]
    return made(code, address=address, count=len(report.problems), reason=report.reason)
