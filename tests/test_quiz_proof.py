"""`grade validate --quiz`: every fault of a question is found, a good one is proven and shown as it will be asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from quiz_bank import QUESTIONS, both, options, typed, variant
from small_course import make_small_course, write
from test_quiz_regrading import PLUS

from grader.cli import grade
from grader.cli.invocation import Invocation
from grader.errors import ContentError, UsageError
from grader.i18n import translator
from grader.model import Bilingual
from grader.quiz.proof import Fault, QuestionProof, faults_of
from grader.quiz.question import Kind, Question
from grader.quiz.variant import Choice, Part, Trap, Variant, sealed
from grader.report.banks import proof_line, shown, topic_page
from grader.validate import bank as proving
from grader.validate.bank import prove_question

if TYPE_CHECKING:
    from grader.client.zygote import Zygote

GOOD = typed(Kind.NUMBER, "3", traps=(Trap("4", "one-more", both("One more.")),))
ABC = options("a", "b", "c")


def part(**changes: object) -> Variant:
    """Return the good variant with its part changed."""
    (old,) = GOOD.parts
    return sealed(replace(GOOD, parts=(replace(old, **changes),)))  # type: ignore[arg-type]


def trap(answer: str, tag: str = "tag") -> Trap:
    return Trap(answer, tag, both("Why."))


def messages(one: Variant) -> str:
    return " | ".join(map(str, faults_of(one)))


@pytest.mark.parametrize("one", [
    GOOD,
    variant(Kind.CHOICE, Part(Kind.CHOICE, "a", choices=(Choice("a", both("`1`"), both("")), *ABC[1:]))),
    variant(Kind.MULTI, Part(Kind.MULTI, "none", choices=ABC)),
    typed(Kind.SHAPE, "(2, 3)"), typed(Kind.TENSOR, "[[1, 2], [3, 4]]"), typed(Kind.LINE, "none"),
    typed(Kind.TRUEFALSE, "true"), typed(Kind.TEXT, "relu"), typed(Kind.SHAPE, "error"), typed(Kind.NUMBER, "inf"),
])  # fmt: skip
def test_a_good_variant_has_no_fault(one: Variant) -> None:
    """Of every kind, a key that its marker takes, as written and as echoed, is no fault."""
    assert messages(one) == ""


@pytest.mark.parametrize(
    ("one", "fault"),
    [
        (part(key="three"), "The key three is not accepted by its own marker."),
        (part(traps=(trap("3.0"),)), "The trap tag is accepted: 3.0"),
        (part(traps=(trap("many"),)), "The trap tag cannot be read: many"),
        (part(traps=(trap("4"), trap("4", "other"))), "The traps tag and other are the same answer."),
        (
            variant(Kind.CHOICE, Part(Kind.CHOICE, "a", choices=ABC[:2])),
            "Only 2 options are left; 3 are needed.",
        ),
        (
            variant(Kind.CHOICE, Part(Kind.CHOICE, "a", choices=(*ABC, replace(ABC[1], label="d")))),
            "Two options are the same (en): option b",
        ),
        (sealed(replace(GOOD, text=Bilingual("What?", " "))), "A text is missing in one language: What?"),
        (sealed(replace(GOOD, text=both("what is this"))), "A text is not translated: what is this"),
        (sealed(replace(GOOD, text=both("{{ a }}"))), "A template is left in a text: {{ a }}"),
        (replace(GOOD, seed=5), "It cannot be read back"),
        (sealed(replace(GOOD, listing="x = '{%'" * 50)), "…"),
    ],
)
def test_every_fault_is_named(one: Variant, fault: str) -> None:
    """What is wrong is said with the value that is."""
    assert fault in messages(one)


def test_an_unrecognised_trap_is_named() -> None:
    """A trap whose tag the marker does not give back is a fault: statistics would miss it."""
    choices = (*ABC[:2], replace(ABC[2], tag=""))
    one = variant(Kind.CHOICE, Part(Kind.CHOICE, "a", choices=choices, traps=(trap("b", "mine"),)))
    assert "The trap mine is not recognised: b" in messages(one)


class Fake:
    """A builder that builds what it is told to, and how long that takes."""

    def __init__(self, *built: Variant | Exception) -> None:
        self._built = list(built)

    def build(self, question: Question, seed: int) -> Variant:
        """Return the next variant; the last one for ever."""
        one = self._built.pop(0) if len(self._built) > 1 else self._built[0]
        if isinstance(one, Exception):
            raise one
        return one


PARAMETERISED = QUESTIONS["conv.output_size"]
PLAIN = next(q for q in QUESTIONS.values() if not (q.file.params or q.file.generate))


def proof(question: Question, *built: Variant | Exception, seeds: int = 3) -> QuestionProof:
    return prove_question(Fake(*built), question, seeds)  # type: ignore[arg-type]


def test_faces_are_counted() -> None:
    """Seeds that look alike are counted once and shown once; a question without parameters needs one seed."""
    found = proof(PARAMETERISED, GOOD)
    assert (found.holds, found.seeds, found.faces, len(found.variants), found.repeats) == (
        True,
        3,
        1,
        1,
        True,
    )
    found = proof(PLAIN, GOOD)
    assert (found.holds, found.seeds, found.repeats) == (True, 1, False)


def test_another_variant_of_one_seed_is_a_fault() -> None:
    """What is built twice has to be the same twice."""
    other = sealed(replace(GOOD, listing="x = 2"))
    found = proof(PLAIN, GOOD, other)
    assert [(one.seed, str(one.what)) for one in found.faults] == [(0, "Built again it is another one.")]


def test_a_seed_that_does_not_build_is_a_fault() -> None:
    """The first seed that fails is named with what the builder says; what was built before is shown."""
    found = proof(PARAMETERISED, GOOD, ContentError("listing: it raised"))
    assert [(one.seed, str(one.what)) for one in found.faults] == [(1, "listing: it raised")]
    assert found.variants == (GOOD,)
    found = proof(PARAMETERISED, ContentError("listing: it raised"))
    assert (found.faces, found.slowest, found.holds) == (0, 0.0, False)


def test_a_fault_is_told_once() -> None:
    """The same fault in many seeds is one line, with the first seed that shows it."""
    assert len(proof(PARAMETERISED, part(traps=(trap("3"),)), seeds=9).faults) == 1


def test_what_is_slow_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variant that takes too long twice is a fault that says how long."""
    monkeypatch.setattr(proving, "SLOWEST", -1.0)
    (fault,) = proof(PLAIN, GOOD).faults
    assert re.fullmatch(r"It took \d\.\d s to build; -1.0 s are allowed\.", str(fault.what))


def test_a_page_shows_both_languages_key_and_traps() -> None:
    """Options with the right one marked, traps with why, hints, faults, and what is left to think about."""
    choices = (Choice("a", both("`1`"), both("")), *ABC[1:])
    one = sealed(
        replace(
            variant(Kind.CHOICE, Part(Kind.CHOICE, "a", choices=choices)),
            text=Bilingual("How many?", "多少？"), hints=(both("Count."),), listing="x = 1\n",
        )
    )  # fmt: skip
    cloze = variant(Kind.CLOZE, Part(Kind.NUMBER, "3", name="n", traps=(trap("4"),)))
    match = variant(
        Kind.MATCH, *(Part(Kind.CHOICE, label, prompt=both(f"left {label}"), choices=ABC) for label in "ab")
    )
    broken = Fault(2, GOOD_TEXT)
    found = QuestionProof(PARAMETERISED, 9, 2, 0.01, 0.02, (one, cloze, match), (broken,))
    page = topic_page("conv", [found], translator("en"))
    for words in (
        "How many?",
        "多少？",
        "Count.",
        "why b",
        "seed 2",
        "tag-c",
        "left b",
        "look alike",
        "⟦n⟧ 3",
    ):
        assert words in page, words
    assert page.count('class="right"') == 4  # the option in two languages; of the pairs the first one's
    assert [one.key for one in shown(one).sides] == ["a) 1", "a) 1"]
    assert proof_line(found, translator("en")).startswith("✗ conv.output_size: 2 of 9 seeds differ")
    nothing = QuestionProof(PARAMETERISED, 9, 0, 0.0, 0.0, (), (broken,))
    assert "conv.output_size" in topic_page("conv", [nothing], translator("zh"))


GOOD_TEXT = next(faults_of(part(key="three")))
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with a good question and one whose key depends on chance."""
    root = make_small_course(tmp_path / "course")
    write(root / "quizzes" / "sums" / "plus_one.toml", PLUS)
    random = PLUS.replace('"s = {{ a }} + 1"', '"import torch; s = int(torch.randint(10**6, ()))"')
    write(root / "quizzes" / "luck" / "draw.toml", random)
    monkeypatch.setenv("TENSORGRADE_COURSE", str(root))
    monkeypatch.setenv("LANGUAGE", "en")
    return root


@pytest.fixture
def run(course: Path, zygote: Zygote, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `grade validate --quiz`; return exit code and what was shown."""

    monkeypatch.setattr(proving, "Zygote", lambda: nullcontext(zygote))

    def invoke(*arguments: object) -> tuple[int, str]:
        command = ["validate", "--quiz", *map(str, arguments)]
        ran = CliRunner().invoke(grade, command, standalone_mode=False, obj=Invocation())
        if isinstance(ran.exception, Exception):
            raise ran.exception
        return ran.return_value, ran.output

    return invoke


def test_a_bank_is_proven(run: Run, tmp_path: Path) -> None:
    """Good questions hold, one that depends on chance does not; a page for each topic, and exit codes say it."""
    folder = tmp_path / "pages"
    code, said = run("--seeds", "3", "--html", folder)
    assert code == 1
    assert re.search(r"✓ sums\.plus_one: 3 of 3 seeds differ; \d+ ms, at most \d+ ms", said)
    assert "✗ luck.draw" in said
    assert re.search(r"seed 0: .*two runs differ", said)
    assert "Questions: 2. Proven: 1." in said
    assert {path.name for path in folder.iterdir()} == {"index.html", "luck.html", "sums.html"}
    assert "two runs differ" in (folder / "luck.html").read_text()

    code, said = run("sums", "--seeds", "1")
    assert code == 0
    assert "The slowest: sums.plus_one" in said


def test_what_cannot_be_proven_is_said(run: Run, course: Path, tmp_path: Path) -> None:
    """An unknown name, a bank without questions, and a folder that cannot be written are told."""
    with pytest.raises(UsageError, match="no module, topic or question"):
        run("nothing")
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        run("sums", "--seeds", "1", "--html", tmp_path / "file" / "below")
    for path in (course / "quizzes").rglob("*.toml"):
        path.unlink()
    with pytest.raises(UsageError, match="no quiz questions"):
        run()


def test_seeds_that_look_alike_are_named(run: Run, course: Path) -> None:
    """A question with parameters whose seeds hardly differ is named, and holds all the same."""
    write(course / "quizzes" / "sums" / "plus_one.toml", PLUS.replace("[2, 900]", "[2, 2]"))
    code, said = run("sums", "--seeds", "5")
    assert code == 0
    assert "Fewer than four of five seeds differ (1): sums.plus_one" in said
