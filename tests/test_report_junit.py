"""JUnit XML: well formed whatever students write, and red exactly where an attempt is not accepted."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from golden import assert_golden
from junitparser import JUnitXml
from sample_attempts import BY_VERDICT, COURSE, GRADER_FAULT, PARTIAL, SLOW

from grader.course import Course
from grader.i18n import translator
from grader.model import Outcome, Verdict
from grader.report.junit import course_to_junit


def test_golden():
    """The XML for one attempt is the one that was read and accepted."""
    xml = course_to_junit(Course("Tensors", (PARTIAL,)), translator("en"))
    assert_golden("report/partial.junit.xml", xml.decode("utf-8"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_hostile_text_stays_well_formed(language):
    """XML holds neither control characters nor lone surrogates, so they appear as escapes."""
    xml = course_to_junit(COURSE, translator(language))
    names = [suite.get("name") for suite in ElementTree.fromstring(xml)]
    assert any("\\x1b[2J\\u202e" in name and "\\ud800" in name for name in names)


def test_properties_are_cases():
    """Each property is one case, in the order of definition, and a fallen one says what differs."""
    document = JUnitXml.fromstring(course_to_junit(Course("c", (PARTIAL,)), translator("en")))
    cases = [case for suite in document for case in suite]
    assert [case.name for case in cases] == [result.name for result in PARTIAL.results]
    assert "2 of 4 elements differ" in cases[1].result[0].text


@pytest.mark.parametrize("verdict", Verdict)
def test_red_exactly_where_not_accepted(verdict):
    """Only an accepted attempt has neither a failure nor an error, or one whose examples all hold."""
    attempt = BY_VERDICT[verdict]
    document = JUnitXml.fromstring(course_to_junit(Course("c", (attempt,)), translator("en")))
    assert (document.failures + document.errors == 0) is (
        verdict in (Verdict.ACCEPTED, Verdict.EXAMPLES_HELD)
    )


def test_hidden_properties_that_were_not_run_are_skipped():
    """A release's attempt has a case for what it did not run, so that green never stands for it."""
    for attempt in (BY_VERDICT[Verdict.EXAMPLES_HELD], BY_VERDICT[Verdict.EXAMPLES_FELL]):
        document = JUnitXml.fromstring(course_to_junit(Course("c", (attempt,)), translator("en")))
        skipped = [case.name for suite in document for case in suite if case.is_skipped]
        assert skipped == ["hidden_properties"]


def test_our_fault_is_an_error():
    """A fault of the grader is an error and no failure, even where properties are listed."""
    attempt = replace(GRADER_FAULT, results=(replace(SLOW, outcome=Outcome.NOT_RUN),))
    document = JUnitXml.fromstring(course_to_junit(Course("c", (attempt,)), translator("en")))
    assert (document.failures, document.errors, document.skipped) == (0, 1, 1)
