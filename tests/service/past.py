"""`python -m tests.service.past --orders N --database sqlite|postgresql`: what an operation costs
in a house with a past of so many orders, beside one of 1,000; and every statement that reads a
whole table of what was sold.

Ends with 1 where a statement does so that is not in `MAY_READ_ALL`.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text

from boxoffice.service.api.operations import OPERATIONS
from boxoffice.service.paths import METRICS, ROOT
from tests import postgresql
from tests.pictures import SVG
from tests.service import import_bodies
from tests.service.client import Answer, Api
from tests.service.imports.test_import_fuzz import HEAD, WHOLE
from tests.service_fixture import CHILD, SECOND_EVENT, Running, running_service

TABLES = ("orders", "event_seats", "order_seats", "tickets", "audit", "answers")
# What of a statement tells it, and why it may read a table to its end.
MAY_READ_ALL = {
    "order_seats.sales_type_id IN": (
        "a price type is deleted, once in a season: an index for it would cost every sale"
    ),
    "event_seats.event_id IN (SELECT events.id": (
        "a seat of a location is deleted or comes back, which is in all events there have been; an"
        " index by seat would cost every sale"
    ),
}
_EVENTS = 300  # of the past
_FEW = 1_000
_ROUNDS = 60
# Indexes of what is going on only, however much has been: reading all of one is no fault.
_OF_THE_PRESENT = {"open_orders"}
_PAST = """
INSERT INTO seats (id, location_id, area_id, external_id, "row", number, x, y, angle, attributes,
    stamp, deleted)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows)
SELECT 1000000 + i, 1, 2, 'old-' || i, 'Z', 'n' || i, 1.0, 1.0, 0.0, 0, 1, :no FROM n;
INSERT INTO events (id, location_id, external_id, name, start_date, currency, status, seats_total,
    stamp, deleted)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :events)
SELECT 1000000 + i, 1, 'old-' || i, 'Long ago', '2019-05-01T17:00:00+00:00', 'EUR', 1, :rows, 1, :no
FROM n;
INSERT INTO price_categories (id, event_id, external_id, name, stamp, deleted)
SELECT id, id, 'old', 'Old', 1, :no FROM events WHERE id > 1000000;
INSERT INTO orders (id, credential_id, external_id, status, currency, created, completed, hold_till,
    refunded)
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :orders)
SELECT 1000000 + i, 1, 'OLD-' || i, CASE i % 20 WHEN 0 THEN 2 WHEN 1 THEN 3 ELSE 1 END, 'EUR',
    1500000000.0 + i, 1500000000.0 + i, CASE i % 20 WHEN 1 THEN 1500000600.0 + i END, '0.00'
FROM n;
INSERT INTO event_seats (event_id, seat_id, price_category_id, status, order_id, stamp)
SELECT 1000001 + (id - 1000000) / :rows, 1000001 + (id - 1000000) % :rows,
    1000001 + (id - 1000000) / :rows, CASE status WHEN 1 THEN 2 ELSE 0 END,
    CASE status WHEN 1 THEN id END, 1
FROM orders WHERE id >= 1000000;
INSERT INTO order_seats (order_id, event_id, seat_id, position, sales_type_id, price_category_id,
    price, fee, vat_rate, given_back, active)
SELECT id, 1000001 + (id - 1000000) / :rows, 1000001 + (id - 1000000) % :rows, 0, 1,
    1000001 + (id - 1000000) / :rows, '30.00', '2.00', '7', :no, status = 1
FROM orders WHERE id >= 1000000;
INSERT INTO tickets (id, order_id, event_id, seat_id, barcode, price, status)
SELECT order_id, order_id, event_id, seat_id, 'OLD' || order_id, '32.00', 0
FROM order_seats WHERE active AND order_id >= 1000000;
INSERT INTO audit (id, at, counter, clerk, what, order_id)
SELECT id * 2, created, 'default', '', 'reserved', id FROM orders WHERE id >= 1000000;
INSERT INTO audit (id, at, counter, clerk, what, order_id)
SELECT id * 2 + 1, created, 'default', 'Anna', 'completed', id FROM orders WHERE id >= 1000000;
INSERT INTO answers (credential_id, key, fingerprint, body)
SELECT 1, 'old-' || id, 'f' || id, :body FROM orders WHERE id >= 1000000
"""


def put_past(connection: Connection, orders: int) -> None:
    """Adds old orders of a seat each, in `_EVENTS` events of the same location."""
    rows = -(-orders // _EVENTS)
    values = {"orders": orders, "rows": rows, "events": _EVENTS, "no": False, "body": b"x" * 700}
    for statement in _PAST.split(";"):
        bound = {name: value for name, value in values.items() if f":{name}" in statement}
        connection.execute(text(statement), bound)


@dataclass(slots=True)
class House:
    """A small house with a past.

    Attributes:
        place: what `running_service` finds its data by.
        owner: the address of its owner, for SQLAlchemy.
    """

    place: dict[str, Any]
    owner: str
    pid: int = 0  # of the database server

    def grow_old(self, orders: int) -> None:
        engine = create_engine(self.owner)
        with engine.begin() as connection:
            put_past(connection, orders)
        if self.pid:  # a server does so by itself, and the service never does so to its file
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM ANALYZE"))
        engine.dispose()

    def tell_plans(self) -> None:
        """From now on each statement on a server tells the plan that it had, in a notice."""
        if not self.pid:
            return
        told = {
            "session_preload_libraries": "auto_explain",
            "auto_explain.log_min_duration": "0",
            "auto_explain.log_format": "json",
            "auto_explain.log_level": "notice",
            "auto_explain.log_nested_statements": "on",
        }
        engine = create_engine(self.owner, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text("LOAD 'auto_explain'"))
            for name, value in told.items():
                database = make_url(self.owner).database
                connection.execute(text(f"ALTER DATABASE {database} SET {name} = '{value}'"))
        engine.dispose()


def house_of(place: dict[str, Any], server: postgresql.Server | None) -> House:
    if server is None:
        return House(place, f"sqlite:///{place['data']}")
    owner = server.owners(place["database"]).replace("postgresql:", "postgresql+psycopg:")
    return House(place, owner, server.pid)


@dataclass(slots=True)
class Plans:
    """What was executed on the house while its plans were watched.

    Attributes:
        doing: what is being asked for.
        faults: the statements that read a table to its end: what was asked for first when one did,
            by table and statement.
        count: of the plans that were seen.
    """

    doing: str = ""
    faults: dict[tuple[str, str], str] = field(default_factory=dict)
    count: int = 0

    def note(self, statement: str, tables: set[str]) -> None:
        self.count += 1
        words = " ".join(statement.split())
        if not any(may in words for may in MAY_READ_ALL):
            for table in tables:
                self.faults.setdefault((table, words), self.doing)

    def told(self) -> str:
        return "\n".join(
            f"{doing or 'the sweeper'} reads all of {table}: {words}"
            for (table, words), doing in self.faults.items()
        )


@contextmanager
def watched(house: House) -> Iterator[Plans]:
    """Watches the plans of the statements that are executed in the block, which has to begin
    before the service does."""
    plans = Plans()
    if house.pid:
        house.tell_plans()
        with _listening("connect", lambda driver, _: driver.add_notice_handler(_noting(plans))):
            yield plans
        return
    asked: dict[str, tuple[str, Any]] = {}

    def note(*words: Any) -> None:
        values = words[3][0] if words[5] else words[3]
        asked.setdefault(words[2], (plans.doing, values))

    with _listening("before_cursor_execute", note):
        yield plans
    engine = create_engine(house.owner)
    with engine.connect() as connection:
        for statement, (plans.doing, values) in asked.items():
            if re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", statement):
                rows = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, values)
                plans.note(statement, _scanned(" \n".join(row.detail for row in rows)))
    engine.dispose()


@contextmanager
def _listening(name: str, listener: Callable[..., None]) -> Iterator[None]:
    event.listen(Engine, name, listener)
    try:
        yield
    finally:
        event.remove(Engine, name, listener)


def _scanned(steps: str) -> set[str]:
    """The tables that a plan of SQLite reads to their end."""
    found = re.findall(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?", steps)
    return {table for table, index in found if table in TABLES and index not in _OF_THE_PRESENT}


def _noting(plans: Plans) -> Callable[[Any], None]:
    def note(notice: Any) -> None:
        _, is_plan, plan = (notice.message_primary or "").partition("plan:\n")
        if is_plan:
            told = json.loads(plan)
            plans.note(told["Query Text"], set(_read_whole(told["Plan"])))

    return note


def _read_whole(node: dict[str, Any], table: str = "") -> Iterator[str]:
    """The tables that a plan of PostgreSQL reads to their end, by an index or without."""
    table = node.get("Relation Name", table)
    kind = node["Node Type"]
    is_whole = kind == "Seq Scan" or (
        kind in ("Index Scan", "Index Only Scan", "Bitmap Index Scan")
        and "Index Cond" not in node
        and node["Index Name"] not in _OF_THE_PRESENT
    )
    if is_whole and table in TABLES:
        yield table
    for inner in node.get("Plans", ()):
        yield from _read_whole(inner, table)


class Asking(Api):
    """A caller that says what it asks for, and remembers which operations that were."""

    def __init__(self, service: Running, plans: Plans) -> None:
        super().__init__(service)
        self.plans = plans
        self.asked: set[tuple[str, str]] = set()
        self.metrics = service.address.removesuffix(ROOT) + METRICS

    def close(self) -> None:
        self.__exit__()

    def send(
        self, verb: str, path: str, body: Any = None, key: str = "", params: Any = None
    ) -> Answer:
        self._say(verb, path)
        return super().send(verb, path, body, key, params)

    def upload(self, data: bytes, area: object = 2, key: str = "", operator: object = 7) -> Answer:
        self._say("POST", f"/pictures/areas/{operator}")
        return super().upload(data, area, key, operator)

    def _say(self, verb: str, path: str) -> None:
        self.plans.doing = f"{verb} {path}"
        for operation in OPERATIONS:
            pattern = re.sub(r"\{\w+\}", r"\\d+", operation.path)
            if operation.verb == verb and re.fullmatch(pattern, "/v1" + path):
                self.asked.add((verb, operation.path))


def every_operation(api: Api) -> None:
    """Asks for each of the operations, and for each of their ways with what is in the house."""
    tent = import_bodies.bring_tent(api)
    lists = {operation.path for operation in OPERATIONS if operation.verb == "GET"}
    for path in sorted(path.removeprefix("/v1") for path in lists if "{" not in path):
        for query in ({"id": 1}, {"id": 1, "last_updated": 2}, {}, {"search": "Mai", "page": 2}):
            api.get(path, **({"id": 1} | query if "seat" in path else query))
    status = ("/events/1/seat-status", "/events/1/jt-seat-status")
    for path in (*status, "/seats", "/event-seat-data"):
        for since in (0, 1, 10**9):
            api.get(path, id=1, last_updated=since)
            api.get(path, id=1, last_updated=since, page=2, pageSize=10)
    _sell(api)
    item: Any
    for name, item in (WHOLE | {"venues": import_bodies.area()}).items():
        import_bodies.send(api, name, item, idempotency=f"import {name}", **HEAD)
        if name == "seat_states":
            [seat, *_] = import_bodies.listed(api, "/seats", id=tent)
            import_bodies.send(api, name, item | {"seat_id": seat["id"]}, **HEAD)
    _delete(api)
    api.post("/customers", {"last_name": "Maier"})
    api.put("/ticket-systems", {"ticket_system": {"name": "Gate", "system_type_area_id": 1}})
    api.upload(SVG)
    api.get("/pictures/1")
    for kind in (0, 1, 2):
        api.get(f"/mappings/{kind}", eventID=1, IDs="1", externalIDs="a")
    for path in ("/mappings/customer-types", "/mappings/sales-conditions"):
        api.post(path, {"ids": [1], "external_ids": ["full"]})
    api.get("/mappings/sales-conditions/1/sales-types", customerTypeID=1)


def _sell(api: Api) -> None:
    first = api.reserve(1, 2, 3, 4).result["id"]
    path = f"/orders/{first}"
    assert api.reserve(5, 6, order=first).status == 200
    assert api.reserve(1).status == 409
    assert api.best(2).status == 200
    assert api.best(2, event_id=SECOND_EVENT).status == 200
    assert api.put(f"{path}/events/1/seats/1", {"sales_type_id": CHILD}, "change").status == 200
    assert api.delete(f"{path}/events/1/seats/2", "back").status == 200
    for word in ("", "/base", "/seats", "/tickets"):
        assert api.get(path + word).status == 200
    assert api.complete(first, "BX-1", operator="Anna").status == 200
    for word in ("", "/base", "/seats", "/tickets"):
        assert api.get(path + word, getExternalIDs="1", id=1).status == 200
    again = api.reserve(55).result["id"]
    price = next(s["price"] + s["fee"] for s in api.get(f"{path}/seats").result["seats"])
    total = api.get(f"/orders/{again}/base").result["total"]
    amounts = [{"payment_type": 1, "amount": float(total - price)}] if total != price else []
    api.complete(again, "BX-2", payments=amounts, exchange_of=first, customer_id=1)
    assert api.delete(f"{path}/events/1/seats/3").status == 200
    assert api.delete(f"{path}/events/1").status == 200
    held = api.reserve(56, 57).result["id"]
    assert api.delete(f"/orders/{held}/events").status == 200
    assert api.delete(f"/orders/{held}").status == 200
    assert api.delete(path).status == 200
    body = {"order_id": "", "seats_info": [{"event_id": 1, "seat_id": 58}]}
    for _ in range(2):
        assert api.post("/orders/reserve-seat", body, "the same").status == 200


def end_holds(api: Asking, house: House) -> None:
    """Orders whose hold runs out: they are ended, and one of them is sold nevertheless."""
    assert httpx.get(api.metrics).status_code == 200
    held = [api.reserve(seat).result["id"] for seat in (59, 60)]
    paid = api.cash_for(held[0])
    engine = create_engine(house.owner)
    with engine.begin() as connection:
        connection.execute(text("UPDATE orders SET hold_till = 1.0 WHERE status = 0"))
    engine.dispose()
    assert api.statuses()[59] == 0
    assert api.reserve(58, order=held[1]).status == 200
    assert api.complete(held[0], "BX-3", payments=paid).status == 200


def _delete(api: Api) -> None:
    """Whatever is deleted is looked for in what was sold."""
    gone = import_bodies.gone
    import_bodies.send(
        api, "seats", gone("floor-19", "external_seat_id"), external_event_id="small-first"
    )
    import_bodies.send(api, "sales_types", gone("adult", "external_sales_type_id"))
    import_bodies.send(
        api,
        "price_categories",
        gone("near", "external_price_category_id"),
        external_event_id="gala",
    )
    for name in ("gala", "old-1"):
        import_bodies.send(api, "events", gone(name, "external_event_id"))


@contextmanager
def asking(house: House, **terms: Any) -> Iterator[Asking]:
    """A caller of a service on the house, whose plans are watched."""
    with (
        watched(house) as plans,
        running_service(**house.place, **terms) as running,
        contextlib.closing(Asking(running, plans)) as api,
    ):
        yield api


# By command: the cost.


@contextmanager
def _new_house(kind: str) -> Iterator[House]:
    with ExitStack() as stack:
        if kind == "postgresql":
            server = postgresql.Server()
            stack.callback(server.stop)
            house = house_of({"database": server.new_database()}, server)
        else:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            house = house_of({"data": Path(folder) / "house.sqlite"}, None)
        with running_service(**house.place):
            pass
        yield house


def _cost(house: House) -> dict[str, float]:
    """Milliseconds of processor time of an operation, of the service, its caller and its
    database."""
    spent: dict[str, float] = {"poll": 0, "reserve": 0, "complete": 0, "tickets": 0}

    def timed(name: str, do: Callable[..., Answer], *words: Any, **more: Any) -> Answer:
        began = _processor_time(house.pid)
        answer = do(*words, **more)
        spent[name] += _processor_time(house.pid) - began
        assert answer.status == 200, answer.text
        return answer

    with running_service(**house.place) as running, Api(running) as api:
        since = int(api.get("/events/1/seat-status").result["last_updated"]) + 10**6
        for seat in range(1, _ROUNDS + 1):
            if seat > 1:  # the first of each is understood then
                for _ in range(5):
                    timed("poll", api.get, "/events/1/seat-status", last_updated=since)
            done = timed("reserve", api.reserve, seat)
            order = done.result["id"]
            paid = api.cash_for(order)
            timed("complete", api.complete, order, f"COST-{order}", payments=paid)
            timed("tickets", api.get, f"/orders/{order}/tickets")
            assert api.delete(f"/orders/{order}").status == 200
    spent["poll"] /= 5
    return {name: 1000 * seconds / _ROUNDS for name, seconds in spent.items()}


def _processor_time(server: int) -> float:
    """Seconds, of this process and of those of a server that serve a connection."""
    spent = time.process_time()
    if server:
        children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
        for child in children:
            try:
                if b"127.0.0.1" not in Path(f"/proc/{child}/cmdline").read_bytes():
                    continue  # it writes or sweeps by itself what was put in before
                # Nanoseconds that it ran, which are finer than the ticks of `stat`.
                spent += int(Path(f"/proc/{child}/schedstat").read_text().split()[0]) / 1e9
            except OSError:
                continue  # it has ended
    return spent


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.service.past", description=__doc__)
    parser.add_argument("--orders", type=int, default=150_000)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    arguments = parser.parse_args()
    costs = []
    for orders in (_FEW, arguments.orders):
        with _new_house(arguments.database) as house:
            house.grow_old(orders)
            costs.append(_cost(house))
            if orders == arguments.orders:
                with asking(house) as api:
                    every_operation(api)
                    end_holds(api, house)
                plans = api.plans
    few, many = costs
    for name in few:
        _say(
            f"{name:9} {few[name]:7.2f} ms with {_FEW:,} orders, {many[name]:7.2f} ms with"
            f" {arguments.orders:,}: {many[name] / few[name]:.2f} times"
        )
    if plans.faults:
        _say(plans.told())
    _say(f"{plans.count} plans on {arguments.database}, {len(plans.faults)} read a whole table")
    return int(bool(plans.faults))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
