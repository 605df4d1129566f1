"""This workstation's own record of the orders it sold: what the server has no search for.

A small SQLite file beside the journal. No credential, no card number and no reference of a payment
is kept here.
"""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from boxoffice.domain.address import canonical_address
from boxoffice.domain.ids import EventId, OrderId, Place, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import Payment
from boxoffice.domain.orders.sold_order import Fate, RecordedEvent, RecordedOrder, RecordedSeat
from boxoffice.journal.opening import FileFailed, Trouble, connect
from boxoffice.journal.payment_text import payments_of, text_of

_log = logging.getLogger(__name__)
_APPLICATION = 0x42785265  # 'BxRe'
_VERSION = 3
_MOST_FOUND = 50
_BY_SEAT = (
    "id IN (SELECT of_order FROM seats WHERE lower(row) = lower(?2) AND lower(number) = lower(?3))"
)
_BY_BARCODE = "id IN (SELECT of_order FROM seats WHERE barcode = {text}{like})"
_BY_EXTERNAL_ID = "external_id = {text}{like}"
_INDEX = "CREATE INDEX IF NOT EXISTS seats_by_barcode_read ON seats (barcode COLLATE NOCASE)"
_UNREADABLE = (ValueError, ArithmeticError, TypeError, KeyError)
# A server that was made anew gives the same numbers again: `external_id` is the counter's own.
_ORDERS = """
CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL,
    order_id INTEGER NOT NULL,
    external_id TEXT NOT NULL,
    sold_at TEXT NOT NULL,
    events TEXT NOT NULL,
    buyer TEXT NOT NULL,
    total TEXT NOT NULL,
    currency TEXT NOT NULL,
    payments TEXT NOT NULL,
    fate TEXT NOT NULL,
    printed_at TEXT,
    UNIQUE (address, external_id)
) STRICT
"""
# Who sold it, and what was given back since.
_ADDED_BY_3 = ("operator TEXT NOT NULL DEFAULT ''", "returned TEXT NOT NULL DEFAULT '[]'")
_SEATS = """
CREATE TABLE seats (
    of_order INTEGER NOT NULL REFERENCES orders (id),
    event_id INTEGER NOT NULL,
    seat_id INTEGER NOT NULL,
    area TEXT NOT NULL,
    row TEXT NOT NULL,
    number TEXT NOT NULL,
    barcode TEXT NOT NULL
) STRICT;
CREATE INDEX seats_by_place ON seats (event_id, seat_id);
CREATE INDEX seats_by_barcode ON seats (barcode);
CREATE INDEX seats_by_order ON seats (of_order)
"""
_NEWEST = "id = (SELECT max(id) FROM orders WHERE address = ? AND order_id = ?)"


class RecordFailed(FileFailed):
    """The record cannot be read or written; the text is one line that says why."""


class OrderRecord:
    """The record. Its methods block; any thread may call them.

    Attributes:
        is_lasting: it is on the disk, and not for this session alone.

    Raises:
        RecordFailed: the file is not ours, of a version that came later, or cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.is_lasting = str(path) != ":memory:"
        self._lock = threading.Lock()
        with self._told():
            self._connection = connect(path)
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def add(self, order: RecordedOrder) -> None:
        """Writes an order down, once: the same one again changes nothing but barcodes that were not
        known."""
        plain = tuple(Payment(p.kind, p.amount, p.tendered) for p in order.payments)
        row = (
            canonical_address(order.address),
            order.order_id,
            order.external_id,
            order.sold_at.isoformat(),
            _text_of_events(order.events),
            order.buyer,
            str(order.total.amount),
            order.total.currency,
            text_of(plain),
            order.fate.value,
            order.operator,
        )
        with self._changing() as execute:
            added = execute(
                "INSERT INTO orders (address, order_id, external_id, sold_at, events, buyer, total,"
                " currency, payments, fate, operator) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO NOTHING RETURNING id",
                row,
            ).fetchone()
            for seat in order.seats if added else ():
                execute(
                    "INSERT INTO seats VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (added[0], *seat.place, seat.area, seat.row, seat.number, seat.barcode),
                )
            for seat in () if added else order.seats:
                execute(
                    "UPDATE seats SET barcode = ? WHERE barcode = '' AND event_id = ?"
                    " AND seat_id = ? AND of_order = (SELECT id FROM orders WHERE address = ?"
                    " AND external_id = ?)",
                    (seat.barcode, *seat.place, row[0], order.external_id),
                )

    def set_fate(self, address: str, order_id: OrderId, fate: Fate) -> None:
        """Writes down what became of an order; one that is not here is none of ours."""
        with self._changing() as execute:
            execute(
                f"UPDATE orders SET fate = ? WHERE {_NEWEST}",  # noqa: S608 - ours
                (fate.value, canonical_address(address), order_id),
            )

    def add_returned(self, address: str, order_id: OrderId, part: Payment) -> None:
        """Writes down what was given back to the buyer of an order, and how."""
        plain = Payment(part.kind, part.amount, part.tendered)
        values = (canonical_address(address), order_id)
        with self._changing() as execute:
            found = execute(
                f"SELECT id, returned FROM orders WHERE {_NEWEST}",  # noqa: S608 - ours
                values,
            ).fetchone()
            if found is not None:
                parts = (*payments_of(found[1]), plain)
                execute("UPDATE orders SET returned = ? WHERE id = ?", (text_of(parts), found[0]))

    def set_printed(self, address: str, order_id: OrderId, moment: datetime | None) -> None:
        """Writes down that paper of an order is being printed, before it is; None where it is
        certain that none came out."""
        with self._changing() as execute:
            execute(
                f"UPDATE orders SET printed_at = ? WHERE {_NEWEST}",  # noqa: S608 - ours
                (moment and moment.isoformat(), canonical_address(address), order_id),
            )

    def find(self, address: str, text: str) -> tuple[RecordedOrder, ...]:
        """The orders of a server that the text may mean, newest first, at most 50.

        It is looked for as an order's number, its external id, a barcode, a part of the buyer's
        name, or a seat as 'row number'. An empty text finds the last orders.
        """
        words = text.split()
        if not words:
            return self._select("address = ?", (canonical_address(address),))
        whole = " ".join(words)
        ways = [
            "external_id = ?1 COLLATE NOCASE",
            "instr(lower(buyer), lower(?1))",
            _BY_BARCODE.format(like=" COLLATE NOCASE", text="?1"),
        ]
        values: list[object] = [whole]
        if _number(whole) is not None:
            ways.append("order_id = CAST(?1 AS INTEGER)")
        if len(words) >= 2:
            ways.append(_BY_SEAT)
            values += words[-2:]
        condition = f"address = ?{len(values) + 1} AND ({' OR '.join(ways)})"
        return self._select(condition, (*values, canonical_address(address)))

    def of_scan(self, address: str, text: str) -> RecordedOrder | None:
        """The order of a server that a scanned text names: by a ticket's barcode, else by its
        external id, else by its number. Small and capital letters count, where both are there."""
        for way in (_BY_BARCODE, _BY_EXTERNAL_ID):
            condition = "address = ? AND " + way
            values = (canonical_address(address), text)
            found = self._select(condition.format(text="?", like=""), values)
            if not found:
                alike = condition.format(text="?", like=" COLLATE NOCASE")
                found = self._select(alike, values)
                found = found if len(found) == 1 else ()
            if found:
                return found[0]
        number = _number(text)
        return None if number is None else self.get(address, number)

    def at(self, address: str, place: Place) -> RecordedOrder | None:
        """The newest order of a server that had this seat and was not wholly given back."""
        found = self._select(
            "address = ? AND fate NOT IN (?, ?) AND id IN"
            " (SELECT of_order FROM seats WHERE event_id = ? AND seat_id = ?)",
            (canonical_address(address), Fate.CANCELLED.value, Fate.EXCHANGED.value, *place),
        )
        return found[0] if found else None

    def last(self, address: str) -> RecordedOrder | None:
        """The order that was sold last on a server."""
        found = self._select("address = ?", (canonical_address(address),))
        return found[0] if found else None

    def unfinished(self, address: str) -> tuple[RecordedOrder, ...]:
        """The orders of a server with seats that were to be sold anew when the program ended."""
        values = (canonical_address(address), Fate.EXCHANGING.value)
        return self._select("address = ? AND fate = ?", values)

    def get(self, address: str, order_id: OrderId) -> RecordedOrder | None:
        """The newest order of that number on a server."""
        found = self._select(_NEWEST, (canonical_address(address), order_id))
        return found[0] if found else None

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _select(self, condition: str, values: Sequence[object]) -> tuple[RecordedOrder, ...]:
        with self._told(), self._lock:
            rows = self._connection.execute(
                "SELECT id, address, order_id, external_id, sold_at, events, buyer, total,"  # noqa: S608 - ours
                " currency, payments, fate, printed_at, operator, returned FROM orders"
                f" WHERE {condition} ORDER BY id DESC LIMIT {_MOST_FOUND}",
                tuple(values),
            ).fetchall()
            found = (self._readable(row) for row in rows)
            return tuple(order for order in found if order is not None)

    def _readable(self, row: Sequence[str]) -> RecordedOrder | None:
        """One row that cannot be read hides no other."""
        try:
            return self._order(row)
        except _UNREADABLE as error:
            _log.error("the record of order %s cannot be read: %s", row[2], type(error).__name__)
            return None

    def _order(self, row: Sequence[str]) -> RecordedOrder:
        (id_, address, order_id, external_id, sold_at, events, buyer, total, currency, payments) = (
            row[:10]
        )
        fate, printed_at, operator, returned = row[10:]
        seats = self._connection.execute(
            "SELECT event_id, seat_id, area, row, number, barcode FROM seats"
            " WHERE of_order = ? ORDER BY rowid",
            (id_,),
        ).fetchall()
        return RecordedOrder(
            address,
            OrderId(int(order_id)),
            external_id,
            datetime.fromisoformat(sold_at),
            _events_of(events),
            buyer,
            Money.of(total, currency),
            payments_of(payments),
            tuple(_seat(seat) for seat in seats),
            Fate(fate),
            datetime.fromisoformat(printed_at) if printed_at else None,
            operator,
            payments_of(returned),
        )

    def _prepare(self) -> None:
        execute = self._connection.execute
        # What is acknowledged survives a loss of power.
        execute("PRAGMA journal_mode = DELETE")
        execute("PRAGMA synchronous = EXTRA")
        application = execute("PRAGMA application_id").fetchone()[0]
        version = execute("PRAGMA user_version").fetchone()[0]
        is_new = execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if application == 0 and is_new:
            with self._changing() as change:
                for statement in (_ORDERS, *_SEATS.split(";")):
                    change(statement)
                _add_columns(change)
                change(f"PRAGMA application_id = {_APPLICATION}")
                change(f"PRAGMA user_version = {_VERSION}")
        elif application != _APPLICATION:
            words = f"{self._path} is no Boxoffice record of orders"
            raise RecordFailed(words, self._path, Trouble.NOT_OURS)
        elif version > _VERSION:
            words = f"{self._path} was written by a newer version of Boxoffice"
            raise RecordFailed(words, self._path, Trouble.NEWER)
        elif version < _VERSION:
            self._bring_up_to_date(version)
        execute(_INDEX)

    def _bring_up_to_date(self, version: int) -> None:
        """From version 1: an order's number was taken for unique, an address as it was spelled.
        From version 2: nobody wrote down who sold it, and what was given back."""
        with self._changing() as change:
            if version == 1:
                self._bring_up_to_2(change)
            _add_columns(change)
            change(f"PRAGMA user_version = {_VERSION}")

    def _bring_up_to_2(self, change: Callable[..., sqlite3.Cursor]) -> None:
        change(_ORDERS.replace("TABLE orders", "TABLE orders_of_2"))
        change("INSERT INTO orders_of_2 SELECT *, NULL FROM orders")
        change("DROP TABLE orders")
        change("ALTER TABLE orders_of_2 RENAME TO orders")
        for [address] in change("SELECT DISTINCT address FROM orders").fetchall():
            change(
                "UPDATE OR IGNORE orders SET address = ? WHERE address = ?",
                (canonical_address(address), address),
            )

    @contextmanager
    def _changing(self) -> Iterator[Callable[..., sqlite3.Cursor]]:
        """All of it or nothing."""
        with self._told(), self._lock:
            execute = self._connection.execute
            execute("BEGIN IMMEDIATE")
            try:
                yield execute
            except BaseException:
                execute("ROLLBACK")
                raise
            execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError, ValueError, ArithmeticError) as error:
            raise RecordFailed.of(self._path, error) from error


def _add_columns(change: Callable[..., sqlite3.Cursor]) -> None:
    for column in _ADDED_BY_3:
        change(f"ALTER TABLE orders ADD COLUMN {column}")


def _text_of_events(events: tuple[RecordedEvent, ...]) -> str:
    written = [[each.name, each.starts_at and each.starts_at.isoformat()] for each in events]
    return json.dumps(written, ensure_ascii=False)


def _events_of(text: str) -> tuple[RecordedEvent, ...]:
    """Those of an earlier version are names alone."""
    read = [[each, None] if isinstance(each, str) else each for each in json.loads(text)]
    return tuple(
        RecordedEvent(str(name), datetime.fromisoformat(starts) if starts else None)
        for name, starts in read
    )


def _number(text: str) -> OrderId | None:
    """The order's number that the text is, if it is one."""
    is_number = text.isascii() and text.isdigit() and len(text) <= 18
    return OrderId(int(text)) if is_number else None


def _seat(row: Sequence[object]) -> RecordedSeat:
    event_id, seat_id, area, name, number, barcode = row
    place = Place(EventId(int(str(event_id))), SeatId(int(str(seat_id))))
    return RecordedSeat(place, str(area), str(name), str(number), str(barcode))
