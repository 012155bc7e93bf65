"""Opening a submission: check its source, load it, hold its target to the stub; or say why not."""

from __future__ import annotations

import difflib
import inspect
from dataclasses import dataclass

from grader.client.ending import Ending, RunnerEnded, forbidden, out_of_memory
from grader.client.session import Session
from grader.judge.limited import explain
from grader.judge.signature import mismatch
from grader.model import Exercise, Limits, Text, text
from grader.wire import messages as m


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening a submission found; it can be graded when `ending` is None and `has_target` is True."""

    messages: tuple[Text, ...] = ()
    ending: Ending | None = None
    has_target: bool = True

    @property
    def gradable(self) -> bool:
        """Tell whether there is a target to hold to its properties."""
        return self.ending is None and self.has_target


def open_submission(session: Session, exercise: Exercise, expected: inspect.Signature) -> Opened:
    """Check, load and describe a submission; a forbidden operation or a dead runner is `RunnerEnded`."""
    checked = session.check()
    if checked.error:
        return broken(checked.error, exercise.limits)
    if checked.hits:
        raise RunnerEnded(forbidden(checked.hits))
    loaded = session.load()
    if loaded.error:
        return broken(loaded.error, exercise.limits)
    missing = missing_target(loaded, exercise.target)
    if missing:
        return Opened((missing,), has_target=False)
    wrong = mismatch(exercise.target, loaded.parameters, expected)
    return Opened(tuple(sentence for sentence in (state_note(loaded), wrong) if sentence))


def broken(error: m.ExceptionRecord, limits: Limits) -> Opened:
    """Say that the file does not load, and why."""
    if error.out_of_memory and error.frames:
        return Opened((out_of_memory(limits, error).text,), Ending.OUT_OF_MEMORY)
    if "SyntaxError" in error.bases:
        line = error.frames[-1].line if error.frames else 0
        sentence = text("The file is not valid Python: line {line}: {why}.", line=line, why=error.message)
    elif "RecursionError" in error.bases or "MemoryError" in error.bases:
        sentence = text("The file is nested too deeply to be read ({why}).", why=error.type_name)
    else:
        sentence = import_error(error)
    why = explain(error, limits)
    return Opened((sentence, why) if why else (sentence,), Ending.CRASHED)


def import_error(error: m.ExceptionRecord) -> Text:
    """Say what executing the file raised, and on which of its lines."""
    why = "there is nobody to answer input() here" if error.type_name == "EOFError" else error.message[:400]
    fields = {"got": error.type_name, "why": why}
    if not error.frames:
        return text("Importing the file raises {got}: {why}", **fields)
    return text("Importing the file raises {got} in line {line}: {why}", line=error.frames[-1].line, **fields)


def state_note(loaded: m.Loaded) -> Text | None:
    """Tell the student what importing the file changes for everybody else."""
    if not loaded.state_changed:
        return None
    return text(
        "Importing the file changes {state}; nothing asks for that.", state=", ".join(loaded.state_changed)
    )


def missing_target(loaded: m.Loaded, target: str) -> Text | None:
    """Say that there is nothing to grade, naming what comes near."""
    if not loaded.found:
        close = difflib.get_close_matches(target, loaded.names, 1, 0.6)
        if close:
            return text(
                "The file does not define {target}; did you mean {close}?", target=target, close=close[0]
            )
        return text("The file does not define {target}.", target=target)
    if not loaded.callable:
        return text(
            "{target} is of type {kind}, which cannot be called.", target=target, kind=loaded.type_name
        )
    return None
