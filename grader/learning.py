"""The learning path as one student sees it: what is passed, what is open, what waits for what. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from grader.model import Exercise, Module
from grader.workspace import State


@dataclass(frozen=True, slots=True)
class Step:
    """A module of the path: its exercises in order, how many quiz questions, which modules it waits for."""

    module: Module
    exercises: tuple[Exercise, ...]
    done: frozenset[str]
    waits_for: tuple[str, ...] = ()
    questions: int = 0

    @property
    def passed(self) -> bool:
        """Whether every exercise is done; a module without exercises is passed once it is open."""
        return not self.waits_for and all(exercise.slug in self.done for exercise in self.exercises)

    @property
    def open(self) -> bool:
        """Whether it is the student's turn: everything it needs is passed."""
        return not self.waits_for


def learning_path(
    modules: Iterable[Module],
    exercises: Iterable[Exercise],
    state: State,
    questions: Mapping[str, int] | None = None,
) -> tuple[Step, ...]:
    """Return every module in teaching order; ``questions`` counts those of the quizzes by module."""
    listed = tuple(exercises)
    steps: list[Step] = []
    for module in modules:
        own = tuple(exercise for exercise in listed if exercise.module == module.id)
        done = frozenset(exercise.slug for exercise in own if state.of(exercise.slug).done)
        passed = {step.module.id for step in steps if step.passed}
        waits_for = tuple(need for need in module.needs if need not in passed)
        steps.append(Step(module, own, done, waits_for, (questions or {}).get(module.id, 0)))
    return tuple(steps)


def open_next(steps: Iterable[Step]) -> str:
    """Return the first exercise of an open module that is not done; empty where there is none."""
    pending = (e.slug for step in steps if step.open for e in step.exercises if e.slug not in step.done)
    return next(pending, "")
