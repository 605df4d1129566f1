"""The audit trail: every change leaves a line, nothing else does, and no line ever changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError

from boxoffice.service.api.operations import OPERATIONS
from boxoffice.service.data.store import Store
from tests.pictures import SVG
from tests.postgresql import Server
from tests.service import import_bodies
from tests.service.client import Answer, Api
from tests.service.conftest import Place
from tests.service.import_bodies import PATHS
from tests.service.imports.test_import_fuzz import HEAD, WHOLE
from tests.service.open_data import lines, opened
from tests.service_fixture import CHILD, running_service

Line = dict[str, Any]
IMPORTS = {
    "ImportLocations": "locations",
    "ImportAreas": "venues",
    "ImportEntrances": "entrances",
    "ImportOrganizers": "organizers",
    "ImportEventSets": "event_sets",
    "ImportSalesTypes": "sales_types",
    "ImportPriceCategories": "price_categories",
    "ImportSalesRules": "sales_rules",
    "ImportSeats": "seats",
    "ImportSeatStatus": "seat_states",
    "Events": "events",
}


class Audited:
    """A service and its audit trail."""

    def __init__(self, api: Api, store: Store) -> None:
        self.api = api
        self._store = store

    def new(self, done: Callable[[], Answer]) -> list[Line]:
        """The lines that something leaves."""
        before = lines(self._store)
        done()
        after = lines(self._store)
        assert after[: len(before)] == before
        return after[len(before) :]


@pytest.fixture(scope="module")
def place(new_place: Place) -> dict[str, Any]:
    return new_place()


@pytest.fixture(scope="module")
def audited(place: dict[str, Any]) -> Iterator[Audited]:
    with running_service(**place) as running, Api(running) as api, opened(place) as store:
        import_bodies.bring_tent(api)
        yield Audited(api, store)


def order(api: Api, *seats: int, sold: str = "") -> int:
    order_id = int(api.reserve(*seats).result["id"])
    if sold:
        assert api.complete(order_id, sold).status == 200
    return order_id


_BEGUN = time.time()


def only(found: list[Line], what: str) -> Line:
    assert [line["what"] for line in found] == [what]
    [line] = found
    assert line["counter"] == "default"
    assert _BEGUN <= line["at"] <= time.time() + 1
    return line


def test_every_step_of_a_sale_leaves_its_line(audited: Audited) -> None:
    api = audited.api
    ids: list[int] = []

    def reserves() -> Answer:
        answer = api.reserve(41, 42, 43)
        ids.append(answer.result["id"])
        return answer

    line = only(audited.new(reserves), "reserved")
    assert line["order_id"] == ids[0]
    assert line["clerk"] == ""
    path = f"/orders/{ids[0]}"
    at_child = {"sales_type_id": CHILD}
    line = only(audited.new(lambda: api.put(f"{path}/events/1/seats/41", at_child)), "priced")
    assert line["order_id"] == ids[0]
    only(audited.new(lambda: api.delete(f"{path}/events/1/seats/42")), "given back")
    line = only(audited.new(lambda: api.complete(ids[0], "BX-A", operator="Anna")), "completed")
    assert line["clerk"] == "Anna"
    only(audited.new(lambda: api.delete(f"{path}/events/1/seats/41")), "given back")
    line = only(audited.new(lambda: api.delete(path)), "cancelled")
    assert line["order_id"] == ids[0]


def test_the_other_ways_to_change_an_order(audited: Audited) -> None:
    api = audited.api
    only(audited.new(lambda: api.best(2)), "reserved")
    sold = order(api, 51, 52, sold="BX-B")
    only(audited.new(lambda: api.delete(f"/orders/{sold}/events/1")), "given back")
    held = order(api, 53, 54)
    only(audited.new(lambda: api.delete(f"/orders/{held}/events")), "given back")
    only(audited.new(lambda: api.delete(f"/orders/{held}")), "cancelled")


@pytest.mark.parametrize("operation", sorted(IMPORTS))
def test_every_import_leaves_its_line(audited: Audited, operation: str) -> None:
    name = IMPORTS[operation]
    item = import_bodies.area() if name == "venues" else WHOLE[name]
    if name == "seat_states":
        [seat, *_] = import_bodies.listed(audited.api, "/seats", id=3)
        item = item | {"seat_id": seat["id"]}
    only(audited.new(lambda: import_bodies.send(audited.api, name, item, **HEAD)), operation)


def test_customers_pictures_and_ticket_systems_leave_their_line(audited: Audited) -> None:
    api = audited.api
    system = {"ticket_system": {"name": "Gate", "system_type_area_id": 1}}
    only(audited.new(lambda: api.post("/customers", {"last_name": "Maier"})), "Customers")
    only(audited.new(lambda: api.put("/ticket-systems", system)), "TicketSystemsForService")
    line = only(audited.new(lambda: api.upload(SVG)), "UploadAreaPicture")
    assert line["clerk"] == ""


def test_these_are_all_operations_that_change_something() -> None:
    known = {*IMPORTS, "Customers", "TicketSystemsForService", "UploadAreaPicture"}
    changing = {o.name for o in OPERATIONS if o.writes and not o.is_order}
    assert changing == known


def test_what_is_refused_or_repeated_leaves_none(audited: Audited) -> None:
    api = audited.api
    wanted = {"order_id": "", "seats_info": [{"event_id": 1, "seat_id": 55}]}
    assert len(audited.new(lambda: api.post("/orders/reserve-seat", wanted, key="a"))) == 1
    sold = order(api, 56, sold="BX-C")
    refused: list[tuple[Callable[[], Answer], int]] = [
        (lambda: api.post("/orders/reserve-seat", wanted, key="a"), 200),
        (lambda: api.complete(sold, "BX-C"), 200),
        (lambda: api.reserve(55), 409),
        (lambda: api.reserve(57, 55), 409),
        (lambda: api.reserve(999), 404),
        (lambda: api.complete(sold, "BX-D"), 409),
        (lambda: api.complete(999_999, "BX-D"), 404),
        (lambda: api.delete("/orders/999999"), 404),
        (lambda: api.delete(f"/orders/{sold}/events/1/seats/57"), 404),
        (lambda: api.put(f"/orders/{sold}/events/1/seats/56", {"sales_type_id": 1}), 409),
        (lambda: api.post("/customers", {}), 422),
        (lambda: api.post("/customers", {"last_name": "\0"}), 422),
        (lambda: api.put("/ticket-systems", {}), 422),
        (lambda: api.upload(b"no picture"), 422),
        (lambda: api.upload(SVG, area=999), 404),
        *((lambda path=path: api.post(path, b"{}"), 422) for path in PATHS.values()),
    ]
    for ask, status in refused:
        answers: list[Answer] = []

        def asked(ask: Callable[[], Answer] = ask, into: list[Answer] = answers) -> Answer:
            into.append(ask())
            return into[0]

        assert audited.new(asked) == []
        assert answers[0].status == status, answers[0].text


def test_reading_leaves_none(audited: Audited) -> None:
    def read() -> Answer:
        for path in ("/events", "/seats", "/events/1/seat-status", "/orders/1", "/customers"):
            audited.api.get(path, id=1)
        return audited.api.get("/events")

    assert audited.new(read) == []


def test_a_hold_that_runs_out_leaves_a_line_of_nobody(new_place: Place) -> None:
    place = new_place()
    with running_service(**place, hold_seconds=0.05) as running, Api(running) as api:
        order_id = api.reserve(5).result["id"]
        with opened(place) as store:
            while not (found := [x for x in lines(store) if x["what"] == "expired"]):
                api.statuses()
            assert [(x["counter"], x["order_id"]) for x in found] == [("", order_id)]


CHANGES = [
    "UPDATE audit SET clerk = 'Nobody'",
    "UPDATE audit SET at = 0 WHERE id = 1",
    "DELETE FROM audit",
    "DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)",
]


@pytest.mark.parametrize("as_owner", [True, False])
@pytest.mark.parametrize("change", [*CHANGES, "TRUNCATE audit", "TRUNCATE audit, orders CASCADE"])
def test_nobody_changes_a_line(
    place: dict[str, Any], audited: Audited, change: str, as_owner: bool
) -> None:
    order(audited.api, *(free(audited.api)))
    with opened(place, as_owner=as_owner) as store:
        before = lines(store)
        # SQLite knows no TRUNCATE: its own shortcut for DELETE is off where there is a trigger.
        with pytest.raises(DBAPIError) as told, store._database.engine.begin() as connection:
            connection.exec_driver_sql(change)
        if as_owner and "TRUNCATE" not in change:
            assert "only added to" in str(told.value)
        assert lines(store) == before


def free(api: Api) -> list[int]:
    return [next(seat for seat, status in api.statuses().items() if status == 0)]


@pytest.mark.parametrize("as_owner", [True, False])
def test_a_seat_has_no_second_owner(
    place: dict[str, Any], audited: Audited, as_owner: bool
) -> None:
    first, second = (order(audited.api, *free(audited.api)) for _ in range(2))
    taken = (
        "INSERT INTO order_seats (order_id, event_id, seat_id, position, sales_type_id,"
        " price_category_id, given_back, active) SELECT {other}, event_id, seat_id, 7,"
        " sales_type_id, price_category_id, {no}, {active} FROM order_seats WHERE order_id = {one}"
    )
    with opened(place, as_owner=as_owner) as store:
        yes, no = ("true", "false") if "database" in place else ("1", "0")
        engine = store._database.engine
        second_owner = taken.format(other=second, one=first, active=yes, no=no)
        with pytest.raises(IntegrityError), engine.begin() as connection:
            connection.exec_driver_sql(second_owner)
        with engine.begin() as connection:  # a row that says who had it once is none
            connection.exec_driver_sql(second_owner.replace(f"{no}, {yes}", f"{no}, {no}"))
        again = f"UPDATE order_seats SET active = {yes} WHERE order_id = {second}"
        with pytest.raises(IntegrityError), engine.begin() as connection:
            connection.exec_driver_sql(again)


@pytest.fixture(scope="module")
def role(server: Server) -> Iterator[Store]:
    """A PostgreSQL database, as the service may use it."""
    with opened({"database": server.new_database()}) as store:
        yield store


@pytest.mark.parametrize(
    "statement",
    [
        "DROP INDEX one_owner",
        "DROP TABLE audit",
        "DROP TRIGGER audit_is_kept ON audit",
        "ALTER TABLE audit DISABLE TRIGGER ALL",
        "ALTER TABLE audit ADD COLUMN more TEXT",
        "DROP FUNCTION audit_is_kept() CASCADE",
        "SET session_replication_role = replica",
        "CREATE OR REPLACE FUNCTION audit_is_kept() RETURNS trigger AS 'x' LANGUAGE plpgsql",
        "DELETE FROM orders",
        "DELETE FROM tickets",
        "DELETE FROM event_seats",
        "DELETE FROM seats",
        "DELETE FROM answers",
        "TRUNCATE order_seats",
        "CREATE TABLE more (is_here BOOLEAN)",
        "UPDATE alembic_version SET version_num = '0002'",
        "DELETE FROM credentials",
        "CREATE TRIGGER more BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_kept()",
        "SET ROLE boxoffice",
    ],
)
def test_the_role_of_the_service_may_do_no_more_than_it_needs(role: Store, statement: str) -> None:
    with (
        pytest.raises(DBAPIError, match=r"denied|must be owner"),
        role._database.engine.begin() as connection,
    ):
        connection.exec_driver_sql(statement)
