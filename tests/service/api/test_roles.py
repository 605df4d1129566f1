"""Who only sells changes no house; whose role is taken away learns it with the next request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from boxoffice.service.api.call import Operation
from boxoffice.service.api.operations import OPERATIONS
from boxoffice.service.data import credentials
from boxoffice.service.data.schema import credentials as table
from boxoffice.service.data.store import Store
from boxoffice.service.paths import ROOT
from tests.cli.test_command_line import boxoffice
from tests.pictures import SVG
from tests.service.client import Answer, Api
from tests.service.conftest import Place
from tests.service.open_data import lines, opened
from tests.service.sale.test_payments import sold
from tests.service_fixture import STALLS, Running, running_service

HOUSE = {
    ("POST", "/v1/events"),
    *(
        ("POST", f"/v1/import/{what}")
        for what in (
            "locations",
            "areas",
            "entrances",
            "organizers",
            "event-sets",
            "sales-types",
            "price-categories",
            "sales-rules",
            "seats",
            "seat-status",
        )
    ),
    ("PUT", "/v1/ticket-systems"),
    ("POST", "/v1/pictures/areas/{operator_id}"),
}
SYSTEM = {"ticket_system": {"name": "Box office", "system_type_area_id": 1}}


@pytest.fixture(scope="module")
def place(new_place: Place) -> dict[str, Any]:
    return new_place()


@pytest.fixture(scope="module")
def running(place: dict[str, Any]) -> Iterator[Running]:
    with running_service(**place) as running:
        yield running


@pytest.fixture(scope="module")
def store(running: Running, place: dict[str, Any]) -> Iterator[Store]:
    with opened(place) as store:
        yield store


@pytest.fixture(scope="module")
def till(running: Running, store: Store) -> Iterator[Api]:
    with Api(running, f"AUTHTOKEN {credentials.add(store, 'till')}") as api:
        yield api


def ask(api: Api, operation: Operation) -> Answer:
    path = operation.path.replace("{operator_id}", "7").replace("{mapping_type}", "0")
    for name in ("order_id", "event_id", "seat_id", "picture_id", "sales_condition_id"):
        path = path.replace(f"{{{name}}}", "1")
    return api.send(operation.verb, path.removeprefix("/v1"), b"{}" if operation.writes else None)


def test_the_operations_of_the_house_are_those_of_the_contract() -> None:
    assert {(each.verb, each.path) for each in OPERATIONS if each.is_house} == HOUSE


def test_a_till_is_refused_what_is_the_houses_and_nothing_else(till: Api, store: Store) -> None:
    before = len(lines(store))
    for operation in OPERATIONS:
        answer = ask(till, operation)
        assert (answer.status == 403) == operation.is_house, (operation.name, answer.text)
        if operation.is_house:
            assert answer.body["error_type"] == 2
            assert answer.body["TIsAuthorizedUser"] is True
            assert "house" in answer.body["error_message"]
    assert till.upload(SVG, STALLS).status == 403
    assert till.put("/ticket-systems", SYSTEM, key="k").status == 403
    assert len(lines(store)) == before
    [system] = [s for s in till.get("/areas", id=1).result["areas"] if s["picture_url"]]
    picture = till.get(system["picture_url"].removeprefix(f"{ROOT}/v1"))
    assert (picture.status, picture.content) == (200, SVG)


def test_a_role_is_taken_away_in_the_middle_of_a_sale(running: Running, store: Store) -> None:
    with Api(running, f"AUTHTOKEN {credentials.add(store, 'both', 'house')}") as both:
        assert both.put("/ticket-systems", SYSTEM, key="once").status == 200
        order = both.reserve(1).result["id"]
        with store.writing() as connection:
            named = update(table).where(table.c.name == "both")
            connection.execute(named.values(role="sales"))
        # Not even what it was answered before.
        assert both.put("/ticket-systems", SYSTEM, key="once").status == 403
        assert both.complete(order, "BX-BOTH").status == 200
        credentials.revoke(store, "both")
        assert both.get(f"/orders/{order}").status == 401
    with Api(running, f"AUTHTOKEN {credentials.add(store, 'both')}") as again:
        assert again.put("/ticket-systems", SYSTEM).status == 403
        assert again.get(f"/orders/{order}").status == 200


def test_a_hostile_till_changes_nothing_of_another(
    running: Running, till: Api, store: Store
) -> None:
    with Api(running, f"AUTHTOKEN {credentials.add(store, 'other')}") as other:
        order = sold(other, 11)
        path = f"/orders/{order}"
        for answer in (
            till.get(path),
            till.get(f"{path}/tickets"),
            till.delete(path),
            till.delete(f"{path}/events"),
            till.complete(order, "BX-HOSTILE"),
            till.put(f"{path}/events/1/seats/11", {"sales_type_id": 2}),
            till.reserve(12, order=order),
        ):
            assert answer.status == 404
        assert other.get(path).result["status"] == 1


@pytest.mark.sqlite_only
def test_the_command_gives_a_role_and_tells_it(tmp_path: Path) -> None:
    data = tmp_path / "house.sqlite"
    with running_service(data=data) as running:
        words = ("--data", str(data))
        seller = boxoffice("token", "add", "till", *words).stdout.strip()
        master = boxoffice("token", "add", "office", "--role", "house", *words).stdout.strip()
        wrong = boxoffice("token", "add", "x", "--role", "admin", *words)
        assert (wrong.returncode, wrong.stdout) == (2, "")
        told = boxoffice("token", "list", *words).stdout.splitlines()
        assert [line.split("\t")[::3] for line in told] == [
            ["default", "house"],
            ["office", "house"],
            ["till", "sales"],
        ]
        for token, status in ((seller, 403), (master, 200), (running.token, 200)):
            with Api(running, f"AUTHTOKEN {token}") as api:
                assert api.put("/ticket-systems", SYSTEM).status == status


def test_tokens_from_before_sell_and_the_services_own_does_all(new_place: Place) -> None:
    place = new_place()
    with running_service(**place), opened(place) as store:
        credentials.add(store, "office", "house")
    to_before_roles(place)
    with opened(place, as_owner=True) as store:
        roles = {each.name: each.role for each in credentials.listed(store)}
    assert roles == {"default": "house", "office": "sales"}


def to_before_roles(place: dict[str, Any]) -> None:
    with opened(place, as_owner=True) as store, store.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE credentials DROP COLUMN role")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0003'")
        if "data" in place:
            connection.exec_driver_sql("PRAGMA user_version = 6")
