from __future__ import annotations

from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import pytest

from boxoffice.connect.client import CONTRACT
from boxoffice.desktop import settings
from boxoffice.desktop.settings import Loaded, Profile, SettingsBroken, load_profile, save_profile
from tests import CERTIFICATES


class Drawer(keyring.backend.KeyringBackend):
    """A keyring that keeps its secrets in a dictionary; `broken` makes it raise."""

    priority = 1.0

    def __init__(self, *, broken: bool = False) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.broken = broken
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        self.kept[service, username] = password

    def _check(self) -> None:
        if self.broken:
            raise RuntimeError("locked")


@pytest.fixture
def use_keyring(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.delenv("BOXOFFICE_TOKEN", raising=False)
    return monkeypatch


def put(monkeypatch: pytest.MonkeyPatch, backend: keyring.backend.KeyringBackend) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend)


def test_a_profile_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    save_profile(Profile("kasse", "https://tickets.example/connect", "de"), path)
    save_profile(Profile("other", "https://other.example/connect"), path)
    assert load_profile("kasse", path).profile == Profile(
        "kasse", "https://tickets.example/connect", "de"
    )
    assert load_profile("other", path).profile.server == "https://other.example/connect"
    assert load_profile("nobody", path) == Loaded(Profile("nobody"))


def test_a_counter_has_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[profiles.default]\ncounter = "Till 3"\n')
    assert load_profile("default", path).profile.counter == "Till 3"
    path.write_text("[profiles.default]\ncounter = 3\n")
    [mistake] = load_profile("default", path).mistakes
    assert "line 2: profiles.default.counter is no text" in str(mistake)


def test_comments_survive_saving(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("# ours\n[profiles.default]\nserver = 'https://a.example' # main\n")
    save_profile(Profile("default", "https://b.example"), path)
    text = path.read_text()
    assert text.startswith("# ours")
    assert load_profile("default", path).profile.server == "https://b.example"


@pytest.mark.parametrize(
    "text", ["[profiles", "profiles = 3", "[profiles.default]\nserver = 3", "x = '\x00'"]
)
def test_a_broken_file_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    assert "settings.toml" in str(load_profile("default", path).mistakes[0])


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert "settings.toml" in str(load_profile("default", path).mistakes[0])
    with pytest.raises(SettingsBroken, match=r"settings\.toml"):
        save_profile(Profile(), path)


def test_the_environment_goes_before_the_keyring(use_keyring: pytest.MonkeyPatch) -> None:
    drawer = Drawer()
    put(use_keyring, drawer)
    assert settings.store_token("https://a.example", "kept")
    assert settings.stored_token("https://a.example", is_configured=True) == "kept"
    assert settings.stored_token("https://b.example", is_configured=True) == ""
    use_keyring.setenv("BOXOFFICE_TOKEN", "given")
    assert settings.stored_token("https://a.example", is_configured=True) == "given"
    assert settings.stored_token("https://a.example", is_configured=False) == "kept"


def test_without_a_keyring_nothing_is_kept(use_keyring: pytest.MonkeyPatch) -> None:
    put(use_keyring, keyring.backends.fail.Keyring())
    assert not settings.has_keyring()
    assert not settings.store_token("https://a.example", "secret")
    assert settings.stored_token("https://a.example", is_configured=True) == ""


def test_a_locked_keyring_is_no_keyring(use_keyring: pytest.MonkeyPatch) -> None:
    put(use_keyring, Drawer(broken=True))
    assert not settings.store_token("https://a.example", "secret")
    assert settings.stored_token("https://a.example", is_configured=True) == ""


AUTHORITY = CERTIFICATES / "authority.pem"
OVERRIDDEN = """\
# a site with another reading
[profiles.default]
server = "https://tickets.example/connect"
ca_file = "venue.pem"

[profiles.default.operations]
"Order PUT" = { path = "/v2/orders/{orderID}/sell", verb = "POST" }

[profiles.default.operations."Events GET"]
path = "/v2/events"
"""


def put_certificate(folder: Path) -> None:
    (folder / "venue.pem").write_bytes(AUTHORITY.read_bytes())


def test_a_site_s_operations_and_certificates(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(OVERRIDDEN)
    put_certificate(tmp_path)
    profile = load_profile("default", path).profile
    assert profile.ca_file == tmp_path / "venue.pem"
    found = {
        known.title: (here.verb, here.path) for known, here in profile.dialect.operations.items()
    }
    assert found == {
        "Order PUT": ("POST", "/v2/orders/{orderID}/sell"),
        "Events GET": ("GET", "/v2/events"),
    }
    assert load_profile("other", path).profile.dialect.operations == {}


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('verb = "POST"', 'verb = "SEND"', 7),
        ('"/v2/events"', '"/v2/{id}"', 10),
        ('"/v2/events"', "\n'''\n/v2/\nevents'''", 0),  # no TOML
        ('"/v2/events"', "'''\n/v2/\nevents'''", 12),
        ('"Events GET"', '"Event GET"', 10),
        ('"venue.pem"', '"other.pem"', 4),
        ('ca_file = "venue.pem"', "ca_file = 7", 4),
        ("# a site with another reading", "[profiles.default.operations.'X Y']", 1),
    ],
)
def test_a_wrong_setting_is_reported_with_its_line(
    tmp_path: Path, old: str, new: str, line: int
) -> None:
    path = tmp_path / "settings.toml"
    put_certificate(tmp_path)
    path.write_text(OVERRIDDEN.replace(old, new))
    error = load_profile("default", path).mistakes[0]
    assert str(path) in str(error)
    if line:
        assert f"line {line}:" in str(error)


def test_what_was_set_up_for_another_server_goes_with_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(OVERRIDDEN)
    put_certificate(tmp_path)
    save_profile(Profile("default", "https://tickets.example/connect"), path)
    assert load_profile("default", path).profile.dialect.operations
    save_profile(Profile("default", "https://other.example/connect"), path)
    found = load_profile("default", path).profile
    assert (found.server, found.ca_file, found.dialect.operations) == (
        "https://other.example/connect",
        None,
        {},
    )


DIALECT = """
[profiles.default]
server = "https://tickets.example/connect"
dialect = "house.toml"
[profiles.default.operations]
"Order PUT" = { verb = "POST" }
"""


def test_a_profile_names_a_dialect_and_its_own_operations_lie_over_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(DIALECT)
    house = 'base = "platform"\n[operations]\n"Order PUT" = { verb = "PATCH" }\n'
    (tmp_path / "house.toml").write_text(house + '"Events GET" = { path = "/v2/events" }\n')
    loaded = load_profile("default", path)
    dialect = loaded.profile.dialect
    assert (loaded.mistakes, dialect.page_size, dialect.knows_keys) == ((), 500, False)
    found = {known.title: (here.verb, here.path) for known, here in dialect.operations.items()}
    assert found["Order PUT"][0] == "POST"
    assert found["Events GET"] == ("GET", "/v2/events")
    path.write_text(DIALECT.replace("house.toml", "platform"))
    assert load_profile("default", path).profile.dialect.page_size == 500
    save_profile(Profile("default", "https://other.example/connect"), path)
    assert load_profile("default", path).profile.dialect is CONTRACT


def test_a_mistake_in_a_dialect_names_its_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(DIALECT)
    [missing] = load_profile("default", path).mistakes
    assert (missing.path, missing.line) == (path, 4)
    assert "'house.toml' cannot be read" in str(missing)
    house = tmp_path / "house.toml"
    house.write_text("# ours\n[paging]\nsize = 0\n")
    loaded = load_profile("default", path)
    [mistake] = loaded.mistakes
    assert (mistake.path, mistake.line) == (house, 3)
    assert mistake.told.params["file"] == "house.toml"
    assert loaded.profile.dialect.page_size == CONTRACT.page_size
    assert loaded.profile.server == "https://tickets.example/connect"
