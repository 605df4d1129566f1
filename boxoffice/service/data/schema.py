"""The tables, as the newest of the `migrations` leaves them.

A row of `event_seats` is one seat of one event, and names the order that has it; `order_seats` has
at most one active row for it. Times are seconds since 1970 in UTC. Amounts are decimal texts, so
that no float touches money. Status codes stand in `status.py`.

`stamp` orders all changes: a reader that knows the highest one asks for what changed since. The
stamp in `seats` is that of a seat's position, attributes and price category, the one in
`event_seats` that of its status.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData()


class Exact(TypeDecorator[Decimal]):
    """A decimal kept as its digits."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        return None if value is None else Decimal(value)


def _id() -> Column[int]:
    # SQLite assigns ids only to a plain INTEGER column, which has 64 bits there.
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


def _ref(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, BigInteger, ForeignKey(f"{target}.id"), nullable=nullable)


def _deleted() -> Column[bool]:
    # A deleted row is kept: readers learn of it, and it can come back with the same id.
    return Column("deleted", Boolean, nullable=False, server_default=false())


credentials = Table(
    "credentials",
    metadata,
    _id(),
    Column("digest", String, unique=True),
    Column("name", String, nullable=False, unique=True),
    Column("created", Float),
    Column("revoked", Float),
    Column("role", String, nullable=False, server_default="sales"),  # or 'house'
)

counters = Table(
    "counters",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", BigInteger, nullable=False),
)

locations = Table(
    "locations",
    metadata,
    _id(),
    Column("external_id", String, unique=True),
    Column("name", String),
    Column("street", String),
    Column("zip", String),
    Column("city", String),
    Column("country_code", String),
    Column("timezone", String),
    Column("stamp", BigInteger),
    # The highest stamp of its seats: a reader that knows it need not search them.
    Column("plan_stamp", BigInteger, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    _deleted(),
)

areas = Table(
    "areas",
    metadata,
    _id(),
    _ref("location_id", "locations"),
    Column("external_id", String),
    Column("parent_id", BigInteger),
    Column("name", String),
    Column("kind", Integer),
    Column("capacity", BigInteger),
    Column("outline", JSON),
    Column("label_x", Float),
    Column("label_y", Float),
    Column("color", String),
    Column("level", BigInteger),
    Column("sort", BigInteger),
    Column("stamp", BigInteger),
    Column("picture_url", String),
    Column("picture_rect", JSON(none_as_null=True)),
    _deleted(),
    UniqueConstraint("location_id", "external_id"),
)

pictures = Table(
    "pictures",
    metadata,
    _id(),
    Column("media_type", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("sha256", String, unique=True),
)

entrances = Table(
    "entrances",
    metadata,
    _id(),
    _ref("location_id", "locations"),
    _ref("area_id", "areas", nullable=True),
    Column("external_id", String),
    Column("name", String),
    Column("x", Float),
    Column("y", Float),
    Column("stamp", BigInteger),
    _deleted(),
    UniqueConstraint("location_id", "external_id"),
)

seats = Table(
    "seats",
    metadata,
    _id(),
    _ref("location_id", "locations"),
    _ref("area_id", "areas"),
    Column("external_id", String),
    Column("row", String),
    Column("number", String),
    Column("x", Float),
    Column("y", Float),
    Column("angle", Float),
    Column("attributes", BigInteger),
    Column("stamp", BigInteger, nullable=False),
    Column("deleted", Boolean, nullable=False),
    Column("label", String),
    Column("entrance_id", BigInteger),
    UniqueConstraint("location_id", "external_id"),
)

organizers = Table(
    "organizers",
    metadata,
    _id(),
    Column("external_id", String, unique=True),
    Column("name", String),
    Column("country_code", String),
    Column("email", String),
    Column("phone", String),
    Column("vat_id", String),
    Column("stamp", BigInteger),
    _deleted(),
)

event_sets = Table(
    "event_sets",
    metadata,
    _id(),
    Column("external_id", String, unique=True),
    Column("name", String),
    Column("start_date", String),
    Column("end_date", String),
    Column("stamp", BigInteger),
    _deleted(),
)

event_categories = Table(
    "event_categories",
    metadata,
    _id(),
    Column("name", String, unique=True),
    Column("parent_id", BigInteger),
    Column("stamp", BigInteger),
    _deleted(),
)

events = Table(
    "events",
    metadata,
    _id(),
    _ref("location_id", "locations"),
    Column("external_id", String, unique=True),
    Column("name", String),
    Column("subtitle", String),
    Column("start_date", String),
    Column("end_date", String),
    Column("doors_open", String),
    Column("currency", String),
    Column("status", Integer),
    Column("seats_total", BigInteger),
    Column("stamp", BigInteger),
    Column("organizer_id", BigInteger),
    Column("event_set_id", BigInteger),
    Column("event_category_id", BigInteger),
    Column("sales_start", String),
    Column("sales_end", String),
    Column("picture_url", String),
    Column("description", Text),
    _deleted(),
)

price_categories = Table(
    "price_categories",
    metadata,
    _id(),
    _ref("event_id", "events"),
    Column("external_id", String),
    Column("name", String),
    Column("color", String),
    Column("sort", BigInteger),
    Column("stamp", BigInteger),
    _deleted(),
    UniqueConstraint("event_id", "external_id"),
)

sales_types = Table(
    "sales_types",
    metadata,
    _id(),
    Column("external_id", String, unique=True),
    Column("name", String),
    Column("short_name", String),
    Column("is_default", Boolean),
    Column("requires_proof", Boolean),
    Column("sort", BigInteger),
    Column("stamp", BigInteger),
    _deleted(),
)

prices = Table(
    "sales_type_prices",
    metadata,
    _id(),
    _ref("event_id", "events"),
    _ref("sales_type_id", "sales_types"),
    _ref("price_category_id", "price_categories"),
    Column("price", Exact),
    Column("fee", Exact),
    Column("vat_rate", Exact),
    Column("currency", String),
    Column("stamp", BigInteger),
    _deleted(),
    UniqueConstraint("event_id", "sales_type_id", "price_category_id"),
)

sales_rules = Table(
    "sales_rules",
    metadata,
    _id(),
    _ref("event_id", "events"),
    Column("external_id", String, unique=True),
    Column("name", String),
    _ref("sales_type_id", "sales_types", nullable=True),
    _ref("price_category_id", "price_categories", nullable=True),
    Column("min_quantity", BigInteger),
    Column("max_quantity", BigInteger),
    Column("step", BigInteger),
    _ref("per_sales_type_id", "sales_types", nullable=True),
    Column("per_ratio", Integer),
    Column("valid_from", String),
    Column("valid_till", String),
    Column("forbid_single_gap", Boolean),
    Column("stamp", BigInteger),
    _deleted(),
)

orders = Table(
    "orders",
    metadata,
    _id(),
    _ref("credential_id", "credentials"),
    Column("external_id", String, unique=True),
    Column("status", Integer, nullable=False),
    Column("currency", String),
    Column("hold_till", Float),
    Column("created", Float),
    Column("completed", Float),
    Column("operator", String),
    Column("refunded", Exact),
    Column("exchange_of", BigInteger),
    Column("payment", JSON),
    Column("customer_id", BigInteger),
    # What later orders were paid with its seats; null for nothing.
    Column("exchanged", Exact),
    # Open ones only: they are few, however many were sold.
    Index(
        "open_orders",
        "hold_till",
        sqlite_where=text("status = 0"),
        postgresql_where=text("status = 0"),
    ),
)

event_seats = Table(
    "event_seats",
    metadata,
    Column("event_id", BigInteger, ForeignKey("events.id"), primary_key=True),
    Column("seat_id", BigInteger, ForeignKey("seats.id"), primary_key=True),
    _ref("price_category_id", "price_categories"),
    Column("status", Integer, nullable=False),
    _ref("order_id", "orders", nullable=True),
    Column("blocked_reason", String),
    Column("stamp", BigInteger, nullable=False),
    Index("event_seats_by_stamp", "event_id", "stamp"),
    Index("event_seats_by_status", "event_id", "status"),
    Index("event_seats_by_order", "order_id"),
    sqlite_with_rowid=False,
)

order_seats = Table(
    "order_seats",
    metadata,
    Column("order_id", BigInteger, ForeignKey("orders.id"), primary_key=True),
    Column("event_id", BigInteger, primary_key=True),
    Column("seat_id", BigInteger, primary_key=True),
    Column("position", Integer, nullable=False),
    _ref("sales_type_id", "sales_types"),
    _ref("price_category_id", "price_categories"),
    Column("price", Exact),
    Column("fee", Exact),
    Column("vat_rate", Exact),
    Column("given_back", Boolean, nullable=False, default=False),
    # Whether the order has the seat now: it is open or completed, and has not given it back.
    Column("active", Boolean, nullable=False, server_default=false()),
)
# Whatever the program does, a seat cannot have two owners.
Index(
    "one_owner",
    order_seats.c.event_id,
    order_seats.c.seat_id,
    unique=True,
    sqlite_where=order_seats.c.active,
    postgresql_where=order_seats.c.active,
)

tickets = Table(
    "tickets",
    metadata,
    _id(),
    _ref("order_id", "orders"),
    _ref("event_id", "events"),
    _ref("seat_id", "seats"),
    Column("barcode", String, unique=True),
    Column("price", Exact),
    Column("status", Integer, nullable=False),
    Index("tickets_by_order", "order_id"),
)

answers = Table(
    "answers",
    metadata,
    _ref("credential_id", "credentials"),
    Column("key", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("status", Integer),  # of HTTP; null for 200
    UniqueConstraint("credential_id", "key"),
)

customers = Table(
    "customers",
    metadata,
    _id(),
    Column("first_name", String, nullable=False),
    Column("last_name", String, nullable=False),
    Column("email", String, nullable=False),
    Column("scope", BigInteger),
    Column("phone", String, nullable=False),
    Column("street", String, nullable=False),
    Column("zip", String, nullable=False),
    Column("city", String, nullable=False),
    Column("country_code", String, nullable=False),
    Column("stamp", BigInteger, nullable=False),
    # The text that searches look through, and the order of the list: see lists/customers.py.
    Column("search", String, nullable=False),
    Column("sort", String, nullable=False),
    Index("customers_by_name", "sort"),
)

# What was done, by whom and when. Triggers refuse to change or remove a line.
audit = Table(
    "audit",
    metadata,
    _id(),
    Column("at", Float, nullable=False),
    Column("counter", String, nullable=False),
    Column("clerk", String, nullable=False),
    Column("what", String, nullable=False),
    Column("order_id", BigInteger),
    Column("seats", JSON(none_as_null=True)),
    Column("details", JSON(none_as_null=True)),
    Index("audit_by_order", "order_id"),
)

ticket_systems = Table(
    "ticket_systems",
    metadata,
    _id(),
    Column("name", String, nullable=False),
    Column("system_type_area_id", Integer, nullable=False),
    Column("url", String, nullable=False),
    Column("is_online", Boolean, nullable=False),
    Column("stamp", BigInteger, nullable=False),
)
