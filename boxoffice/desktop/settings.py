"""What a workstation remembers: its servers by profile in a file, its tokens in the keyring."""

from __future__ import annotations

import logging
import os
import re
import ssl
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import keyring
import keyring.backends.fail
import platformdirs
import tomlkit
from tomlkit.exceptions import ParseError, TOMLKitError

from boxoffice import private_files
from boxoffice.connect.client import (
    AddressNotValid,
    Operation,
    OverrideNotValid,
    checked_address,
    read_overrides,
)
from boxoffice.domain.language import LANGUAGES
from boxoffice.presenters.notices import Code, Notice

_log = logging.getLogger(__name__)
_SERVICE = "boxoffice"
TOKEN_VARIABLE = "BOXOFFICE_TOKEN"  # noqa: S105
_TEXTS = ("server", "language", "counter", "ca_file")
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


class NoProfile(SettingsBroken):
    """The profile that was asked for is not in the file."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One server this workstation sells on. Empty texts are not set.

    Attributes:
        counter: what this place of sale is called; empty for the machine's name.
        ca_file: certificates of the venue's own, in PEM; None for the system's alone.
        overrides: operations of the API as this server has them.
    """

    name: str = "default"
    server: str = ""
    language: str = ""
    counter: str = ""
    ca_file: Path | None = None
    overrides: Mapping[Operation, Operation] = field(default_factory=dict)


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


def load_profile(name: str, path: Path, *, must_exist: bool = False) -> Profile:
    """The named profile; an empty one where it is not in the file.

    Args:
        must_exist: where the file has profiles, this is one of them.

    Raises:
        NoProfile: it is not there although it must be.
        SettingsBroken: the file cannot be read, or is no TOML, or holds something else.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Profile(name)
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(path, text, error) from error
    try:
        return _profile(name, path.parent, content, must_exist=must_exist)
    except _Wrong as error:
        kind = SettingsBroken if error.place else NoProfile
        raise kind(path, str(error), error.notice, error.line_in(text)) from error


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


def _profile(name: str, folder: Path, content: Mapping[str, Any], *, must_exist: bool) -> Profile:
    _require_known(content, (), ("profiles",))
    profiles = _table(content, ("profiles",))
    for each in profiles:  # a server above them all, without a name
        _table(profiles, ("profiles", each))
    if must_exist and profiles and name not in profiles:
        raise _no_profile(name, profiles)
    place = ("profiles", name)
    found = _table(profiles, place)
    _require_known(found, place, (*_TEXTS, "operations"))
    values = {key: _text(found, (*place, key)) for key in _TEXTS}
    if values["server"]:
        _require_address(values["server"], (*place, "server"))
    if values["language"]:
        _require_language(values["language"], (*place, "language"))
    ca_file = folder / values["ca_file"] if values["ca_file"] else None
    if ca_file is not None:
        _require_certificate(ca_file, (*place, "ca_file"))
    overrides = _overrides(_table(found, (*place, "operations")), (*place, "operations"))
    return Profile(
        name, values["server"], values["language"], values["counter"], ca_file, overrides
    )


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


def _require_known(table: Mapping[str, Any], place: tuple[str, ...], known: Sequence[str]) -> None:
    for key in table:
        if key not in known:
            reason = f"there is no setting {key[:60]!r}"
            raise _mistyped((*place, key), reason, Code.SETTING_UNKNOWN, key, known)


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


def _overrides(found: Mapping[str, Any], place: tuple[str, ...]) -> Mapping[Operation, Operation]:
    try:
        return read_overrides(found)
    except OverrideNotValid as error:
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


def save_profile(profile: Profile, path: Path) -> None:
    """Writes the profile and leaves the rest of the file, comments included, as it is. What was
    set up for another server than the profile's is taken out.

    Raises:
        SettingsBroken: the file is no TOML, or cannot be written.
    """
    try:
        document = (
            tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
        )
        profiles = document.setdefault("profiles", tomlkit.table(is_super_table=True))
        entry = profiles.setdefault(profile.name, tomlkit.table())
        if profile.server and entry.get("server", profile.server) != profile.server:
            for key in ("ca_file", "operations"):
                entry.pop(key, None)
        for key, value in (("server", profile.server), ("language", profile.language)):
            if value:
                entry[key] = value
        private_files.make_folder(path.parent)
        private_files.write(path, tomlkit.dumps(document).encode())
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error
    except TOMLKitError as error:
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
