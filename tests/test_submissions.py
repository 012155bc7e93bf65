"""Submissions of every kind: each ends in the verdict that its folder says, and says why."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from grader.catalog import Catalog, read_submission
from grader.model import Attempt, Counterexample, DifferenceKind, Exercise, Limits, Outcome, Verdict

if TYPE_CHECKING:
    from grader.judge import Judge

SUBMISSIONS = Path(__file__).parent / "submissions"
FILES = sorted(SUBMISSIONS.glob("*/*.py"))
UNMEASURED = Limits(call_seconds=60.0, load_seconds=60.0, exercise_seconds=600.0)
IMPATIENT = Limits(call_seconds=0.5, load_seconds=1.5, exercise_seconds=3.0)
HONEST = (
    "broadcasting_add__positional_only",
    "conv_output_size__crlf_line_ends",
    "focal_loss__mutates_a_copy",
    "gather__own_function_called_take",
    "lenet_forward__keyword_arguments_on_top",
    "xavier_init__wrong_coding_cookie",
)
# These change what a process shares, or end it.
LEAVING_TRACES = (
    "partial/xavier_init__changes_the_default_dtype",
    "partial/xavier_init__seeds_in_the_call",
    "partial/conv_output_size__stale_cache",
    "accepted/broadcasting_add__seeds_the_global_generator",
    "accepted/broadcasting_add__changes_the_default_dtype_at_import",
    "accepted/gather__leaves_threads_running",
    "accepted/conv_output_size__closes_standard_output",
    "crashed/gather__segmentation_fault",
    "crashed/broadcasting_add__leaves_the_process_in_the_call",
)

Graded = Callable[[str], Attempt]


def name_of(path: Path) -> str:
    """Return ``verdict/slug__what``."""
    return f"{path.parent.name}/{path.stem}"


def exercise_of(name: str, catalog: Catalog) -> Exercise:
    """Return the exercise with limits that a loaded machine keeps, or short ones to run out of."""
    exercise = catalog.load(name.partition("/")[2].partition("__")[0])
    return replace(exercise, limits=IMPATIENT if name.startswith("timed_out/") else UNMEASURED)


def grade(name: str, judge: Judge) -> Attempt:
    """Grade a submission anew."""
    exercise = exercise_of(name, judge.catalog)
    return judge.grade(exercise, read_submission(SUBMISSIONS / f"{name}.py", exercise.limits))


def without_clock(attempt: Attempt) -> Attempt:
    """Return the attempt as it is on any day."""
    return replace(attempt, graded_at=datetime(2000, 1, 1, tzinfo=UTC))


def counterexamples(attempt: Attempt) -> list[Counterexample]:
    """Return what the properties that fell show."""
    return [result.counterexample for result in attempt.results if result.counterexample]


def explanation(attempt: Attempt) -> str:
    """Return every sentence that a student reads about an attempt."""
    sentences = [*attempt.messages, *(result.message for result in attempt.results if result.message)]
    sentences += [found.difference.text for found in counterexamples(attempt)]
    return "\n".join(map(str, sentences))


@pytest.fixture(scope="module")
def graded(judge: Judge) -> Graded:
    """Grade a submission by its name, once for all tests here."""
    attempts: dict[str, Attempt] = {}

    def attempt(name: str) -> Attempt:
        if name not in attempts:
            attempts[name] = grade(name, judge)
        return attempts[name]

    return attempt


NOT_OF_A_CLASS = (Verdict.GRADER_FAULT, Verdict.EXAMPLES_HELD, Verdict.EXAMPLES_FELL)


@pytest.mark.parametrize("verdict", [v for v in Verdict if v not in NOT_OF_A_CLASS])
def test_every_verdict_of_a_student_has_submissions(verdict: Verdict) -> None:
    """No verdict that a student can earn goes untried."""
    assert list((SUBMISSIONS / verdict.value).glob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_submission_says_what_it_is(path: Path) -> None:
    """The first docstring line says what is special, unless there is nothing in the file to say it."""
    source = read_submission(path, UNMEASURED).text
    first = next((line for line in source.splitlines() if "coding:" not in line), "")
    assert not source or re.match(r'"""[^"]+"""$|# ', first)


EXPLANATIONS = {
    # No target
    "no_target/broadcasting_add__empty_file": ("does not define broadcasting_add",),
    "no_target/broadcasting_add__misspelt": ("does not define broadcasting_add", "broadcast_add?"),
    "no_target/lenet_forward__other_capitals": ("does not define LeNet", "Lenet?"),
    "no_target/conv_output_size__not_callable": ("conv_output_size", "int", "cannot be called"),
    "no_target/focal_loss__is_none": ("focal_loss", "NoneType"),
    "no_target/conv_output_size__only_under_main": ("does not define conv_output_size",),
    # Files that cannot be loaded
    "crashed/broadcasting_add__syntax_error": ("not valid Python", "line 4", "never closed"),
    "crashed/gather__indentation_error": ("not valid Python", "line 4", "indented block"),
    "crashed/gather__tabs_and_spaces": ("not valid Python", "line 5"),
    "crashed/focal_loss__curly_quotes": ("not valid Python", "line 3", "U+201C"),
    "crashed/conv_output_size__python_2": ("not valid Python", "line 4", "print"),
    "crashed/focal_loss__missing_module": ("ModuleNotFoundError", "line 3", "my_helpers"),
    "crashed/gather__relative_import": ("ImportError", "line 3"),
    "crashed/gather__imports_the_solution": ("ModuleNotFoundError", "solutions"),
    "crashed/focal_loss__name_error_at_import": ("NameError", "line 3", "focal_loss"),
    "crashed/broadcasting_add__self_test_fails_at_import": ("AssertionError", "line 10", "self-test"),
    "crashed/xavier_init__exits_at_import": ("SystemExit",),
    "crashed/xavier_init__keyboard_interrupt_at_import": ("KeyboardInterrupt",),
    "crashed/broadcasting_add__reads_input_at_import": ("EOFError", "line 5"),
    # Processes that end
    "crashed/broadcasting_add__leaves_the_process_at_import": ("exited by itself", "exit code 0"),
    "crashed/broadcasting_add__leaves_the_process_in_the_call": ("exited by itself", "exit code 3"),
    "crashed/conv_output_size__aborts": ("ended by signal SIG",),
    "crashed/focal_loss__kills_itself": ("ended by signal SIGSEGV",),
    "crashed/conv_output_size__a_thread_ends_the_process": ("exited by itself", "exit code 7"),
    "crashed/gather__segmentation_fault": ("SIGSEGV",),
    "crashed/gather__recursion_limit_raised": ("SIGSEGV",),
    # Limits
    "timed_out/conv_output_size__loop_for_one_input": ("longer than 0.5 s", "endless loop"),
    "timed_out/broadcasting_add__loop_at_import": ("longer than 1.5 s",),
    "out_of_memory/gather__huge_table": ("more than 1024 MiB of memory",),
    "out_of_memory/xavier_init__huge_at_import": ("more than 1024 MiB of memory",),
    # Forbidden operations
    "forbidden/gather__function": ("Line 7", "torch.gather", "forbids"),
    "forbidden/gather__method": ("Line 4", "gather", "forbids"),
    "forbidden/gather__torch_ops_by_getattr": ("Line 8", "gather", "forbids"),
    "forbidden/gather__imports_numpy_without_using_it": ("Line 3", "numpy", "forbids"),
    "forbidden/broadcasting_add__plus": ("Line 4", "add", "forbids"),
    "forbidden/xavier_init__private_helper": ("Line 6", "_calculate_fan_in_and_fan_out", "forbids"),
    # Signatures
    "rejected/broadcasting_add__one_parameter_too_few": ("broadcasting_add(a)", "b", "cannot be called"),
    "rejected/broadcasting_add__one_parameter_too_many": ("broadcasting_add(a, b, out)", "cannot be called"),
    "rejected/broadcasting_add__keyword_only": ("cannot be called as the exercise calls it",),
    "rejected/lenet_forward__is_a_function": ("LeNet(x)", "classes", "in_channels"),
    "partial/focal_loss__reduction_renamed": ("reduce=", "reduction", "cannot be called"),
    "partial/xavier_init__keyword_only_options": ("positional",),
    # Exceptions: which was raised, which was expected
    "rejected/broadcasting_add__not_implemented": ("not written yet", "NotImplementedError"),
    "rejected/broadcasting_add__reads_input": ("EOFError", "input()"),
    "rejected/conv_output_size__exits_with_a_code": ("SystemExit", "expected ValueError"),
    "rejected/conv_output_size__raises_keyboard_interrupt": ("KeyboardInterrupt", "Ctrl-C"),
    "rejected/conv_output_size__recursion_without_end": ("RecursionError", "line 4"),
    "rejected/conv_output_size__exception_without_a_text": ("Silent", "could not be read"),
    "rejected/focal_loss__name_error_in_the_call": ("NameError", "line 8", "np"),
    "rejected/lenet_forward__forgets_super": ("AttributeError", "line 10"),
    "partial/broadcasting_add__raises_runtime_error": ("raised RuntimeError", "expected ValueError"),
    "partial/broadcasting_add__raises_system_exit": ("raised SystemExit", "expected ValueError"),
    "partial/conv_output_size__asserts": ("raised AssertionError", "expected TypeError"),
    "partial/gather__raises_the_wrong_class": ("raised RuntimeError", "expected IndexError"),
    # Answers: what was got, what was expected
    "rejected/conv_output_size__returns_none": ("None", "`return`", "expected int"),
    "rejected/conv_output_size__returns_text": ("type str", "expected int"),
    "rejected/conv_output_size__is_a_generator": ("generator", "expected int"),
    "rejected/conv_output_size__is_async": ("coroutine", "expected int"),
    "partial/conv_output_size__returns_tensors": ("is a tensor", "expected a Python int"),
    "partial/conv_output_size__returns_numpy_integers": ("expected int",),
    "partial/focal_loss__returns_numpy": ("NumPy array", "expected a tensor"),
    "partial/focal_loss__returns_a_python_float": ("Python number", "expected a tensor"),
    "partial/focal_loss__subclass_of_tensor": ("subclass of torch.Tensor", "Loss"),
    "partial/gather__returns_a_list": ("list", "expected"),
    "partial/xavier_init__returns_none": ("the result is not the argument w itself",),
    "partial/lenet_forward__integer_logits": ("dtype int64", "expected float64"),
    "partial/broadcasting_add__constants_on_the_cpu": ("second device", "line 14"),
    "partial/broadcasting_add__result_on_another_device": ("meta",),
    "partial/broadcasting_add__adds_in_place": ("shares memory with the argument a", "expected a new tensor"),
    "partial/focal_loss__turns_the_targets_in_place": ("changed its argument targets",),
    "partial/gather__index_of_another_call": ("IndexError", "line 35"),
    "partial/xavier_init__seeds_in_the_call": ("Two calls in a row gave the same weight",),
    "partial/xavier_init__changes_the_default_dtype": ("changed", "default dtype"),
    "partial/gather__loops_over_elements": ("operations on the small input",),
    # Notes that cost nothing
    "accepted/broadcasting_add__changes_the_default_dtype_at_import": ("torch's default dtype",),
    "accepted/broadcasting_add__seeds_the_global_generator": ("random state of torch",),
}


def case(name: str, *more: object) -> object:
    """A test's parameters: all that is asked of one submission is asked where it was graded."""
    return pytest.param(name, *more, marks=pytest.mark.xdist_group(f"submission {name}"))


# Those whose explanation is not read here say less that is new: they run where there is time.
CASES = [
    case(name) if name in EXPLANATIONS else pytest.param(name, marks=pytest.mark.slow)
    for name in map(name_of, FILES)
]


@pytest.mark.parametrize("name", CASES)
def test_the_verdict_is_the_folders_name(graded: Graded, name: str) -> None:
    """A submission ends in its folder's verdict; its score is the sum of its points; a loss is explained."""
    attempt = graded(name)

    assert attempt.verdict is Verdict(name.partition("/")[0]), explanation(attempt)
    assert attempt.score == sum(result.points for result in attempt.results)
    assert attempt.max_score == sum(result.max_points for result in attempt.results)
    if attempt.verdict is Verdict.ACCEPTED:
        assert attempt.score == attempt.max_score
    else:
        assert attempt.score < attempt.max_score
        assert explanation(attempt)


@pytest.mark.parametrize("name", [case(name) for name in EXPLANATIONS])
def test_the_explanation_names_what_was_got_and_expected(graded: Graded, name: str) -> None:
    """What a student reads names the value or exception that came, the one expected, and the line."""
    found = explanation(graded(name))

    assert [part for part in EXPLANATIONS[name] if part not in found] == [], found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        case("partial/broadcasting_add__adds_in_place", DifferenceKind.ALIASING),
        case("partial/focal_loss__turns_the_targets_in_place", DifferenceKind.MUTATION),
        case("partial/broadcasting_add__constants_on_the_cpu", DifferenceKind.DEVICE),
        case("partial/broadcasting_add__raises_runtime_error", DifferenceKind.EXCEPTION),
        case("partial/conv_output_size__returns_tensors", DifferenceKind.TYPE),
        case("partial/focal_loss__computes_in_float16", DifferenceKind.VALUES),
        case("partial/gather__loops_over_elements", DifferenceKind.EFFORT),
        case("partial/lenet_forward__integer_logits", DifferenceKind.DTYPE),
        case("partial/xavier_init__changes_the_default_dtype", DifferenceKind.STATE),
    ],
)
def test_the_difference_has_its_kind(graded: Graded, name: str, kind: DifferenceKind) -> None:
    """What goes wrong in a known way is called by that kind somewhere in the attempt."""
    assert kind in {found.difference.kind for found in counterexamples(graded(name))}


def test_a_refused_import_runs_no_property(graded: Graded) -> None:
    """After an import that fails, every property is marked as not run, and none of the code is diagnosed."""
    attempt = graded("crashed/focal_loss__missing_module")

    assert {result.outcome for result in attempt.results} == {Outcome.NOT_RUN}
    assert attempt.diagnosis is None


def test_a_crash_in_one_property_leaves_the_others_their_points(graded: Graded) -> None:
    """A process that dies on clashing shapes keeps the points of the properties that have none."""
    attempt = graded("crashed/broadcasting_add__leaves_the_process_in_the_call")

    outcomes = {result.name: result.outcome for result in attempt.results}
    assert outcomes["test_shapes_that_do_not_fit_are_a_value_error"] is Outcome.RAISED
    assert outcomes["test_adds_any_two_shapes_that_fit"] is Outcome.HELD


def test_output_is_kept_apart_and_bounded(graded: Graded) -> None:
    """What an accepted submission prints and warns is kept with the attempt, up to the limit."""
    attempt = graded("accepted/broadcasting_add__prints_and_warns_a_lot")

    assert "loading" in attempt.output
    assert attempt.output_truncated
    assert len(attempt.output.encode()) <= UNMEASURED.output_bytes


def test_bytes_that_are_no_text_do_not_hurt(graded: Graded) -> None:
    """Output that is not UTF-8 is kept with its bad bytes replaced."""
    assert "�" in graded("accepted/conv_output_size__writes_to_the_output_descriptor").output


def test_a_wrong_answer_is_shown_beside_the_right_one(graded: Graded) -> None:
    """A counterexample has the call, the expected and the actual value, and code that repeats it."""
    found = counterexamples(graded("partial/conv_output_size__returns_tensors"))[0]

    assert found.call.startswith("conv_output_size(")
    assert found.expected is not None
    assert found.actual is not None
    assert "from conv_output_size import conv_output_size" in found.replay


def test_grading_again_gives_the_same_attempt(graded: Graded, judge: Judge) -> None:
    """The same submission gets the same attempt, whatever the clock says."""
    name = "partial/gather__raises_the_wrong_class"

    assert without_clock(grade(name, judge)) == without_clock(graded(name))


def test_nothing_leaks_into_an_honest_submission(judge: Judge) -> None:
    """After those that leave traces an honest submission gets the very attempt it gets where nothing else was graded."""
    from grader.judge import Judge

    for name in LEAVING_TRACES:
        assert grade(name, judge).verdict is Verdict(name.partition("/")[0])
    with Judge(judge.catalog) as untouched:
        for name in HONEST:
            first, later = (without_clock(grade(f"accepted/{name}", one)) for one in (untouched, judge))
            assert first.verdict is Verdict.ACCEPTED
            assert first == later
