"""Settings that cannot be used: named with their line, and with what may be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from boxoffice.desktop.settings import (
    NoProfile,
    Profile,
    SettingsBroken,
    load_profile,
    save_profile,
)
from boxoffice.presenters.notices import Code
from tests import CERTIFICATES

GOOD = """\
# the till in the foyer
[profiles.default]
server = "https://tickets.example/connect"
language = "de"
counter = "Till 3"
ca_file = "venue.pem"

[profiles.default.operations]
"Order PUT" = { path = "/v2/orders/{orderID}/sell", verb = "POST" }

[profiles.training]
server = "http://127.0.0.1:8480/connect"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "venue.pem").write_bytes((CERTIFICATES / "authority.pem").read_bytes())
    (tmp_path / "settings.toml").write_text(GOOD, encoding="utf-8")
    return tmp_path / "settings.toml"


def refused(path: Path, profile: str = "default") -> SettingsBroken:
    caught = load_profile(profile, path).mistakes[0]
    told = str(caught)
    place = f"{path}, line {caught.line}" if caught.line else str(path)
    assert told.startswith(f"{place}: ")
    assert "\n" not in told
    assert caught.path == path
    return caught


def test_all_that_may_be_said_is_understood(path: Path) -> None:
    assert load_profile("default", path).profile.language == "de"
    assert load_profile("training", path).profile.server == "http://127.0.0.1:8480/connect"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('"de"', '"nl"', 4, ("'nl'", "en, de")),
        ('"de"', '"DE"', 4, ("'DE'",)),
        ('"de"', '["de"]', 4, ("profiles.default.language is no text",)),
        ("language", "langauge", 4, ("'langauge'", "did you mean 'language'")),
        ("counter", "till", 5, ("'till'", "server, language, counter, ca_file, dialect, theme")),
        ("counter", "ca-file", 5, ("did you mean 'ca_file'",)),
        ("[profiles.training]", "[profile.training]", 11, ("'profile'", "mean 'profiles'")),
        ("[profiles.training]", "[window]", 11, ("'window'", "profiles")),
        ("# the till", "language = 'de' # the till", 1, ("'language'", "profiles")),
        ("[profiles.training]", "[profiles]\ntraining = 3\n[x]", 0, ()),
        ('"https://tickets', '"tickets', 3, ("no address", "https://")),
        ('"https://tickets', '"http://tickets', 3, ("no address",)),
        ('"https://tickets', '"ftp://tickets', 3, ("no address",)),
        ('"https://tickets', '"https://ann:pw@tickets', 3, ("no address",)),
        ('"https://tickets.example/connect"', "8480", 3, ("is no text",)),
        ('"venue.pem"', '"other.pem"', 6, ("there is no file", "other.pem")),
        ('"venue.pem"', '"settings.toml"', 6, ("holds no certificate in PEM",)),
        ('"venue.pem"', '"."', 6, ("there is no file",)),
        ('"Order PUT"', '"Order PTU"', 9, ("'Order PTU'", "did you mean 'Order PUT'")),
        ('"Order PUT"', '"Nothing"', 9, ("there is no operation 'Nothing'",)),
        ("verb", "method", 9, ("no 'method'",)),
        ('"POST"', '"SEND"', 9, ("'SEND' is no verb",)),
        ('counter = "Till 3"', "counter = ", 5, ()),
        ('counter = "Till 3"', "counter = 'Till", 5, ()),
        ('counter = "Till 3"', 'counter = """Till', 12, ()),
        ('server = "https', 'server = "a"\nserver = "https', 4, ()),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    path: Path, old: str, new: str, line: int, words: tuple[str, ...]
) -> None:
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    told = refused(path)
    if line:
        assert told.line == line, str(told)
    assert [word for word in words if word not in str(told)] == [], str(told)


@pytest.mark.parametrize("text", ["profiles = 3", "[profiles]\nserver = 'https://a.example'"])
def test_a_profile_is_a_table(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    told = refused(path)
    assert "is no table" in str(told)
    assert told.line == text.count("\n") + 1


@pytest.mark.parametrize("name", ["good.pem", "make.sh"])
def test_a_file_of_certificates_is_looked_into(path: Path, name: str) -> None:
    """A server's own certificate may be trusted by itself; a key, a script, nothing may not."""
    text = (CERTIFICATES / name).read_bytes()
    (path.parent / "venue.pem").write_bytes(text)
    if b"BEGIN CERTIFICATE" in text:
        assert load_profile("default", path).profile.ca_file is not None
    else:
        assert "no certificate" in str(refused(path))


@pytest.mark.parametrize("content", [b"", b"\x30\x82\x01\x00", b"-----BEGIN CERTIFICATE-----\nx"])
def test_what_is_no_certificate(path: Path, content: bytes) -> None:
    (path.parent / "venue.pem").write_bytes(content)
    told = refused(path)
    assert told.line == 6
    assert told.notice.code is Code.NO_CERTIFICATE


def test_what_is_no_text_is_named_with_its_line(path: Path) -> None:
    path.write_bytes(GOOD.replace("Till 3", "Kasse \xfc").encode("latin-1"))
    assert refused(path).line == 5


def test_a_profile_that_was_asked_for_is_in_the_file(path: Path) -> None:
    assert load_profile("default", path, must_exist=True).profile.language == "de"
    with pytest.raises(NoProfile, match=r"'trainig'; did you mean 'training'\?") as near:
        load_profile("trainig", path, must_exist=True)
    assert near.value.notice.code is Code.PROFILE_MISTYPED
    with pytest.raises(NoProfile, match="'foyer'; there are: default, training"):
        load_profile("foyer", path, must_exist=True)
    assert load_profile("foyer", path).profile == Profile("foyer")
    assert load_profile("foyer", path.with_name("none.toml"), must_exist=True).profile == Profile(
        "foyer"
    )


def test_a_wrong_line_of_another_profile_is_not_in_the_way(path: Path) -> None:
    path.write_text(GOOD.replace("http://127.0.0.1:8480", "nowhere"), encoding="utf-8")
    assert load_profile("default", path).profile.language == "de"
    assert refused(path, "training").line == 12


def test_a_password_in_an_address_is_not_repeated(path: Path) -> None:
    path.write_text(GOOD.replace("https://", "https://ann:hush@"), encoding="utf-8")
    told = refused(path)
    assert "hush" not in f"{told} {told.notice}"


def test_what_cannot_be_kept_leaves_the_file_as_it_was(path: Path) -> None:
    path.write_text("[profiles", encoding="utf-8")
    with pytest.raises(SettingsBroken, match=r"settings\.toml"):
        save_profile(Profile(server="https://a.example"), path)
    assert path.read_text(encoding="utf-8") == "[profiles"
