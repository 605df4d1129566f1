"""What is there after a trial: at the server, in the counter's files, on paper; what was told."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdf
from sqlalchemy import select

from boxoffice.service.data.schema import answers, order_seats, orders, seats, tickets
from boxoffice.service.data.status import COMPLETED, OPEN
from boxoffice.service.data.store import Store
from tests.crash.house import BEFORE
from tests.waiting import PATIENCE

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ServerOrder:
    """An order at the server: its seats that were not given back, and all that it was sold with."""

    id: int
    status: int
    external_id: str | None
    exchange_of: int | None
    refunded: Decimal
    seats: frozenset[int]
    names: tuple[str, ...]
    sold: frozenset[int]
    total: Decimal

    @property
    def is_sold(self) -> bool:
        return self.status == COMPLETED

    @property
    def holds(self) -> bool:
        return self.status == OPEN and bool(self.seats)


@dataclass(frozen=True, slots=True)
class Intent:
    """A row of the counter's journal."""

    external_id: str
    order: int
    key: str
    is_open: bool
    payments: tuple[Line, ...]
    exchange_of: int | None
    gives_back: frozenset[int]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A row of the counter's record."""

    order: int
    external_id: str
    total: Decimal
    fate: str
    seats: frozenset[int]


@dataclass(frozen=True, slots=True)
class Paper:
    """A summary that came out of the printer.

    Attributes:
        run: of which run of the program: 0 is the one that was killed first.
    """

    run: int
    text: str

    def is_of(self, order: int) -> bool:
        return f"Order {order} " in f"{self.text} "

    @property
    def is_copy(self) -> bool:
        return "COPY" in self.text


@dataclass(slots=True)
class Facts:
    """All that a trial is judged by.

    Attributes:
        runs: what each run of the program told, line by line; the last one was looked at.
        at_kill: the orders at the server when the last of the killed runs was dead.
        intents: of the journal when the first run was dead, before any power was lost.
        exchanging: the orders with seats that had gone back to be sold anew, and were not yet.
        is_exchange: what was being sold replaces seats that were sold before.
        is_spoiled: a row of each of the counter's files cannot be read.
        ended: how the last run ended: its exit code, None where it had to be killed.
        errors: what it wrote on standard error.
        left_behind: its processes, and those of the runs before it, that had not ended after it.
    """

    runs: list[list[Line]] = field(default_factory=list)
    at_kill: Mapping[int, ServerOrder] = field(default_factory=dict)
    at_kills: list[Mapping[int, ServerOrder]] = field(default_factory=list)
    at_end: Mapping[int, ServerOrder] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    intents: Sequence[Intent] = ()
    intents_at_end: Sequence[Intent] = ()
    record: dict[int, Recorded] = field(default_factory=dict)
    papers: list[Paper] = field(default_factory=list)
    exchanging: Sequence[int] = ()
    is_exchange: bool = False
    is_spoiled: bool = False
    ended: int | None = None
    errors: str = ""
    left_behind: Sequence[str] = ()

    def told(self, name: str, *, last_run: bool | None = None) -> Iterator[Line]:
        """The lines that say something of this name; of all runs, of the last, or of the others."""
        runs = self.runs if last_run is None else self.runs[-1:] if last_run else self.runs[:-1]
        return (line for run in runs for line in run if name in line)


def lines_of(path: Path) -> list[Line]:
    """What a run told; a line that its end cut short is left out."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        try:
            found.append(json.loads(line))
        except ValueError:
            continue
    return found


def server_orders(place: Path | str) -> dict[int, ServerOrder]:
    """The orders that were made since the house was."""
    store = Store(place)
    try:
        with store.reading() as connection:
            rows = connection.execute(select(orders).where(orders.c.id > BEFORE)).all()
            query = select(order_seats, seats.c.row, seats.c.number).join(
                seats, seats.c.id == order_seats.c.seat_id
            )
            lines = connection.execute(query.where(order_seats.c.order_id > BEFORE)).all()
            issued = connection.execute(select(tickets).where(tickets.c.order_id > BEFORE)).all()
    finally:
        store.close()
    return {row.id: _order(row, lines, issued) for row in rows}


def _order(row: Any, lines: Sequence[Any], issued: Sequence[Any]) -> ServerOrder:
    ours = [line for line in lines if line.order_id == row.id and not line.given_back]
    sold = [ticket for ticket in issued if ticket.order_id == row.id]
    return ServerOrder(
        row.id,
        row.status,
        row.external_id,
        row.exchange_of,
        Decimal(row.refunded or 0),
        frozenset(line.seat_id for line in ours),
        tuple(f"{line.row} {line.number}" for line in ours),
        frozenset(ticket.seat_id for ticket in sold),
        sum((Decimal(ticket.price) for ticket in sold), Decimal(0)),
    )


def answered_keys(place: Path | str) -> dict[str, int]:
    """Of each key that the server has answered: how many other keys asked for the very same."""
    store = Store(place)
    try:
        with store.reading() as connection:
            rows = connection.execute(select(answers.c.key, answers.c.fingerprint)).all()
    finally:
        store.close()
    prints = [row.fingerprint for row in rows]
    return {row.key: prints.count(row.fingerprint) - 1 for row in rows}


def intents_of(home: Path) -> list[Intent]:
    path = home / "journal.sqlite"
    if not path.exists():
        return []
    with closing(sqlite3.connect(path, timeout=PATIENCE)) as journal:
        journal.row_factory = sqlite3.Row
        try:
            rows = journal.execute("SELECT * FROM intents ORDER BY begun_at").fetchall()
        except sqlite3.OperationalError:
            return []  # it was killed before it was made
    return [
        Intent(
            row["external_id"],
            row["order_id"],
            row["key"],
            row["outcome"] == "open",
            tuple(json.loads(row["payments"])),
            row["exchange_of"],
            frozenset(seat for _, seat in json.loads(row["gives_back"])),
        )
        for row in rows
        if not row["external_id"].startswith(UNREADABLE)
    ]


def record_of(home: Path) -> dict[int, Recorded]:
    path = home / "orders.sqlite"
    if not path.exists():
        return {}
    with closing(sqlite3.connect(path, timeout=PATIENCE)) as record:
        record.row_factory = sqlite3.Row
        try:
            rows = record.execute("SELECT * FROM orders").fetchall()
            lines = record.execute("SELECT of_order, seat_id FROM seats").fetchall()
        except sqlite3.OperationalError:
            return {}
    return {
        row["order_id"]: Recorded(
            row["order_id"],
            row["external_id"],
            Decimal(row["total"]),
            row["fate"],
            frozenset(seat for order, seat in map(tuple, lines) if order == row["id"]),
        )
        for row in rows
        if not row["external_id"].startswith(UNREADABLE)
    }


UNREADABLE = "BX-UNREADABLE"
NO_ORDER = 987_654_321


def spoil(home: Path, address: str) -> None:
    """Puts a row into the journal and one into the record that nobody can read, each before all
    others."""
    _insert(
        home / "journal.sqlite",
        "intents",
        {
            "external_id": UNREADABLE,
            "address": address,
            "order_id": NO_ORDER,
            "key": "k",
            "payments": '[{"kind": "shells"}]',
            "operator": "",
            "begun_at": "2020-01-01T00:00:00+00:00",
        },
    )
    _insert(
        home / "orders.sqlite",
        "orders",
        {
            "address": address,
            "order_id": NO_ORDER,
            "external_id": UNREADABLE,
            "sold_at": "yesterday",
            "events": "[",
            "buyer": "",
            "total": "ten",
            "currency": "EUR",
            "payments": "[",
            "fate": "eaten",
        },
    )

    _insert(
        home / "journal.sqlite", "holds", {"key": UNREADABLE, "address": address, "content": "{"}
    )


def _insert(path: Path, table: str, row: Mapping[str, object]) -> None:
    with closing(sqlite3.connect(path, timeout=PATIENCE)) as data:
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        with data:
            data.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))


def collect_papers(home: Path, run: int) -> list[Paper]:
    """Takes the papers away that are there."""
    found = []
    for path in sorted(home.glob("paper*.pdf"), key=lambda p: p.stat().st_mtime_ns):
        pages = pypdf.PdfReader(path).pages
        found.append(Paper(run, " ".join(" ".join(page.extract_text().split()) for page in pages)))
        path.unlink()
    return found
