"""What the tests of the quiz share: the project's questions, small ones written on the spot, built variants."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.model import Bilingual
from grader.quiz.question import Kind, Question
from grader.quiz.reading import questions, read_question
from grader.quiz.variant import NOTHING, Choice, Part, Policy, Variant, sealed

BANK = Path(__file__).resolve().parents[1] / "quizzes"
QUESTIONS = {question.id: question for question in questions(BANK)}
PARAMETERISED = sorted(q.id for q in QUESTIONS.values() if q.file.params or q.file.generate)

HEAD = """
module = "M02"
level = 1
title = "T"
text = "What?"
"""


def written(folder: Path, body: str, head: str = HEAD, generate: str = "") -> Question:
    """Write a question file and read it."""
    path = folder / "topic" / "name.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(head + body, encoding="utf-8")
    if generate:
        path.with_suffix(".py").write_text(generate, encoding="utf-8")
    return read_question(path)


def both(words: str) -> Bilingual:
    """Return a text that is the same in both languages."""
    return Bilingual(words, words)


def options(*labels: str) -> tuple[Choice, ...]:
    """Return options with a label each."""
    return tuple(
        Choice(label, both(f"option {label}"), both(f"why {label}"), f"tag-{label}") for label in labels
    )


def variant(kind: Kind, *parts: Part, policy: Policy | None = None) -> Variant:
    """Return a variant with these parts."""
    return sealed(
        Variant(
            question="topic.name",
            seed=0,
            kind=kind,
            module="M02",
            topics=("topic",),
            level=1,
            title=both("T"),
            text=both("What?"),
            listing="",
            parts=parts,
            why=NOTHING,
            hints=(),
            policy=policy or Policy(),
            notes=NOTHING,
            params="{}",
            source="0" * 64,
            torch="none",
        )
    )


def typed(kind: Kind, key: str, policy: Policy | None = None, **more: object) -> Variant:
    """Return a variant of one part with this key."""
    return variant(kind, Part(kind, key, **more), policy=policy)  # type: ignore[arg-type]


def texts(one: Variant) -> Sequence[Bilingual]:
    """Return every text of a variant that a reader may see."""
    found = [one.title, one.text, *one.hints]
    found += [one.why] * (one.why != NOTHING) + [one.notes] * (one.notes != NOTHING)
    for part in one.parts:
        found += [part.prompt] * (part.prompt != NOTHING) + [part.why] * (part.why != NOTHING)
        found += [trap.why for trap in part.traps] + [choice.text for choice in part.choices]
        found += [choice.why for choice in part.choices if choice.tag]
    return found
