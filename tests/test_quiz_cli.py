"""`grade quiz`: asked by the keyboard, kept as it is answered, due again, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner
from quiz_bank import QUESTIONS, options, typed, variant
from small_course import make_small_course, write

from grader.cli import grade, main
from grader.cli.invocation import Invocation
from grader.errors import UsageError
from grader.gradebook import open_gradebook
from grader.gradebook.quizzes import history, keep_answer
from grader.i18n import translator
from grader.quiz.question import Kind
from grader.quiz.review import Reviewed, due_questions, latest, reviewed, weak_questions
from grader.quiz.scoring import Response, Result, Try
from grader.quiz.selection import drawn, fresh_seed, wanted
from grader.quiz.session import load_session, save_session, session_of
from grader.quiz.variant import Part, Policy
from grader.report.quizzes import paper_page, result_page

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SUM = """
type = "number"
module = "M02"
level = 1
attempts = [1, 0.5]
hints = [{ en = "Add them.", zh = "把它们加起来。" }]
hint_cost = 0.25
title = { en = "A sum", zh = "求和" }
text = { en = "What is `s`?", zh = "`s` 是多少？" }
params = { a = { int = [2, 900] } }
[answer]
eval = "s"
why = { en = "{{ a }} + 1 = {{ key }}.", zh = "{{ a }} + 1 = {{ key }}。" }
[code]
listing = "s = {{ a }} + 1"
[[wrong]]
tag = "forgot-one"
eval = "a"
why = { en = "One is missing.", zh = "少了一。" }
"""
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with one question."""
    root = make_small_course(tmp_path / "course")
    write(root / "quizzes" / "sums" / "plus_one.toml", SUM)
    monkeypatch.setenv("TENSORGRADE_COURSE", str(root))
    monkeypatch.setenv("LANGUAGE", "en")
    return root


@pytest.fixture
def run(course: Path) -> Run:
    """Run `grade quiz` before somebody who types these lines; return the exit code and what was shown."""

    def invoke(*arguments: object, lines: tuple[str, ...] = ()) -> tuple[int, str]:
        typed_in = "".join(f"{line}\n" for line in lines)
        ran = CliRunner().invoke(
            grade, ["quiz", *map(str, arguments)], input=typed_in, standalone_mode=False, obj=Invocation()
        )
        if isinstance(ran.exception, Exception):
            raise ran.exception
        return ran.return_value, ran.output

    return invoke


def key_of(course: Path) -> int:
    """Return what is right for the question being asked."""
    session = load_session(course / ".tensorgrade" / "quiz.json")
    assert session is not None
    return int(session.item.variant.parts[0].key)


def test_a_quiz_is_stopped_resumed_and_kept(course: Path, run: Run) -> None:
    """A misread answer is no attempt, a trap is named, a stop loses nothing; the result is in the gradebook."""
    code, shown = run("--count", "1", "--seed", "3", lines=("three", ":quit"))
    assert code == 130
    assert "three is not a number." in shown
    assert shown.count("What is s?") == 1

    key = key_of(course)
    code, shown = run(lines=(str(key - 1), ":hint", str(key)))
    assert code == 0
    assert "An unfinished quiz: 1 questions left." in shown
    assert "One is missing." in shown
    assert "attempts left: 1" in shown
    assert "Add them." in shown
    assert f"{key - 1} + 1 = {key}." in shown
    assert "Together: 0.25 of 1 points." in shown

    with open_gradebook(course / ".tensorgrade" / "gradebook.sqlite") as book:
        (answer,) = history(book, "you")
    assert answer.result.points == Fraction(1, 4)
    assert [one.fields for one in answer.result.response.read] == [(str(key - 1),), (str(key),)]
    assert answer.result.response.tries[0].fields == ("three",)
    assert answer.due > answer.answered_at
    assert not (course / ".tensorgrade" / "quiz.json").exists()


def test_a_review_draws_another_variant(course: Path, run: Run) -> None:
    """What went wrong is weak, and the same question comes with a seed it never had."""
    run("--count", "1", lines=(":skip",))

    code, _ = run("--weak", lines=(":quit",))

    assert code == 130
    with open_gradebook(course / ".tensorgrade" / "gradebook.sqlite") as book:
        (first,) = history(book, "you")
    session = load_session(course / ".tensorgrade" / "quiz.json")
    assert session is not None
    assert session.item.variant.question == first.result.response.question
    assert session.item.variant.seed != first.result.response.seed
    assert re.search(r"sums +1 questions, [01] due, 1 weak", run("--list")[1])


def test_the_list_says_what_is_due(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`grade list` counts the questions that are due by now, once there are any."""
    assert main(["list"]) == 0
    assert "Quiz" not in capsys.readouterr().out
    (course / ".tensorgrade").mkdir(exist_ok=True)
    with open_gradebook(course / ".tensorgrade" / "gradebook.sqlite") as book:
        keep_answer(book, reviewed(outcome(0, question="a.b"), None, datetime.now(UTC) - timedelta(days=9)))
        keep_answer(book, reviewed(outcome(1, Try(("1",)), question="a.c"), None, datetime.now(UTC)))

    assert main(["list"]) == 0
    assert "Quiz: 1 questions are due" in capsys.readouterr().out


def test_final_feedback_waits_for_the_end(course: Path, run: Run) -> None:
    """With --final nothing is said about an answer before the last one."""
    run("--final", "--count", "1", lines=(":quit",))
    key = key_of(course)

    _, shown = run(lines=(str(key),))

    before, _, after = shown.rpartition("[1] A sum")
    assert "Right." not in before
    assert "✓ Right." in after


def test_skipping_says_what_was_right(course: Path, run: Run) -> None:
    """A question given up is explained."""
    run("--count", "1", lines=(":quit",))
    key = key_of(course)
    assert f"Right is: {key}" in run(lines=(":skip",))[1]


@pytest.mark.parametrize("arguments", [("nothing",), ("--due",), ("M99",)])
def test_what_cannot_be_asked_is_said(run: Run, arguments: tuple[str, ...]) -> None:
    """An unknown topic, and a wish for due questions where none are, are explained."""
    with pytest.raises(UsageError, match=r"no module|No question"):
        run(*arguments)


def test_a_page_and_a_paper_are_written(course: Path, run: Run, tmp_path: Path) -> None:
    """--html explains the result, --paper has the answers after the questions, with seed and hash."""
    run("--count", "1", "--html", tmp_path / "result.html", lines=("5", ":skip"))
    page = (tmp_path / "result.html").read_text()
    assert "Right is:" in page
    assert "sums.plus_one" in page

    assert run("--count", "1", "--seed", "9", "--paper", tmp_path / "paper.html")[0] == 0
    questions, _, answers = (tmp_path / "paper.html").read_text().partition("<h1>Answers</h1>")
    key = re.search(r"<strong>(\d+)</strong>", answers)
    assert key
    assert key[1] not in re.sub(r"<code>[0-9a-f]{12}</code>", "", questions.partition("<main")[2])


def test_a_session_survives_writing(tmp_path: Path) -> None:
    """What was kept is what comes back; a broken file is none."""
    session = session_of([typed(Kind.NUMBER, "3"), typed(Kind.SHAPE, "(2, 3)")], final=True)
    session = session.with_item(session.item.answered(("4",)))
    save_session(session, tmp_path / "quiz.json")

    assert load_session(tmp_path / "quiz.json") == session
    assert session.place == 1
    (tmp_path / "quiz.json").write_text("{")
    assert load_session(tmp_path / "quiz.json") is None
    assert load_session(tmp_path / "nothing.json") is None


def outcome(points: int, *tries: Try, question: str = "a.b") -> Result:
    """Return a result with these tries."""
    return Result(Response("you", question, 1, "0" * 64, tries), Fraction(points), Fraction(1), "0" * 64)


def test_what_went_well_comes_back_later() -> None:
    """Right at once is due later than right after a hint, and that later than wrong."""
    well = reviewed(outcome(1, Try(("1",))), None, NOW)
    with_hint = reviewed(outcome(1, Try(("1",), hints=1)), None, NOW)
    wrong = reviewed(outcome(0, Try(("2",))), None, NOW)

    assert NOW < wrong.due < with_hint.due < well.due
    again = reviewed(outcome(1, Try(("1",))), well, well.due)
    assert again.due - well.due > timedelta(days=1)


def test_the_last_answer_decides_what_is_due_and_weak() -> None:
    """A question answered well since is neither; the longest overdue and the weakest come first."""
    day = timedelta(days=1)
    old = reviewed(outcome(0, question="a.old"), None, NOW - 30 * day)
    newer = reviewed(outcome(0, question="a.newer"), None, NOW - 10 * day)
    mended = [reviewed(outcome(0, question="a.ok"), None, NOW - 9 * day)]
    mended.append(reviewed(outcome(1, Try(("1",)), question="a.ok"), mended[0], NOW))
    answers = (newer, old, *mended)

    assert due_questions(answers, NOW) == ("a.old", "a.newer")
    assert set(weak_questions(answers)) == {"a.old", "a.newer"}
    assert latest(answers)["a.ok"] == mended[-1]


def test_answers_are_kept_in_order(tmp_path: Path) -> None:
    """The gradebook gives back what it was given, for each student."""
    first: Reviewed = reviewed(outcome(0, Try(("x", "y"), 1)), None, NOW)
    second = reviewed(outcome(1, Try(("z",))), first, NOW + timedelta(hours=1))
    with open_gradebook(tmp_path / "book.sqlite") as book:
        keep_answer(book, first)
        keep_answer(book, second)
        assert history(book, "you") == (first, second)
        assert history(book, "someone") == ()


def test_names_mean_modules_topics_and_questions() -> None:
    """A module, a topic and a question are found; the draw has no question twice and begins easily."""
    bank = tuple(QUESTIONS.values())
    assert {q.file.module for q in wanted(bank, ["m20"])} == {"M20"}
    assert {q.topic for q in wanted(bank, ["conv"])} == {"conv"}
    assert [q.id for q in wanted(bank, ["conv.output_size"])] == ["conv.output_size"]
    some = drawn(bank, 20, Random(1))
    assert len({q.id for q in some}) == 20
    assert [q.file.level for q in some] == sorted(q.file.level for q in some)
    assert len(drawn(bank, 10_000, Random(1))) == len(bank)


def test_a_fresh_seed_is_fresh() -> None:
    """Seeds that were used are not drawn again."""
    question = QUESTIONS["conv.output_size"]
    first = Random(5).randrange(1_000_000)
    assert fresh_seed(question, set(), Random(5)) == first
    assert fresh_seed(question, {first}, Random(5)) != first


def test_pages_show_every_kind_of_question() -> None:
    """A choice, a cloze and a match are shown with options, and what a student typed is escaped."""
    choice = variant(Kind.CHOICE, Part(Kind.CHOICE, "b", choices=options("a", "b")), policy=Policy(points=2))
    session = session_of([choice])
    item = session.item.answered(("<script>",))
    item = replace(item.answered(("a",)), closed=True)
    page = result_page([item], translator("en"))
    assert "why a" in page
    assert "option b" in page
    assert "<script>" not in page
    assert "0 / 2" in page
    assert "____ / 2" in paper_page([choice], translator("zh"))
