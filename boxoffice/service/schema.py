"""The tables. One row of `event_seats` is one seat of one event, and says who has it.

Times are seconds since 1970 in UTC; amounts are decimal texts, so that no float touches money.
`stamp` orders every change of a seat: a reader that knows the highest one asks for what came since.
That of `seats` is of its place, attributes and price category; that of `event_seats` of its status,
which is told in `holds.py`.
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
    text,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData()


class Exact(TypeDecorator[Decimal]):
    """A decimal kept as its digits."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        return None if value is None else Decimal(value)


def _id() -> Column[int]:
    # SQLite gives out ids by itself only for a plain INTEGER, which has 64 bits there.
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


def _ref(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, BigInteger, ForeignKey(f"{target}.id"), nullable=nullable)


def _deleted() -> Column[bool]:
    # What is taken out stays known, so that readers can be told and it can come again.
    return Column("deleted", Boolean, nullable=False, server_default=text("0"))


credentials = Table("credentials", metadata, _id(), Column("digest", String(64), unique=True))

counters = Table(
    "counters",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("value", BigInteger, nullable=False),
)

locations = Table(
    "locations", metadata, _id(),
    Column("external_id", String(200), unique=True), Column("name", String(500)),
    Column("street", String(500)), Column("zip", String(40)), Column("city", String(500)),
    Column("country_code", String(2)), Column("timezone", String(60)), Column("stamp", BigInteger),
    # The highest stamp of its seats: what a reader that knows it need not look for.
    Column("plan_stamp", BigInteger, nullable=False),
    Column("latitude", Float), Column("longitude", Float), _deleted(),
)  # fmt: skip

areas = Table(
    "areas", metadata, _id(), _ref("location_id", "locations"),
    Column("external_id", String(200)), Column("parent_id", BigInteger),
    Column("name", String(500)), Column("kind", Integer), Column("capacity", Integer),
    Column("outline", JSON),
    Column("label_x", Float), Column("label_y", Float), Column("color", String(20)),
    Column("level", Integer), Column("sort", Integer), Column("stamp", BigInteger),
    Column("picture_url", String(500)), Column("picture_rect", JSON(none_as_null=True)),
    _deleted(), UniqueConstraint("location_id", "external_id"),
)  # fmt: skip

pictures = Table(
    "pictures", metadata, _id(), Column("media_type", String(40), nullable=False),
    Column("data", LargeBinary, nullable=False), Column("sha256", String(64), unique=True),
)  # fmt: skip

entrances = Table(
    "entrances", metadata, _id(), _ref("location_id", "locations"),
    _ref("area_id", "areas", nullable=True), Column("external_id", String(200)),
    Column("name", String(500)), Column("x", Float), Column("y", Float),
    Column("stamp", BigInteger), _deleted(), UniqueConstraint("location_id", "external_id"),
)  # fmt: skip

seats = Table(
    "seats", metadata, _id(), _ref("location_id", "locations"), _ref("area_id", "areas"),
    Column("external_id", String(200)), Column("row", String(500)), Column("number", String(500)),
    Column("x", Float), Column("y", Float), Column("angle", Float), Column("attributes", Integer),
    Column("stamp", BigInteger, nullable=False), Column("deleted", Boolean, nullable=False),
    Column("label", String(500)), Column("entrance_id", BigInteger),
    UniqueConstraint("location_id", "external_id"),
)  # fmt: skip

organizers = Table(
    "organizers", metadata, _id(),
    Column("external_id", String(200), unique=True), Column("name", String(500)),
    Column("country_code", String(2)), Column("email", String(500)), Column("phone", String(500)),
    Column("vat_id", String(500)), Column("stamp", BigInteger), _deleted(),
)  # fmt: skip

event_sets = Table(
    "event_sets", metadata, _id(),
    Column("external_id", String(200), unique=True), Column("name", String(500)),
    Column("start_date", String(40)), Column("end_date", String(40)),
    Column("stamp", BigInteger), _deleted(),
)  # fmt: skip

event_categories = Table(
    "event_categories", metadata, _id(), Column("name", String(500), unique=True),
    Column("parent_id", BigInteger), Column("stamp", BigInteger), _deleted(),
)  # fmt: skip

events = Table(
    "events", metadata, _id(), _ref("location_id", "locations"),
    Column("external_id", String(200), unique=True), Column("name", String(500)),
    Column("subtitle", String(500)), Column("start_date", String(40)),
    Column("end_date", String(40)),
    Column("doors_open", String(40)), Column("currency", String(3)), Column("status", Integer),
    Column("seats_total", Integer), Column("stamp", BigInteger),
    Column("organizer_id", BigInteger), Column("event_set_id", BigInteger),
    Column("event_category_id", BigInteger),
    Column("sales_start", String(40)), Column("sales_end", String(40)),
    Column("picture_url", String(500)), Column("description", Text), _deleted(),
)  # fmt: skip

price_categories = Table(
    "price_categories", metadata, _id(), _ref("event_id", "events"),
    Column("external_id", String(200)), Column("name", String(500)), Column("color", String(20)),
    Column("sort", Integer), Column("stamp", BigInteger), _deleted(),
    UniqueConstraint("event_id", "external_id"),
)  # fmt: skip

sales_types = Table(
    "sales_types", metadata, _id(),
    Column("external_id", String(200), unique=True), Column("name", String(500)),
    Column("short_name", String(100)), Column("is_default", Boolean),
    Column("requires_proof", Boolean), Column("sort", Integer), Column("stamp", BigInteger),
    _deleted(),
)  # fmt: skip

prices = Table(
    "sales_type_prices", metadata, _id(), _ref("event_id", "events"),
    _ref("sales_type_id", "sales_types"), _ref("price_category_id", "price_categories"),
    Column("price", Exact), Column("fee", Exact), Column("vat_rate", Exact),
    Column("currency", String(3)), Column("stamp", BigInteger), _deleted(),
    UniqueConstraint("event_id", "sales_type_id", "price_category_id"),
)  # fmt: skip

sales_rules = Table(
    "sales_rules", metadata, _id(), _ref("event_id", "events"),
    Column("external_id", String(200), unique=True), Column("name", String(500)),
    _ref("sales_type_id", "sales_types", nullable=True),
    _ref("price_category_id", "price_categories", nullable=True),
    Column("min_quantity", Integer), Column("max_quantity", Integer), Column("step", Integer),
    _ref("per_sales_type_id", "sales_types", nullable=True), Column("per_ratio", Integer),
    Column("valid_from", String(40)), Column("valid_till", String(40)),
    Column("forbid_single_gap", Boolean), Column("stamp", BigInteger), _deleted(),
)  # fmt: skip

orders = Table(
    "orders", metadata, _id(), _ref("credential_id", "credentials"),
    Column("external_id", String(200), unique=True), Column("status", Integer, nullable=False),
    Column("currency", String(3)), Column("hold_till", Float), Column("created", Float),
    Column("completed", Float), Column("operator", String(200)), Column("refunded", Exact),
    Column("exchange_of", BigInteger), Column("payment", JSON),
    Column("customer_id", BigInteger),
    Index("orders_by_hold", "status", "hold_till"),
)  # fmt: skip

event_seats = Table(
    "event_seats",
    metadata,
    Column("event_id", BigInteger, ForeignKey("events.id"), primary_key=True),
    Column("seat_id", BigInteger, ForeignKey("seats.id"), primary_key=True),
    _ref("price_category_id", "price_categories"),
    Column("status", Integer, nullable=False),
    _ref("order_id", "orders", nullable=True),
    Column("blocked_reason", String(500)),
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
    Column("price", Exact), Column("fee", Exact), Column("vat_rate", Exact),
    Column("given_back", Boolean, nullable=False, default=False),
)  # fmt: skip

tickets = Table(
    "tickets", metadata, _id(), _ref("order_id", "orders"), _ref("event_id", "events"),
    _ref("seat_id", "seats"), Column("barcode", String(60), unique=True), Column("price", Exact),
    Column("status", Integer, nullable=False), Index("tickets_by_order", "order_id"),
)  # fmt: skip

answers = Table(
    "answers",
    metadata,
    _ref("credential_id", "credentials"),
    Column("key", String(200), nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("credential_id", "key"),
)

customers = Table(
    "customers", metadata, _id(),
    Column("first_name", String(200), nullable=False),
    Column("last_name", String(200), nullable=False),
    Column("email", String(254), nullable=False), Column("scope", BigInteger),
    Column("phone", String(100), nullable=False), Column("street", String(500), nullable=False),
    Column("zip", String(40), nullable=False), Column("city", String(200), nullable=False),
    Column("country_code", String(2), nullable=False), Column("stamp", BigInteger, nullable=False),
    # What a search looks through, and what a list goes by: see customers.py.
    Column("search", String(1000), nullable=False), Column("sort", String(1000), nullable=False),
    Index("customers_by_name", "sort"),
)  # fmt: skip

ticket_systems = Table(
    "ticket_systems", metadata, _id(), Column("name", String(200), nullable=False),
    Column("system_type_area_id", Integer, nullable=False),
    Column("url", String(500), nullable=False), Column("is_online", Boolean, nullable=False),
    Column("stamp", BigInteger, nullable=False),
)  # fmt: skip
