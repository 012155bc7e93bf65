"""Building quiz questions while a command runs; the sandbox is started when the first one is asked for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.quiz.question import Question
    from grader.quiz.variant import Variant


class Workshop:
    """Builds variants, each once; a context manager around the command."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._build: Callable[[Question, int], Variant] | None = None
        self._built: dict[tuple[str, int], Variant] = {}

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def build(self, question: Question, seed: int) -> Variant:
        """Build one variant, or return it where it was built before."""
        key = question.digest, seed
        if key not in self._built:
            self._built[key] = self._builder()(question, seed)
        return self._built[key]

    def _builder(self) -> Callable[[Question, int], Variant]:
        if self._build is None:
            from grader.client.zygote import Zygote
            from grader.quiz.build import Builder

            zygote = self._stack.enter_context(Zygote())
            self._build = self._stack.enter_context(Builder(zygote)).build
        return self._build
