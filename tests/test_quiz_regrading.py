"""`grade quiz-regrade`: stored answers by today's questions; dry run, never lower, apply, undo."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from quiz_bank import both, options, typed, variant
from small_course import make_small_course, write

from grader.cli import grade
from grader.cli.invocation import Invocation
from grader.errors import ContentError, UsageError
from grader.gradebook import Gradebook, open_gradebook
from grader.gradebook.quizzes import answers, history, keep_answers
from grader.gradebook.revising import Plan, carry_out, revised, undo
from grader.model import Text
from grader.quiz.answered import Decision
from grader.quiz.question import Comparison, Kind, Question
from grader.quiz.reading import read_question
from grader.quiz.revision import as_shown, what_changed
from grader.quiz.scoring import Response, Try, result
from grader.quiz.variant import Choice, Part, Policy, Rule, Trap, Variant, sealed

if TYPE_CHECKING:
    from grader.client.zygote import Zygote

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PLUS = """
type = "number"
module = "M02"
level = 1
title = { en = "A sum", zh = "求和" }
text = { en = "What is `s`?", zh = "`s` 是多少？" }
params = { a = { int = [2, 900] } }
[answer]
eval = "s"
why = { en = "{{ key }}.", zh = "{{ key }}。" }
[code]
listing = "s = {{ a }} + 1"
"""
Run = Callable[..., str]


def choice(*pairs: tuple[str, str], key: str) -> Part:
    """Return a choice of labels and texts."""
    return Part(
        Kind.CHOICE, key, choices=tuple(Choice(label, both(words), both("")) for label, words in pairs)
    )


def of(part: Part, *, seed: int = 0, listing: str = "", params: str = "{}") -> Variant:
    """Return a variant with one part."""
    return sealed(replace(variant(part.kind, part), seed=seed, listing=listing, params=params))


def test_the_same_question_is_marked_by_todays_key() -> None:
    """Where the same was shown, today's variant marks, whatever its wording; the reason names both keys."""
    shown, today = typed(Kind.NUMBER, "3"), typed(Kind.NUMBER, "5")
    assert as_shown(shown, today) is today
    assert str(what_changed(shown, today)) == "Right is 5 now; it was 3."


def test_labels_are_those_that_were_shown() -> None:
    """Options in another order, or with one more, are told by their texts: the key gets the label shown."""
    shown = of(choice(("a", "one"), ("b", "two"), ("c", "three"), key="a"))
    today = of(choice(("a", "zero"), ("b", "three"), ("c", "two"), ("d", "one"), key="c"))
    marking = as_shown(shown, today)
    assert isinstance(marking, Variant)
    assert marking.parts[0].key == "b"
    assert [(one.label, one.text.en) for one in marking.parts[0].choices] == [
        ("a", "one"), ("b", "two"), ("c", "three"),
    ]  # fmt: skip


def test_orders_and_sets_are_told_by_their_labels() -> None:
    """Every label in a key, in further answers and in traps is translated; `none` is none."""
    shown = Part(Kind.ORDER, "a b c", choices=options("a", "b", "c"))
    turned = tuple(
        replace(one, label=label) for one, label in zip(options("a", "b", "c"), "cab", strict=True)
    )
    trap = Trap("c b a", "backwards", both(""))
    today = Part(Kind.ORDER, "a b c", accept=("b a c",), traps=(trap,), choices=turned)
    marking = as_shown(of(shown), of(today))
    assert isinstance(marking, Variant)
    (part,) = marking.parts
    assert (part.key, part.accept, part.traps[0].answer) == ("b c a", ("c b a",), "a c b")
    nothing = Part(Kind.MULTI, "none", choices=turned)
    marking = as_shown(of(replace(shown, kind=Kind.MULTI)), of(nothing))
    assert isinstance(marking, Variant)
    assert marking.parts[0].key == "none"


PART = choice(("a", "one"), ("b", "two"), ("c", "three"), key="a")


@pytest.mark.parametrize(
    ("today", "why"),
    [
        (typed(Kind.NUMBER, "3"), "something else"),
        (of(PART, listing="x = 1"), "another one"),
        (of(PART, params='{"a":1}'), "other values"),
        (sealed(replace(of(PART), parts=(PART, PART))), "parts"),
        (of(replace(PART, prompt=both("left"))), "parts"),
        (of(choice(("a", "one"), ("b", "two"), ("c", "four"), key="a")), "options"),
        (of(choice(("a", "one"), ("b", "two"), ("c", "three"), ("d", "four"), key="d")), "options"),
    ],
)
def test_another_question_marks_nothing(today: Variant, why: str) -> None:
    """Other values, another program, other parts, options that were not shown: the answer was to something else."""
    marking = as_shown(of(PART), today)
    assert isinstance(marking, Text)
    assert why in str(marking)


def test_the_reason_is_told() -> None:
    """A further answer, another rule, other points are told apart."""
    old = typed(Kind.TEXT, "x")
    (part,) = old.parts
    wider = sealed(replace(old, parts=(replace(part, accept=("y",)),)))
    exact = sealed(replace(old, parts=(replace(part, rule=Rule(compare=Comparison.CASE)),)))
    richer = sealed(replace(old, policy=Policy(3)))
    said = [str(what_changed(old, new)) for new in (wider, exact, richer, old)]
    assert said == [
        "Right is now as well: y",
        "Answers are compared by another rule.",
        "The points, the attempts or the cost of hints are others.",
        "Answers are marked otherwise.",
    ]


class Bank:
    """A bank of one question that can be mended, and what it builds without a sandbox."""

    def __init__(self, folder: Path, shown: Variant) -> None:
        path = folder / "topic" / "name.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PLUS, encoding="utf-8")
        self._path = path
        self.today: Variant | None = shown
        self.questions = {"topic.name": read_question(path)}
        self.shown = sealed(replace(shown, source=self.questions["topic.name"].digest))

    def mend(self, today: Variant | None) -> None:
        """Change the file, and what it builds; None: it does not build."""
        self._path.write_text(self._path.read_text(encoding="utf-8") + "\n# mended", encoding="utf-8")
        self.questions = {"topic.name": read_question(self._path)}
        digest = self.questions["topic.name"].digest
        self.today = sealed(replace(today, source=digest)) if today else None

    def build(self, question: Question, seed: int) -> Variant:
        """Build what the question is today."""
        if self.today is None:
            raise ContentError("listing raised", "")
        assert (question.id, seed) == ("topic.name", 0)
        return self.today


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    """A bank whose question has the key 3."""
    return Bank(tmp_path / "bank", typed(Kind.NUMBER, "3"))


@pytest.fixture
def book(tmp_path: Path, bank: Bank) -> Gradebook:
    """A gradebook in which three students answered 3, 5 and 6."""
    made = open_gradebook(tmp_path / "book.sqlite")
    kept = [
        (
            result(bank.shown, Response(name, "topic.name", 0, bank.shown.sha256, (Try((typed_in,)),))),
            NOW + timedelta(minutes=number),
            "",
        )
        for number, (name, typed_in) in enumerate([("ann", "3"), ("bo", "5"), ("cy", "6")])
    ]
    assert keep_answers(made, kept, [bank.shown]) == 3
    assert keep_answers(made, kept, [bank.shown]) == 0
    return made


def points(book: Gradebook) -> list[Fraction]:
    return [one.result.points for one in answers(book)]


def test_nothing_has_changed(book: Gradebook, bank: Bank) -> None:
    """Where questions are as they were, nothing is built and nothing changes."""
    bank.today = None
    assert revised(book, bank.questions, bank.build, Plan()) == ([], [])


def test_a_mended_key_is_tried_applied_and_undone(book: Gradebook, bank: Bank) -> None:
    """The dry run changes nothing; applied it counts, for who gains only; undone it is as before; rows only grow."""
    bank.mend(typed(Kind.NUMBER, "5"))
    changes, stays = revised(book, bank.questions, bank.build, Plan())
    assert [(one.before.student, one.difference) for one in changes] == [("bo", 1)]
    assert str(changes[0].why) == "Right is 5 now; it was 3."
    assert not stays
    assert points(book) == [1, 0, 0]

    carry_out(book, changes, "key mended")
    assert points(book) == [1, 1, 0]
    assert answers(book)[1].result.marked_by != answers(book)[0].result.marked_by
    assert revised(book, bank.questions, bank.build, Plan())[0] == []

    assert undo(book) == 1
    assert points(book) == [1, 0, 0]
    assert undo(book) == 0


def test_points_are_lowered_only_when_asked(book: Gradebook, bank: Bank) -> None:
    """With may-lower who had the old key loses it."""
    bank.mend(typed(Kind.NUMBER, "5"))
    changes, _ = revised(book, bank.questions, bank.build, Plan(may_lower=True))
    assert {one.before.student: one.difference for one in changes} == {"ann": -1, "bo": 1}


def test_more_points_keep_the_share(book: Gradebook, bank: Bank) -> None:
    """Where a question is worth four points now, who was right has four, and nobody has less of it than before."""
    bank.mend(typed(Kind.NUMBER, "5", Policy(4)))
    carry_out(book, revised(book, bank.questions, bank.build, Plan())[0])
    assert [(one.result.points, one.result.max_points) for one in answers(book)] == [(4, 4), (4, 4), (0, 4)]


def test_what_was_decided_stays_until_it_is_named(book: Gradebook, bank: Bank) -> None:
    """Full points and dropped questions are left alone by a plain regrade; by name they are marked again."""
    full, _ = revised(book, bank.questions, bank.build, Plan(full={"topic.name"}))
    assert [one.before.student for one in full] == ["bo", "cy"]
    carry_out(book, full)
    drop, _ = revised(book, bank.questions, bank.build, Plan(dropped={"topic.name"}))
    carry_out(book, drop)
    assert {one.decision for one in answers(book)} == {Decision.DROPPED}
    assert {one.result.max_points for one in answers(book)} == {0}

    with pytest.raises(UsageError, match="no answers"):
        revised(book, bank.questions, bank.build, Plan())
    again, _ = revised(book, bank.questions, bank.build, Plan(questions={"topic.name"}, may_lower=True))
    carry_out(book, again)
    assert points(book) == [1, 0, 0]
    assert [undo(book) for _ in range(4)] == [3, 3, 2, 0]
    assert points(book) == [1, 0, 0]
    assert {one.decision for one in answers(book)} == {Decision.MARKED}


def test_a_dropped_question_may_get_full_points(book: Gradebook, bank: Bank) -> None:
    """Full points for a question that was dropped are those that it is worth."""
    carry_out(book, revised(book, bank.questions, bank.build, Plan(dropped={"topic.name"}))[0])
    carry_out(book, revised(book, bank.questions, bank.build, Plan(full={"topic.name"}))[0])
    assert [(one.result.points, one.result.max_points) for one in answers(book)] == [(1, 1)] * 3


def test_an_undo_leaves_what_came_later(book: Gradebook, bank: Bank) -> None:
    """The last regrade is taken back first; what it replaced counts again."""
    carry_out(book, revised(book, bank.questions, bank.build, Plan(full={"topic.name"}))[0])
    bank.mend(typed(Kind.NUMBER, "5"))
    named = Plan(questions={"topic.name"}, may_lower=True)
    carry_out(book, revised(book, bank.questions, bank.build, named)[0])
    assert points(book) == [0, 1, 0]
    undo(book)
    assert points(book) == [1, 1, 1]
    undo(book)
    assert points(book) == [1, 0, 0]


def test_a_further_answer_is_accepted(book: Gradebook, bank: Bank) -> None:
    """An answer accepted as well counts for who gave it; one that cannot be read is refused."""
    changes, _ = revised(book, bank.questions, bank.build, Plan(accepted=[("topic.name", "６")]))
    assert [one.before.student for one in changes] == ["cy"]
    with pytest.raises(UsageError, match=r"is no answer to topic\.name"):
        revised(book, bank.questions, bank.build, Plan(accepted=[("topic.name", "six")]))


def test_what_cannot_be_marked_is_told(book: Gradebook, bank: Bank) -> None:
    """A question that is gone, that does not build, or that shows something else leaves answers as they are."""
    _, stays = revised(book, {}, bank.build, Plan())
    assert {str(one.why) for one in stays} == {"The question is not in the bank any more."}
    bank.mend(None)
    _, stays = revised(book, bank.questions, bank.build, Plan())
    assert {str(one.why) for one in stays} == {"Today's question cannot be built: listing raised"}
    bank.mend(replace(bank.shown, listing="x = 2"))
    changes, stays = revised(book, bank.questions, bank.build, Plan())
    assert (len(changes), len(stays)) == (0, 3)


def test_an_unknown_variant_is_told(tmp_path: Path, bank: Bank) -> None:
    """Without the question as it was shown nothing is marked."""
    with open_gradebook(tmp_path / "other.sqlite") as book:
        keep_answers(
            book, [(result(bank.shown, Response("ann", "topic.name", 0, bank.shown.sha256)), NOW, "")]
        )
        _, stays = revised(book, bank.questions, bank.build, Plan())
    assert [str(one.why) for one in stays] == ["The question as it was shown is not in the gradebook."]


def test_the_student_sees_the_new_points(book: Gradebook, bank: Bank) -> None:
    """What is remembered of a question has the points that count now."""
    carry_out(book, revised(book, bank.questions, bank.build, Plan(full={"topic.name"}))[0])
    (remembered,) = history(book, "cy")
    assert remembered.result.points == 1


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with one question."""
    root = make_small_course(tmp_path / "course")
    write(root / "quizzes" / "sums" / "plus_one.toml", PLUS)
    monkeypatch.setenv("TENSORGRADE_COURSE", str(root))
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "120")
    return root


@pytest.fixture
def run(course: Path, zygote: Zygote, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command, with the warm zygote; return what was shown."""
    monkeypatch.setattr("grader.client.zygote.Zygote", lambda: nullcontext(zygote))

    def invoke(*arguments: object) -> str:
        ran = CliRunner().invoke(grade, [*map(str, arguments)], standalone_mode=False, obj=Invocation())
        if isinstance(ran.exception, Exception):
            raise ran.exception
        assert ran.return_value == 0
        return ran.output

    return invoke


@pytest.fixture
def answered_book(course: Path, zygote: Zygote, tmp_path: Path) -> Path:
    """A gradebook with answers to the course's question, as its seed 7 shows it."""
    from grader.quiz.build import Builder

    question = read_question(course / "quizzes" / "sums" / "plus_one.toml")
    with Builder(zygote) as builder:
        shown = builder.build(question, 7)
    right = int(shown.parts[0].key)
    path = tmp_path / "class.sqlite"
    with open_gradebook(path) as book:
        for number, typed_in in enumerate([right, right + 1]):
            response = Response(f"s{number}", shown.question, 7, shown.sha256, (Try((str(typed_in),)),))
            keep_answers(book, [(result(shown, response), NOW, "")], [shown])
    return path


def test_the_command_tries_applies_and_undoes(course: Path, run: Run, answered_book: Path) -> None:
    """A mended question is built anew; who changes is said, then carried out, then taken back."""
    assert "Nothing changes." in run("quiz-regrade", answered_book)
    file = course / "quizzes" / "sums" / "plus_one.toml"
    file.write_text(file.read_text().replace('eval = "s"', 'eval = "s + 1"'))

    said = run("quiz-regrade", answered_book)
    assert "s1" in said
    assert "0/1 → 1/1 (+1)" in said
    assert "1 higher, 0 lower, 0 with equal points." in said
    assert "Nothing has changed yet" in said
    assert "It counts now (run 1)" in run(
        "quiz-regrade", answered_book, "sums", "--apply", "--note", "mended"
    )
    assert "Nothing changes." in run("quiz-regrade", answered_book)
    assert "Taken back: 1 answers" in run("quiz-regrade", answered_book, "--undo")
    assert "There is no regrade" in run("quiz-regrade", answered_book, "--undo")
    assert "0 higher, 1 lower" in run("quiz-regrade", answered_book, "--drop", "sums.plus_one", "--may-lower")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--full-points", "no.such"), "no question 'no.such'"),
        (("--accept", "sums.plus_one"), "names no answer"),
        (("nothing",), "no module, topic or question"),
    ],
)
def test_wrong_names_are_refused(
    run: Run, answered_book: Path, arguments: tuple[str, ...], message: str
) -> None:
    """A question that is not there, an answer that is not given, are told before anything happens."""
    with pytest.raises(UsageError, match=message):
        run("quiz-regrade", answered_book, *arguments)


def test_what_stays_is_counted(course: Path, run: Run, answered_book: Path) -> None:
    """Answers to a program that is another one now are counted with the reason."""
    file = course / "quizzes" / "sums" / "plus_one.toml"
    file.write_text(file.read_text().replace("+ 1", "+ 2"))
    said = run("quiz-regrade", answered_book)
    assert "Not marked anew: 2 answers to sums.plus_one." in said
    assert "The program that was shown is another one now." in said
