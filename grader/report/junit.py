"""A course as JUnit XML: a suite for each attempt, a test case for each property."""

from __future__ import annotations

from collections.abc import Iterator

from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite
from junitparser.junitparser import FinalResult

from grader.course import Course
from grader.i18n import Translator
from grader.model import Attempt, Outcome, PropertyResult, Scope, Verdict, format_score
from grader.report.visible import visible
from grader.report.words import OUTCOMES, VERDICTS


def course_to_junit(course: Course, tr: Translator) -> bytes:
    """Return the XML in UTF-8. Characters that XML cannot hold are written as visible escapes.

    A verdict that no fallen property explains has a case of its own, named after it; a fault of the
    grader is an *error*, everything of the submission's own a *failure*.
    """
    document = JUnitXml(visible(course.name))
    for attempt in course.attempts:
        document.add_testsuite(_suite(attempt, tr))
    document.update_statistics()  # type: ignore[no-untyped-call]
    xml: bytes = document.tostring()  # type: ignore[no-untyped-call]
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + xml + b"\n"


def _suite(attempt: Attempt, tr: Translator) -> TestSuite:
    suite = TestSuite(visible(f"{attempt.student} / {attempt.exercise}"))
    suite.timestamp = attempt.graded_at.isoformat(timespec="seconds")
    suite.add_property("verdict", attempt.verdict.value)
    suite.add_property("scope", attempt.scope.value)
    suite.add_property("score", f"{format_score(attempt.score)} / {format_score(attempt.max_score)}")
    for case in _cases(attempt, tr):
        suite.add_testcase(case)
    return suite


def _cases(attempt: Attempt, tr: Translator) -> Iterator[TestCase]:
    classname = visible(f"{attempt.student}.{attempt.exercise}")
    for result in attempt.results:
        case = TestCase(visible(result.name), classname)
        case.result = _problem(result, tr)
        yield case
    # Nobody may read green where the verdict is not: no case above has failed yet.
    fallen = any(result.outcome not in (Outcome.HELD, Outcome.NOT_RUN) for result in attempt.results)
    if attempt.verdict is Verdict.GRADER_FAULT or not (fallen or attempt.done):
        yield _verdict_case(attempt, classname, tr)
    if attempt.scope is Scope.EXAMPLES:
        case = TestCase("hidden_properties", classname)
        case.result = [Skipped(tr("Hidden properties: not run here."))]
        yield case


def _verdict_case(attempt: Attempt, classname: str, tr: Translator) -> TestCase:
    case = TestCase(attempt.verdict.value, classname)
    kind = Error if attempt.verdict is Verdict.GRADER_FAULT else Failure
    problem = kind(tr(VERDICTS[attempt.verdict].word), attempt.verdict.value)
    problem.text = visible("\n".join(tr(message) for message in attempt.messages))
    case.result = [problem]
    return case


def _problem(result: PropertyResult, tr: Translator) -> list[FinalResult]:
    word = tr(OUTCOMES[result.outcome].word)
    if result.outcome is Outcome.HELD:
        return []
    if result.outcome is Outcome.NOT_RUN:
        return [Skipped(word)]
    failure = Failure(f"{word}: {visible(tr.bilingual(result.title))}", result.outcome.value)
    failure.text = visible("\n".join(_sentences(result, tr)))
    return [failure]


def _sentences(result: PropertyResult, tr: Translator) -> Iterator[str]:
    if result.message:
        yield tr(result.message)
    if result.counterexample:
        yield result.counterexample.call
        yield tr(result.counterexample.difference.text)
    if result.hint:
        yield tr("Hint: {hint}", hint=tr.bilingual(result.hint))
