"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    make_what_is_handed_in()
    make_what_is_graded()
    make_what_is_decided()


def make_what_is_handed_in() -> None:
    """Make the tables of students and submissions."""
    op.create_table(
        "student",
        sa.Column("id", sa.String(64), primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "email", "section")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("canvas_id", "login")),
    )
    op.create_table(
        "submission",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("student", sa.String(64), sa.ForeignKey("student.id"), nullable=False),
        sa.Column("exercise", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("overruled", sa.Text, nullable=False),
        sa.Column("submitted_at", sa.String(40), nullable=False),
        sa.Column("late_points", sa.String(40), nullable=False),
        sa.Column("late_percent", sa.String(40), nullable=False),
        sa.Column("late_note", sa.Text, nullable=False),
        sa.UniqueConstraint(
            "student", "exercise", "sha256", "overruled", "late_points", "late_percent", name="one_submission"
        ),
    )


def make_what_is_graded() -> None:
    """Make the tables of attempts, runs and marks."""
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(100), nullable=False, unique=True),
        sa.Column("exercise", sa.String(64), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("score", sa.String(40), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_table(
        "run",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("started_at", sa.String(40), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_table(
        "mark",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("run", sa.Integer, sa.ForeignKey("run.id"), nullable=False),
        sa.Column("submission", sa.Integer, sa.ForeignKey("submission.id"), nullable=False),
        sa.Column("attempt", sa.Integer, sa.ForeignKey("attempt.id"), nullable=False),
        sa.Column("student", sa.String(64), nullable=False),
        sa.Column("exercise", sa.String(64), nullable=False),
    )
    op.create_index("mark_of", "mark", ["student", "exercise", "id"])


def make_what_is_decided() -> None:
    """Make the tables of the instructor's decisions."""
    op.create_table(
        "adjustment",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("student", sa.String(64), nullable=False),
        sa.Column("exercise", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("points", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("decided_at", sa.String(40), nullable=False),
        sa.Column("withdrawn", sa.Integer, nullable=False),
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop the tables."""
    for name in ("setting", "adjustment", "mark", "run", "attempt", "submission", "student"):
        op.drop_table(name)
