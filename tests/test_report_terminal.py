"""What a terminal shows: words first, everything harmless, readable at 40 columns, the score last."""

import io
import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from golden import assert_golden
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from sample_attempts import BY_VERDICT, COURSE, HOSTILE, PARTIAL

from grader.i18n import translator
from grader.model import Bilingual, DeviceRun, DeviceState, Scope, Verdict
from grader.report.terminal import render_attempt, render_course, wants_color, write_report
from grader.report.view import Feedback, view, view_course
from grader.report.visible import acts, visible

EN, ZH = translator("en"), translator("zh")


@pytest.mark.parametrize("verdict", Verdict)
def test_golden_verdicts(verdict):
    """Each verdict reads as it was accepted, in English at 80 columns."""
    assert_golden(f"report/{verdict.value}.txt", render_attempt(BY_VERDICT[verdict], EN, 80))


@pytest.mark.parametrize(("name", "attempt", "tr", "width"), [
    ("partial.40", PARTIAL, EN, 40), ("partial.zh", PARTIAL, ZH, 80), ("hostile", HOSTILE, EN, 80),
    ("hint", view(PARTIAL, Feedback.HINT), EN, 80), ("score", view(PARTIAL, Feedback.SCORE), EN, 80),
])  # fmt: skip
def test_golden_variants(name, attempt, tr, width):
    """Narrow, Chinese, hostile and held-back reports read as they were accepted."""
    assert_golden(f"report/{name}.txt", render_attempt(attempt, tr, width))


@pytest.mark.parametrize(("name", "tr", "width"), [("", EN, 80), (".zh", ZH, 40)])
def test_golden_course(name, tr, width):
    """A course reads as it was accepted."""
    assert_golden(f"report/course{name}.txt", render_course(COURSE, tr, width))


@pytest.mark.parametrize("attempt", [*BY_VERDICT.values(), HOSTILE])
@pytest.mark.parametrize("tr", [EN, ZH])
def test_forty_columns_are_enough(attempt, tr):
    """Every line fits in 40 columns but those of the replay code, which stay whole to be copied."""
    code = {line for r in attempt.results if r.counterexample for line in r.counterexample.replay.split("\n")}
    lines = render_attempt(attempt, tr, 40).split("\n")
    assert [line for line in lines if cell_len(line) > 40 and line not in code] == []
    assert all(cell_len(line) <= 40 for line in render_course(COURSE, tr, 40).split("\n"))


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=[]), max_size=60))
def test_no_text_of_a_student_acts_on_the_terminal(text):
    """Control characters, bidi overrides and lone surrogates come out as escapes wherever they stand."""
    result = replace(PARTIAL.results[1], title=Bilingual(text, ""))
    attempt = replace(PARTIAL, output=text, results=(result,), exercise=text)
    assert not any(map(acts, render_attempt(attempt, EN, 80)))
    assert not any(map(acts, render_course(replace(COURSE, name=text), EN, 80)))


def test_markup_of_a_student_is_text():
    """Square brackets that the terminal library would read as markup are shown as they are."""
    attempt = replace(PARTIAL, output="[bold]x[/] [link=http://a]b :smile:")
    assert "[bold]x[/] [link=http://a]b :smile:" in render_attempt(attempt, EN, 80)


@pytest.mark.parametrize("attempt", BY_VERDICT.values())
def test_the_score_is_the_last_line(attempt):
    """The score, or that there is none, is the last thing a student reads."""
    last = render_attempt(attempt, EN, 80).rstrip("\n").rpartition("\n")[2]
    assert last.startswith("Score: " if attempt.scope is Scope.PROPERTIES else "Public examples: ")


def test_colour_adds_nothing_to_the_words():
    """Without its escape sequences a coloured report is the plain one."""
    coloured = render_attempt(PARTIAL, EN, 80, color=True)
    assert "\x1b[" in coloured
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    unblank = [line.rstrip() for line in plain.split("\n")]
    assert unblank == render_attempt(PARTIAL, EN, 80).split("\n")


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "environ", "expected"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(stream, environ, expected):
    """Pipes, dumb terminals and NO_COLOR get none."""
    assert wants_color(environ, stream) is expected


def test_a_poor_encoding_is_no_crash():
    """A stream that only knows ASCII gets escapes for what it cannot say."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="\n")
    write_report(render_attempt(PARTIAL, ZH, 80), stream)
    stream.flush()
    assert b"\\u2713" in raw.getvalue()


def test_an_absent_device_is_never_shown_as_passed():
    """The line of an absent device says that nothing was checked, without the sign of success."""
    attempt = replace(PARTIAL, devices=(DeviceRun("cuda", DeviceState.ABSENT),))
    (line,) = [line for line in render_attempt(attempt, EN, 80).split("\n") if "cuda" in line]
    assert "absent: nothing was checked there" in line
    assert "✓" not in line


def test_a_fault_of_ours_is_in_no_total():
    """A student whose exercise we failed to grade has neither its points nor its maximum counted."""
    lines = render_course(COURSE, EN, 80).split("\n")
    (line,) = [line for line in lines if line.startswith("s09")]
    assert line.split() == ["s09", "0/2", "0", "/", "10", "△", "1"]


def test_feedback_holds_back_what_quotes_the_inputs():
    """Below full feedback no counterexample, message or output is left; at the lowest no hint either."""
    for feedback in (Feedback.HINT, Feedback.SCORE):
        (attempt,) = view_course(replace(COURSE, attempts=(PARTIAL,)), feedback).attempts
        assert attempt.output == ""
        assert not any(result.counterexample or result.message for result in attempt.results)
        assert any(result.hint for result in attempt.results) is (feedback is Feedback.HINT)
        assert (attempt.diagnosis is not None) is (feedback is Feedback.HINT)
        assert (attempt.score, attempt.verdict) == (PARTIAL.score, PARTIAL.verdict)
    assert view(PARTIAL, Feedback.COUNTEREXAMPLE) is PARTIAL


def test_visible_keeps_what_can_be_read():
    """Printable text, line feeds, tabs and joiners stay; what acts is written out."""
    assert visible("日本 é\t\n\u200c") == "日本 é\t\n\u200c"
    assert visible("a\r\nb\rc\x1b\x9b\u2066\ufeff\ud800\U000e0041") == (
        "a\nb\\x0dc\\x1b\\x9b\\u2066\\ufeff\\ud800\\U000e0041"
    )


def test_reports_never_import_torch():
    """Every surface loads without torch, numpy or the judge."""
    code = (
        "import sys;"
        "import grader.report.terminal, grader.report.html, grader.report.junit, grader.report.as_json;"
        "print([name for name in ('torch', 'numpy', 'hypothesis', 'grader.judge') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert done.stdout.strip() == "[]"
