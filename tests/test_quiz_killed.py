"""A quiz killed at any moment resumes with nothing lost; what was typed is data wherever it is shown."""

from __future__ import annotations

import csv
import io
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pexpect
import pytest
from click.testing import CliRunner
from quiz_bank import typed
from small_course import make_small_course, write
from test_quiz_gathering import NASTY
from test_quiz_regrading import PLUS

from grader.cli import grade
from grader.cli.invocation import Invocation
from grader.export.cells import csv_of, harmless
from grader.gradebook import open_gradebook
from grader.gradebook.quizzes import answers
from grader.i18n import translator
from grader.quiz.question import Kind
from grader.quiz.session import load_session, save_session, session_of
from grader.quiz.variant import Policy, Variant, sealed
from grader.report.quizzes import result_page

ASKED = tuple(
    sealed(
        replace(typed(Kind.NUMBER, str(key), Policy(2, (Fraction(1), Fraction(1, 2)))), question=f"t.q{key}")
    )
    for key in (1, 2, 3)
)
# What is typed: a wrong answer and a right one, one that cannot be read, one given up.
LINES = ("5", "1", "two", "2", ":skip")


class Killed(BaseException):
    """The process is gone; nothing in it runs on."""


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course in which a quiz of three questions has just begun."""
    root = make_small_course(tmp_path / "course")
    write(root / "quizzes" / "sums" / "plus_one.toml", PLUS)
    monkeypatch.setenv("TENSORGRADE_COURSE", str(root))
    monkeypatch.setenv("LANGUAGE", "en")
    save_session(session_of(ASKED), root / ".tensorgrade" / "quiz.json")
    return root


def quiz(lines: tuple[str, ...], *arguments: str) -> str:
    """Run `grade quiz` before somebody who types these lines and then leaves."""
    typed_in = "".join(f"{line}\n" for line in lines)
    ran = CliRunner().invoke(
        grade, ["quiz", *arguments], input=typed_in, standalone_mode=False, obj=Invocation()
    )
    if isinstance(ran.exception, Exception):
        raise ran.exception
    return ran.output


def given(course: Path) -> list[tuple[str, tuple[str, ...], Fraction]]:
    """Return what the gradebook has: question, what was typed, points."""
    with open_gradebook(course / ".tensorgrade" / "gradebook.sqlite") as book:
        return [
            (one.question, tuple(t.fields[0] for t in one.result.response.tries), one.result.points)
            for one in answers(book)
        ]


WHOLE = [("t.q1", ("5", "1"), 1), ("t.q2", ("two", "2"), 2), ("t.q3", (), 0)]


def killing(monkeypatch: pytest.MonkeyPatch, moment: int) -> Callable[[], bool]:
    """Kill the process at the n-th moment: just before or just after something is written."""
    passed = 0

    def dying(action: Callable[..., object]) -> Callable[..., object]:
        def act(*arguments: object, **named: object) -> object:
            nonlocal passed
            passed += 1
            if passed == moment:
                raise Killed
            done = action(*arguments, **named)
            passed += 1
            if passed == moment:
                raise Killed
            return done

        return act

    from grader.gradebook import quizzes
    from grader.quiz import session

    monkeypatch.setattr(session, "save_session", dying(session.save_session))
    monkeypatch.setattr(quizzes, "keep_answer", dying(quizzes.keep_answer))
    return lambda: passed >= moment


def remaining(course: Path) -> tuple[str, ...]:
    """Return what somebody still types: what is not in the session yet."""
    session = load_session(course / ".tensorgrade" / "quiz.json")
    if session is None:
        return ()
    done = sum(len(item.response.tries) for item in session.items)
    skipped = sum(item.closed and not item.response.tries for item in session.items)
    return LINES[done + skipped :]


# Five answers saved and three results kept, before and after each.
MOMENTS = range(1, 17)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_quiz_killed_at_any_moment_loses_nothing(course: Path, moment: int) -> None:
    """Whenever it is killed, going on gives every answer, once, and the points of a quiz that was left alone."""
    with pytest.MonkeyPatch.context() as patched:
        reached = killing(patched, moment)
        with pytest.raises(Killed):
            quiz(LINES)
        assert reached()

    left = remaining(course)
    quiz(left) if left else quiz((), "--list")

    assert given(course) == WHOLE


def test_there_is_no_further_moment(course: Path) -> None:
    """A quiz that is left alone writes as often as the test above kills it."""
    with pytest.MonkeyPatch.context() as patched:
        reached = killing(patched, MOMENTS.stop)
        quiz(LINES)
        assert not reached()
    assert given(course) == WHOLE
    assert not (course / ".tensorgrade" / "quiz.json").exists()


@pytest.mark.parametrize("question", [1, 2, 3])
def test_a_killed_process_resumes(course: Path, question: int) -> None:
    """A real process killed with SIGKILL while it asks a question has kept all answers before."""
    environment = {**os.environ, "TERM": "dumb", "COLUMNS": "100"}
    code = "import sys; from grader.cli import main; sys.exit(main(['quiz']))"
    child = pexpect.spawn(sys.executable, ["-c", code], env=environment, timeout=120, encoding="utf-8")
    for number in range(1, question):
        child.expect("a number")
        child.sendline(str(number))
    child.expect(rf"\[{question}/3\]")
    child.expect("a number")
    child.kill(signal.SIGKILL)
    child.wait()
    child.close()

    assert given(course) == [(f"t.q{n}", (str(n),), 2) for n in range(1, question)]
    session = load_session(course / ".tensorgrade" / "quiz.json")
    assert session is not None
    assert session.place == question - 1


def test_an_old_session_file_is_read(course: Path) -> None:
    """A file from before closing moments were noted goes on, and its closed questions are kept no second time."""
    session = load_session(course / ".tensorgrade" / "quiz.json")
    assert session is not None
    session = session.with_item(replace(session.item.answered(("1",)), closed=True))
    path = course / ".tensorgrade" / "quiz.json"
    save_session(session, path)
    path.write_bytes(path.read_bytes().replace(b',"closed_at":""', b""))
    quiz((":quit",))
    with open_gradebook(course / ".tensorgrade" / "gradebook.sqlite") as book:
        assert answers(book) == ()


SHOWN: Variant = sealed(replace(typed(Kind.TEXT, "seven"), question="t.text"))


@pytest.mark.parametrize("answer", NASTY)
def test_what_was_typed_is_data_on_the_page(answer: str) -> None:
    """A page of a result shows any answer shortened and escaped; no mark-up of it is left, no control character."""
    item = session_of([SHOWN]).item.answered((answer,))
    page = result_page([item], translator("en"))
    assert "<script" not in page
    assert not any(one in page for one in "\x00\x07\x1b\u202e")
    assert len(page) < 200_000


@pytest.mark.parametrize("answer", NASTY)
def test_what_was_typed_is_data_in_a_session(course: Path, answer: str) -> None:
    """The session's file gives any answer back letter for letter."""
    path = course / ".tensorgrade" / "quiz.json"
    session = session_of([SHOWN]).with_item(session_of([SHOWN]).item.answered((answer,)))
    save_session(session, path)
    assert load_session(path) == session


@pytest.mark.parametrize("answer", [*NASTY, "+1", "@x", "\uff1dA1", "\t=1"])
def test_what_looks_like_a_formula_is_text_in_a_spreadsheet(answer: str) -> None:
    """No cell begins with what a spreadsheet takes for a formula, unless an apostrophe stands before it."""
    assert not harmless(answer).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"))
    (row,) = csv.reader(io.StringIO(csv_of([[answer[:1000]]]).decode("utf-8-sig")))
    assert row == [harmless(answer[:1000])]


def test_what_was_typed_is_data_on_the_terminal(course: Path) -> None:
    """Control characters of an answer that is echoed do not reach the terminal."""
    save_session(session_of([SHOWN]), course / ".tensorgrade" / "quiz.json")
    shown = quiz(("a\x1b[31mb",))
    assert "We read: a [31mb" in shown
    assert "\x1b" not in shown.partition("We read")[2]
