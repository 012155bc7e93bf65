"""A table for answered quiz questions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    short = ("points", "max_points", "answered_at")
    op.create_table(
        "quiz_result",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("student", sa.String(64), nullable=False),
        sa.Column("question", sa.String(100), nullable=False),
        sa.Column("seed", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String(64), nullable=False) for name in ("variant", "marked_by")),
        sa.Column("tries", sa.Text, nullable=False),
        *(sa.Column(name, sa.String(40), nullable=False) for name in short),
        sa.Column("card", sa.Text, nullable=False),
    )
    op.create_index("quiz_result_of", "quiz_result", ["student", "question", "id"])
