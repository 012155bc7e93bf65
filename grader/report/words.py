"""The words, and the signs beside them, that every surface uses for how something ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from grader.i18n import Translator
from grader.learning import Step
from grader.model import Attempt, DeviceState, Level, Outcome, Scope, Text, Verdict, format_score, text
from grader.report.table import Standing


class Tone(Enum):
    """How a word feels; surfaces may colour it, and never with the colour alone."""

    GOOD = "good"
    PARTLY = "partly"
    BAD = "bad"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Word:
    """A sign, a word and a tone; the sign is one column wide."""

    sign: str
    word: Text
    tone: Tone


VERDICTS = {
    Verdict.ACCEPTED: Word("✓", text("accepted"), Tone.GOOD),
    Verdict.PARTIAL: Word("◐", text("partly accepted"), Tone.PARTLY),
    Verdict.REJECTED: Word("✗", text("not accepted"), Tone.BAD),
    Verdict.NO_TARGET: Word("?", text("target missing"), Tone.BAD),
    Verdict.CRASHED: Word("!", text("crashed"), Tone.BAD),
    Verdict.TIMED_OUT: Word("◷", text("timed out"), Tone.BAD),
    Verdict.OUT_OF_MEMORY: Word("▣", text("out of memory"), Tone.BAD),
    Verdict.FORBIDDEN: Word("⊘", text("forbidden operation"), Tone.BAD),
    Verdict.EXAMPLES_HELD: Word("✓", text("every public example holds"), Tone.GOOD),
    Verdict.EXAMPLES_FELL: Word("✗", text("a public example falls"), Tone.BAD),
    Verdict.GRADER_FAULT: Word("△", text("fault of the grader, not graded"), Tone.QUIET),
}

OUTCOMES = {
    Outcome.HELD: Word("✓", text("held"), Tone.GOOD),
    Outcome.FALSIFIED: Word("✗", text("falsified"), Tone.BAD),
    Outcome.RAISED: Word("!", text("raised"), Tone.BAD),
    Outcome.TIMED_OUT: Word("◷", text("timed out"), Tone.BAD),
    Outcome.NOT_RUN: Word("–", text("not run"), Tone.QUIET),
}

STANDINGS = {
    Standing.OVERRIDDEN: Word("*", text("set by the instructor"), Tone.QUIET),
    Standing.EXCUSED: Word("○", text("excused: does not count"), Tone.QUIET),
    Standing.DROPPED: Word("↓", text("dropped: does not count"), Tone.QUIET),
}

DEVICE_STATES = {
    DeviceState.RAN: Word("✓", text("ran"), Tone.GOOD),
    DeviceState.SIMULATED: Word("≈", text("ran, simulated"), Tone.GOOD),
    DeviceState.ABSENT: Word("–", text("absent: nothing was checked there"), Tone.QUIET),
    DeviceState.NOT_ASKED: Word("–", text("not asked for: nothing was checked there"), Tone.QUIET),
}

LEVELS = {
    Level.FULL: text("L3, full: no network, no files, no other process, limits on everything"),
    Level.FILTERED: text("L2, filtered: no network, no other files, no new process"),
    Level.THIN: text("L1, thin: no network, no new process, but it can read files"),
    Level.NONE: text("L0, none: another process with limits, which can read files and use the network"),
    None: text("not needed, nothing was run"),
}

NO_SUBMISSION = Word("·", text("no submission"), Tone.QUIET)


def score_line(attempt: Attempt, tr: Translator) -> str:
    """Say what an attempt scored; one that we failed to grade, or held to examples only, has no score."""
    if attempt.verdict is Verdict.GRADER_FAULT:
        return tr("Score: none. This was not graded and costs no points.")
    if attempt.scope is Scope.EXAMPLES:
        return tr("Public examples: {held} of {total} hold. No score: hidden properties give points.",
                  held=attempt.held, total=len(attempt.results))  # fmt: skip
    score, maximum = format_score(attempt.score), format_score(attempt.max_score)
    return tr("Score: {score} / {max_score}", score=score, max_score=maximum)


def step_state(tr: Translator, step: Step) -> str:
    """Say whether a module of the learning path is passed, open, or what it waits for."""
    if step.waits_for:
        return tr("waits for {modules}", modules=", ".join(step.waits_for))
    if step.passed:
        return tr("passed")
    return tr("open: {done} of {total} done", done=len(step.done), total=len(step.exercises))
