"""What a workstation remembers: its servers by profile in a file, its tokens in the keyring."""

from __future__ import annotations

import logging
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import keyring
import keyring.backends.fail
import platformdirs
import tomlkit
from tomlkit.exceptions import TOMLKitError

from boxoffice.connect.client import Operation, OverrideNotValid, read_overrides

_log = logging.getLogger(__name__)
_SERVICE = "boxoffice"
TOKEN_VARIABLE = "BOXOFFICE_TOKEN"  # noqa: S105


class SettingsBroken(Exception):
    """The settings file cannot be used; the text names it, and the line where that is known."""


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


def _folder(variable: str, default: Path) -> Path:
    return Path(os.environ[variable]) if os.environ.get(variable) else default


def load_profile(name: str, path: Path) -> Profile:
    """The named profile; an empty one where it is not in the file.

    Raises:
        SettingsBroken: the file cannot be read, or is no TOML, or holds something else.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Profile(name)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsBroken(f"{path}: {error}") from error
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsBroken(f"{path}: {error}") from error
    try:
        return _profile(name, path.parent, content)
    except _Wrong as error:
        line = _line_of(text, error.place)
        raise SettingsBroken(f"{path}, line {line}: {error}") from error


class _Wrong(Exception):
    """A value that cannot be used; `place` are the keys that lead to it."""

    def __init__(self, place: tuple[str, ...], reason: str) -> None:
        super().__init__(reason)
        self.place = place


def _profile(name: str, folder: Path, content: Mapping[str, Any]) -> Profile:
    profiles = _table(content, ("profiles",))
    found = _table(profiles, ("profiles", name))
    place = ("profiles", name)
    values = {key: found.get(key, "") for key in ("server", "language", "counter", "ca_file")}
    for key, value in values.items():
        if not isinstance(value, str):
            raise _Wrong((*place, key), f"{'.'.join(place)}.{key} is no text")
    ca_file = folder / values["ca_file"] if values["ca_file"] else None
    if ca_file is not None and not ca_file.is_file():
        raise _Wrong((*place, "ca_file"), f"there is no file {ca_file}")
    try:
        overrides = read_overrides(_table(found, (*place, "operations")))
    except OverrideNotValid as error:
        raise _Wrong((*place, "operations", *error.place), str(error)) from error
    return Profile(
        name, values["server"], values["language"], values["counter"], ca_file, overrides
    )


def _table(content: Mapping[str, Any], place: tuple[str, ...]) -> Mapping[str, Any]:
    """The table of that name, an empty one where it is missing."""
    found = content.get(place[-1], {})
    if not isinstance(found, Mapping):
        raise _Wrong(place, f"{'.'.join(place)} is no table")
    return found


def _line_of(text: str, place: tuple[str, ...]) -> int:
    """The line on which the value of the keys is whole: however it is written, the file up to that
    line is the shortest beginning of it that holds the value."""
    whole = _value(tomllib.loads(text), place)
    lines = text.splitlines(keepends=True)
    for number in range(1, len(lines) + 1):
        try:
            if _value(tomllib.loads("".join(lines[:number])), place) == whole:
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
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".new")
        unfinished.write_text(tomlkit.dumps(document), encoding="utf-8")
        unfinished.replace(path)
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise SettingsBroken(f"{path}: {error}") from error


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
