"""The gradebook: whole or not at all, nothing twice, and the last row that says so counts."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from postgres_server import programs, server
from sample_attempts import ACCEPTED, GRADER_FAULT, PARTIAL
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

from grader.course import Adjustment, AdjustmentKind, Person
from grader.errors import UsageError
from grader.gradebook import Deduction, Gradebook, Handed, open_gradebook
from grader.model import Attempt, text
from grader.report.table import Standing, tabulate

ADA = Person("ada", "Ada Lovelace")
SLUG = ACCEPTED.exercise


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL server's database."""
    found = programs()
    if found is None:
        pytest.skip("NOT SHOWN: PostgreSQL is not installed here (Debian: apt install postgresql)")
    with server(found) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty gradebook can be: a file, and a database on a real server."""
    if request.param == "sqlite":
        yield str(tmp_path / "book.sqlite")
        return
    server_url = make_url(request.getfixturevalue("postgresql"))
    name = f"book_{uuid.uuid4().hex}"
    engine = create_engine(server_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    yield server_url.set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def book(where: str) -> Iterator[Gradebook]:
    """An empty gradebook with one student."""
    with open_gradebook(where) as opened:
        opened.enroll([ADA])
        yield opened


def handed(content: str = "x = 1", **changes: object) -> Handed:
    """Return a submission of Ada's."""
    return replace(Handed("ada", SLUG, f"{SLUG}.py", f"sha of {content}", content), **changes)


def grade(book: Gradebook, run: int, submission: Handed, key: str, attempt: Attempt) -> Attempt:
    """Hand in and keep an attempt."""
    (number,) = book.hand_in([submission])
    return book.keep(run, number, submission, key, attempt)


def shown(book: Gradebook) -> list[tuple[str, Fraction]]:
    """Return who has what."""
    return [(mark.shown.student, mark.shown.score) for mark in book.marks()]


def test_what_is_kept_comes_back_as_it_was(book: Gradebook) -> None:
    """An attempt survives the database exactly, as the attempt of whoever handed the text in."""
    kept = grade(book, book.begin_run("batch"), handed(), "k1", PARTIAL)

    assert book.cached(["k1", "k2"])["k1"].attempt == PARTIAL
    assert kept.student == "ada"
    assert replace(kept, student=PARTIAL.student, submission=PARTIAL.submission) == PARTIAL


def test_the_last_mark_counts_and_the_earlier_ones_stay(book: Gradebook) -> None:
    """A new submission replaces the old one in the course, not in the history."""
    first, second = book.begin_run("batch"), book.begin_run("batch")
    grade(book, first, handed(), "k1", PARTIAL)
    grade(book, second, handed("x = 2"), "k2", ACCEPTED)

    assert shown(book) == [("ada", ACCEPTED.score)]
    assert [mark.kept.attempt for mark in book.marks(before_run=second)] == [PARTIAL]


def test_nothing_is_kept_twice(book: Gradebook) -> None:
    """Of two attempts by one key the first stays, and a repeated mark adds no row."""
    run = book.begin_run("batch")
    grade(book, run, handed(), "k1", PARTIAL)
    again = grade(book, run, handed(), "k1", ACCEPTED)

    assert again.score == PARTIAL.score
    assert len(book.marks_of_run(run)) == 1


def test_our_faults_are_never_cached(book: Gradebook) -> None:
    """An attempt that failed through our fault is shown, and graded again by the next run."""
    run = book.begin_run("batch")
    grade(book, run, handed(), "k1", GRADER_FAULT)

    assert book.cached(["k1"]) == {}
    assert len(book.marks()) == 1
    assert grade(book, run, handed(), "k1", ACCEPTED).score == ACCEPTED.score
    assert shown(book) == [("ada", ACCEPTED.score)]


def test_lateness_is_taken_off_when_shown(book: Gradebook) -> None:
    """The attempt stays what it was; its student gets what is left, and reads why."""
    late = Deduction(points=Fraction(2), note=text("Late by {by}.", by="1 day"))
    kept = grade(book, book.begin_run("batch"), handed(deduction=late), "k1", ACCEPTED)

    assert (kept.score, kept.deducted) == (ACCEPTED.score - 2, 2)
    assert str(kept.messages[-1]) == "Late by 1 day."
    assert book.marks()[0].shown == kept
    assert book.cached(["k1"])["k1"].attempt.score == ACCEPTED.score


@pytest.mark.parametrize(
    ("kind", "points", "standing", "total"),
    [
        (AdjustmentKind.OVERRIDE, 3, Standing.OVERRIDDEN, "3 / 10"),
        (AdjustmentKind.EXCUSED, 0, Standing.EXCUSED, "0 / 0"),
        (AdjustmentKind.EXTRA, 2, Standing.COUNTS, "12 / 10"),
    ],
)
def test_the_instructors_decision_counts_until_it_is_withdrawn(
    book: Gradebook, kind: AdjustmentKind, points: int, standing: Standing, total: str
) -> None:
    """Override, excused and extra points change the total by the one rule, with their reason."""
    grade(book, book.begin_run("batch"), handed(), "k1", ACCEPTED)
    decision = Adjustment("ada", SLUG, kind, Fraction(points), "agreed")
    book.adjust(decision)

    (row,) = tabulate(book.course("c", [SLUG])).students
    assert (row.shown, str(row.total)) == ("Ada Lovelace", total)
    assert (row.credits[0].standing, row.credits[0].reasons) == (standing, ("agreed",))
    book.adjust(decision, withdrawn=True)
    assert str(tabulate(book.course("c", [SLUG])).students[0].total) == "10 / 10"


def test_who_handed_in_nothing_is_listed(book: Gradebook) -> None:
    """A student on the roster without a submission is in the course, with nothing of all points."""
    grade(book, book.begin_run("batch"), handed(), "k1", ACCEPTED)
    book.enroll([Person("bo", "Bo")])

    rows = tabulate(book.course("c", [SLUG])).students
    assert [(row.name, str(row.total)) for row in rows] == [("ada", "10 / 10"), ("bo", "0 / 10")]


def test_the_lowest_is_dropped_of_all_but_the_last(book: Gradebook) -> None:
    """The weakest exercise counts in neither sum; nobody is left without any."""
    run = book.begin_run("batch")
    grade(book, run, handed(), "k1", PARTIAL)
    grade(book, run, replace(handed(), exercise="other"), "k2", replace(ACCEPTED, exercise="other"))
    book.set_drop_lowest(1)

    (row,) = tabulate(book.course("c", [SLUG, "other"])).students
    assert [credit.standing for credit in row.credits] == [Standing.DROPPED, Standing.COUNTS]
    assert str(row.total) == "10 / 10"


def test_two_at_once_lose_nothing(where: str) -> None:
    """Writers of one gradebook wait for each other: every row of all is there, each once."""

    def write(writer: int) -> None:
        with open_gradebook(where) as own:
            own.enroll([ADA])
            run = own.begin_run("batch")
            for number in range(10):
                grade(own, run, handed(f"{writer % 2} {number}"), f"{writer % 2} {number}", ACCEPTED)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))

    with open_gradebook(where) as book:
        assert len(book.cached(f"{writer} {number}" for writer in range(2) for number in range(10))) == 20


def test_a_gradebook_of_a_newer_program_is_not_touched(tmp_path: Path) -> None:
    """An unknown revision is refused with the next step."""
    path = tmp_path / "book.sqlite"
    open_gradebook(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    with pytest.raises(UsageError, match="newer Tensorgrade") as caught:
        open_gradebook(path)
    assert "Upgrade" in str(caught.value.hint)


@pytest.mark.parametrize("where", ["nothing://x/y", "mysql+nothing://x", "folder"])
def test_what_cannot_be_a_gradebook_is_named(tmp_path: Path, where: str) -> None:
    """A URL of no known database and a folder in the place of a file are the user's mistake."""
    (tmp_path / "folder").mkdir()

    with pytest.raises(UsageError, match=r"gradebook|database"):
        open_gradebook(where if "://" in where else tmp_path / where)


def test_a_lost_connection_is_told_and_loses_nothing(postgresql: str, where: str, book: Gradebook) -> None:
    """A server that ends our connections costs one command at most: the next one connects again."""
    run = book.begin_run("batch")
    grade(book, run, handed(), "k1", PARTIAL)
    if "sqlite" not in where:
        end_connections(where)

    assert book.cached(["k1"])["k1"].attempt == PARTIAL
    assert grade(book, run, handed("x = 2"), "k2", ACCEPTED).score == ACCEPTED.score


def end_connections(where: str) -> None:
    """Have the server end every other connection to a database."""
    engine = create_engine(where, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    engine.dispose()


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    """Where the database cannot grow the sentence says so, and what was there before is there after."""
    book = open_gradebook(tmp_path / "book.sqlite")
    book.enroll([ADA])
    run = book.begin_run("batch")
    grade(book, run, handed(), "k1", PARTIAL)
    with book._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(UsageError, match=r"could not be written: .*full"):
        for number in range(100):
            grade(book, run, handed(f"{number}" * 5000), f"{number}", ACCEPTED)

    assert book.cached(["k1"])["k1"].attempt == PARTIAL
    book.close()
