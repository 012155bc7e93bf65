"""Intake of folders and zips: what is found, which version counts, what is told and what is ignored."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from handed_in import EXERCISES, GATHER, SCATTER, fill, keys, pack, rows, source_of, take

from grader.catalog import SourceText
from grader.errors import UsageError
from grader.intake import Layout, OddityKind, TimeSource, find_submissions

CLASS = {"ada/gather.py": GATHER, "ada/hw1/scatter.py": SCATTER, "bo/gather.py": GATHER}
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def set_time(path: Path, at: datetime) -> None:
    os.utime(path, (at.timestamp(), at.timestamp()))


def test_a_folder_of_students_is_read(tmp_path: Path) -> None:
    """Every SLUG.py below a student's folder is found once, by student and then in the exercises' order."""
    intake = take(fill(tmp_path, CLASS))

    assert keys(intake) == [("ada", "gather"), ("ada", "scatter"), ("bo", "gather")]
    assert intake.layout is Layout.PLAIN
    assert intake.oddities == ()
    assert [person.id for person in intake.people] == ["ada", "bo"]


def test_what_is_hashed_is_what_is_graded(tmp_path: Path) -> None:
    """The text is read once, with its SHA-256; a file swapped afterwards changes nothing."""
    (found,) = take(fill(tmp_path, {"ada/gather.py": GATHER})).found
    (tmp_path / "ada/gather.py").write_text("swapped")

    assert source_of(found) == GATHER
    assert isinstance(found.content, SourceText)
    assert found.content.sha256 == hashlib.sha256(GATHER.encode()).hexdigest()


def test_a_zip_holds_the_same_class(tmp_path: Path) -> None:
    """A zip gives what its folder gives, also when one folder of the zip's own name wraps it."""
    plain = take(pack(tmp_path / "class.zip", CLASS))
    wrapped = take(pack(tmp_path / "hw.zip", {f"hw/{name}": content for name, content in CLASS.items()}))

    assert keys(plain) == keys(wrapped) == [("ada", "gather"), ("ada", "scatter"), ("bo", "gather")]
    assert [source_of(found) for found in plain.found] == [GATHER, SCATTER, GATHER]


def test_the_student_bundle_is_read(tmp_path: Path) -> None:
    """A student's copy of the course, exercises/SLUG/SLUG.py, is read like any folder."""
    assert keys(take(fill(tmp_path, {"ada/exercises/gather/gather.py": GATHER}))) == [("ada", "gather")]


def test_the_nearest_file_counts_and_is_told(tmp_path: Path) -> None:
    """Of two files for one exercise the one nearer to the student's folder counts, and a row says so."""
    intake = take(fill(tmp_path, {"ada/gather.py": "near = 1\n", "ada/old/gather.py": "far = 1\n"}))

    assert [source_of(found) for found in intake.found] == ["near = 1\n"]
    (row,) = rows(intake, OddityKind.VERSIONS)
    assert (row.path, dict(row.text.fields)["count"]) == ("ada/gather.py", "2")


def test_with_a_deadline_the_latest_in_time_counts(tmp_path: Path) -> None:
    """With a deadline the latest version before it counts, wherever it lies; without any in time, the latest."""
    fill(
        tmp_path,
        {"ada/gather.py": "early = 1\n", "ada/b/gather.py": "in_time = 1\n", "ada/c/gather.py": "late = 1\n"},
    )
    for name, hours in (("ada", -5), ("ada/b", -1), ("ada/c", 1)):
        set_time(tmp_path / name / "gather.py", NOON + timedelta(hours=hours))

    def at(deadline: datetime) -> str:
        return source_of(take(tmp_path, deadline=deadline).found[0])

    assert at(NOON) == "in_time = 1\n"
    assert at(NOON + timedelta(hours=2)) == "late = 1\n"
    assert at(NOON - timedelta(days=1)) == "late = 1\n"


def test_zip_times_are_used_and_named(tmp_path: Path) -> None:
    """A member's time decides about lateness, and the record says that it was the archive's."""
    local = datetime(2026, 5, 1, 12, 0)
    place = pack(tmp_path / "class.zip", {"ada/gather.py": GATHER}, at=local)
    (found,) = take(place, deadline=local - timedelta(hours=1)).found

    assert found.submitted.source is found.lateness.source is TimeSource.ARCHIVE
    assert found.lateness.by == timedelta(hours=1)


def test_an_unreadable_version_counts_only_alone(tmp_path: Path) -> None:
    """A version that is no text gives way to one that is; alone it is a submission that cannot be read."""
    fill(tmp_path, {"ada/gather.py": b"\xff", "ada/old/gather.py": GATHER, "bo/gather.py": b"x = '\xff'\n"})
    ada, bo = take(tmp_path).found

    assert source_of(ada) == GATHER
    assert "0xff in line 1" in str(bo.content)


def test_files_that_play_no_part_are_only_counted(tmp_path: Path) -> None:
    """conftest.py, torch.py, data and caches beside a submission are counted as ignored, and no oddity."""
    names = ("conftest.py", "pytest.ini", "torch.py", "x.pth", "y.so", "__pycache__/gather.pyc", "data.csv")
    intake = take(fill(tmp_path, {"ada/gather.py": GATHER} | {f"ada/{name}": "boom" for name in names}))

    assert keys(intake) == [("ada", "gather")]
    assert (intake.oddities, intake.ignored) == ((), len(names))


def test_a_slip_of_the_pen_is_told(tmp_path: Path) -> None:
    """A name close to an exercise's is told with that exercise, even beside a submission."""
    intake = take(fill(tmp_path, {"ada/gather.py": GATHER, "ada/Scater.py": SCATTER}))

    (row,) = rows(intake, OddityKind.NO_EXERCISE)
    assert dict(row.text.fields) == {"name": "Scater", "near": "scatter"}


def test_submissions_about_nothing_are_rows(tmp_path: Path) -> None:
    """A foreign file, a file of nobody, an empty folder and a packed folder are rows; the rest is found."""
    files = {
        "ada/gather.py": GATHER,
        "bo/homework.py": "x = 1\n",
        "loose.py": "",
        "cy/notes.txt": "",
        "di/all.zip": "",
    }
    intake = take(fill(tmp_path, files))

    assert keys(intake) == [("ada", "gather")]
    assert {(row.path, row.kind) for row in intake.oddities} == {
        ("bo/homework.py", OddityKind.NO_EXERCISE),
        ("loose.py", OddityKind.NO_STUDENT),
        ("cy", OddityKind.NO_SUBMISSION),
        ("di", OddityKind.NO_SUBMISSION),
        ("di/all.zip", OddityKind.ARCHIVE),
    }


def test_two_students_whose_ids_would_be_one_stay_two(tmp_path: Path) -> None:
    """Names that differ by case alone become two ids that differ on every file system, and are told."""
    intake = take(fill(tmp_path, {"Ada/gather.py": GATHER, "ada/gather.py": SCATTER}))

    ids = {found.student.casefold() for found in intake.found}
    assert len(ids) == 2
    assert len(rows(intake, OddityKind.NAME)) == 2


def test_one_students_rows_have_a_limit(tmp_path: Path) -> None:
    """A student who hands in a hundred links takes no more than 21 rows of the report."""
    fill(tmp_path, {"ada/gather.py": GATHER, "bo/gather.py": GATHER})
    for number in range(100):
        (tmp_path / "bo" / f"link{number}").symlink_to("/")
    intake = take(tmp_path)

    of_bo = [row for row in intake.oddities if row.path.startswith("bo")]
    assert len(of_bo) == 21
    assert dict(rows(intake, OddityKind.TOO_MANY)[0].text.fields) == {"count": "80"}


@pytest.mark.parametrize("name", ["nothing", "file.txt", "not_there", "broken.zip"])
def test_no_submissions_is_said(tmp_path: Path, name: str) -> None:
    """An empty folder, a file that is no zip and a missing path are the user's mistakes; the layouts are named."""
    fill(tmp_path, {"file.txt": "", "broken.zip": b"PK\5\6" + b"\xff" * 30})
    (tmp_path / "nothing").mkdir()

    with pytest.raises(UsageError) as caught:
        find_submissions(tmp_path / name, EXERCISES)

    assert "SLUG" in caught.value.hint
    assert name in caught.value.message


def test_nothing_usable_says_what_was_odd(tmp_path: Path) -> None:
    """Where all that was handed in is odd, the error tells the first oddity."""
    fill(tmp_path, {"gather.py": GATHER})

    with pytest.raises(UsageError, match="student's folder"):
        find_submissions(tmp_path, EXERCISES)
