"""Requests sent ahead: several cases in one go give the same attempts as one after the other."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_course import CHAFFS, PROPERTIES, REFERENCE, SLUG, WHEATS, make_small_course

from grader.catalog import Catalog, SourceText
from grader.client import ahead
from grader.client.ahead import Case
from grader.client.session import Session
from grader.client.zygote import Zygote
from grader.judge import Judge
from grader.judge.replay import Asked
from grader.model import Attempt, Outcome, Verdict

# A second question to whoever doubled wrongly: with the reference there is only one.
CURIOUS = '''

@points(1)
@hint("Ask again.", zh="再问一次。")
@given(x=tensors())
def test_asks_again(student, reference, x):
    """Asks a second time about an answer that is wrong.
    对错误的答案再问一次。"""
    once = student.double(x)
    if not torch.equal(once, reference.double(x)) and not x.isnan().any():
        again = student.double(once)
        assert again.shape == x.shape
        assert x.numel() < 3
'''

ODD = {
    "crashes on some": "import os\n\ndef double(x, times=1):\n    if x.dim() == 2:\n        os._exit(3)\n    return x * 2**times\n",
    "hangs on some": "def double(x, times=1):\n    while x.numel() == 3:\n        pass\n    return x * 2**times\n",
    "counts its calls": "calls = 0\n\ndef double(x, times=1):\n    global calls\n    calls += 1\n    return x * 2**times + (calls % 7 == 0)\n",
    "prints": "def double(x, times=1):\n    print('x' * 70_000)\n    return x * 2**times\n",
    "fills memory": "def double(x, times=1):\n    if x.dim() == 1:\n        [0] * 10**12\n    return x * 2**times\n",
    "writes": "def double(x, times=1):\n    if times < 0:\n        raise ValueError\n    return x.mul_(2**times)\n",
    "answers much": "def double(x, times=1):\n    return [x] * 500\n",
    "sleeps in a thread": "import threading, time\n\nthreading.Thread(target=time.sleep, args=(0.1,)).start()\n\ndef double(x, times=1):\n    return x * 2**times\n",
    "random": "import torch\n\ndef double(x, times=1):\n    return x * 2**times + (torch.rand(()) < 0.02)\n",
}


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory, zygote: Zygote) -> Judge:
    """A judge that has seen one submission: it knows what is asked."""
    root = make_small_course(tmp_path_factory.mktemp("course"))
    file = root / "solutions" / SLUG / f"test_{SLUG}.py"
    file.write_text(PROPERTIES + CURIOUS)
    judge = Judge(Catalog(root), "cpu", zygote=zygote)
    graded(judge, REFERENCE)
    return judge


def graded(judge: Judge, source: str) -> Attempt:
    """Grade a source; what differs from run to run is left out."""
    exercise = judge.catalog.load(SLUG)
    exercise = replace(exercise, limits=replace(exercise.limits, call_seconds=1.0))
    attempt = judge.grade(exercise, SourceText("double.py", textwrap.dedent(source), "sha"))
    return replace(attempt, graded_at=datetime(2026, 1, 1, tzinfo=UTC), output="", output_truncated=False)


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Never send anything ahead while this is in force."""
    with monkeypatch.context() as patched:
        patched.setattr(Session, "can_go_ahead", property(lambda self: False))
        yield patched


def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the cases of each frame that goes ahead."""
    counts: list[int] = []
    send_ahead = Session.send_ahead
    monkeypatch.setattr(
        Session, "send_ahead", lambda self, cases: counts.append(len(cases)) or send_ahead(self, cases)
    )
    return counts


def test_several_cases_go_in_one_frame(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second submission gets its cases many at a time, and holds as the first did."""
    counts = sent(monkeypatch)
    assert graded(judge, WHEATS["adds"]).verdict is Verdict.ACCEPTED
    assert max(counts) == ahead.MAX_CASES
    assert sum(counts) > 60


@pytest.mark.parametrize("name", [*WHEATS, *CHAFFS, *ODD])
def test_attempts_are_the_same_one_by_one(
    judge: Judge, name: str, one_by_one: pytest.MonkeyPatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Right, wrong, crashing, hanging and changing submissions get the attempt they get one case at a time."""
    source = {**WHEATS, **CHAFFS, **ODD}[name]
    alone = graded(judge, source)
    one_by_one.undo()
    counts = sent(monkeypatch)
    assert graded(judge, source) == alone
    assert counts


def test_an_example_that_asks_more_is_run_again(judge: Judge) -> None:
    """Where a wrong answer makes a property ask a second time, all is graded again, one by one."""
    attempt = graded(judge, "def double(x, times=1):\n    return x + 1\n")
    curious = next(result for result in attempt.results if result.name == "test_asks_again")
    assert curious.outcome is Outcome.FALSIFIED
    assert curious.counterexample is not None


def test_a_corpus_without_examples_that_came_through_is_asked_one_by_one(
    tmp_path: Path, zygote: Zygote
) -> None:
    """What a failing submission was asked is not remembered: it did not come to the end."""
    fresh = Judge(Catalog(make_small_course(tmp_path)), "cpu", zygote=zygote)
    graded(fresh, "def double(x, times=1):\n    return x + 1\n")
    asked = [
        fresh.corpus.asked(prop, None, "cpu").cases
        for prop in fresh.material(fresh.catalog.load(SLUG)).properties
    ]
    assert asked[0] == []


def test_a_frame_stays_below_what_a_socket_buffers() -> None:
    """Large cases travel one by one; small ones only as many as fit."""
    small, large = (Case(None, (), size) for size in (10, ahead.MAX_BYTES + 1))  # type: ignore[arg-type]
    assert len(Asked([small] * 40).from_example(0)) == ahead.MAX_CASES
    assert Asked([large, small]).from_example(0) == []
    assert Asked([small, None, small]).from_example(0) == [small]
    assert Asked([small, None, small]).from_example(1) == []
    half = Case(None, (), ahead.MAX_BYTES // 2)  # type: ignore[arg-type]
    assert len(Asked([half] * 5).from_example(0)) == 2
