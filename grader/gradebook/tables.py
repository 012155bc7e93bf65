"""The tables. Rows are only ever added: what counts now is the last row that says so.

Scores are exact strings (``7.5``, ``22/3``), moments are ISO 8601 with their offset: equal in every
database, and nothing is rounded by one.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

METADATA = MetaData()

STUDENTS = Table(
    "student",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False, default=""),
    Column("section", Text, nullable=False, default=""),
    Column("canvas_id", Text, nullable=False, default=""),
    Column("login", Text, nullable=False, default=""),
)

# What was handed in, once for each text: ``content`` is what is graded, also by a later regrade.
SUBMISSIONS = Table(
    "submission",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("student", ForeignKey("student.id"), nullable=False),
    Column("exercise", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("content", Text, nullable=False),
    Column("overruled", Text, nullable=False, default=""),
    Column("submitted_at", String(40), nullable=False, default=""),
    Column("late_points", String(40), nullable=False, default="0"),
    Column("late_percent", String(40), nullable=False, default="0"),
    Column("late_note", Text, nullable=False, default=""),
    UniqueConstraint(
        "student", "exercise", "sha256", "overruled", "late_points", "late_percent", name="one_submission"
    ),
)

# One grading of one text by one version of everything; ``key`` is unique, so nothing is in here twice.
ATTEMPTS = Table(
    "attempt",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("key", String(100), nullable=False, unique=True),
    Column("exercise", String(64), nullable=False),
    Column("verdict", String(20), nullable=False),
    Column("score", String(40), nullable=False),
    Column("document", Text, nullable=False),
)

RUNS = Table(
    "run",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("started_at", String(40), nullable=False),
    Column("note", Text, nullable=False, default=""),
)

# Which attempt counts for a student and an exercise: the last of these rows.
MARKS = Table(
    "mark",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("run.id"), nullable=False),
    Column("submission", ForeignKey("submission.id"), nullable=False),
    Column("attempt", ForeignKey("attempt.id"), nullable=False),
    Column("student", String(64), nullable=False),
    Column("exercise", String(64), nullable=False),
    Index("mark_of", "student", "exercise", "id"),
)

# The instructor's decisions; a later row with the same student, exercise and kind takes its place, and
# ``withdrawn`` ones count for nothing.
ADJUSTMENTS = Table(
    "adjustment",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("student", String(64), nullable=False),
    Column("exercise", String(64), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("points", String(40), nullable=False),
    Column("reason", Text, nullable=False),
    Column("decided_at", String(40), nullable=False),
    Column("withdrawn", Integer, nullable=False, default=0),
)

SETTINGS = Table(
    "setting",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String(40), nullable=False),
    Column("value", Text, nullable=False),
)

# Answered quiz questions: what was typed, by which variant it was marked, when it is due again.
QUIZ_RESULTS = Table(
    "quiz_result",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("student", String(64), nullable=False),
    Column("question", String(100), nullable=False),
    Column("seed", Integer, nullable=False),
    Column("variant", String(64), nullable=False),
    Column("marked_by", String(64), nullable=False),
    Column("tries", Text, nullable=False),
    Column("points", String(40), nullable=False),
    Column("max_points", String(40), nullable=False),
    Column("answered_at", String(40), nullable=False),
    Column("card", Text, nullable=False),
    Index("quiz_result_of", "student", "question", "id"),
)

# The questions as they were shown, so that an answer can be marked again from the gradebook alone.
QUIZ_VARIANTS = Table(
    "quiz_variant",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("question", String(100), nullable=False),
    Column("document", Text, nullable=False),
)

# What a later run decided about an answered question: the last of these rows counts, else the result's own.
QUIZ_MARKS = Table(
    "quiz_mark",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("run.id"), nullable=False),
    Column("result", ForeignKey("quiz_result.id"), nullable=False),
    Column("points", String(40), nullable=False),
    Column("max_points", String(40), nullable=False),
    Column("marked_by", String(64), nullable=False),
    Column("decision", String(20), nullable=False),
    Index("quiz_mark_of", "result", "id"),
)
