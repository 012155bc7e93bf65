"""`grade quiz-export` and `grade quiz-import`: what they write, what they refuse, what they say was lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from click.testing import CliRunner
from exchange_bank import SAMPLES
from small_course import make_small_course, write

from grader.cli import grade
from grader.cli.invocation import Invocation
from grader.cli.quiz_export import FORMATS as WRITTEN
from grader.cli.quiz_import import FORMATS as READ
from grader.client.zygote import Zygote
from grader.errors import ContentError, QuestionsUnreadable, UsageError
from grader.exchange.formats import READERS, WRITERS
from grader.quiz.reading import questions

SUM = """
type = "number"
module = "M07"
level = 1
hints = [{ en = "Add them.", zh = "把它们加起来。" }]
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
    monkeypatch.setenv("COLUMNS", "160")
    return root


@pytest.fixture
def run(course: Path, zygote: Zygote, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with the zygote that is warm; return the exit code and what was shown."""
    monkeypatch.setattr("grader.client.zygote.Zygote", lambda: nullcontext(zygote))

    def invoke(*arguments: object) -> tuple[int, str]:
        ran = CliRunner().invoke(grade, list(map(str, arguments)), standalone_mode=False, obj=Invocation())
        if isinstance(ran.exception, Exception):
            raise ran.exception
        return ran.return_value, ran.output

    return invoke


def test_the_formats_offered_are_those_there_are() -> None:
    """The command line, which imports no format, names every one."""
    assert set(WRITTEN) == set(WRITERS)
    assert set(READ) == set(READERS)


@pytest.mark.parametrize("form", WRITTEN)
def test_an_export_ends_with_its_losses(course: Path, run: Run, tmp_path: Path, form: str) -> None:
    """A file is written; the table counts what it lacks, the report names it question by question."""
    out, report = tmp_path / "new" / "quiz.out", tmp_path / "losses.json"
    code, shown = run("quiz-export", form, out, "sums", "--variants", 3, "--seed", 5, "--report", report)
    assert code == 0
    assert out.stat().st_size > 200
    assert f"{out}: 3 variants of 1 questions" in shown
    assert "The other language stays behind." in shown
    losses = json.loads(report.read_text())
    assert losses["questions"] == ["sums.plus_one"]
    hints = {"question": "sums.plus_one", "lost": "hints", "detail": ""}
    assert (hints in losses["losses"]) is (form != "moodle")


def test_an_export_is_in_the_language_asked_for(course: Path, run: Run, tmp_path: Path) -> None:
    """--lang chooses the language of the questions and of what is said."""
    _, shown = run("quiz-export", "gift", tmp_path / "zh.gift", "--lang", "zh")
    assert "`s` 是多少" not in shown
    assert "<code>s</code> 是多少" in (tmp_path / "zh.gift").read_text()


def test_variants_are_different_and_repeatable(course: Path, run: Run, tmp_path: Path) -> None:
    """The same seed draws the same variants, another one others; no two of a question look alike."""
    files = [tmp_path / name for name in ("a", "b", "c")]
    for file, seed in zip(files, (1, 1, 2), strict=True):
        run("quiz-export", "gift", file, "--variants", 4, "--seed", seed)
    first, again, other = (file.read_text() for file in files)
    assert first == again != other
    assert first.count("[id:sums.plus_one-s") == 4


def test_an_export_needs_questions(course: Path, run: Run, tmp_path: Path) -> None:
    """A name that means nothing, a bank without questions and a place that cannot be written are refused."""
    with pytest.raises(UsageError, match="no module, topic or question"):
        run("quiz-export", "gift", tmp_path / "x", "nonsense")
    with pytest.raises(UsageError, match="cannot be written"):
        run("quiz-export", "gift", course / "quizzes" / "sums" / "plus_one.toml" / "x")
    (course / "quizzes" / "sums" / "plus_one.toml").unlink()
    with pytest.raises(UsageError, match="has no questions"):
        run("quiz-export", "gift", tmp_path / "x")


def test_an_import_is_proved_and_kept(course: Path, run: Run, tmp_path: Path) -> None:
    """Every question that is kept is read by the bank; module by tag, else the topic's; TODOs are visible."""
    report = tmp_path / "losses.json"
    code, shown = run(
        "quiz-import", "gift", SAMPLES / "all_types.gift", "--into", "quizzes/sums", "--report", report
    )
    assert code == 0
    bank = {question.id: question.file for question in questions(course / "quizzes")}
    assert len(bank) == 14
    assert "13 questions in" in shown
    assert bank["sums.shape_q1"].module == "M02"
    assert bank["sums.shape_q1"].level == 3
    assert bank["sums.pi"].module == "M07"
    assert "TODO: one language is missing." in shown
    text = (course / "quizzes" / "sums" / "shape_q1.toml").read_text()
    assert text.startswith("# Imported from all_types.gift.")
    assert "TODO 待翻译：" in text
    losses = json.loads(report.read_text())
    assert "sums.pi" in losses["questions"]
    assert {"question": "Essay", "lost": "skipped", "detail": "essay"} in losses["losses"]


def test_an_import_takes_no_place(course: Path, run: Run) -> None:
    """Questions of the same names are not written over, unless that is said."""
    arguments = ("quiz-import", "qti21", SAMPLES / "qti21" / "items" / "order.xml", "--into", "steps")
    assert run(*arguments, "--module", "M09")[0] == 0
    first = (course / "quizzes" / "steps" / "order.toml").read_text()
    assert 'module = "M09"' in first
    with pytest.raises(UsageError, match=r"already has order \(1 in all\)"):
        run(*arguments)
    assert run(*arguments, "--replace")[0] == 0
    # The topic has a module by now.
    assert 'module = "M09"' in (course / "quizzes" / "steps" / "order.toml").read_text()


def test_what_does_not_build_is_not_kept(
    course: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A question that our format cannot hold, or that fails to build, is named and left out."""
    path = tmp_path / "two.gift"
    path.write_text("::Only one::Which?{=this ~%0%}\n\n::Good::How many?{#3}\n\n::Bad::Sum?{#4}\n")
    from grader.quiz.build import Builder

    build = Builder.build

    def failing(self: Builder, question: object, seed: int) -> object:
        if "bad" in question.id:  # type: ignore[attr-defined]
            raise ContentError("topic.bad: it does not hold.")
        return build(self, question, seed)  # type: ignore[arg-type]

    monkeypatch.setattr(Builder, "build", failing)
    code, shown = run("quiz-import", "gift", path, "--into", "fresh", "--lang", "en")
    assert code == 0
    assert "Left out" in shown
    assert sorted(p.name for p in (course / "quizzes" / "fresh").iterdir())[:1] == ["good.toml"]
    assert 'module = "M01"' in (course / "quizzes" / "fresh" / "good.toml").read_text()


def test_an_import_refuses_what_it_cannot_do(course: Path, run: Run, tmp_path: Path) -> None:
    """A topic that is no name, a file without questions, a file of another kind, a folder that is a file."""
    empty = tmp_path / "empty.gift"
    empty.write_text("// nothing\n")
    with pytest.raises(UsageError, match="'20' is no module"):
        run("quiz-import", "gift", empty, "--into", "sums", "--module", "20")
    with pytest.raises(UsageError, match="no name of a topic"):
        run("quiz-import", "gift", empty, "--into", "../elsewhere")
    with pytest.raises(UsageError, match="has no questions"):
        run("quiz-import", "gift", empty, "--into", "sums")
    with pytest.raises(QuestionsUnreadable):
        run("quiz-import", "moodle", empty, "--into", "sums")
    (course / "quizzes" / "taken").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        run("quiz-import", "text2qti", SAMPLES / "canvas_course.text2qti.txt", "--into", "taken")


def test_nothing_kept_is_no_success(course: Path, run: Run, tmp_path: Path) -> None:
    """Where every question has to be left out, the exit code says so."""
    path = tmp_path / "essay.gift"
    path.write_text("::Essay::Say why.{}\n")
    code, shown = run("quiz-import", "gift", path, "--into", "sums")
    assert code == 1
    assert "0 questions in" in shown


def test_nothing_lost_is_said_too(course: Path, run: Run, tmp_path: Path) -> None:
    """An empty list is a sentence, not silence."""
    from grader.cli.losses import say_losses

    said: list[str] = []
    invocation = Invocation()
    invocation.say = lambda message="": said.append(str(message))  # type: ignore[method-assign]
    say_losses(invocation, [])
    assert said == ["Nothing was lost."]
