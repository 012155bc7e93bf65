"""The gradebook's operations. Every one is a transaction: it is in the database whole, or not at all."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Select, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from grader.course import Adjustment, Course, Person
from grader.errors import UsageError
from grader.gradebook import rows
from grader.gradebook.records import Cached, Handed, Mark
from grader.gradebook.tables import ADJUSTMENTS, ATTEMPTS, MARKS, RUNS, SETTINGS, STUDENTS, SUBMISSIONS
from grader.model import Attempt, Verdict

INSERTS: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
DROP_LOWEST = "drop_lowest"


class Gradebook:
    """One open gradebook; many processes may have the same one open.

    Every method that writes raises `UsageError` where the database refuses (a full disk, a connection
    that is gone): what was committed before stays.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._where = where

    def close(self) -> None:
        """Close its connections."""
        self._engine.dispose()

    def __enter__(self) -> Gradebook:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def begin_run(self, kind: str, note: str = "") -> int:
        """Note that a batch, a regrade or an undo begins; return its number."""
        with self.writing() as connection:
            values = {"kind": kind, "started_at": now(), "note": note}
            return int(connection.execute(RUNS.insert().values(values).returning(RUNS.c.id)).scalar_one())

    def enroll(self, people: Iterable[Person]) -> None:
        """Keep who is in the course; what is known newly about somebody replaces what was known."""
        with self.writing() as connection:
            for person in people:
                row = rows.person_row(person)
                statement = self._insert(STUDENTS).values(row)
                news = {name: value for name, value in row.items() if value and name != "id"}
                connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=news))

    def hand_in(self, submissions: Sequence[Handed]) -> list[int]:
        """Keep submissions that are not in here yet; return all their numbers."""
        with self.writing() as connection:
            return [self._hand_in(connection, handed) for handed in submissions]

    def cached(self, keys: Iterable[str]) -> dict[str, Cached]:
        """Return the attempts that were graded by these keys."""
        with self.reading() as connection:
            found = {key: self._attempt_of(connection, key) for key in dict.fromkeys(keys)}
        return {key: cached for key, cached in found.items() if cached}

    def remember(self, key: str, attempt: Attempt) -> Cached:
        """Keep an attempt that does not count for anybody yet; of two by one key the first is kept."""
        with self.writing() as connection:
            return self._remember(connection, key, attempt)

    def keep(self, run: int, submission: int, handed: Handed, key: str, attempt: Attempt) -> Attempt:
        """Keep an attempt and mark that it counts; of two by one key the first is kept, and returned.

        One that failed through our fault counts until the next run, which grades the submission again.
        """
        if attempt.verdict is Verdict.GRADER_FAULT:
            key = f"fault-{uuid.uuid4().hex}"
        with self.writing() as connection:
            kept = self._remember(connection, key, attempt)
            self._mark(connection, run, submission, handed, kept.id)
        return handed.graded(kept.attempt)

    def mark(self, run: int, marked: Sequence[tuple[int, Handed, int]]) -> None:
        """Say which attempts count, as (submission, what was handed in, attempt); repeats change nothing."""
        with self.writing() as connection:
            for submission, handed, attempt in marked:
                self._mark(connection, run, submission, handed, attempt)

    def marks(self, before_run: int | None = None) -> list[Mark]:
        """Return what counts now, or did before a run, by student and exercise."""
        last = select(func.max(MARKS.c.id)).group_by(MARKS.c.student, MARKS.c.exercise)
        if before_run is not None:
            last = last.where(MARKS.c.run < before_run)
        with self.reading() as connection:
            found = connection.execute(joined().where(MARKS.c.id.in_(last)))
            return [rows.read_mark(row) for row in found]

    def marks_of_run(self, run: int) -> list[Mark]:
        """Return what a run marked."""
        with self.reading() as connection:
            return [rows.read_mark(row) for row in connection.execute(joined().where(MARKS.c.run == run))]

    def runs(self, *kinds: str) -> list[tuple[int, str]]:
        """Return number and kind of the runs of these kinds, the last one first."""
        statement = select(RUNS.c.id, RUNS.c.kind).where(RUNS.c.kind.in_(kinds)).order_by(RUNS.c.id.desc())
        with self.reading() as connection:
            return [(row.id, row.kind) for row in connection.execute(statement)]

    def adjust(self, adjustment: Adjustment, *, withdrawn: bool = False) -> None:
        """Keep an instructor's decision, or that it holds no longer; later ones replace earlier ones."""
        values = {
            "student": adjustment.student,
            "exercise": adjustment.exercise,
            "kind": adjustment.kind.value,
            "points": str(adjustment.points),
            "reason": adjustment.reason,
            "decided_at": now(),
            "withdrawn": int(withdrawn),
        }
        with self.writing() as connection:
            connection.execute(ADJUSTMENTS.insert().values(values))

    def adjustments(self) -> tuple[Adjustment, ...]:
        """Return the decisions that hold."""
        key = ADJUSTMENTS.c.student, ADJUSTMENTS.c.exercise, ADJUSTMENTS.c.kind
        last = select(func.max(ADJUSTMENTS.c.id)).group_by(*key)
        holds = ADJUSTMENTS.c.id.in_(last) & (ADJUSTMENTS.c.withdrawn == 0)
        with self.reading() as connection:
            found = connection.execute(select(ADJUSTMENTS).where(holds).order_by(ADJUSTMENTS.c.id))
            return tuple(rows.read_adjustment(row) for row in found)

    def set_drop_lowest(self, count: int) -> None:
        """Say how many of each student's weakest exercises do not count."""
        with self.writing() as connection:
            connection.execute(SETTINGS.insert().values(name=DROP_LOWEST, value=str(count)))

    def drop_lowest(self) -> int:
        """Return how many of each student's weakest exercises do not count."""
        statement = select(SETTINGS.c.value).where(SETTINGS.c.name == DROP_LOWEST)
        with self.reading() as connection:
            value = connection.execute(statement.order_by(SETTINGS.c.id.desc()).limit(1)).scalar()
        return int(value or 0)

    def people(self) -> tuple[Person, ...]:
        """Return everybody, by id."""
        with self.reading() as connection:
            found = connection.execute(select(STUDENTS).order_by(STUDENTS.c.id))
            return tuple(Person(*row) for row in found)

    def course(self, name: str, exercises: Sequence[str]) -> Course:
        """Return the whole course as it counts now; the exercises in the order given."""
        place = {slug: index for index, slug in enumerate(exercises)}
        attempts = [mark.shown for mark in self.marks()]
        attempts.sort(key=lambda one: (one.student, place.get(one.exercise, len(place)), one.exercise))
        people = self.people()
        there = {attempt.student for attempt in attempts}
        missing = tuple(person.id for person in people if person.id not in there)
        adjustments, drop = self.adjustments(), self.drop_lowest()
        return Course(name, tuple(attempts), people, missing, (), adjustments, drop)

    def _insert(self, table: Table) -> Any:
        return INSERTS[self._engine.dialect.name](table)

    def _hand_in(self, connection: Connection, handed: Handed) -> int:
        row = rows.handed_row(handed)
        connection.execute(self._insert(SUBMISSIONS).values(row).on_conflict_do_nothing())
        unique = ("student", "exercise", "sha256", "overruled", "late_points", "late_percent")
        same = (SUBMISSIONS.c[name] == row[name] for name in unique)
        return int(connection.execute(select(SUBMISSIONS.c.id).where(*same)).scalar_one())

    def _remember(self, connection: Connection, key: str, attempt: Attempt) -> Cached:
        row = rows.attempt_row(key, attempt)
        connection.execute(self._insert(ATTEMPTS).values(row).on_conflict_do_nothing())
        kept = self._attempt_of(connection, key)
        assert kept is not None
        return kept

    def _attempt_of(self, connection: Connection, key: str) -> Cached | None:
        statement = select(ATTEMPTS.c.id, ATTEMPTS.c.document).where(ATTEMPTS.c.key == key)
        row = connection.execute(statement).first()
        return Cached(row.id, rows.read_attempt(row.document)) if row else None

    def _mark(self, connection: Connection, run: int, submission: int, handed: Handed, attempt: int) -> None:
        own = (MARKS.c.student == handed.student) & (MARKS.c.exercise == handed.exercise)
        statement = select(MARKS.c.submission, MARKS.c.attempt).where(own).order_by(MARKS.c.id.desc())
        last = connection.execute(statement.limit(1)).first()
        if last is None or tuple(last) != (submission, attempt):
            values = {"run": run, "submission": submission, "attempt": attempt}
            names = {"student": handed.student, "exercise": handed.exercise}
            connection.execute(MARKS.insert().values(**values, **names))

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Begin a transaction that is kept whole; `UsageError` where the database refuses."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise UsageError(
                f"The gradebook {self._where} could not be written: {str(error.orig).strip()}.",
                "What was graded before is in it. Mend the cause (disk, connection); run the command again.",
            ) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Connect to look something up; `UsageError` where the database refuses."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise UsageError(
                f"The gradebook {self._where} could not be read: {str(error.orig).strip()}.",
                "Mend the cause (the file, the connection), then run the same command again.",
            ) from error


def joined() -> Select[Any]:
    """Return marks with their submissions and attempts, by student and exercise."""
    columns = [column for column in SUBMISSIONS.c if column.name not in ("id", "student", "exercise")]
    statement = select(
        MARKS.c.submission, MARKS.c.attempt, MARKS.c.student, MARKS.c.exercise, *columns, ATTEMPTS.c.key,
        ATTEMPTS.c.document,
    )  # fmt: skip
    return (
        statement.join(SUBMISSIONS, MARKS.c.submission == SUBMISSIONS.c.id)
        .join(ATTEMPTS, MARKS.c.attempt == ATTEMPTS.c.id)
        .order_by(MARKS.c.student, MARKS.c.exercise)
    )


def now() -> str:
    """Return this moment."""
    return datetime.now(UTC).isoformat()
