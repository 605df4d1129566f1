"""What a workstation remembers: its servers and preferences by profile in a file, its tokens in the
keyring. A mistake in the file costs its own line alone: the rest holds, and selling goes on."""

from __future__ import annotations

import itertools
import logging
import os
import re
import ssl
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import keyring
import keyring.backends.fail
import platformdirs
import tomlkit
from tomlkit.exceptions import ParseError, TOMLKitError

from boxoffice import private_files
from boxoffice.connect.client import (
    CONTRACT,
    AddressNotValid,
    Dialect,
    DialectNotValid,
    NotValid,
    Operation,
    checked_address,
    load_dialect,
    read_operations,
)
from boxoffice.domain.language import LANGUAGES
from boxoffice.domain.preferences import (
    ORDER_WIDTHS,
    TEXT_SIZES,
    KeyFault,
    Preferences,
    SoundChoice,
    Theme,
    key_fault,
)
from boxoffice.presenters.notices import Code, Notice

_log = logging.getLogger(__name__)
_SERVICE = "boxoffice"
TOKEN_VARIABLE = "BOXOFFICE_TOKEN"  # noqa: S105
_TEXTS = ("server", "language", "counter", "ca_file", "dialect")
_CHOICES: Mapping[str, type[Enum]] = {"theme": Theme, "sounds": SoundChoice}
_SWITCHES = {
    "print": "prints",
    "card_reference": "needs_reference",
    "open_tonight": "opens_tonight",
}
_KNOWN = (*_TEXTS, *_CHOICES, "text_size", "order_width", *_SWITCHES, "keys", "operations")
_MOST_MISTAKES = 20  # that are looked for
T = TypeVar("T")
# What lies in our folders and is nobody else's.
_PRIVATE = ("settings.toml", "*.sqlite", "events-*.json", "*.lock", "*.log", "*.log.*")
_MEANT = {Code.SETTING_UNKNOWN: Code.SETTING_MISTYPED, Code.PROFILE_UNKNOWN: Code.PROFILE_MISTYPED}
_AT = re.compile(r" \(at (?:line \d+, column \d+|end of document)\)$")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)$")


class SettingsBroken(Exception):
    """The settings cannot be used; the text names the file, and the line where that is known.

    Attributes:
        path: the file.
        line: counted from 1; 0 where it is not known.
        notice: what is wrong, for the clerk.
    """

    def __init__(self, path: Path, reason: str, notice: Notice, line: int = 0) -> None:
        place = f"{path}, line {line}" if line else str(path)
        super().__init__(f"{place}: {reason}")
        self.path = path
        self.line = line
        self.notice = notice

    @property
    def told(self) -> Notice:
        """The mistake with its place, for where it does not stand in the way."""
        place = {"file": self.path.name, "line": self.line, "what": self.notice}
        code = Code.MISTAKE_IN_LINE if self.line else Code.MISTAKE_IN_FILE
        return Notice.warning(code, **place)


class NoProfile(SettingsBroken):
    """The profile that was asked for is not in the file."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One server this workstation sells on. Empty texts are not set.

    Attributes:
        counter: what this place of sale is called; empty for the machine's name.
        ca_file: certificates of the venue's own, in PEM; None for the system's alone.
        dialect: how this server says the API.
    """

    name: str = "default"
    server: str = ""
    language: str = ""
    counter: str = ""
    ca_file: Path | None = None
    dialect: Dialect = CONTRACT


def settings_file() -> Path:
    """`settings.toml` in the user's configuration folder, or in BOXOFFICE_HOME."""
    return _folder("BOXOFFICE_HOME", platformdirs.user_config_path("boxoffice")) / "settings.toml"


def data_folder() -> Path:
    """Where the journal lies: the user's data folder, or BOXOFFICE_HOME."""
    return _folder("BOXOFFICE_HOME", platformdirs.user_data_path("boxoffice"))


def claim_folders() -> None:
    """Makes the data folder, and closes both folders and what lies in them to other users.

    Raises:
        OSError: the data folder cannot be made.
    """
    private_files.claim_folder(data_folder(), *_PRIVATE)
    configured = settings_file().parent
    if configured.is_dir():
        private_files.claim_folder(configured, *_PRIVATE)


def _folder(variable: str, default: Path) -> Path:
    return Path(os.environ[variable]) if os.environ.get(variable) else default


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the file says, as far as it can be used.

    Attributes:
        mistakes: what cannot, each with its line; defaults hold there.
    """

    profile: Profile
    preferences: Preferences = field(default_factory=Preferences)
    mistakes: tuple[SettingsBroken, ...] = ()


def load_profile(
    name: str, path: Path, actions: Iterable[str] | None = None, *, must_exist: bool = False
) -> Loaded:
    """The named profile; an empty one where it is not in the file.

    Args:
        actions: whose keys may be set; None where that is not known.
        must_exist: where the file has profiles, this is one of them.

    Raises:
        NoProfile: it is not there although it must be.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Loaded(Profile(name))
    except (OSError, UnicodeDecodeError) as error:
        return Loaded(Profile(name), mistakes=(_unreadable(path, error),))
    reader = _Reader(path, text)
    return reader.read(name, actions, must_exist=must_exist)


class _Wrong(Exception):
    """Something that cannot be used; `place` are the keys that lead to it."""

    def __init__(self, place: tuple[str, ...], words: str, code: Code, /, **params: object) -> None:
        super().__init__(words)
        self.place = place
        self.notice = Notice.error(code, **params)

    def line_in(self, text: str) -> int:
        return _line_of(text, self.place) if self.place else 0


class _Mistyped(_Wrong):
    """An unknown name."""

    def line_in(self, text: str) -> int:
        return _line_of_name(text, self.place) if self.place else 0


class _Reader:
    """Reads a file, and notes what is wrong in it."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._mistakes: list[SettingsBroken] = []
        self._text, self._content = self._toml(text)

    def read(self, name: str, actions: Iterable[str] | None, *, must_exist: bool) -> Loaded:
        self._note_unknown(self._content, (), ("profiles",))
        profiles: Mapping[str, Any] = self._try(lambda: _table(self._content, ("profiles",)), {})
        for each in profiles:  # a server above them all, without a name
            self._try(partial(_table, profiles, ("profiles", each)), profiles)
        if must_exist and profiles and name not in profiles:
            wrong = _no_profile(name, profiles)
            raise NoProfile(self._path, str(wrong), wrong.notice)
        place = ("profiles", name)
        found: Mapping[str, Any] = self._try(lambda: _table(profiles, place), {})
        self._note_unknown(found, place, _KNOWN)
        profile = self._profile(name, found, place)
        preferences = self._preferences(found, place, profile, actions)
        return Loaded(profile, preferences, tuple(self._mistakes))

    def _profile(self, name: str, found: Mapping[str, Any], place: tuple[str, ...]) -> Profile:
        folder = self._path.parent

        def text(key: str) -> str:
            return self._try(lambda: _checked_text(found, (*place, key), folder), "")

        values = {key: text(key) for key in _TEXTS}
        operations = (*place, "operations")
        other: Mapping[Operation, Operation] = self._try(
            lambda: _operations(_table(found, operations), operations), {}
        )
        dialect = self._dialect(values["dialect"], (*place, "dialect")).with_operations(other)
        ca_file = folder / values["ca_file"] if values["ca_file"] else None
        return Profile(
            name, values["server"], values["language"], values["counter"], ca_file, dialect
        )

    def _dialect(self, name: str, place: tuple[str, ...]) -> Dialect:
        """The dialect of that name; the contract's where it cannot be used."""
        if not name:
            return CONTRACT
        try:
            return load_dialect(name, self._path.parent)
        except DialectNotValid as error:
            reason = str(error.args[0])
            if error.line:
                notice = Notice.error(Code.SETTING_WRONG, reason=reason)
                broken = SettingsBroken(error.path, reason, notice, error.line)
                self._mistakes.append(broken)
            else:
                self._note(_Wrong(place, reason, Code.SETTING_WRONG, reason=reason))
            return CONTRACT

    def _preferences(
        self,
        found: Mapping[str, Any],
        place: tuple[str, ...],
        profile: Profile,
        actions: Iterable[str] | None,
    ) -> Preferences:
        values: dict[str, Any] = {"language": profile.language, "counter": profile.counter}
        for key, choice in _CHOICES.items():
            if key in found:
                self._take(values, key, partial(_choice, found, (*place, key), choice))
        if "text_size" in found:
            self._take(values, "text_size", lambda: _text_size(found, (*place, "text_size")))
        if "order_width" in found:
            self._take(values, "order_width", lambda: _order_width(found, (*place, "order_width")))
        for key, name in _SWITCHES.items():
            if key in found:
                self._take(values, name, partial(_switch, found, (*place, key)))
        at = (*place, "keys")
        table: Mapping[str, Any] = self._try(lambda: _table(found, at), {})
        values["keys"] = self._keys(table, at, actions)
        return Preferences(**values)

    def _keys(
        self, table: Mapping[str, Any], place: tuple[str, ...], actions: Iterable[str] | None
    ) -> dict[str, str]:
        """The keys that can be used; of two actions on one key, the first keeps it."""
        known = None if actions is None else tuple(actions)
        if known is not None:
            self._note_unknown(table, place, known)
        found: dict[str, str] = {}
        for name in table:
            if known is not None and name not in known:
                continue
            key = self._try(partial(_key, table, (*place, name), found), None)
            if key is not None:
                found[name] = key
        return found

    def read_keys(self, actions: Iterable[str]) -> tuple[dict[str, str], tuple[Notice, ...]]:
        if "keys" not in self._content:
            notice = Notice.error(Code.NO_KEYS_THERE, path=str(self._path))
            raise SettingsBroken(self._path, "it has no keys", notice)
        table: Mapping[str, Any] = self._try(lambda: _table(self._content, ("keys",)), {})
        keys = self._keys(table, ("keys",), actions)
        return keys, tuple(each.told for each in self._mistakes)

    def _take(self, values: dict[str, Any], name: str, read: Callable[[], object]) -> None:
        found = self._try(read, None)
        if found is not None:
            values[name] = found

    def _try(self, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except _Wrong as error:
            self._note(error)
            return otherwise

    def _note_unknown(
        self, table: Mapping[str, Any], place: tuple[str, ...], known: Sequence[str]
    ) -> None:
        for key in table:
            if key not in known:
                reason = f"there is no setting {key[:60]!r}"
                self._note(_mistyped((*place, key), reason, Code.SETTING_UNKNOWN, key, known))

    def _note(self, error: _Wrong) -> None:
        line = error.line_in(self._text)
        self._mistakes.append(SettingsBroken(self._path, str(error), error.notice, line))

    def _toml(self, text: str) -> tuple[str, Mapping[str, Any]]:
        """The file without the lines that are no TOML: with the head of a table goes all of it, so
        that nothing is read as another table's."""
        lines = text.splitlines()
        for _ in range(_MOST_MISTAKES):
            mended = "\n".join(lines)
            try:
                return mended, tomllib.loads(mended)
            except tomllib.TOMLDecodeError as error:
                broken = _no_toml(self._path, mended, error)
            self._mistakes.append(broken)
            first = max(0, min(broken.line, len(lines)) - 1)
            last = first + 1
            if lines and lines[first].lstrip().startswith("["):
                while last < len(lines) and not lines[last].lstrip().startswith("["):
                    last += 1
            lines[first:last] = [""] * (last - first)
        return "", {}


def _checked_text(table: Mapping[str, Any], place: tuple[str, ...], folder: Path) -> str:
    found = _text(table, place)
    if not found:
        return found
    if place[-1] == "server":
        _require_address(found, place)
    elif place[-1] == "language":
        _require_language(found, place)
    elif place[-1] == "ca_file":
        _require_certificate(folder / found, place)
    return found


def _choice(table: Mapping[str, Any], place: tuple[str, ...], choice: type[Enum]) -> Enum:
    found, known = table[place[-1]], {each.value: each for each in choice}
    if not isinstance(found, str) or found not in known:
        raise _no_value(place, found, known)
    return known[found]


def _text_size(table: Mapping[str, Any], place: tuple[str, ...]) -> int:
    found = table[place[-1]]
    if isinstance(found, bool) or found not in TEXT_SIZES:
        raise _no_value(place, found, map(str, TEXT_SIZES))
    return int(found)


def _order_width(table: Mapping[str, Any], place: tuple[str, ...]) -> int:
    found = table[place[-1]]
    if isinstance(found, bool) or found not in ORDER_WIDTHS:
        raise _no_value(place, found, [f"{ORDER_WIDTHS[0]}–{ORDER_WIDTHS[-1]}"])
    return int(found)


def _switch(table: Mapping[str, Any], place: tuple[str, ...]) -> bool:
    found = table[place[-1]]
    if not isinstance(found, bool):
        raise _no_value(place, found, ("true", "false"))
    return found


def _no_value(place: tuple[str, ...], found: object, known: Iterable[str]) -> _Wrong:
    key, shown, there = place[-1], str(found)[:40], ", ".join(known)
    words = f"{key} cannot be {shown!r}; there are: {there}"
    return _Wrong(place, words, Code.SETTING_NO_VALUE, key=key, value=shown, known=there)


def _key(table: Mapping[str, Any], place: tuple[str, ...], before: Mapping[str, str]) -> str:
    key, action = _text(table, place), place[-1]
    if not key:
        return key
    fault = key_fault(key)
    if fault is not None:
        raise _no_key(place, key, fault)
    for name, other in before.items():
        if other == key:
            words = f"{key} is the key of {name} already"
            raise _Wrong(place, words, Code.KEY_TWICE, key=key, action=action, other=name)
    return key


def _no_key(place: tuple[str, ...], key: str, fault: KeyFault) -> _Wrong:
    words = f"{place[-1]} cannot have the key {key[:40]!r}: {fault.value}"
    return _Wrong(place, words, Code.KEY_UNUSABLE, key=key[:40])


def _table(content: Mapping[str, Any], place: tuple[str, ...]) -> Mapping[str, Any]:
    """The table of that name, an empty one where it is missing."""
    found = content.get(place[-1], {})
    if not isinstance(found, Mapping):
        key = ".".join(place)
        raise _Wrong(place, f"{key} is no table", Code.SETTING_NO_TABLE, key=key)
    return found


def _text(table: Mapping[str, Any], place: tuple[str, ...]) -> str:
    """The text of that name, an empty one where it is missing."""
    found = table.get(place[-1], "")
    if not isinstance(found, str):
        key = ".".join(place)
        raise _Wrong(place, f"{key} is no text", Code.SETTING_NO_TEXT, key=key)
    return found


def _no_profile(name: str, profiles: Mapping[str, Any]) -> _Wrong:
    names = tuple(profiles)
    return _mistyped((), f"there is no profile {name[:60]!r}", Code.PROFILE_UNKNOWN, name, names)


def _mistyped(
    place: tuple[str, ...], reason: str, code: Code, found: str, known: Sequence[str]
) -> _Wrong:
    """An unknown name: the message asks for the nearest known one, else it lists all."""
    near = get_close_matches(found, known, 1, 0.6)
    shown = ", ".join(near or known)
    words = f"did you mean {shown!r}?" if near else f"there are: {shown}"
    code = _MEANT[code] if near else code
    return _Mistyped(place, f"{reason}; {words}", code, name=found[:60], known=shown)


def _require_address(address: str, place: tuple[str, ...]) -> None:
    try:
        checked_address(address)
    except AddressNotValid:
        shown = address.rpartition("@")[2][:200]  # a password may stand before it
        reason = (
            f"{shown!r} is no address of a server: it begins with https://, or with http:// on"
            " this machine, and has no user in it"
        )
        raise _Wrong(place, reason, Code.ADDRESS_NOT_VALID, address=shown) from None


def _require_language(language: str, place: tuple[str, ...]) -> None:
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        reason = f"the program does not speak {language[:20]!r}, but: {known}"
        raise _Wrong(place, reason, Code.LANGUAGE_UNKNOWN, language=language[:20], known=known)


def _require_certificate(path: Path, place: tuple[str, ...]) -> None:
    if not path.is_file():
        raise _Wrong(place, f"there is no file {path}", Code.FILE_MISSING, path=path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cafile=path)
    except ssl.SSLError:
        pass
    except OSError as error:
        raise _Wrong(place, f"{path}: {error.strerror}", Code.FILE_MISSING, path=path) from error
    if context.cert_store_stats()["x509"] == 0:
        reason = f"{path} holds no certificate in PEM"
        raise _Wrong(place, reason, Code.NO_CERTIFICATE, path=path)


def _operations(found: Mapping[str, Any], place: tuple[str, ...]) -> Mapping[Operation, Operation]:
    try:
        return read_operations(found)
    except NotValid as error:
        reason = str(error)
        raise _Wrong((*place, *error.place), reason, Code.SETTING_WRONG, reason=reason) from error


def _unreadable(path: Path, error: OSError | UnicodeDecodeError) -> SettingsBroken:
    if isinstance(error, UnicodeDecodeError):
        line = error.object.count(b"\n", 0, error.start) + 1
        return SettingsBroken(path, "it is no text", Notice.error(Code.SETTINGS_NO_TEXT), line)
    reason = error.strerror or str(error)
    return SettingsBroken(path, reason, Notice.error(Code.SETTING_WRONG, reason=reason))


def _no_toml(path: Path, text: str, error: tomllib.TOMLDecodeError) -> SettingsBroken:
    told = str(error)
    found = _AT_LINE.search(told)
    line = int(found[1]) if found else _line_that_has_no_end(text)
    reason = _AT.sub("", told)
    return SettingsBroken(path, reason, Notice.error(Code.SETTING_WRONG, reason=reason), line)


def _line_that_has_no_end(text: str) -> int:
    """Where something begins that nothing ends: the other reader of TOML stops there."""
    try:
        tomlkit.parse(text)
    except ParseError as error:
        return int(error.line)
    except TOMLKitError:
        pass
    return max(1, len(text.splitlines()))


def _line_of(text: str, place: tuple[str, ...]) -> int:
    """The line on which the value of the keys is whole: however it is written, the file up to that
    line is the shortest beginning of it that holds the value."""
    whole = _value(tomllib.loads(text), place)
    return _first_line(text, lambda content: _value(content, place) == whole)


def _line_of_name(text: str, place: tuple[str, ...]) -> int:
    """The line on which the last of the keys is named first, where a whole table may follow."""

    def is_named(content: Mapping[str, Any]) -> bool:
        _value(content, place)
        return True

    return _first_line(text, is_named)


def _first_line(text: str, holds: Callable[[Mapping[str, Any]], bool]) -> int:
    """How many lines of the file are needed until this holds of what they say."""
    lines = text.splitlines(keepends=True)
    for number in range(1, len(lines) + 1):
        try:
            if holds(tomllib.loads("".join(lines[:number]))):
                return number
        except (tomllib.TOMLDecodeError, KeyError, TypeError):
            continue
    return len(lines)


def _value(content: Any, place: tuple[str, ...]) -> Any:
    for key in place:
        content = content[key]
    return content


def save_dialect(text: str) -> Path:
    """Writes a proposed dialect beside the settings, under a name that is free.

    Raises:
        OSError: it cannot be written.
    """
    folder = settings_file().parent
    private_files.make_folder(folder)
    paths = (folder / f"proposed-{number}.toml" for number in itertools.count(1))
    path = next(path for path in paths if not path.exists())
    private_files.write(path, text.encode())
    return path


def save_profile(profile: Profile, path: Path) -> None:
    """Writes server and language, and leaves the rest of the file, comments included, as it is.
    What was set up for another server than the profile's is taken out.

    Raises:
        SettingsBroken: the file is no TOML, or cannot be written.
    """

    def put(entry: Any) -> None:
        if profile.server and entry.get("server", profile.server) != profile.server:
            for key in ("ca_file", "dialect", "operations"):
                entry.pop(key, None)
        for key, value in (("server", profile.server), ("language", profile.language)):
            if value:
                entry[key] = value

    _change(path, profile.name, put)


def save_preferences(name: str, preferences: Preferences, path: Path) -> None:
    """Writes what is set into a profile, and leaves the rest of the file as it is. What is as
    delivered is not written, but where it stands there already.

    Raises:
        SettingsBroken: the file is no TOML, or cannot be written.
    """
    plain, kept = _stored(Preferences()), _stored(preferences)

    def put(entry: Any) -> None:
        for key, value in kept.items():
            if value == plain[key]:
                entry.pop(key, None)
            elif entry.get(key) != value:
                entry[key] = value
        keys = dict(preferences.keys)
        if not keys:
            entry.pop("keys", None)
        elif dict(entry.get("keys", {})) != keys:
            entry["keys"] = _table_of(keys)

    _change(path, name, put)


def save_keys(keys: Mapping[str, str], path: Path) -> None:
    """Writes a profile of keys into a file of its own.

    Raises:
        SettingsBroken: it cannot be written.
    """
    document = tomlkit.document()
    document["keys"] = _table_of(keys)
    try:
        private_files.write(path, tomlkit.dumps(document).encode())
    except OSError as error:
        raise _unreadable(path, error) from error


def load_keys(path: Path, actions: Iterable[str]) -> tuple[dict[str, str], tuple[Notice, ...]]:
    """The keys of a file that `save_keys` has written, and what of it cannot be used.

    Raises:
        SettingsBroken: the file cannot be read, or has no keys in it.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error
    return _Reader(path, text).read_keys(actions)


def _stored(preferences: Preferences) -> dict[str, str | int | bool]:
    """What stands in the file for it, but the keys."""
    return {
        "language": preferences.language,
        "theme": preferences.theme.value,
        "text_size": preferences.text_size,
        "counter": preferences.counter,
        "sounds": preferences.sounds.value,
        "print": preferences.prints,
        "card_reference": preferences.needs_reference,
        "open_tonight": preferences.opens_tonight,
        "order_width": preferences.order_width,
    }


def _table_of(keys: Mapping[str, str]) -> Any:
    table = tomlkit.table()
    for name, key in keys.items():
        table[name] = key
    return table


def _change(path: Path, name: str, put: Callable[[Any], None]) -> None:
    """Changes the table of a profile in the file."""
    try:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        document = tomlkit.parse(text)
        profiles = document.setdefault("profiles", tomlkit.table(is_super_table=True))
        entry = profiles.setdefault(name, tomlkit.table())
        put(entry)
        private_files.make_folder(path.parent)
        private_files.write(path, tomlkit.dumps(document).encode())
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error
    except (TOMLKitError, AttributeError, TypeError) as error:  # a value in a table's place too
        notice = Notice.error(Code.SETTING_WRONG, reason=str(error))
        raise SettingsBroken(path, str(error), notice) from error


def stored_token(address: str, *, is_configured: bool) -> str:
    """The token for a server: the environment's, else the keyring's, else empty. May block.

    Args:
        is_configured: it is the server that this workstation was set up for; what stands in the
            environment goes to no other.
    """
    if is_configured and os.environ.get(TOKEN_VARIABLE):
        return os.environ[TOKEN_VARIABLE]
    if not has_keyring():
        return ""
    try:
        return keyring.get_password(_SERVICE, address) or ""
    except Exception:  # noqa: BLE001 - back ends raise what they like, and a token can be asked for
        _log.warning("the keyring could not be read")
        return ""


def store_token(address: str, token: str) -> bool:
    """Keeps the token in the keyring; False where there is none, so for this session only."""
    if not has_keyring():
        return False
    try:
        keyring.set_password(_SERVICE, address, token)
    except Exception:  # noqa: BLE001 - as above
        _log.warning("the keyring could not be written")
        return False
    return True


def has_keyring() -> bool:
    """Whether there is a place to keep secrets in; without a Secret Service there is none."""
    return not isinstance(keyring.get_keyring(), keyring.backends.fail.Keyring)
