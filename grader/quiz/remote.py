"""The builder's end of the wire: author code runs in a runner, and what comes back is checked data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from grader.client.ending import RunnerEnded
from grader.client.proxy import Student
from grader.client.raised import StudentRaised
from grader.client.session import Session
from grader.client.zygote import Zygote
from grader.errors import ContentError, GraderFault
from grader.model import Bilingual, Exercise, Limits
from grader.quiz.performance import Performance
from grader.quiz.question import Question

PROGRAM = Path(__file__).with_name("program.py")
LIMITS = Limits(call_seconds=20.0, exercise_seconds=600.0, cpu_seconds=600.0, reply_bytes=4 << 20)
SEEDED = frozenset({"the random state of torch"})
T = TypeVar("T")


class Remote:
    """One question's runner. Its calls raise `ContentError` where the author's code fails."""

    def __init__(self, zygote: Zygote, question: Question) -> None:
        self._question = question
        self._session = Session(zygote, _exercise(question), PROGRAM.read_text(encoding="utf-8"))
        self._student = Student(self._session)
        self._compared: dict[tuple[str, ...], list[str]] = {}

    def close(self) -> None:
        """End the runner."""
        self._session.close()

    def draw(self, seed: int) -> dict[str, Any]:
        """Draw the parameters of a seed; they are plain JSON."""
        file = self._question.file
        params = [
            [name, "int", list(draw.range)]
            if draw.range
            else [name, "pick", list(draw.pick)]
            if draw.pick
            else [name, "expr", draw.expr]
            for name, draw in file.params.items()
        ]
        task = {
            "name": f"{self._question.id}:{seed}",
            "params": params,
            "require": list(file.require),
            "generator": self._question.generator,
        }
        return self._checked("draw", task, dict[str, Any])

    def perform(
        self, listing: str, params: Mapping[str, Any], evals: Mapping[str, str], entropy: int
    ) -> Performance:
        """Run setup and listing, and evaluate ``evals`` over what they leave."""
        task = {
            "setup": self._question.file.code.setup,
            "listing": listing,
            "params": dict(params),
            "evals": dict(evals),
            "entropy": entropy,
        }
        return self._checked("perform", task, Performance)

    def compare(self, listings: Sequence[str], params: Mapping[str, Any], expression: str) -> list[str]:
        """Return what ``expression`` is after each listing, as a text; equal listings are run once."""
        known = (expression, repr(params), *listings)
        if known not in self._compared:
            self._compared = {known: self._compare(listings, params, expression)}
        return self._compared[known]

    def _compare(self, listings: Sequence[str], params: Mapping[str, Any], expression: str) -> list[str]:
        task = {
            "setup": self._question.file.code.setup,
            "listings": list(listings),
            "params": dict(params),
            "eval": expression,
        }
        return self._checked("compare", task, list[str])

    def _checked(self, name: str, task: Mapping[str, Any], kind: type[T]) -> T:
        """Call a function of the program in a fresh state; refuse an answer that is not of its shape."""
        where = self._question.id
        try:
            self._open()
            self._session.begin_example(0, traced=False)
            call = self._student.remote_wire.start_call(
                getattr(self._student, name).remote_path, (dict(task),), {}
            )()
        except RunnerEnded as ended:
            raise ContentError(
                f"{where}: building it ended: {ended.report.text}", "Mend the listing."
            ) from ended
        if call.raised:
            raise ContentError(
                f"{where}: {name} raised {_message(call.raised)}", "Mend what the message names."
            )
        if set(call.state_changed) - SEEDED:
            self._session.close()  # a default dtype, say: the next variant is not to find it
        try:
            return msgspec.convert(call.result, kind)
        except msgspec.ValidationError as error:
            raise ContentError(f"{where}: {name} answered something else: {error}.", "") from error

    def _open(self) -> None:
        """Load the program where there is no runner; a program of ours that does not load is our fault."""
        if self._session.loaded is None:
            loaded = self._session.load()
            if loaded.error:
                raise GraderFault(f"The quiz program does not load: {loaded.error.message}", "Report this.")


def _message(raised: StudentRaised) -> str:
    record = raised.record
    return f"{record.type_name}: {record.message}"


def _exercise(question: Question) -> Exercise:
    """Return what a session wants to know; nothing of it reaches a reader."""
    name = "".join(c if c.isalnum() else "_" for c in question.id)
    nothing = Bilingual("", "")
    return Exercise(name, nothing, "perform", "M00", 1, nothing, (), limits=LIMITS)
