"""Layouts of platforms: recognised by names, forced by option, students told apart, times believed in order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from handed_in import GATHER, SCATTER, fill, keys, pack, rows, source_of, take

from grader.intake import Layout, OddityKind, Timeliness, TimeSource

CANVAS = {
    "okaforgrace_12345_67890_gather.py": "first = 1\n",
    "okaforgrace_12345_67895_gather-1.py": "second = 1\n",
    "okaforgrace_12345_67899_gather-2.py": "third = 1\n",
    "bowen_LATE_22222_67891_scatter.py": SCATTER,
}
METADATA = """\
submission_1:
  :submitters:
  - :name: Ada Lovelace
    :sid: s01
    :email: ada@uni.example
  - :name: Bo Wen
    :sid: s02
    :email: bo@uni.example
  :created_at: 2026-05-01 12:00:00.123456 Z
  :score: 3
  :results: {tests: [{output: "x"}]}
submission_2:
  :submitters:
  - {":name": Cy, ":sid": "", ":email": cy@uni.example}
  :created_at: 2026-05-02T12:00:00+02:00
"""
GRADESCOPE = {
    "submission_metadata.yml": METADATA,
    "submission_1/gather.py": GATHER,
    "submission_2/hw/scatter.py": SCATTER,
    "submission_3/gather.py": GATHER,
}
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("packed", [False, True])
def test_canvas_names_are_understood(tmp_path: Path, packed: bool) -> None:
    """Canvas's file names give student, exercise, LATE and the latest of several tries."""
    place = pack(tmp_path / "submissions.zip", CANVAS) if packed else fill(tmp_path, CANVAS)
    intake = take(place)
    bo, grace = intake.found

    assert intake.layout is Layout.CANVAS
    assert (bo.student, bo.slug, bo.lateness.timeliness) == ("bowen", "scatter", Timeliness.LATE)
    assert (grace.student, source_of(grace)) == ("okaforgrace", "third = 1\n")
    assert bo.lateness.source is TimeSource.FLAG


def test_canvas_decides_who_is_late(tmp_path: Path) -> None:
    """A download is packed after the deadline: without LATE a Canvas file is in time, whatever its own time."""
    place = pack(tmp_path / "submissions.zip", CANVAS, at=datetime(2030, 1, 1))
    bo, grace = take(place, deadline=NOON).found

    assert (bo.lateness.timeliness, grace.lateness.timeliness) == (Timeliness.LATE, Timeliness.ON_TIME)


def test_canvas_students_of_one_name_stay_two(tmp_path: Path) -> None:
    """Two Canvas users who write their names alike are two students."""
    files = {"smithjohn_1_10_gather.py": GATHER, "smithjohn_2_11_gather.py": SCATTER}

    assert len({found.student for found in take(fill(tmp_path, files)).found}) == 2


@pytest.mark.parametrize(
    "names",
    [
        (
            "Grace Okafor_1234567_assignsubmission_file_/gather.py",
            "Bo_Wen_7_assignsubmission_file_/scatter.py",
        ),
        ("Grace Okafor_1234567_assignsubmission_file_gather.py", "Bo_Wen_7_assignsubmission_file_scatter.py"),
    ],
)
def test_moodle_names_are_understood(tmp_path: Path, names: tuple[str, str]) -> None:
    """Moodle's downloads are read with and without folders; a name may hold an underscore."""
    intake = take(fill(tmp_path, dict.fromkeys(names, GATHER)))

    assert intake.layout is Layout.MOODLE
    assert keys(intake) == [("Bo_Wen", "scatter"), ("Grace Okafor", "gather")]


@pytest.mark.parametrize("wrap", ["", "assignment_9_export/"])
def test_gradescope_export_is_understood(tmp_path: Path, wrap: str) -> None:
    """Gradescope's metadata names everybody in a group, and when they handed in."""
    intake = take(
        pack(tmp_path / "export.zip", {wrap + name: content for name, content in GRADESCOPE.items()})
    )

    assert intake.layout is Layout.GRADESCOPE
    assert keys(intake) == [
        ("cy@uni.example", "scatter"),
        ("s01", "gather"),
        ("s02", "gather"),
        ("submission_3", "gather"),
    ]
    assert intake.found[1].submitted.at == NOON.replace(microsecond=123456)
    assert intake.found[0].submitted.at == datetime(2026, 5, 2, 10, tzinfo=UTC)


def test_gradescope_times_come_before_the_archives(tmp_path: Path) -> None:
    """What the metadata says of time is believed, not the time at which the export was packed."""
    place = pack(tmp_path / "export.zip", GRADESCOPE, at=datetime(2030, 1, 1))
    found = {item.student: item for item in take(place, deadline=NOON + timedelta(hours=1)).found}

    assert found["s01"].lateness.source is TimeSource.METADATA
    assert found["s01"].lateness.timeliness is Timeliness.ON_TIME
    assert found["cy@uni.example"].lateness.by == timedelta(hours=21)


@pytest.mark.parametrize("metadata", ["a: [", "- 1\n", ": : :", b"\xff", "x: " + "[" * 100_000, ""])
def test_broken_gradescope_metadata_costs_names_only(tmp_path: Path, metadata: str | bytes) -> None:
    """Metadata that cannot be read is a row at most; the folders stand for the students."""
    intake = take(fill(tmp_path, GRADESCOPE | {"submission_metadata.yml": metadata}))

    assert [found.student for found in intake.found] == ["submission_1", "submission_2", "submission_3"]


def checkout(folder: Path, name: str, files: dict[str, str]) -> None:
    fill(folder / name, {".git/HEAD": "ref: x\n", ".git/hooks/gather.py": "boom"} | files)


def test_git_checkouts_are_understood(tmp_path: Path) -> None:
    """Repositories ASSIGNMENT-LOGIN give logins; .git is not looked into, and the exercise's own file counts."""
    checkout(tmp_path, "hw1-ada", {"exercises/gather/gather.py": GATHER, "gather.py": "stray = 1\n"})
    checkout(tmp_path, "hw1-bo-wen", {"exercises/scatter/scatter.py": SCATTER})
    intake = take(tmp_path)

    assert intake.layout is Layout.CLASSROOM
    assert keys(intake) == [("ada", "gather"), ("bo-wen", "scatter")]
    assert source_of(intake.found[0]) == GATHER


def test_a_layout_can_be_forced(tmp_path: Path) -> None:
    """A forced layout is not second-guessed: Canvas names in a plain folder are nobody's."""
    fill(tmp_path, CANVAS | {"ada/gather.py": GATHER})
    intake = take(tmp_path, layout=Layout.PLAIN)

    assert keys(intake) == [("ada", "gather")]
    assert len(rows(intake, OddityKind.NO_STUDENT)) == len(CANVAS)


def test_forced_canvas_reads_a_mixed_folder(tmp_path: Path) -> None:
    """Forced to Canvas, files of other names are told and Canvas's are read."""
    names = {"a.py": "", "b.py": "", "c.py": "", "bowen_2_3_gather.py": GATHER}
    intake = take(fill(tmp_path, names), layout=Layout.CANVAS)

    assert keys(intake) == [("bowen", "gather")]
    assert len(rows(intake, OddityKind.NO_STUDENT)) == 3


def test_one_student_cannot_change_the_layout(tmp_path: Path) -> None:
    """A folder that one student names like Moodle's, or makes a repository, does not change how others are read."""
    files = {"ada/gather.py": GATHER, "bo/gather.py": GATHER, "X_1_assignsubmission_file_/gather.py": GATHER}
    checkout(tmp_path, "cy", {"gather.py": GATHER})
    intake = take(fill(tmp_path, files))

    assert intake.layout is Layout.PLAIN
    assert {found.student for found in intake.found} == {"ada", "bo", "cy", "X_1_assignsubmission_file_"}


@pytest.mark.parametrize("suffix", [" (1)", "(2)", "-3"])
def test_names_that_browsers_give_are_understood(tmp_path: Path, suffix: str) -> None:
    """A download's number does not hide the exercise, and the higher number counts."""
    intake = take(fill(tmp_path, {"ada/gather.py": "one = 1\n", f"ada/gather{suffix}.py": "two = 1\n"}))

    assert [source_of(found) for found in intake.found] == ["two = 1\n"]


@pytest.mark.parametrize(
    ("layout", "honest"),
    [
        (Layout.PLAIN, "ada/gather.py"),
        (Layout.CANVAS, "ada_1_2_gather.py"),
        (Layout.MOODLE, "ada_1_assignsubmission_file_/gather.py"),
        (Layout.GRADESCOPE, "submission_1/gather.py"),
        (Layout.CLASSROOM, "ada/gather.py"),
    ],
)
def test_files_of_nobody_are_told_in_every_layout(tmp_path: Path, layout: Layout, honest: str) -> None:
    """A file that a layout gives to nobody is a row, and does not hide the others."""
    intake = take(fill(tmp_path, {honest: GATHER, "scatter.py": SCATTER}), layout=layout)

    assert [found.slug for found in intake.found] == ["gather"]
    assert [row.path for row in rows(intake, OddityKind.NO_STUDENT)] == ["scatter.py"]


def test_a_time_that_is_none_is_nobodys(tmp_path: Path) -> None:
    """Metadata with a time that cannot be read leaves the time to the next source."""
    metadata = METADATA.replace("2026-05-01 12:00:00.123456 Z", "yesterday")
    intake = take(fill(tmp_path, GRADESCOPE | {"submission_metadata.yml": metadata}))

    assert {found.student: found.submitted.source for found in intake.found}["s01"] is TimeSource.FILE
