"""A token for each counter: made, shown once, ended while the service runs."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from boxoffice.service.data import credentials
from boxoffice.service.data.credentials import NotDone
from boxoffice.service.data.store import Store
from boxoffice.service.errors import ServiceError
from tests import postgresql
from tests.cli.test_command_line import boxoffice
from tests.service.client import Api
from tests.service_fixture import Running, running_service


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "house.sqlite"


@pytest.fixture
def running(data: Path) -> Iterator[Running]:
    with running_service(data=data) as service:
        yield service


@contextlib.contextmanager
def opened(data: Path) -> Iterator[Store]:
    store = Store(data)
    try:
        yield store
    finally:
        store.close()


def added(data: Path, name: str) -> str:
    with opened(data) as store:
        return credentials.add(store, name)


def token(*words: str, data: Path) -> subprocess.CompletedProcess[str]:
    return boxoffice("token", *words, "--data", str(data))


def test_a_counter_gets_a_token_uses_it_and_loses_it(running: Running, data: Path) -> None:
    made = token("add", "till 1", data=data)
    assert (made.returncode, made.stderr) == (0, "")
    secret = made.stdout.removesuffix("\n")
    assert len(secret) >= 43
    assert secret.split() == [secret]
    with Api(running, f"AUTHTOKEN {secret}") as till, Api(running) as own:
        order = till.reserve(1).result["id"]
        assert own.get(f"/orders/{order}").status == 404  # it is the till's
        listed = token("list", data=data)
        assert [line.split("\t")[::2] for line in listed.stdout.splitlines()] == [
            ["default", "valid"],
            ["till 1", "valid"],
        ]
        assert token("revoke", "till 1", data=data).returncode == 0
        answer = till.get("/events")
        assert (answer.status, answer.body["error_type"]) == (401, 1)
        assert own.get("/events").status == 200
    listed = token("list", data=data)
    assert "till 1" in listed.stdout
    assert "revoked" in listed.stdout
    for told in (listed.stdout, data.read_bytes().decode("latin-1")):
        assert secret not in told
        assert running.token not in told


def test_a_revoked_name_comes_back_with_its_orders(running: Running, data: Path) -> None:
    first = added(data, "till 1")
    with Api(running, f"AUTHTOKEN {first}") as till:
        order = till.reserve(1).result["id"]
    with opened(data) as store:
        credentials.revoke(store, "till 1")
        credentials.revoke(store, "till 1")  # again: it stays so
    second = added(data, "till 1")
    assert second != first
    with Api(running, f"AUTHTOKEN {second}") as till:
        assert till.get(f"/orders/{order}").status == 200
    with Api(running, f"AUTHTOKEN {first}") as stranger:
        assert stranger.get("/events").status == 401


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        (["add", "till 1"], 1, "boxoffice: there is a credential 'till 1' already"),
        (["add", "default"], 1, "boxoffice: 'default' is the credential that"),
        (["revoke", "nobody"], 1, "boxoffice: there is no credential 'nobody'"),
        (["add", ""], 2, "usage:"),
        (["add", " till"], 2, "usage:"),
        (["add", "x" * 101], 2, "usage:"),
        (["add", "a\nb"], 2, "usage:"),
        ([], 2, "usage:"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(
    data: Path, words: list[str], code: int, line: str
) -> None:
    with opened(data) as store:
        credentials.add(store, "till 1")
    told = token(*words, data=data)
    assert told.returncode == code
    assert told.stderr.startswith(line)
    assert told.stdout == ""
    assert "Traceback" not in told.stderr
    assert code == 2 or told.stderr.count("\n") == 1


def test_no_data_are_made_by_asking_for_a_token(data: Path) -> None:
    told = token("add", "till 1", data=data)
    assert told.returncode == 3
    assert told.stderr.count("\n") == 1
    assert str(data) in told.stderr
    assert not data.exists()
    assert boxoffice("token", "list").returncode == 2
    other = boxoffice("token", "list", "--database", "postgresql://u:canary@127.0.0.1:1/x")
    assert other.returncode == 3
    assert other.stderr.count("\n") == 1
    assert "canary" not in other.stderr


def test_the_services_own_token_ends_no_others(data: Path) -> None:
    with running_service(data=data, token="first"):
        secret = added(data, "till 1")
    with running_service(data=data, token="second") as running:
        with Api(running, f"AUTHTOKEN {secret}") as till, Api(running) as own:
            assert till.get("/events").status == own.get("/events").status == 200
        with Api(running, "AUTHTOKEN first") as old:
            assert old.get("/events").status == 401


def test_a_revoked_token_of_the_service_does_not_come_back(data: Path) -> None:
    with running_service(data=data, token="") as running:
        kept = running.token
    with opened(data) as store:
        credentials.revoke(store, credentials.DEFAULT)
    with running_service(data=data, token="") as running, Api(running) as own:
        assert running.token != kept
        assert own.get("/events").status == 200
    with opened(data) as store:
        credentials.revoke(store, credentials.DEFAULT)
    with (
        pytest.raises(ServiceError, match="BOXOFFICE_TOKEN was revoked"),
        running_service(data=data, token=running.token),
    ):
        pass


def test_a_counters_token_may_be_the_services_as_well(data: Path) -> None:
    with opened(data) as store:
        secret = credentials.add(store, "till 1")
    with running_service(data=data, token=secret) as running, Api(running) as own:
        assert own.get("/events").status == 200


@pytest.mark.skipif(bool(postgresql.why_not()), reason=postgresql.why_not())
def test_a_database_has_one_set_of_tokens_for_all_its_services() -> None:
    address = postgresql.shared_server().new_database()
    with running_service(database=address, token="") as first, Api(first) as own:
        assert first.token
        store = Store(address)
        secret = credentials.add(store, "till 1")
        with pytest.raises(NotDone):
            credentials.add(store, "till 1")
        with (
            running_service(database=address, token="") as second,
            Api(second, f"AUTHTOKEN {secret}") as till,
        ):
            assert second.token == ""
            assert till.get("/events").status == 200
            assert own.get("/events").status == 200
            credentials.revoke(store, "till 1")
            assert till.get("/events").status == 401
        store.close()
