"""Brings data that an older version wrote up to the present tables.

Tables that are missing are made beforehand; here stands what a version added to those there were.
A column added here is written in `schema.py` as well, for data that begin anew.
"""

from __future__ import annotations

from sqlalchemy import Connection

_ADDED: dict[int, tuple[str, ...]] = {
    2: (
        "ALTER TABLE areas ADD COLUMN picture_url VARCHAR(500)",
        "ALTER TABLE areas ADD COLUMN picture_rect JSON",
        "ALTER TABLE locations ADD COLUMN plan_stamp BIGINT NOT NULL DEFAULT 1",
        "ALTER TABLE seats ADD COLUMN stamp BIGINT NOT NULL DEFAULT 1",
        "ALTER TABLE seats ADD COLUMN deleted BOOLEAN NOT NULL DEFAULT 0",
        "ALTER TABLE event_seats ADD COLUMN blocked_reason VARCHAR(500)",
    ),
    3: ("ALTER TABLE orders ADD COLUMN customer_id BIGINT",),
}


def upgrade(connection: Connection, version: int) -> None:
    """Takes every step after `version`, in the caller's transaction."""
    for step, statements in sorted(_ADDED.items()):
        if step > version:
            for statement in statements:
                connection.exec_driver_sql(statement)
