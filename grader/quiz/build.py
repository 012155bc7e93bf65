"""Building: draw, render, run twice, evaluate, freeze. The only way from an author's file to a variant.

with Zygote() as zygote, Builder(zygote) as builder:
    variant = builder.build(find_question(root, "conv.output_size"), seed=7)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType

from grader.client.zygote import Zygote
from grader.errors import ContentError
from grader.quiz.assemble import assemble
from grader.quiz.performance import Performance
from grader.quiz.question import Question
from grader.quiz.remote import Remote
from grader.quiz.run import Run
from grader.quiz.staging import Script, alternatives, expressions, stage
from grader.quiz.store import Store
from grader.quiz.variant import Variant


class Builder:
    """Builds variants in runners of one zygote; one runner serves one question after the other's seeds."""

    def __init__(self, zygote: Zygote) -> None:
        self._zygote = zygote
        self._remote: tuple[str, Remote] | None = None

    def __enter__(self) -> Builder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the runner there may be."""
        if self._remote:
            self._remote[1].close()
            self._remote = None

    def build(self, question: Question, seed: int) -> Variant:
        """Return the variant of a seed; equal files, seed and torch give an equal variant.

        Raises `ContentError` naming question, seed and key where the author's file is at fault.
        """
        remote = self._remote_of(question)
        script = stage(question, seed, remote.draw(seed))
        performance = _performed(remote, script)
        return assemble(Run(script, performance, _compared(remote, script)))

    def build_all(self, question: Question, seeds: Iterable[int], store: Store) -> Iterator[Variant]:
        """Yield the variants of some seeds: those that the store has, and those built now and kept."""
        for seed in seeds:
            variant = store.load(question.id, question.digest, seed)
            if variant is None:
                variant = self.build(question, seed)
                store.save(variant)
            yield variant

    def _remote_of(self, question: Question) -> Remote:
        if self._remote is None or self._remote[0] != question.digest:
            self.close()
            self._remote = question.digest, Remote(self._zygote, question)
        return self._remote[1]


def _performed(remote: Remote, script: Script) -> Performance:
    """Run the program twice, with other random numbers where it seeds none: a key may not depend on them."""
    asked = expressions(script.question)
    first, second = (remote.perform(script.program, script.params, asked, entropy) for entropy in (1, 2))
    if first != second:
        differing = [key for key in asked if first.values.get(key) != second.values.get(key)]
        what = ", ".join(differing) or "the output"
        raise ContentError(f"{script.where(what)}: two runs differ.", "Seed the listing.")
    return first


def _compared(remote: Remote, script: Script) -> tuple[str, ...]:
    programs, answer = alternatives(script), script.question.file.answer
    return tuple(remote.compare(programs, script.params, answer.eval)) if programs and answer else ()
