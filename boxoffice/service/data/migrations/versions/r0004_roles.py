"""The role of each credential: those there are sell, and the service's own does everything."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "credentials", sa.Column("role", sa.String(), nullable=False, server_default="sales")
    )
    op.execute("UPDATE credentials SET role = 'house' WHERE name = 'default'")
