"""What of a sold order was exchanged: the sum that later orders were paid with its seats."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("orders", sa.Column("exchanged", sa.String(), nullable=True))
