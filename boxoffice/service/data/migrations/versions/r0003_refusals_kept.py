"""The status of an answer that is kept: a refusal, too, where it changed something."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("answers", sa.Column("status", sa.Integer(), nullable=True))
