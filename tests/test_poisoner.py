"""One poisoner among honest submissions changes nobody's result, whatever the order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from museum import HONEST, HOSTILE, SLUG, build_course

from grader.catalog import Catalog, SourceText
from grader.client.checked import CheckedZygote
from grader.judge import Judge
from grader.model import Attempt, Verdict

POISON = HOSTILE / "F12_poison_the_zygote.py"
STUDENTS = 49
ORDERS = 5
WRONG = "import torch\n\ndef softmax(x):\n    return torch.full_like(x, {share})\n"


def handed_in() -> dict[str, str]:
    """Return 49 honest submissions, right and wrong ones, by student, and the poisoner's."""
    sources = {f"s{number:02d}": HONEST + f"# {number}\n" for number in range(0, STUDENTS, 2)}
    wrong = {f"s{number:02d}": WRONG.format(share=number / 100) for number in range(1, STUDENTS, 2)}
    return sources | wrong | {"poisoner": POISON.read_text()}


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """A judge over the museum's course."""
    root = build_course(tmp_path_factory.mktemp("poisoner") / "course")
    with Judge(Catalog(root), zygote=CheckedZygote()) as warm:
        yield warm


def grade_all(judge: Judge, students: list[str], sources: dict[str, str]) -> dict[str, Attempt]:
    """Grade in this order; the clock is not part of an answer."""
    exercise = judge.catalog.load(SLUG)
    return {
        student: replace(
            judge.grade(exercise, SourceText("softmax.py", sources[student], "0" * 64), student=student),
            graded_at=datetime(2000, 1, 1, tzinfo=UTC),
        )
        for student in students
    }


@pytest.mark.slow
def test_a_poisoner_changes_no_result(judge: Judge) -> None:
    """In five random orders, 49 results are those of a class without the poisoner."""
    sources = handed_in()
    students = sorted(sources.keys() - {"poisoner"})
    alone = grade_all(judge, students, sources)
    assert {attempt.verdict for attempt in alone.values()} == {Verdict.ACCEPTED, Verdict.REJECTED}

    for seed in range(ORDERS):
        order = [*students, "poisoner"]
        random.Random(seed).shuffle(order)
        together = grade_all(judge, order, sources)
        assert together.pop("poisoner").verdict is Verdict.REJECTED
        assert together == alone
