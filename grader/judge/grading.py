"""Grading one submission, step by step: open, properties, devices, diagnosis, verdict."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from grader.catalog import SourceText
from grader.client.ahead import Diverged
from grader.client.ending import Ending, EndingReport, RunnerEnded, unreadable
from grader.errors import ContentError, GraderFault
from grader.judge import devices
from grader.judge.corpus import Example
from grader.judge.diagnosis import Chaff
from grader.judge.opening import open_submission
from grader.judge.properties import Material, Property
from grader.judge.results import build, merged, result_of
from grader.judge.search import Bench, Ran, hold, is_students
from grader.judge.verdict import decide, total
from grader.model import (
    Attempt,
    Bilingual,
    DeviceRun,
    DeviceState,
    Diagnosis,
    Exercise,
    Outcome,
    PropertyResult,
    Submission,
    Text,
    Verdict,
    text,
)

if TYPE_CHECKING:
    from grader.judge.judge import Judge

Progress = Callable[[int, int, Bilingual], None]
LOG = logging.getLogger(__name__)
LAST = frozenset({Ending.FORBIDDEN, Ending.OUT_OF_TIME})
UNDIAGNOSED = frozenset(Ending) - LAST


def no_progress(done: int, of: int, title: Bilingual) -> None:
    """Report progress to nobody."""


@dataclass(slots=True)
class Progressing:
    """What is known of an attempt so far; mutable, because it grows while the submission is graded."""

    results: dict[str, PropertyResult] = field(default_factory=dict)
    messages: list[Text] = field(default_factory=list)
    endings: list[Ending] = field(default_factory=list)
    devices: list[DeviceRun] = field(default_factory=list)
    fault: bool = False
    has_target: bool = True
    diagnosis: Diagnosis | None = None


class Grading:
    """One submission being graded."""

    def __init__(
        self, judge: Judge, exercise: Exercise, source: SourceText, student: str, progress: Progress
    ) -> None:
        self.judge = judge
        self.exercise = exercise
        self.source = source
        self.student = student
        self.progress = progress
        self.material: Material = judge.material(exercise)
        self.so_far = Progressing()
        self.wrong_at: dict[str, int] = {}

    def run(self) -> Attempt:
        """Grade, several cases at a time; one by one where the answers make a property ask something else."""
        try:
            return self.run_once(ahead=True)
        except Diverged:
            self.so_far = Progressing()
            self.wrong_at = {}
            return self.run_once(ahead=False)

    def run_once(self, *, ahead: bool) -> Attempt:
        """Grade; a fault of ours ends in its own verdict, never in the student's.

        Nor is a fault of ours theirs to cause: one that the reference does not meet is not paid for.
        """
        bench = self.judge.bench(self.exercise, self.source.text, ahead=ahead)
        try:
            self.grade_on(bench)
        except RunnerEnded as end:
            self.ended(end.report)
        except ContentError:
            raise
        except GraderFault as error:
            self.faulted(error)
        except Exception as error:
            if self.fails_on_the_reference():
                self.faulted(error)
            else:
                self.ended(self.unreadable(error))
        finally:
            bench.session.close()
        return self.attempt(bench)

    def faulted(self, error: Exception) -> None:
        """Note a fault of ours; the traceback goes to the log, not to the student."""
        LOG.error("fault while grading %s", self.exercise.slug, exc_info=error)
        why = str(error) if isinstance(error, GraderFault) else f"{type(error).__name__}: {error}"
        self.so_far.fault = True
        self.so_far.messages.append(text("This is a fault in the grader, not in your code: {why}", why=why))

    def fails_on_the_reference(self) -> bool:
        """Tell whether the reference cannot be graded either: that, no submission brought about."""
        trusted = SourceText("reference.py", self.judge.reference_source(self.exercise), "")
        bench = self.judge.bench(self.exercise, trusted.text)
        try:
            Grading(self.judge, self.exercise, trusted, self.student, no_progress).grade_on(bench)
        except (Exception, RunnerEnded) as error:
            LOG.error("grading the reference of %s fails, too", self.exercise.slug, exc_info=error)
            return True
        finally:
            bench.session.close()
        return False

    def unreadable(self, error: Exception) -> EndingReport:
        """Report what we choked on of what a submission sent: the traceback is for us."""
        LOG.error("cannot read a submission for %s", self.exercise.slug, exc_info=error)
        return unreadable()

    def grade_on(self, bench: Bench) -> None:
        """Open the submission and hold it to everything."""
        opened = open_submission(bench.session, self.exercise, self.judge.expected_signature(self.exercise))
        self.so_far.messages += opened.messages
        self.so_far.has_target = opened.has_target
        if opened.ending:
            self.so_far.endings.append(opened.ending)
        if opened.gradable:
            self.run_properties(bench)
            self.run_devices()
            self.diagnose(bench)

    def run_properties(self, bench: Bench) -> None:
        """Hold the submission to every property on the CPU, in order."""
        self.so_far.devices.append(DeviceRun("cpu", DeviceState.RAN))
        properties = self.material.properties
        for index, prop in enumerate(properties):
            self.progress(index, len(properties), prop.title)
            ran = self.hold(bench, prop)
            self.refuse_own_fault(prop, ran)
            self.so_far.results[prop.name] = self.result_on(prop, ran, "cpu")
            if ran.failure:
                self.wrong_at[prop.name] = ran.index
            if ran.ending and self.note_ending(ran.ending) in LAST:
                return

    def hold(self, bench: Bench, prop: Property) -> Ran:
        """Hold the submission to one property."""
        return hold(bench, prop, self.judge.corpus)

    def result_on(self, prop: Property, ran: Ran, device: str) -> PropertyResult:
        """Return what is shown of a property; a failure that cannot be shown is a failure all the same."""
        try:
            return result_of(prop, ran, self.exercise, device)
        except Exception as error:
            report = self.unreadable(error)
        self.note_ending(report)
        return result_of(prop, Ran(ending=report), self.exercise, device)

    def note_ending(self, report: EndingReport) -> Ending:
        """Remember how a runner ended; what concerns the whole attempt is said once, at its head."""
        self.so_far.endings.append(report.ending)
        if report.ending in LAST:
            self.so_far.messages.append(report.text)
        return report.ending

    def refuse_own_fault(self, prop: Property, ran: Ran) -> None:
        """Raise `GraderFault` where a property's body failed by itself: it fails on the reference too."""
        if ran.failure is None or is_students(ran.failure.error):
            return
        if self.fails_with_the_reference(prop, ran.failure.example):
            error = ran.failure.error
            raise GraderFault(f"{prop.name} failed by itself: {type(error).__name__}: {error}.")

    def fails_with_the_reference(self, prop: Property, example: Example) -> bool:
        """Tell whether a property cannot be held by the reference on one example."""
        bench = self.judge.bench(self.exercise, self.judge.reference_source(self.exercise))
        try:
            return bench.attempt(prop, example) is not None
        except RunnerEnded:
            return True
        finally:
            bench.session.close()

    def run_devices(self) -> None:
        """Run what held on the CPU elsewhere; a property keeps its points only if it holds there too."""
        for run in devices.plan(self.judge.device)[1:]:
            if run.state is DeviceState.ABSENT or self.run_device(run.device):
                self.so_far.devices.append(run)

    def run_device(self, device: str) -> bool:
        """Run the properties that held so far on one more device; tell whether any did run."""
        held = [p for p in self.material.properties if self.held(p)]
        if not held or self.so_far.endings:
            return False
        bench = self.judge.bench(self.exercise, self.source.text, device)
        try:
            for prop in held:
                there = self.result_on(prop, self.run_on(bench, prop, device), device)
                self.so_far.results[prop.name] = merged(self.so_far.results[prop.name], there)
        finally:
            bench.session.close()
        return True

    def run_on(self, bench: Bench, prop: Property, device: str) -> Ran:
        """Hold a property on a real second device, or check placement on the simulated one."""
        if device == "simulated":
            return devices.place(bench, prop, self.judge.corpus)
        ran = self.hold(bench, prop)
        if ran.ending:
            self.note_ending(ran.ending)
        return ran

    def held(self, prop: Property) -> bool:
        """Tell whether a property has held so far."""
        result = self.so_far.results.get(prop.name)
        return result is not None and result.outcome is Outcome.HELD

    def diagnose(self, bench: Bench) -> None:
        """Match the wrong answers with the chaffs'."""
        if Ending.FORBIDDEN in self.so_far.endings:
            self.diagnose_forbidden(self.so_far.messages[-1])
            return
        wrong = {p.name: self.wrong_at[p.name] for p in self.material.properties if p.name in self.wrong_at}
        if wrong and not UNDIAGNOSED & set(self.so_far.endings):
            printed = replace(bench.session.output)
            self.so_far.diagnosis = self.recognised(bench, wrong)
            bench.session.close()
            bench.session.output = printed  # what it prints when asked all over again is nobody's concern

    def recognised(self, bench: Bench, wrong: dict[str, int]) -> Diagnosis | None:
        """Compare with the chaffs; the results stand whether or not that comes to an end."""
        try:
            diagnostician = self.judge.diagnostician(self.exercise)
            return diagnostician.diagnose(bench, self.material.properties, wrong)
        except (GraderFault, ContentError):
            raise
        except Exception as error:
            self.unreadable(error)
            return None

    def diagnose_forbidden(self, sentence: Text) -> None:
        """Find the chaff that uses the same forbidden operation."""
        name = dict(sentence.fields).get("name", "")
        diagnostician = self.judge.diagnostician(self.exercise)
        self.so_far.diagnosis = diagnostician.diagnose_forbidden(name, self.forbidden_name)

    def forbidden_name(self, chaff: Chaff) -> str | None:
        """Return the forbidden operation that a chaff's source shows, if it does."""
        session = self.judge.session(self.exercise, chaff.source, "cpu")
        try:
            hits = session.check().hits
        finally:
            session.close()
        return hits[0].name if hits else None

    def ended(self, report: EndingReport) -> None:
        """Note that the submission did not get as far as its properties."""
        self.so_far.endings.append(report.ending)
        self.so_far.messages.append(report.text)
        if report.ending is Ending.FORBIDDEN:
            self.diagnose_forbidden(report.text)

    def result(self, prop: Property) -> PropertyResult:
        """Return a property's result; a forbidden submission earns nothing, our fault costs nothing."""
        result = self.so_far.results.get(prop.name)
        if result is None or Ending.FORBIDDEN in self.so_far.endings:
            result = build(prop, Outcome.NOT_RUN)
        if self.so_far.fault and result.outcome is Outcome.NOT_RUN:
            return replace(result, points=prop.points)
        return result

    def attempt(self, bench: Bench) -> Attempt:
        """Put everything together."""
        results = tuple(self.result(prop) for prop in self.material.properties)
        verdict = decide(results, self.so_far.endings, fault=self.so_far.fault)
        return Attempt(
            student=self.student,
            exercise=self.exercise.slug,
            exercise_title=self.exercise.title,
            submission=Submission(self.source.name, self.source.sha256),
            verdict=verdict if self.so_far.has_target else Verdict.NO_TARGET,
            score=total(results),
            max_score=self.material.max_score,
            results=results,
            devices=tuple(self.so_far.devices) or (DeviceRun("cpu", DeviceState.NOT_ASKED),),
            level=self.judge.level,
            graded_at=datetime.now(UTC),
            diagnosis=self.so_far.diagnosis,
            messages=tuple(self.so_far.messages),
            output=bench.session.output.data.decode("utf-8", "replace"),
            output_truncated=bench.session.output.truncated,
        )
