"""The loop itself: wait for an event, ask the machine, draw, carry out."""

from __future__ import annotations

import os
import shutil
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Protocol

from grader.catalog import Catalog, SourceText, read_submission
from grader.errors import GraderError
from grader.i18n import Translator
from grader.model import Attempt, Bilingual, Exercise, Text
from grader.watch import machine
from grader.watch.bar import ProgressLine
from grader.watch.events import (
    Effect,
    Event,
    Grade,
    Graded,
    Key,
    NotGraded,
    PutStubBack,
    Quit,
    Remember,
    Saved,
    StubIsBack,
)
from grader.watch.files import watching
from grader.watch.keys import ending_on_signals, single_keys
from grader.watch.screen import View, draw
from grader.workspace import Workspace, put_stub_back

CLEAR = "\x1b[2J\x1b[H"

Progressed = Callable[[int, int, Bilingual], None]


class Grades(Protocol):
    """What the loop needs of a judge."""

    def grade(
        self, exercise: Exercise, source: SourceText, /, *, student: str, progress: Progressed
    ) -> Attempt:
        """Grade one submission, telling ``progress`` before each property."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Joins the machine to the world; ``write`` is the terminal, ``report`` renders an attempt.

    Grading runs in this thread: keys pressed meanwhile wait in ``inbox`` and count afterwards.
    """

    catalog: Catalog
    workspace: Workspace
    judge: Grades
    tr: Translator
    report: Callable[[Attempt, int], str]
    write: Callable[[str], object]
    inbox: SimpleQueue[Event] = field(default_factory=SimpleQueue)

    def run(self) -> None:
        """Watch until the student quits. The terminal is put back on any exit."""
        with ending_on_signals(), single_keys(self._put_key), self._saves():
            self.follow()

    def follow(self) -> None:
        """Handle events from ``inbox`` until one of them ends the loop."""
        notices: list[Text] = []
        saved = self.workspace.load(notices.append)
        state, effects = machine.begin(self.catalog.exercises(), saved, *notices)
        following: deque[Event] = deque()
        while Quit() not in effects:
            self._show(state)
            for effect in effects:
                following.extend(self._carry_out(effect))
            event = following.popleft() if following else self.inbox.get()
            state, effects = machine.step(state, event)

    def _saves(self) -> AbstractContextManager[None]:
        return watching(self.catalog.root / "exercises", self._put_save)

    def _put_key(self, name: str) -> None:
        self.inbox.put(Key(name))

    def _put_save(self, slug: str) -> None:
        self.inbox.put(Saved(slug, self._digest(slug)))

    def _digest(self, slug: str) -> str:
        try:
            return self._source(self.catalog.load(slug)).sha256
        except GraderError as error:
            return error.message

    def _source(self, exercise: Exercise) -> SourceText:
        return read_submission(self.catalog.stub_path(exercise.slug), exercise.limits)

    def _show(self, state: machine.WatchState) -> None:
        self.write(_clear() + draw(state, self._view()))

    def _view(self) -> View:
        size = shutil.get_terminal_size()
        return View(self.tr, size.columns, size.lines, self._path_of, self.report)

    def _path_of(self, slug: str) -> str:
        return self.catalog.stub_path(slug).relative_to(self.catalog.root).as_posix()

    def _carry_out(self, effect: Effect) -> tuple[Event, ...]:
        match effect:
            case Grade(slug):
                return (self._grade(slug),)
            case PutStubBack(slug):
                return (self._put_stub_back(slug),)
            case Remember():
                self._remember(effect)
        return ()

    def _grade(self, slug: str) -> Event:
        digest = ""
        try:
            exercise = self.catalog.load(slug)
            source = self._source(exercise)
            digest = source.sha256
            line = ProgressLine(self.write, self.tr, shutil.get_terminal_size().columns)
            attempt = self.judge.grade(exercise, source, student="you", progress=line)
        except GraderError as error:
            return NotGraded(error.message, error.hint, digest or error.message)
        return Graded(attempt, digest)

    def _put_stub_back(self, slug: str) -> Event:
        try:
            stub = self.catalog.pristine_stub(slug)
            kept = put_stub_back(self.catalog.stub_path(slug), stub, slug, self.workspace)
        except GraderError as error:
            return NotGraded(error.message, error.hint, "")
        return StubIsBack(kept.relative_to(self.catalog.root).as_posix() if kept else "")

    def _remember(self, effect: Remember) -> None:
        self.workspace.update(
            lambda state: state.with_progress(effect.slug, effect.progress).with_current(effect.current)
        )


def _clear() -> str:
    return "\n" if os.environ.get("TERM") == "dumb" else CLEAR
