"""Built questions beside their answers, and what later runs decided about an answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "quiz_variant",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("question", sa.String(100), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_table(
        "quiz_mark",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("run", sa.Integer, sa.ForeignKey("run.id"), nullable=False),
        sa.Column("result", sa.Integer, sa.ForeignKey("quiz_result.id"), nullable=False),
        *(sa.Column(name, sa.String(40), nullable=False) for name in ("points", "max_points")),
        sa.Column("marked_by", sa.String(64), nullable=False),
        sa.Column("decision", sa.String(20), nullable=False),
    )
    op.create_index("quiz_mark_of", "quiz_mark", ["result", "id"])
