"""An index of the open orders only: what is looked for by its hold is open, and few orders are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("orders_by_hold", "orders", if_exists=True)
    op.create_index(
        "open_orders",
        "orders",
        ["hold_till"],
        sqlite_where=sa.text("status = 0"),
        postgresql_where=sa.text("status = 0"),
        if_not_exists=True,
    )
