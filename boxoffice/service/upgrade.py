"""Brings data that an older version wrote up to the present tables.

Tables that are missing are made beforehand; here stands what a version added to those there were.
A column added here is written in `schema.py` as well, for data that begin anew.
"""

from __future__ import annotations

from sqlalchemy import Connection

_DELETED = "deleted BOOLEAN NOT NULL DEFAULT 0"
_ADDED: dict[int, tuple[tuple[str, str], ...]] = {
    2: (
        ("areas", "picture_url VARCHAR(500)"),
        ("areas", "picture_rect JSON"),
        ("locations", "plan_stamp BIGINT NOT NULL DEFAULT 1"),
        ("seats", "stamp BIGINT NOT NULL DEFAULT 1"),
        ("seats", _DELETED),
        ("event_seats", "blocked_reason VARCHAR(500)"),
    ),
    3: (
        ("locations", "latitude FLOAT"),
        ("locations", "longitude FLOAT"),
        ("locations", _DELETED),
        ("areas", _DELETED),
        ("entrances", _DELETED),
        ("seats", "label VARCHAR(500)"),
        ("seats", "entrance_id BIGINT"),
        ("events", "organizer_id BIGINT"),
        ("events", "event_set_id BIGINT"),
        ("events", "event_category_id BIGINT"),
        ("events", "sales_start VARCHAR(40)"),
        ("events", "sales_end VARCHAR(40)"),
        ("events", "picture_url VARCHAR(500)"),
        ("events", "description TEXT"),
        ("events", _DELETED),
        ("price_categories", _DELETED),
        ("sales_types", _DELETED),
        ("sales_type_prices", _DELETED),
        ("orders", "customer_id BIGINT"),
    ),
}


def upgrade(connection: Connection, version: int) -> None:
    """Takes every step after `version`, in the caller's transaction.

    A table that an older version did not have was just made, with all of its columns.
    """
    for step, columns in sorted(_ADDED.items()):
        if step > version:
            for table, column in columns:
                if column.split()[0] not in _columns(connection, table):
                    connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {column}")


def _columns(connection: Connection, table: str) -> set[str]:
    return {row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")}
