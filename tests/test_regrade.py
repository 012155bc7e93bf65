"""Regrading: a dry run tells who changes and why, carrying out makes it count, undoing takes it back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from small_course import CHAFFS, PROPERTIES, REFERENCE, SLUG, make_small_course, write

from grader.batch import Batch, run_batch
from grader.batch import regrade as regrading
from grader.batch.regrade import Regrading, carry_out, changed, undo
from grader.catalog import Catalog
from grader.cli import main
from grader.gradebook import Gradebook, open_gradebook
from grader.model import Attempt, Verdict

# 6, 8 and 10 of 10 points; 8, 6 and 10 where two of the first property's points go to the second one.
CLASS = {"ada": REFERENCE, "bo": CHAFFS["accepts_negative_times"], "cy": CHAFFS["ignores_times"]}
OTHER_WEIGHTS = PROPERTIES.replace("@points(4)", "@points(3)").replace("@points(2)", "@points(3)", 1)
Cli = Callable[..., str]


@pytest.fixture(scope="module")
def graded_class(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small course, a class of three and its gradebook; copied for every test."""
    root = tmp_path_factory.mktemp("class")
    catalog = Catalog(make_small_course(root / "course"))
    for student, source in CLASS.items():
        write(root / "handed_in" / student / f"{SLUG}.py", source)
    run_batch(catalog, root / "handed_in", root / "out", Batch(trusted=True))
    return root


@pytest.fixture
def catalog(graded_class: Path, tmp_path: Path) -> Catalog:
    """The course, where the instructor has weighed the properties anew since the class was graded."""
    shutil.copytree(graded_class, tmp_path, dirs_exist_ok=True)
    catalog = Catalog(tmp_path / "course")
    write(catalog.solution_folder(SLUG) / "test_double.py", OTHER_WEIGHTS)
    return catalog


@pytest.fixture
def book(catalog: Catalog, tmp_path: Path) -> Iterator[Gradebook]:
    """The gradebook of the class."""
    with open_gradebook(tmp_path / "out" / "gradebook.sqlite") as opened:
        yield opened


def scores(book: Gradebook) -> dict[str, Fraction]:
    """Return who has what now."""
    return {mark.shown.student: mark.shown.score for mark in book.marks()}


def test_a_dry_run_says_who_changes_and_changes_nothing(catalog: Catalog, book: Gradebook) -> None:
    """Both whose points differ are named with the properties that explain it; what counts stays."""
    before = scores(book)

    found = {
        one.change.after.student: one.change for one in changed(catalog, book, Regrading(may_lower=True))
    }

    assert found.keys() == {"ada", "bo", "cy"}
    assert found["ada"].difference == 0
    assert found["bo"].difference == -found["cy"].difference == -1
    moved = {(one.points_before, one.points_after) for one in found["bo"].properties}
    assert (Fraction(4), Fraction(3)) in moved
    assert scores(book) == before


def test_a_dry_run_grades_nothing_twice(
    catalog: Catalog, book: Gradebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a dry run has graded is only looked up by the next run."""
    first = changed(catalog, book, Regrading())
    monkeypatch.setattr(regrading, "graded", lambda catalog, orders, jobs, device: iter(map(fail, orders)))

    assert changed(catalog, book, Regrading()) == first


def fail(order: object) -> tuple[object, Attempt]:
    """Stand in for grading that must not happen."""
    raise AssertionError(order)


def test_nobody_loses_unless_that_is_allowed(catalog: Catalog, book: Gradebook) -> None:
    """Without `may_lower` the one who would lose keeps what they have."""
    before = scores(book)

    carry_out(book, changed(catalog, book, Regrading()), "weights")

    assert scores(book) == {**before, "cy": before["cy"] + 1}


def test_what_was_carried_out_is_taken_back(catalog: Catalog, book: Gradebook) -> None:
    """Undo makes count again what counted, once; a second undo finds nothing."""
    before = scores(book)
    carry_out(book, changed(catalog, book, Regrading(may_lower=True)))
    assert scores(book) != before

    undone = undo(book)

    assert {mark.handed.student for mark in undone} == {"ada", "bo", "cy"}
    assert scores(book) == before
    assert not undo(book)


def test_regrades_are_taken_back_one_after_the_other(catalog: Catalog, book: Gradebook) -> None:
    """The second undo takes back the regrade before the last."""
    first = scores(book)
    carry_out(book, changed(catalog, book, Regrading(may_lower=True)))
    second = scores(book)
    write(catalog.solution_folder(SLUG) / "test_double.py", PROPERTIES + "\n\n# as before\n")
    carry_out(book, changed(catalog, book, Regrading(may_lower=True)))
    assert scores(book) == first

    undo(book)
    assert scores(book) == second
    undo(book)
    assert scores(book) == first


def test_a_later_submission_is_not_taken_back(catalog: Catalog, book: Gradebook, tmp_path: Path) -> None:
    """Who has handed in again since a regrade keeps the new attempt when the regrade is undone."""
    carry_out(book, changed(catalog, book, Regrading(may_lower=True)))
    write(tmp_path / "handed_in" / "cy" / f"{SLUG}.py", REFERENCE)
    run_batch(catalog, tmp_path / "handed_in", tmp_path / "out", Batch(trusted=True))

    undo(book)

    assert scores(book)["cy"] == 10
    assert scores(book)["bo"] == 8


def test_a_fault_of_ours_changes_nothing(
    catalog: Catalog, book: Gradebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new attempt that we failed to make is no change; the old one counts."""
    from sample_attempts import GRADER_FAULT

    assert GRADER_FAULT.verdict is Verdict.GRADER_FAULT
    monkeypatch.setattr(regrading, "graded", lambda c, orders, j, d: ((o, GRADER_FAULT) for o in orders))

    assert changed(catalog, book, Regrading(may_lower=True)) == ()


@pytest.fixture
def cli(
    catalog: Catalog, book: Gradebook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Cli:
    """Run `grade` in the course; return what it printed."""
    monkeypatch.setenv("TENSORGRADE_COURSE", str(catalog.root))
    monkeypatch.setenv("LANGUAGE", "en")

    def run(*arguments: str, code: int = 0) -> str:
        capsys.readouterr()
        assert main(list(map(str, arguments))) == code
        printed = capsys.readouterr()
        return printed.out + printed.err

    return run


def test_the_command_shows_applies_and_undoes(cli: Cli, book: Gradebook, tmp_path: Path) -> None:
    """`grade regrade` prints the differences, `--apply` makes them count, `--undo` takes them back."""
    path = tmp_path / "out" / "gradebook.sqlite"

    dry = cli("regrade", path, "--may-lower")
    assert "8 → 7 (−1)" in dry
    assert "6 → 7 (+1)" in dry
    assert "1 higher, 1 lower, 1 with equal points." in dry
    assert "Nothing has changed yet" in dry
    before = scores(book)

    assert "It counts now" in cli("regrade", path, "--apply", "--note", "weights", "--out", tmp_path / "anew")
    assert scores(book)["cy"] == before["cy"] + 1
    assert "Taken back" in cli("regrade", path, "--undo")
    assert scores(book) == before
    assert (tmp_path / "anew" / "results.json").is_file()


def test_decisions_are_kept_with_their_reasons(cli: Cli, book: Gradebook, tmp_path: Path) -> None:
    """`grade adjust` keeps decisions, lists them, takes them back, and says what it needs."""
    path = tmp_path / "out" / "gradebook.sqlite"

    listed = cli("adjust", path, "bo", SLUG, "--override", "9.5", "--reason", "agreed in class")
    assert "bo / double: set to 9.5 (agreed in class)" in listed
    assert [one.points for one in book.adjustments()] == [Fraction("9.5")]
    assert "set to" not in cli("adjust", path, "bo", SLUG, "--override", "0", "--withdraw")
    assert "ada: extra 1 (helped)" in cli("adjust", path, "ada", "--extra", "1", "--reason", "helped")
    assert "Dropped for everybody: 2" in cli("adjust", path, "--drop-lowest", "2")

    assert "nobody" in cli("adjust", path, "eve", SLUG, "--excuse", "--reason", "ill", code=2)
    assert "reason" in cli("adjust", path, "bo", SLUG, "--excuse", code=2)
    assert "One decision" in cli("adjust", path, "bo", SLUG, "--reason", "x", code=2)
    assert "points" in cli("adjust", path, "bo", SLUG, "--override", "much", "--reason", "x", code=2)
    assert "no gradebook" in cli("adjust", tmp_path / "nothing.sqlite", code=2)


def test_a_report_and_exports_come_from_the_gradebook(cli: Cli, tmp_path: Path) -> None:
    """`grade report` writes the pages anew, `grade export` the files, from the database or results.json."""
    path = tmp_path / "out" / "gradebook.sqlite"
    cli("adjust", path, "bo", SLUG, "--excuse", "--reason", "ill")

    assert "index.html" in cli("report", path, "--out", tmp_path / "pages")
    assert "excused" in (tmp_path / "pages" / "index.html").read_text()
    assert "1 files" in cli("export", "csv", path, "--out", tmp_path / "files")
    assert "bo,bo,,,,,excused" in (tmp_path / "files" / "grades.csv").read_text("utf-8-sig")
    cli("export", "csv", tmp_path / "pages" / "results.json", "--out", tmp_path / "again")
    assert (tmp_path / "again/grades.csv").read_bytes() == (tmp_path / "files/grades.csv").read_bytes()
    assert "worksheet" in cli("export", "moodle", path, "--out", tmp_path / "files", code=2)
