"""The first tables.

A SQLite file from before the migrations has some of these tables already, with fewer columns: the
missing ones are added, and its rows are kept.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_DELETED = "deleted BOOLEAN NOT NULL DEFAULT 0"
# The columns that versions 2 and 3 added to the tables of version 1, and those of this revision.
_LACKING = (
    ("areas", "picture_url VARCHAR"),
    ("areas", "picture_rect JSON"),
    ("areas", _DELETED),
    ("locations", "plan_stamp BIGINT NOT NULL DEFAULT 1"),
    ("locations", "latitude FLOAT"),
    ("locations", "longitude FLOAT"),
    ("locations", _DELETED),
    ("entrances", _DELETED),
    ("seats", "stamp BIGINT NOT NULL DEFAULT 1"),
    ("seats", _DELETED),
    ("seats", "label VARCHAR"),
    ("seats", "entrance_id BIGINT"),
    ("events", "organizer_id BIGINT"),
    ("events", "event_set_id BIGINT"),
    ("events", "event_category_id BIGINT"),
    ("events", "sales_start VARCHAR"),
    ("events", "sales_end VARCHAR"),
    ("events", "picture_url VARCHAR"),
    ("events", "description TEXT"),
    ("events", _DELETED),
    ("event_seats", "blocked_reason VARCHAR"),
    ("price_categories", _DELETED),
    ("sales_types", _DELETED),
    ("sales_type_prices", _DELETED),
    ("orders", "customer_id BIGINT"),
    ("order_seats", "active BOOLEAN NOT NULL DEFAULT 0"),
    ("credentials", "name VARCHAR NOT NULL DEFAULT 'default'"),
    ("credentials", "created FLOAT"),
    ("credentials", "revoked FLOAT"),
)
_ONLY_ADDED_TO = "the audit trail is only added to"


def upgrade() -> None:
    is_older = sa.inspect(op.get_bind()).has_table("locations")
    _create_tables()
    if is_older:
        _complete_tables()
    op.create_index(
        "one_owner",
        "order_seats",
        ["event_id", "seat_id"],
        unique=True,
        sqlite_where=sa.text("active"),
        postgresql_where=sa.text("active"),
    )
    _guard_audit()


def _complete_tables() -> None:
    inspector = sa.inspect(op.get_bind())
    for table, column in _LACKING:
        if column.split()[0] not in {known["name"] for known in inspector.get_columns(table)}:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    op.create_index("credentials_by_name", "credentials", ["name"], unique=True)
    # Status 0 is open, 1 is completed: the orders that have their seats.
    op.execute(
        "UPDATE order_seats SET active = 1 WHERE NOT given_back AND order_id IN"
        " (SELECT id FROM orders WHERE status IN (0, 1))"
    )


def _guard_audit() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN RAISE EXCEPTION '{_ONLY_ADDED_TO}'; END $$"
        )
        op.execute(
            "CREATE TRIGGER audit_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit"
            " FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_is_kept_from_{change.lower()} BEFORE {change} ON audit"
            f" BEGIN SELECT RAISE(ABORT, '{_ONLY_ADDED_TO}'); END"
        )


def _id() -> sa.Column[int]:
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("id", kind, nullable=False)


def _create_tables() -> None:
    op.create_table(
        "audit",
        _id(),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("clerk", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("order_id", sa.BigInteger()),
        sa.Column("seats", sa.JSON(none_as_null=True)),
        sa.Column("details", sa.JSON(none_as_null=True)),
        sa.PrimaryKeyConstraint("id"),
        if_not_exists=True,
    )
    op.create_index("audit_by_order", "audit", ["order_id"], if_not_exists=True)
    op.create_table(
        "counters",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        if_not_exists=True,
    )
    op.create_table(
        "credentials",
        _id(),
        sa.Column("digest", sa.String()),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created", sa.Float()),
        sa.Column("revoked", sa.Float()),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest"),
        sa.UniqueConstraint("name"),
        if_not_exists=True,
    )
    op.create_table(
        "customers",
        _id(),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("last_name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("scope", sa.BigInteger()),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("zip", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("country_code", sa.String(), nullable=False),
        sa.Column("stamp", sa.BigInteger(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("sort", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        if_not_exists=True,
    )
    op.create_index("customers_by_name", "customers", ["sort"], if_not_exists=True)
    op.create_table(
        "event_categories",
        _id(),
        sa.Column("name", sa.String()),
        sa.Column("parent_id", sa.BigInteger()),
        sa.Column("stamp", sa.BigInteger()),
        sa.Column("deleted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
        if_not_exists=True,
    )
    op.create_table(
        "event_sets",
        _id(),
        sa.Column("external_id", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("start_date", sa.String()),
        sa.Column("end_date", sa.String()),
        sa.Column("stamp", sa.BigInteger()),
        sa.Column("deleted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        if_not_exists=True,
    )
    op.create_table(
        "locations",
        _id(),
        sa.Column("external_id", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("street", sa.String()),
        sa.Column("zip", sa.String()),
        sa.Column("city", sa.String()),
        sa.Column("country_code", sa.String()),
        sa.Column("timezone", sa.String()),
        sa.Column("stamp", sa.BigInteger()),
        sa.Column("plan_stamp", sa.BigInteger(), nullable=False),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("deleted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        if_not_exists=True,
    )
    op.create_table(
        "organizers",
        _id(),
        sa.Column("external_id", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("country_code", sa.String()),
        sa.Column("email", sa.String()),
        sa.Column("phone", sa.String()),
        sa.Column("vat_id", sa.String()),
        sa.Column("stamp", sa.BigInteger()),
        sa.Column("deleted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        if_not_exists=True,
    )
    op.create_table(
        "pictures",
        _id(),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String()),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sha256"),
        if_not_exists=True,
    )
    op.create_table(
        "sales_types",
        _id(),
        sa.Column("external_id", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("short_name", sa.String()),
        sa.Column("is_default", sa.Boolean()),
        sa.Column("requires_proof", sa.Boolean()),
        sa.Column("sort", sa.BigInteger()),
        sa.Column("stamp", sa.BigInteger()),
        sa.Column("deleted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        if_not_exists=True,
    )
    op.create_table(
        "ticket_systems",
        _id(),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("system_type_area_id", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("is_online", sa.Boolean(), nullable=False),
        sa.Column("stamp", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        if_not_exists=True,
    )
    op.create_table(
        "answers",
        sa.Column("credential_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["credential_id"], ["credentials.id"]),
        sa.UniqueConstraint("credential_id", "key"),
        if_not_exists=True,
    )
    op.create_table(
        "areas",
        _id(),
        sa.Column("location_id", sa.BigInteger(), nullable=False),
        sa.Column("external_id", sa.String()),
        sa.Column("parent_id", sa.BigInteger()),
        sa.Column("name", sa.String()),
        sa.Column("kind", sa.Integer()),
        sa.Column("capacity", sa.BigInteger()),
        sa.Column("outline", sa.JSON()),
        sa.Column("label_x", sa.Float()),
        sa.Column("label_y", sa.Float()),
        sa.Column("color", sa.String()),
        sa.Column("level", sa.BigInteger()),
        sa.Column("sort", sa.BigInteger()),
        sa.Column("stamp", sa.BigInteger()),
        sa.Column("picture_url", sa.String()),
        sa.Column("picture_rect", sa.JSON(none_as_null=True)),
        sa.Column("deleted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("location_id", "external_id"),
        if_not_exists=True,
    )
    op.create_table(
        "events",
        _id(),
        sa.Column("location_id", sa.BigInteger(), nullable=False),
        sa.Column("external_id", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("subtitle", sa.String()),
        sa.Column("start_date", sa.String()),
        sa.Column("end_date", sa.String()),
        sa.Column("doors_open", sa.String()),
        sa.Column("currency", sa.String()),
        sa.Column("status", sa.Integer()),
        sa.Column("seats_total", sa.BigInteger()),
        sa.Column("stamp", sa.BigInteger()),
        sa.Column("organizer_id", sa.BigInteger()),
        sa.Column("event_set_id", sa.BigInteger()),
        sa.Column("event_category_id", sa.BigInteger()),
        sa.Column("sales_start", sa.String()),
        sa.Column("sales_end", sa.String()),
        sa.Column("picture_url", sa.String()),
        sa.Column("description", sa.Text()),
        sa.Column("deleted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        if_not_exists=True,
    )
    op.create_table(
        "orders",
        _id(),
        sa.Column("credential_id", sa.BigInteger(), nullable=False),
        sa.Column("external_id", sa.String()),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String()),
        sa.Column("hold_till", sa.Float()),
        sa.Column("created", sa.Float()),
        sa.Column("completed", sa.Float()),
        sa.Column("operator", sa.String()),
        sa.Column("refunded", sa.String()),
        sa.Column("exchange_of", sa.BigInteger()),
        sa.Column("payment", sa.JSON()),
        sa.Column("customer_id", sa.BigInteger()),
        sa.ForeignKeyConstraint(["credential_id"], ["credentials.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        if_not_exists=True,
    )
    op.create_index("orders_by_hold", "orders", ["status", "hold_till"], if_not_exists=True)
    op.create_table(
        "entrances",
        _id(),
        sa.Column("location_id", sa.BigInteger(), nullable=False),
        sa.Column("area_id", sa.BigInteger()),
        sa.Column("external_id", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("x", sa.Float()),
        sa.Column("y", sa.Float()),
        sa.Column("stamp", sa.BigInteger()),
        sa.Column("deleted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"]),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("location_id", "external_id"),
        if_not_exists=True,
    )
    op.create_table(
        "price_categories",
        _id(),
        sa.Column("event_id", sa.BigInteger(), nullable=False),
        sa.Column("external_id", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("color", sa.String()),
        sa.Column("sort", sa.BigInteger()),
        sa.Column("stamp", sa.BigInteger()),
        sa.Column("deleted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("event_id", "external_id"),
        if_not_exists=True,
    )
    op.create_table(
        "seats",
        _id(),
        sa.Column("location_id", sa.BigInteger(), nullable=False),
        sa.Column("area_id", sa.BigInteger(), nullable=False),
        sa.Column("external_id", sa.String()),
        sa.Column("row", sa.String()),
        sa.Column("number", sa.String()),
        sa.Column("x", sa.Float()),
        sa.Column("y", sa.Float()),
        sa.Column("angle", sa.Float()),
        sa.Column("attributes", sa.BigInteger()),
        sa.Column("stamp", sa.BigInteger(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("label", sa.String()),
        sa.Column("entrance_id", sa.BigInteger()),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"]),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("location_id", "external_id"),
        if_not_exists=True,
    )
    op.create_table(
        "event_seats",
        sa.Column("event_id", sa.BigInteger(), nullable=False),
        sa.Column("seat_id", sa.BigInteger(), nullable=False),
        sa.Column("price_category_id", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.BigInteger()),
        sa.Column("blocked_reason", sa.String()),
        sa.Column("stamp", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"]),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"]),
        sa.ForeignKeyConstraint(["price_category_id"], ["price_categories.id"]),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"]),
        sa.PrimaryKeyConstraint("event_id", "seat_id"),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.create_index("event_seats_by_order", "event_seats", ["order_id"], if_not_exists=True)
    op.create_index(
        "event_seats_by_stamp", "event_seats", ["event_id", "stamp"], if_not_exists=True
    )
    op.create_index(
        "event_seats_by_status", "event_seats", ["event_id", "status"], if_not_exists=True
    )
    op.create_table(
        "order_seats",
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("event_id", sa.BigInteger(), nullable=False),
        sa.Column("seat_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sales_type_id", sa.BigInteger(), nullable=False),
        sa.Column("price_category_id", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.String()),
        sa.Column("fee", sa.String()),
        sa.Column("vat_rate", sa.String()),
        sa.Column("given_back", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"]),
        sa.ForeignKeyConstraint(["price_category_id"], ["price_categories.id"]),
        sa.ForeignKeyConstraint(["sales_type_id"], ["sales_types.id"]),
        sa.PrimaryKeyConstraint("order_id", "event_id", "seat_id"),
        if_not_exists=True,
    )

    op.create_table(
        "sales_rules",
        _id(),
        sa.Column("event_id", sa.BigInteger(), nullable=False),
        sa.Column("external_id", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("sales_type_id", sa.BigInteger()),
        sa.Column("price_category_id", sa.BigInteger()),
        sa.Column("min_quantity", sa.BigInteger()),
        sa.Column("max_quantity", sa.BigInteger()),
        sa.Column("step", sa.BigInteger()),
        sa.Column("per_sales_type_id", sa.BigInteger()),
        sa.Column("per_ratio", sa.Integer()),
        sa.Column("valid_from", sa.String()),
        sa.Column("valid_till", sa.String()),
        sa.Column("forbid_single_gap", sa.Boolean()),
        sa.Column("stamp", sa.BigInteger()),
        sa.Column("deleted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"]),
        sa.ForeignKeyConstraint(["per_sales_type_id"], ["sales_types.id"]),
        sa.ForeignKeyConstraint(["price_category_id"], ["price_categories.id"]),
        sa.ForeignKeyConstraint(["sales_type_id"], ["sales_types.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        if_not_exists=True,
    )
    op.create_table(
        "sales_type_prices",
        _id(),
        sa.Column("event_id", sa.BigInteger(), nullable=False),
        sa.Column("sales_type_id", sa.BigInteger(), nullable=False),
        sa.Column("price_category_id", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.String()),
        sa.Column("fee", sa.String()),
        sa.Column("vat_rate", sa.String()),
        sa.Column("currency", sa.String()),
        sa.Column("stamp", sa.BigInteger()),
        sa.Column("deleted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"]),
        sa.ForeignKeyConstraint(["price_category_id"], ["price_categories.id"]),
        sa.ForeignKeyConstraint(["sales_type_id"], ["sales_types.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("event_id", "sales_type_id", "price_category_id"),
        if_not_exists=True,
    )
    op.create_table(
        "tickets",
        _id(),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("event_id", sa.BigInteger(), nullable=False),
        sa.Column("seat_id", sa.BigInteger(), nullable=False),
        sa.Column("barcode", sa.String()),
        sa.Column("price", sa.String()),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"]),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"]),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("barcode"),
        if_not_exists=True,
    )
    op.create_index("tickets_by_order", "tickets", ["order_id"], if_not_exists=True)
