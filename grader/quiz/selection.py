"""Which questions a quiz asks, and with which seeds. Pure: the random numbers are handed in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from random import Random

from grader.errors import UsageError
from grader.quiz.question import Question

SEEDS = 1_000_000


def wanted(bank: Sequence[Question], names: Iterable[str]) -> tuple[Question, ...]:
    """Return the questions that one of the names means: a module, a topic, or a question; all without names.

    Raises `UsageError` for a name that means nothing.
    """
    named = tuple(names)
    for name in named:
        if not any(_means(name, question) for question in bank):
            topics = ", ".join(sorted({question.topic for question in bank}))
            raise UsageError(
                f"{name!r} is no module, topic or question of this bank.",
                f"E.g. M20, conv or conv.output_size; topics: {topics}.",
            )
    return tuple(q for q in bank if not named or any(_means(name, q) for name in named))


def _means(name: str, question: Question) -> bool:
    return name.casefold() in (question.file.module.casefold(), question.topic, question.id)


def drawn(questions: Sequence[Question], count: int, rng: Random) -> tuple[Question, ...]:
    """Draw some questions, easy ones first."""
    chosen = rng.sample(list(questions), min(count, len(questions)))
    return tuple(sorted(chosen, key=lambda question: (question.file.level, question.file.module)))


def fresh_seed(question: Question, used: Collection[int], rng: Random) -> int:
    """Return a seed that this question was not asked with before; 0 where it has one face only."""
    if not (question.file.params or question.file.generate):
        return 0
    free = (seed for seed in iter(lambda: rng.randrange(SEEDS), -1) if seed not in used)
    return next(free)
