"""The judge: what a submission gets, from its source to its `Attempt`."""

from __future__ import annotations

import importlib
import textwrap
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
import torch
from small_course import CHAFFS, PROPERTIES, REFERENCE, SLUG, STUB, WHEATS, make_small_course

from grader.catalog import Catalog, SourceText
from grader.client.proxy import GradientCall, RemoteObject
from grader.client.session import Session
from grader.client.zygote import Zygote
from grader.errors import ContentError, GraderFault
from grader.judge import Judge
from grader.judge.corpus import Corpus, draw
from grader.judge.counterexample import is_inline, replay
from grader.judge.search import Bench, Ran, hold
from grader.model import (
    Attempt,
    Bilingual,
    DeviceState,
    DifferenceKind,
    Exercise,
    Limits,
    Outcome,
    Verdict,
)
from grader.wire import messages as m


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, zygote: Zygote) -> Judge:
    """A judge over the small course."""
    return Judge(Catalog(make_small_course(tmp_path_factory.mktemp("course"))), zygote=zygote)


def graded(judge: Judge, source: str, **limits: float) -> Attempt:
    """Grade a source for ``double``."""
    exercise = judge.catalog.load(SLUG)
    exercise = replace(exercise, limits=replace(exercise.limits, **limits))
    return judge.grade(exercise, SourceText("double.py", textwrap.dedent(source), "sha"))


def outcomes(attempt: Attempt) -> list[str]:
    """Return the outcomes in order."""
    return [result.outcome.value for result in attempt.results]


def said(attempt: Attempt) -> str:
    """Return everything an attempt says, as one text."""
    shown = [str(r.counterexample.difference.text) for r in attempt.results if r.counterexample]
    return "\n".join([*map(str, attempt.messages), *(str(r.message) for r in attempt.results), *shown])


def test_the_reference_is_accepted_with_all_points(small: Judge) -> None:
    """Right answers hold every property on every device that ran."""
    attempt = graded(small, REFERENCE)

    assert (attempt.verdict, attempt.score, attempt.max_score) == (Verdict.ACCEPTED, 10, 10)
    assert all(r.counterexample is None for r in attempt.results)
    assert [(d.device, d.state) for d in attempt.devices] == [
        ("cpu", DeviceState.RAN),
        ("simulated", DeviceState.SIMULATED),
        ("cuda", DeviceState.ABSENT),
    ]


@pytest.mark.parametrize("name", WHEATS)
def test_wheats_are_accepted(small: Judge, name: str) -> None:
    """Right but unusual submissions get all points."""
    assert graded(small, WHEATS[name]).verdict is Verdict.ACCEPTED


@pytest.mark.parametrize("name", CHAFFS)
def test_chaffs_fall_and_are_recognised(small: Judge, name: str) -> None:
    """Wrong submissions lose points and their misconception is named; equals share a name."""
    attempt = graded(small, CHAFFS[name])

    assert attempt.verdict in (Verdict.PARTIAL, Verdict.REJECTED)
    assert attempt.diagnosis is not None
    equal = {"looks_equal_to_detached": "returns_x_for_zero", "returns_x_for_zero": "looks_equal_to_detached"}
    assert attempt.diagnosis.chaff in (name, equal.get(name))


def test_a_wrong_answer_unlike_any_chaff_gets_no_diagnosis(small: Judge) -> None:
    """No match, no claim."""
    attempt = graded(
        small, "def double(x, times=1):\n    if times < 0: raise ValueError\n    return x * 7.25\n"
    )

    assert attempt.verdict is Verdict.PARTIAL
    assert attempt.diagnosis is None


def test_the_counterexample_is_small_named_and_repeatable(small: Judge) -> None:
    """The first falsified property comes with shrunk inputs, both answers, and code that repeats the call."""
    found = graded(small, CHAFFS["ignores_times"]).results[0].counterexample

    assert found is not None
    assert found.call == "double(x, times=0)"
    assert found.elements <= 2
    assert found.minimal
    assert found.difference.kind is DifferenceKind.VALUES
    assert "from double import double" in found.replay
    assert found.replay.endswith("print(double(x, times=0))")


def test_the_same_submission_gets_the_same_attempt(small: Judge) -> None:
    """Grading is deterministic, with a warm corpus and with a cold one."""
    warm = [graded(small, CHAFFS["multiplies_by_times"]) for _ in range(2)]
    small.corpus = Corpus()
    cold = graded(small, CHAFFS["multiplies_by_times"])

    assert {replace(a, graded_at=cold.graded_at) for a in warm} == {cold}


def test_the_untouched_stub_is_rejected_with_a_friendly_word(small: Judge) -> None:
    """A stub raises NotImplementedError, and that is said as "not written yet"."""
    attempt = graded(small, STUB)

    assert (attempt.verdict, attempt.score) == (Verdict.REJECTED, 0)
    assert "not written yet" in said(attempt)


BAD_INPUT = [
    ("", Verdict.NO_TARGET, "does not define double"),
    ("def duoble(x): pass", Verdict.NO_TARGET, "did you mean duoble"),
    ("double = 3", Verdict.NO_TARGET, "double is of type int"),
    ("def double(x:\n", Verdict.CRASHED, "not valid Python: line 1"),
    ("import nothing_of_this_name", Verdict.CRASHED, "ModuleNotFoundError in line 1"),
    ("raise SystemExit", Verdict.CRASHED, "SystemExit"),
    ("import os; os._exit(0)", Verdict.CRASHED, "exited by itself"),
    ("def double(x): return x * 2", Verdict.REJECTED, "double(x) cannot be called as the exercise calls it"),
    ("def double(x, times=1): pass", Verdict.PARTIAL, "returned None"),
    ("def double(x, times=1): return (x * 2**times).numpy()", Verdict.PARTIAL, "NumPy array"),
    ("def double(x, times=1): return [x]", Verdict.PARTIAL, "list"),
    ("def double(x, times=1): return 4", Verdict.PARTIAL, "int"),
    ("def double(x, times=1): return (x * 2**times).to('meta')", Verdict.PARTIAL, "meta"),
    ("def double(x, times=1): return input()", Verdict.REJECTED, "input()"),
    ("def double(x, times=1): return double(x, times)", Verdict.REJECTED, "RecursionError"),
]


@pytest.mark.parametrize(("source", "verdict", "words"), BAD_INPUT)
def test_bad_input_is_named(small: Judge, source: str, verdict: Verdict, words: str) -> None:
    """Everything a student can get wrong says what was got; the verdict fits, and points are never given for it."""
    attempt = graded(small, source)

    assert words in said(attempt)
    assert attempt.verdict in (verdict, Verdict.REJECTED, Verdict.PARTIAL)
    assert attempt.score < attempt.max_score


HARMLESS = [
    "import threading; threading.Thread(target=print).start()\n",
    "print('x' * 100_000)\n",
    "import warnings; warnings.warn('look out')\n",
    "import torch; torch.manual_seed(3)\n",
    "#!/usr/bin/env python\n# -*- coding: latin-1 -*-\n",
]


@pytest.mark.parametrize("prelude", HARMLESS)
def test_harmless_noise_changes_no_score(small: Judge, prelude: str) -> None:
    """Threads, prints, warnings and seeds at import leave a right submission right."""
    assert graded(small, prelude + REFERENCE).verdict is Verdict.ACCEPTED


def test_prints_are_kept_apart(small: Judge) -> None:
    """What was printed is in the attempt's output and nowhere else."""
    attempt = graded(small, "print('hello from me')\n" + REFERENCE)

    assert attempt.output.startswith("hello from me")
    assert "hello" not in said(attempt)


def test_a_change_of_defaults_at_import_is_told(small: Judge) -> None:
    """A file that changes torch's default dtype is told so; the next submission is not touched."""
    attempt = graded(small, "import torch; torch.set_default_dtype(torch.float64)\n" + REFERENCE)

    assert "torch's default dtype" in said(attempt)
    assert graded(small, REFERENCE).messages == ()


def test_what_held_before_a_hang_is_kept(small: Judge) -> None:
    """A hang ends its property; the others are judged by a fresh runner and keep their points."""
    source = REFERENCE.replace('raise ValueError("times must not be negative")', "while True: pass")

    attempt = graded(small, source, call_seconds=3.0)

    assert attempt.verdict is Verdict.TIMED_OUT
    assert outcomes(attempt) == ["held", "timed_out", "held", "held"]
    assert attempt.score == 8


def test_what_held_before_a_crash_is_kept(small: Judge) -> None:
    """A crash ends its property and names the signal."""
    source = "import os\n" + REFERENCE.replace('raise ValueError("times must not be negative")', "os.abort()")

    attempt = graded(small, source)

    assert (attempt.verdict, attempt.score) == (Verdict.CRASHED, 8)
    assert "ended by signal SIG" in said(attempt)


def test_a_zygote_that_dies_costs_no_points_and_not_the_next_submission(small: Judge) -> None:
    """What kills the zygote takes the runners along: that is our fault, and another zygote takes its place."""
    exercise = small.catalog.load(SLUG)
    chaff = next(iter(CHAFFS.values()))
    session = small.session(exercise, REFERENCE, "cpu")
    session.load()
    small._zygote._process.kill()
    with pytest.raises(GraderFault, match="The zygote died"):
        while True:  # the kernel takes a moment to end everybody in the container
            session.check()

    assert graded(small, chaff).diagnosis
    small._zygote._process.kill()
    small._zygote._process.wait()
    assert graded(small, chaff).diagnosis


def test_a_chaff_that_remembers_is_recognised(tmp_path: Path, zygote: Zygote) -> None:
    """What a submission was asked before its answers are compared with a chaff's does not matter."""
    root = make_small_course(tmp_path)
    remembers = "calls = []\n\ndef double(x, times=1):\n    calls.append(1)\n    return x * 2**times + (len(calls) == 3)\n"
    title = '"""Adds one to the third answer.\n第三个答案多加了一。\n\nNotes: S1 | S1\n"""\n\n'
    (root / "solutions" / SLUG / "chaffs" / "third_is_off.py").write_text(title + remembers)
    judge = Judge(Catalog(root), "cpu", zygote=zygote)
    for _ in range(2):
        diagnosis = graded(judge, remembers + "# asked again\n").diagnosis
        assert diagnosis is not None
        assert diagnosis.chaff == "third_is_off"


def test_what_is_printed_for_the_diagnosis_is_not_shown(small: Judge) -> None:
    """Answers that are asked for again, to be compared with the chaffs', add nothing to the output."""
    source = "print('loaded')\n\ndef double(x, times=1):\n    return x.new_zeros(())\n"
    attempt = graded(small, source)
    again = graded(small, source)
    assert attempt.output == again.output
    assert attempt.output.count("loaded") <= 1 + len(attempt.results)


def test_time_for_the_whole_exercise_is_limited(small: Judge) -> None:
    """When the exercise's time is spent, the rest is not run and earns nothing."""
    source = "import time\n" + REFERENCE.replace("    return", "    time.sleep(0.1)\n    return")

    attempt = graded(small, source, exercise_seconds=0.5)

    assert attempt.verdict is Verdict.TIMED_OUT
    assert Outcome.NOT_RUN.value in outcomes(attempt)


def test_memory_has_its_own_verdict(small: Judge) -> None:
    """Asking for too much memory is not a crash."""
    source = "import torch\n" + REFERENCE.replace("    return", "    torch.ones(1 << 34)\n    return")

    assert graded(small, source).verdict is Verdict.OUT_OF_MEMORY


def test_answers_that_change_are_said_to_change(small: Judge) -> None:
    """A submission that answers differently each time is falsified, and told why."""
    source = """
        calls = [0]
        def double(x, times=1):
            if times < 0:
                raise ValueError
            calls[0] += 1
            return x * 2**times + (1 if calls[0] == 20 else 0)
    """

    attempt = graded(small, source)

    assert attempt.verdict is Verdict.PARTIAL
    assert "change from call to call" in said(attempt)


def test_device_bugs_are_found_without_a_gpu(small: Judge) -> None:
    """A tensor made on the CPU is found on the simulated device, with its line; the property loses its points."""
    source = """
        import torch
        def double(x, times=1):
            if times < 0:
                raise ValueError
            return x * torch.full((1,), 2.0, dtype=x.dtype).reshape(()).expand(x.shape) ** times
    """

    attempt = graded(small, source)

    assert attempt.verdict is Verdict.PARTIAL
    result = attempt.results[0]
    assert [(d.device, d.outcome) for d in result.devices] == [
        ("cpu", Outcome.HELD),
        ("simulated", Outcome.FALSIFIED),
    ]
    assert result.counterexample is not None
    assert result.counterexample.difference.kind is DifferenceKind.DEVICE
    assert "line 6" in str(result.counterexample.difference.text)


def test_only_the_cpu_runs_when_only_the_cpu_is_asked_for(tmp_path: Path, zygote: Zygote) -> None:
    """``device="cpu"`` leaves the simulated device out, and says nothing of CUDA."""
    judge = Judge(Catalog(make_small_course(tmp_path)), device="cpu", zygote=zygote)
    assert [d.device for d in graded(judge, REFERENCE).devices] == ["cpu"]


def broken_course(root: Path, old: str, new: str) -> Catalog:
    """Make a course whose properties are broken."""
    make_small_course(root)
    path = root / "solutions" / SLUG / "test_double.py"
    path.write_text(PROPERTIES.replace(old, new), encoding="utf-8")
    return Catalog(root)


def test_a_fault_in_a_property_is_ours_and_costs_no_points(tmp_path: Path, zygote: Zygote) -> None:
    """A property that fails by itself is a grader fault: said to be ours, and nothing is lost."""
    catalog = broken_course(tmp_path, "assert_raises(ValueError", "undefined_name(ValueError")

    attempt = graded(Judge(catalog, zygote=zygote), REFERENCE)

    assert attempt.verdict is Verdict.GRADER_FAULT
    assert attempt.score == attempt.max_score
    assert "not in your code" in said(attempt)


WRONG = "def double(x, times=1):\n    return x\n"


def broken_where(monkeypatch: pytest.MonkeyPatch, place: str, *, always: bool) -> None:
    """Let a step of grading fail: on wrong submissions only, or on the reference, too."""
    module = importlib.import_module(place.rpartition(".")[0])
    real = getattr(module, place.rpartition(".")[2])

    def step(*args: object, **kwargs: object) -> object:
        if always or any(isinstance(arg, Ran) and arg.failure for arg in args):
            raise ZeroDivisionError("a bug of ours")
        if isinstance(args[0], Session) and args[0]._source == WRONG:
            raise ZeroDivisionError("a bug of ours")
        return real(*args, **kwargs)

    monkeypatch.setattr(place, step)


def test_what_we_cannot_read_of_a_submission_earns_nothing(
    small: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug of ours that only the submission meets gives no points, and names none of our exceptions."""
    broken_where(monkeypatch, "grader.judge.grading.open_submission", always=False)

    attempt = graded(small, WRONG)

    assert (attempt.verdict, attempt.score) == (Verdict.CRASHED, 0)
    assert "could not read what the submission's process sent" in said(attempt)
    assert "ZeroDivisionError" not in said(attempt)


def test_a_bug_that_the_reference_meets_costs_nothing(small: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be graded, not even the reference, it is the grader's fault."""
    broken_where(monkeypatch, "grader.judge.grading.open_submission", always=True)

    attempt = graded(small, REFERENCE)

    assert (attempt.verdict, attempt.score) == (Verdict.GRADER_FAULT, attempt.max_score)


def test_a_failure_that_cannot_be_shown_is_a_failure(small: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its property earns nothing; the others are graded as ever."""
    before = graded(small, WRONG)
    broken_where(monkeypatch, "grader.judge.grading.result_of", always=False)

    attempt = graded(small, WRONG)

    assert (attempt.verdict, attempt.score) == (Verdict.CRASHED, before.score)
    assert outcomes(attempt) == ["raised" if o == "falsified" else o for o in outcomes(before)]


def test_a_diagnosis_that_fails_changes_no_result(small: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    """The submission is graded as if nobody had asked for its misconception."""
    before = graded(small, WRONG)
    broken_where(monkeypatch, "grader.judge.diagnosis.same_trace", always=True)

    attempt = graded(small, WRONG)

    assert (attempt.verdict, attempt.score, attempt.diagnosis) == (before.verdict, before.score, None)


def test_a_search_that_fails_by_itself_keeps_the_failure(
    small: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An example that failed has failed, whether or not a smaller one can be looked for."""
    exercise = small.catalog.load(SLUG)
    bench, prop = small.bench(exercise, WRONG), small.material(exercise).properties[0]
    list(small.corpus.examples(prop))
    monkeypatch.setattr("grader.judge.search.run_hypothesis", lambda *_: 1 / 0)

    ran = hold(bench, prop, small.corpus)
    bench.session.close()

    assert ran.failure is not None
    assert not ran.failure.minimal


def test_an_object_in_the_runner_is_not_asked_while_it_is_shown() -> None:
    """A handle among the arguments stands in the call by its type; its attributes stay where they are."""
    path = m.Path(m.SUBMISSION, ["f"])
    handle = RemoteObject(None, m.Path(7), m.HandleValue(7, "Net"))
    call = GradientCall(path, ("net", "x"), (handle, torch.ones(1)), {}, {}, (), {}, cotangents=())
    exercise = Exercise("e", Bilingual("", ""), "f", "M00", 1, Bilingual("", ""), ())

    assert is_inline(handle)
    assert "[x], []" in replay(call, [call], exercise)


def test_an_answer_that_a_property_cannot_use_is_the_submissions(tmp_path: Path, zygote: Zygote) -> None:
    """Where the property works on the reference but not on this answer, the answer is at fault."""
    catalog = broken_course(
        tmp_path,
        "    assert_inputs_unchanged(student.double, x)\n",
        "    assert student.double(x).shape == x.shape\n",
    )

    attempt = graded(Judge(catalog, zygote=zygote), "def double(x, times=1):\n    return None\n")

    assert attempt.verdict in (Verdict.PARTIAL, Verdict.REJECTED)
    assert "cannot be used" in said(attempt)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("@points(4)\n", "", "has no points"),
        ("student, reference, x, times", "student, tmp_path, x, times", "asks for tmp_path"),
        ("@given(times=st.integers(-3, -1))\n", "", "has no @given"),
        ("import torch\n", "import torch\nimport no_such_module\n", "cannot be imported"),
    ],
)
def test_a_mistake_of_the_author_is_a_content_error(
    tmp_path: Path, old: str, new: str, words: str, zygote: Zygote
) -> None:
    """Properties that are not as they must be are refused with what to do."""
    catalog = broken_course(tmp_path, old, new)

    with pytest.raises(ContentError, match=words):
        graded(Judge(catalog, zygote=zygote), REFERENCE)


def test_a_changed_property_is_seen_without_a_restart(tmp_path: Path, zygote: Zygote) -> None:
    """A judge that stays warm imports properties again when their file changes."""
    catalog = Catalog(make_small_course(tmp_path))
    path = tmp_path / "solutions" / SLUG / "test_double.py"

    judge = Judge(catalog, device="cpu", zygote=zygote)
    before = graded(judge, REFERENCE).max_score
    path.write_text(PROPERTIES.replace("@points(4)", "@points(5)"), encoding="utf-8")
    after = graded(judge, REFERENCE).max_score

    assert (before, after) == (10, 11)


def test_the_corpus_is_drawn_once_and_equals_a_live_search(small: Judge) -> None:
    """Replayed examples are those that Hypothesis draws; a seed gives other ones, the same each time."""
    prop = small.material(small.catalog.load(SLUG)).properties[1]

    assert draw(prop, None) == draw(prop, None)
    assert draw(prop, 7) == draw(prop, 7)
    assert len(draw(prop, 7)) >= 3


def test_every_seed_fells_a_chaff(small: Judge) -> None:
    """A property's verdict does not depend on the luck of one seed."""
    exercise = small.catalog.load(SLUG)
    bench: Bench = small.bench(exercise, CHAFFS["multiplies_by_times"])
    prop = small.material(exercise).properties[0]

    assert all(hold(bench, prop, small.corpus, seed).failure for seed in range(5))
    bench.session.close()


def test_progress_is_told_property_by_property(small: Judge) -> None:
    """The caller hears of each property before it runs."""
    heard: list[tuple[int, int, str]] = []

    small.grade(
        small.catalog.load(SLUG),
        SourceText("double.py", REFERENCE, ""),
        progress=lambda done, of, title: heard.append((done, of, title.en)),
    )

    assert [entry[:2] for entry in heard] == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert heard[0][2] == "Doubles as often as asked."


def test_limits_are_the_exercises() -> None:
    """The defaults are what the documentation says."""
    assert (Limits().call_seconds, Limits().exercise_seconds, Fraction(Limits().memory_bytes, 1 << 30)) == (
        5,
        60,
        1,
    )
