"""Batches: every submission is found and graded once, kept as it ends, and published in one course."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_course import CHAFFS, REFERENCE, SLUG, STUB, make_small_course, write

from grader.batch import Batch, run, run_batch
from grader.catalog import Catalog
from grader.client import zygote as zygotes
from grader.client.probe import Act, Probed
from grader.course import Course
from grader.errors import UsageError
from grader.model import Attempt, Level, Verdict
from grader.sandbox import launch
from grader.wire.plan import Plan

TRUSTED = Batch(trusted=True)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A small course."""
    return Catalog(make_small_course(tmp_path_factory.mktemp("course")))


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """A class of four: right, wrong, empty-handed, unreadable."""
    folder = tmp_path / "handed_in"
    write(folder / "ada" / "double.py", REFERENCE)
    write(folder / "bo" / "hw1" / "double.py", CHAFFS["ignores_times"])
    write(folder / "cy" / "double.py", STUB)
    (folder / "dan").mkdir()
    (folder / "dan" / "double.py").write_bytes(b"\xff\xfe\x00")
    return folder


@pytest.fixture
def batch(catalog: Catalog, handed_in: Path, tmp_path: Path) -> Iterator[Course]:
    """The class, graded."""
    return run_batch(catalog, handed_in, tmp_path / "out", TRUSTED)


def verdicts(course: Course) -> dict[str, Verdict]:
    """Return the verdict by student."""
    return {attempt.student: attempt.verdict for attempt in course.attempts}


def test_every_student_gets_an_attempt(batch: Course, tmp_path: Path) -> None:
    """Right, wrong, stub and unreadable files each have their verdict, in the pages and in results.json."""
    assert verdicts(batch) == {
        "ada": Verdict.ACCEPTED,
        "bo": Verdict.PARTIAL,
        "cy": Verdict.REJECTED,
        "dan": Verdict.NO_TARGET,
    }
    results = json.loads((tmp_path / "out/results.json").read_bytes())
    assert [a["score"] for a in results["attempts"]] == [str(a.score) for a in batch.attempts]
    assert (tmp_path / "out/index.html").is_file()
    assert (tmp_path / "out/index.zh.html").is_file()


def test_a_second_run_grades_nothing_again(
    batch: Course, catalog: Catalog, handed_in: Path, tmp_path: Path
) -> None:
    """What is unchanged is not graded again: the attempts are those of the first run, to the second."""
    heard: list[Attempt] = []

    again = run_batch(
        catalog,
        handed_in,
        tmp_path / "out",
        TRUSTED,
        lambda done, of, attempt: heard.append(attempt),
    )

    assert heard == []
    assert [a.graded_at for a in again.attempts[:3]] == [a.graded_at for a in batch.attempts[:3]]


def test_a_killed_batch_finishes_the_rest(catalog: Catalog, handed_in: Path, tmp_path: Path) -> None:
    """An interrupt loses the attempt in flight only; the next run grades the others and agrees."""

    def interrupt(done: int, of: int, attempt: Attempt) -> None:
        if attempt.student == "ada":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_batch(catalog, handed_in, tmp_path / "out", TRUSTED, interrupt)
    heard: list[str] = []
    course = run_batch(catalog, handed_in, tmp_path / "out", TRUSTED, lambda d, o, a: heard.append(a.student))

    assert heard == ["bo", "cy", "dan"]
    assert verdicts(course)["ada"] is Verdict.ACCEPTED


def test_jobs_side_by_side_give_the_same_course(
    batch: Course, catalog: Catalog, handed_in: Path, tmp_path: Path
) -> None:
    """Two processes grade as one does."""
    other = run_batch(catalog, handed_in, tmp_path / "other", Batch(jobs=2, trusted=True))
    same_time = datetime(2026, 1, 1, tzinfo=UTC)

    assert [replace(a, graded_at=same_time) for a in other.attempts] == [
        replace(a, graded_at=same_time) for a in batch.attempts
    ]


def test_a_batch_refuses_to_run_without_a_sandbox(
    catalog: Catalog, handed_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Strangers' code is not run where the sandbox is below L2, unless that is asked for."""
    monkeypatch.setattr(zygotes, "launches", lambda *, sandboxed: iter([launch.bare(Plan())]))

    with pytest.raises(UsageError, match="reaches only level L0"):
        run_batch(catalog, handed_in, tmp_path / "out")

    assert not (tmp_path / "out").exists()


def test_a_sandbox_that_leaks_is_refused(
    catalog: Catalog, handed_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What counts is what a submission could do, not what the layers are called."""
    monkeypatch.setattr(
        run, "probe", lambda runner: (runner.close(), Probed(Level.NONE, frozenset({Act.USE_NETWORK})))[1]
    )

    with pytest.raises(UsageError, match="could open a network connection"):
        run_batch(catalog, handed_in, tmp_path / "out")


def test_a_batch_behind_the_sandbox_says_its_level(catalog: Catalog, handed_in: Path, tmp_path: Path) -> None:
    """Where the sandbox is strong enough nothing has to be promised, and every attempt names the level."""
    course = run_batch(catalog, handed_in, tmp_path / "out")

    assert {attempt.level for attempt in course.attempts if attempt.verdict is not Verdict.NO_TARGET} <= {
        Level.FILTERED, Level.FULL,
    }  # fmt: skip


def test_a_changed_submission_is_graded_again(
    batch: Course, catalog: Catalog, handed_in: Path, tmp_path: Path
) -> None:
    """Content decides: a new text is a new attempt."""
    write(handed_in / "bo" / "hw1" / "double.py", REFERENCE)

    assert verdicts(run_batch(catalog, handed_in, tmp_path / "out", TRUSTED))["bo"] is Verdict.ACCEPTED


def test_an_output_folder_that_cannot_be_is_said(catalog: Catalog, handed_in: Path, tmp_path: Path) -> None:
    """A file in the way is a usage error, before anything is graded."""
    (tmp_path / "taken").touch()

    with pytest.raises(UsageError, match="cannot be written"):
        run_batch(catalog, handed_in, tmp_path / "taken", TRUSTED)


def test_an_instructor_can_overrule_a_forbidden_operation(tmp_path: Path) -> None:
    """The submission named is graded without that rule, says why, and nobody else's is."""
    root = make_small_course(tmp_path / "course")
    manifest = root / "exercises" / SLUG / "exercise.toml"
    manifest.write_text('forbidden = ["mul"]\n' + manifest.read_text())
    source = REFERENCE.replace("x * 2**times", "x.mul(2**times)")
    for student in ("ada", "bo"):
        write(tmp_path / "in" / student / "double.py", source)

    course = run_batch(
        Catalog(root), tmp_path / "in", tmp_path / "out", Batch(overruled={("ada", SLUG): "agreed in class"})
    )

    assert verdicts(course) == {"ada": Verdict.ACCEPTED, "bo": Verdict.FORBIDDEN}
    assert "agreed in class" in str(course.attempts[0].messages[0])
