"""The pytest plugin: plain pytest over an exercise's properties agrees with `grade`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from small_course import CHAFFS, make_small_course


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
