"""What a workstation remembers: its servers by profile in a file, its tokens in the keyring."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path

import keyring
import keyring.backends.fail
import platformdirs
import tomlkit
from tomlkit.exceptions import TOMLKitError

_log = logging.getLogger(__name__)
_SERVICE = "boxoffice"
TOKEN_VARIABLE = "BOXOFFICE_TOKEN"  # noqa: S105


class SettingsBroken(Exception):
    """The settings file cannot be used; the text names it, and the line where that is known."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One server this workstation sells on. Empty texts are not set."""

    name: str = "default"
    server: str = ""
    language: str = ""


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
        found = tomlkit.parse(text).unwrap().get("profiles", {}).get(name, {})
    except TOMLKitError as error:
        raise SettingsBroken(f"{path}: {error}") from error
    except AttributeError as error:
        raise SettingsBroken(f"{path}: 'profiles' is no table") from error
    values = {key: found.get(key, "") for key in ("server", "language")}
    wrong = [key for key, value in values.items() if not isinstance(value, str)]
    if wrong:
        raise SettingsBroken(f"{path}: profiles.{name}.{wrong[0]} is no text")
    return Profile(name, values["server"], values["language"])


def save_profile(profile: Profile, path: Path) -> None:
    """Writes the profile and leaves the rest of the file, comments included, as it is.

    Raises:
        SettingsBroken: the file is no TOML, or cannot be written.
    """
    try:
        document = (
            tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
        )
        profiles = document.setdefault("profiles", tomlkit.table(is_super_table=True))
        entry = profiles.setdefault(profile.name, tomlkit.table())
        for key, value in (("server", profile.server), ("language", profile.language)):
            if value:
                entry[key] = value
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".new")
        unfinished.write_text(tomlkit.dumps(document), encoding="utf-8")
        unfinished.replace(path)
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise SettingsBroken(f"{path}: {error}") from error


def stored_token(address: str) -> str:
    """The token for a server: the environment's, else the keyring's, else empty. May block."""
    if os.environ.get(TOKEN_VARIABLE):
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
