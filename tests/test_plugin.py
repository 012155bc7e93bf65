"""The pytest plugin: plain pytest over an exercise's properties agrees with `grade`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
import sample_attempts
from fake_course import add_exercise
from small_course import CHAFFS, make_small_course, write

import grader
from grader.catalog import Catalog, SourceText
from grader.model import Attempt, Exercise, text


def run_pytest(course: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pytest over the small course's properties in a process of its own."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "solutions/double", *arguments]
    return subprocess.run(command, cwd=course, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course."""
    return make_small_course(tmp_path_factory.mktemp("course"))


def test_without_a_submission_the_reference_is_held_to_its_properties(course: Path) -> None:
    """``pytest solutions/double`` proves the reference: four properties, four passes."""
    ended = run_pytest(course)

    assert ended.returncode == 0, ended.stdout
    assert "4 passed" in ended.stdout


def test_pytest_and_grade_agree_property_by_property(course: Path, tmp_path: Path) -> None:
    """The same submission falls on the same properties, and pytest prints the same counterexample."""
    submission = tmp_path / "double.py"
    submission.write_text(CHAFFS["doubles_in_place"], encoding="utf-8")

    ended = run_pytest(course, "--submission", str(submission), "-rA")
    graded = subprocess.run(
        [sys.executable, "-m", "grader.cli", "run", "double", "--file", str(submission), "--json", "-"],
        cwd=course,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    failed = set(re.findall(r"^FAILED \S+::(\w+)", ended.stdout, re.MULTILINE))
    assert (ended.returncode, graded.returncode) == (1, 1)
    assert "test_leaves_x_alone" in failed
    assert not failed & {"test_refuses_negative_times", "test_gradients"}
    assert '"name": "test_leaves_x_alone"' in graded.stdout
    properties = json.loads(graded.stdout)["attempts"][0]["properties"]
    assert {p["name"] for p in properties if p["outcome"] != "held"} == failed
    assert all(p["counterexample"]["call"] in ended.stdout for p in properties if p["counterexample"])


def test_other_tests_in_the_same_run_stay_pytests_own(course: Path) -> None:
    """A test that is not a property runs as ever."""
    (course / "test_other.py").write_text("def test_ordinary():\n    assert 1 + 1 == 2\n", encoding="utf-8")

    ended = run_pytest(course, "test_other.py", "-k", "ordinary or negative")

    assert "2 passed" in ended.stdout


# The plugin itself, in this process, over a judge that knows its answer beforehand.

PROPERTIES = """\
from grader.marks import points

@points(3)
def test_inputs_unchanged(student): ...

@points(4)
def test_agrees(student, reference, device): ...

@points(2)
def test_raises(student): ...
"""


class PartialJudge:
    """Gives every submission the same attempt, and remembers what was asked of it."""

    started: list[PartialJudge]
    attempt = replace(sample_attempts.PARTIAL, messages=(text("Read the notes."),))

    def __init__(self, catalog: Catalog) -> None:
        self.graded: list[tuple[str, str]] = []
        self.closed = False
        self.started.append(self)

    def grade(self, exercise: Exercise, source: SourceText) -> Attempt:
        """Return the attempt."""
        self.graded.append((exercise.slug, source.name))
        return self.attempt

    def close(self) -> None:
        """Note that the process would end here."""
        self.closed = True


@pytest.fixture
def properties(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of properties of an exercise whose judge is the partial one; the plugin is loaded anew."""
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    monkeypatch.delitem(sys.modules, "grader.plugin")
    monkeypatch.delattr(grader, "plugin")
    module = ModuleType("grader.judge")
    module.Judge = PartialJudge  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "grader.judge", module)
    monkeypatch.setattr(PartialJudge, "started", [], raising=False)
    add_exercise(pytester.path, "gather")
    folder = pytester.path / "solutions" / "gather"
    write(folder / "test_gather.py", PROPERTIES)
    write(folder / "reference.py", "def gather(x):\n    return x\n")
    return folder


def test_each_property_is_a_test_with_its_own_outcome(properties: Path, pytester: pytest.Pytester) -> None:
    """One grading decides every property of a file; the judge starts once and is ended with the run."""
    ended = pytester.runpytest_inprocess("-v", str(properties))

    ended.assert_outcomes(passed=1, failed=2)
    ended.stdout.fnmatch_lines(["*::test_inputs_unchanged PASSED*", "*::test_agrees FAILED*"])
    (judge,) = PartialJudge.started
    assert judge.graded == [("gather", "reference.py")]
    assert judge.closed


def test_a_failed_property_prints_what_grade_prints(properties: Path, pytester: pytest.Pytester) -> None:
    """Title, outcome, counterexample, inputs, exception and messages are the failure's text."""
    shown = pytester.runpytest_inprocess(str(properties)).stdout.str()

    found = sample_attempts.COUNTEREXAMPLE
    assert "Agrees with the reference for any index. (falsified)" in shown
    assert f"{found.call}: {found.difference.text}" in shown
    assert all(f"  {name} = {value.text.splitlines()[0]}" in shown for name, value in found.inputs)
    assert "Raises IndexError for an index out of range. (raised)" in shown
    assert "KeyError" in shown
    assert shown.count("Read the notes.") >= 2


def test_the_submission_asked_for_is_the_one_graded(properties: Path, pytester: pytest.Pytester) -> None:
    """``--submission FILE`` replaces the reference, whatever the file's name."""
    mine = pytester.path / "mine.py"
    mine.write_text("def gather(x):\n    return x\n", encoding="utf-8")

    pytester.runpytest_inprocess(str(properties), f"--submission={mine}")

    assert PartialJudge.started[0].graded == [("gather", "mine.py")]


def test_without_a_property_no_judge_starts(properties: Path, pytester: pytest.Pytester) -> None:
    """Tests without points, and points outside an exercise's own file, stay pytest's; nothing is graded."""
    write(properties / "test_other.py", PROPERTIES.replace(": ...", ": assert student is None"))
    write(properties / "test_plain.py", "def test_plain(device):\n    assert device is None\n")

    ended = pytester.runpytest_inprocess(str(properties / "test_other.py"), str(properties / "test_plain.py"))

    ended.assert_outcomes(passed=4)
    assert PartialJudge.started == []
