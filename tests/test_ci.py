"""`grade ci`: one student's folder, one total, said as each service reads it, and nothing that it may not show."""

from __future__ import annotations

import json
import os
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import ci_schemas
import jsonschema
import pytest
import sample_attempts as sample
from small_course import CHAFFS, REFERENCE, SLUG, STUB, make_small_course

from grader.batch import Batch, run_batch
from grader.catalog import COURSE_VARIABLE, Catalog
from grader.ci import classroom50, github, gitlab, gradescope, plain, prairielearn, wall
from grader.ci.graded import Emission, Graded, integers, items
from grader.ci.grading import Folder, Task, grade_folder, insist_on_wall
from grader.ci.services import NOBODY, Service, Surroundings, detect, surroundings
from grader.ci.shown import shown
from grader.cli import main
from grader.cli.checkup import Finding, Status
from grader.cli.invocation import Invocation
from grader.cli.sandbox import ci_finding
from grader.client.checked import CheckedZygote
from grader.course import Course, Oddity, OddityKind
from grader.errors import KeyRefused, UsageError
from grader.i18n import translator
from grader.model import Attempt, Level, Outcome, Scope, Verdict, text
from grader.report.as_json import course_from_json
from grader.report.table import tabulate
from grader.report.view import Feedback
from grader.seal import KEY_VARIABLE, new_key, seal

EN = translator("en")
KEY = new_key()
HERE = Path("/handed/in")
EMITTERS: dict[Service, Callable[[Graded, Surroundings], Emission]] = {
    Service.GITHUB: github.emit,
    Service.CLASSROOM50: classroom50.emit,
    Service.GRADESCOPE: gradescope.emit,
    Service.GITLAB: gitlab.emit,
    Service.PRAIRIELEARN: prairielearn.emit,
    Service.PLAIN: plain.emit,
}
THIRDS = replace(
    sample.PARTIAL,
    exercise="thirds",
    score=Fraction(4, 3),
    max_score=Fraction(2),
    results=tuple(
        replace(sample.UNCHANGED, name=f"test_{number}", points=points, max_points=Fraction(2, 3))
        for number, points in enumerate((Fraction(2, 3), Fraction(2, 3), Fraction(0)))
    ),
)


def graded(*attempts: Attempt, threshold: int = 100, feedback: str = "counterexample") -> Graded:
    """Return attempts of one student as a service is told of them."""
    own = tuple(replace(one, student="ada") for one in attempts)
    return Graded(Course("course", shown(own, Feedback(feedback))), EN, Fraction(threshold))


def at(service: Service, **environment: str) -> Surroundings:
    """Return the surroundings of a service whose runner has these variables."""
    return Surroundings(service, environment, HERE, HERE / "out", "ada")


def written(emission: Emission, name: str) -> Any:
    """Return a JSON file that was emitted."""
    (data,) = [data for path, data in emission.files.items() if path.name == name]
    return json.loads(data)


# Which service ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "folders", "service"),
    [
        ({}, (), Service.PLAIN),
        ({"GITHUB_ACTIONS": "true"}, (), Service.GITHUB),
        ({"GITHUB_ACTIONS": "true", "CLASSROOM50_BUNDLE_DIR": "/b"}, (), Service.CLASSROOM50),
        ({"GITLAB_CI": "true"}, (), Service.GITLAB),
        ({}, ("autograder/submission",), Service.GRADESCOPE),
    ],
)
def test_services_are_recognised(
    tmp_path: Path, environment: dict[str, str], folders: tuple[str, ...], service: Service
) -> None:
    """Each service is known by what only its runners have."""
    for folder in folders:
        (tmp_path / folder).mkdir(parents=True)
    assert detect(environment, tmp_path) is service


def test_prairielearn_is_recognised(tmp_path: Path) -> None:
    """PrairieLearn is known by the file it puts into the container."""
    (tmp_path / "grade" / "data").mkdir(parents=True)
    (tmp_path / "grade" / "data" / "data.json").write_text("{}")
    assert detect({}, tmp_path) is Service.PRAIRIELEARN


def test_places_and_names_are_those_of_the_service(tmp_path: Path) -> None:
    """Folder, results and student come from where each service says them."""
    home = tmp_path / "autograder"
    home.mkdir()
    (home / "submission_metadata.json").write_text('{"users": [{"name": "Ada"}, {"name": "Grace"}]}')
    found = surroundings(Service.GRADESCOPE, {}, HERE, tmp_path)
    assert (found.submission, found.out) == (home / "submission", home / "results")
    assert found.student == "Ada, Grace"
    (home / "submission_metadata.json").write_text("[]")
    assert surroundings(Service.GRADESCOPE, {}, HERE, tmp_path).student == NOBODY
    found = surroundings(Service.PRAIRIELEARN, {}, HERE, tmp_path)
    assert (found.submission, found.out) == (tmp_path / "grade/student", tmp_path / "grade/results")
    found = surroundings(Service.GITHUB, {"GITHUB_WORKSPACE": "/w", "GITHUB_ACTOR": "ada"}, HERE)
    assert (found.submission, found.student) == (Path("/w"), "ada")
    found = surroundings(Service.GITLAB, {"CI_PROJECT_DIR": "/p", "GITLAB_USER_LOGIN": "ada"}, HERE)
    assert (found.submission, found.out, found.student) == (Path("/p"), Path("/p/grade-report"), "ada")
    found = surroundings(Service.CLASSROOM50, {"USERNAME": "ada"}, HERE)
    assert (found.out, found.student) == (HERE, "ada")
    assert surroundings(Service.PLAIN, {}, HERE).out == HERE / "grade-report"


# One total ----------------------------------------------------------------------------------------


def test_the_threshold_is_compared_exactly() -> None:
    """Two thirds are not 66.67 percent, and exactly the threshold is enough."""
    assert graded(THIRDS, threshold=66).passed
    assert not Graded(graded(THIRDS).course, EN, Fraction("66.67")).passed
    assert Graded(graded(THIRDS).course, EN, Fraction(200, 3)).passed
    assert graded(sample.ACCEPTED).exit_code == 0
    assert graded(sample.PARTIAL).exit_code == 1
    assert graded(sample.ACCEPTED, sample.GRADER_FAULT).exit_code == 3
    assert Graded(Course("empty", ()), EN).exit_code == 1


def test_nothing_to_be_had_is_not_passed() -> None:
    """Where nothing was graded there is no share and no pass, even at a threshold of 0."""
    nothing = Graded(Course("empty", ()), EN, Fraction(0))
    assert not nothing.passed
    assert nothing.share == 0


def test_rounding_runs_along_the_sums() -> None:
    """Integers that are rounded one by one lose points; these add up to the total, rounded once."""
    thirds = [Fraction(1, 3)] * 3
    assert integers(thirds, 100) == (33, 34, 33)
    assert integers([Fraction(1, 7)] * 7, 100) == (14, 15, 14, 14, 14, 15, 14)
    assert integers([], 100) == ()


@pytest.mark.parametrize(
    "attempts", [(sample.PARTIAL, THIRDS), (sample.ACCEPTED,), (sample.REJECTED, THIRDS)]
)
def test_every_service_gets_the_same_total(attempts: tuple[Attempt, ...]) -> None:
    """In every format the total is the one of the reports; what is rounded is rounded once."""
    one = graded(*attempts)
    total = tabulate(one.course).students[0].total
    two_decimals = round(float(total.score), 2)
    result = written(classroom50.emit(one, at(Service.CLASSROOM50)), "result.json")
    assert result["score"] / result["max-score"] == pytest.approx(
        float(total.score / total.max_score), abs=0.005
    )
    assert written(gradescope.emit(one, at(Service.GRADESCOPE)), "results.json")["score"] == two_decimals
    learn = written(prairielearn.emit(one, at(Service.PRAIRIELEARN)), "results.json")
    assert learn["score"] == float(total.score / total.max_score)
    for service in (Service.GITHUB, Service.GITLAB, Service.PLAIN):
        emission = EMITTERS[service](one, at(service))
        (data,) = [data for path, data in emission.files.items() if path.name == "results.json"]
        assert tabulate(course_from_json(data)).students[0].total == total
        assert str(total) in emission.printed
        (markdown,) = [data for path, data in emission.files.items() if path.name == "summary.md"]
        assert str(total) in markdown.decode()
    lines = dict(line.split("=") for line in github.outputs(one).decode().splitlines())
    assert Fraction(lines["score"]) == total.score
    assert Fraction(lines["max-score"]) == total.max_score


def test_classroom50_scores_are_exact_where_they_can_be() -> None:
    """Thirds are scaled by three, integers not at all; the tests add up to the score."""
    result = written(classroom50.emit(graded(THIRDS), at(Service.CLASSROOM50)), "result.json")
    assert (result["score"], result["max-score"]) == (4, 6)
    result = written(classroom50.emit(graded(sample.PARTIAL), at(Service.CLASSROOM50)), "result.json")
    assert (result["score"], result["max-score"]) == (3, 10)
    assert sum(test["score"] for test in result["tests"]) == 3
    odd = tuple(
        replace(sample.UNCHANGED, points=Fraction(1, prime), max_points=Fraction(1, prime))
        for prime in (37, 41)
    )
    total = sum((one.points for one in odd), Fraction())
    attempt = replace(sample.PARTIAL, results=odd, score=total, max_score=total)
    result = written(classroom50.emit(graded(attempt), at(Service.CLASSROOM50)), "result.json")
    assert result["score"] == result["max-score"] == sum(test["score"] for test in result["tests"]) == 5


# Formats ------------------------------------------------------------------------------------------

ALL = tuple(
    one
    for one in sample.BY_VERDICT.values()
    if one.verdict is not Verdict.GRADER_FAULT and one.scope is Scope.PROPERTIES
)
CLASSROOM = {
    "CLASSROOM": "torch",
    "ASSIGNMENT": "a1",
    "ASSIGNMENT_TYPE": "individual",
    "OWNER": "ada",
    "SUBMISSION_TAG": "submit/2026-06-01T14-32-01Z-1a2b3c4",
    "COMMIT_URL": "https://example.org/c",
    "RELEASE_URL": "https://example.org/r",
    "REVIEW_URL": "https://example.org/v",
    "GITHUB_ACTOR": "ada",
    "GITHUB_ACTOR_ID": "17",
}


@pytest.mark.parametrize("feedback", ["counterexample", "hint", "score"])
@pytest.mark.parametrize("attempt", [*ALL, THIRDS, sample.HOSTILE], ids=lambda one: one.verdict.value)
def test_results_are_what_the_services_accept(attempt: Attempt, feedback: str) -> None:
    """Whatever the verdict and the feedback, each file satisfies its service's schema."""
    one = graded(attempt, feedback=feedback)
    emission = classroom50.emit(one, at(Service.CLASSROOM50, **CLASSROOM))
    result = written(emission, "result.json")
    jsonschema.validate(result, ci_schemas.CLASSROOM50)
    assert result["datetime"] == "2026-06-01T14:32:01Z"
    assert result["submitted_by"] == {"username": "ada", "id": 17}
    assert result["score"] <= result["max-score"]
    assert emission.exit_code == 0
    emission = gradescope.emit(one, replace(at(Service.GRADESCOPE), visibility="after_published"))
    result = written(emission, "results.json")
    jsonschema.validate(result, ci_schemas.GRADESCOPE)
    assert result["visibility"] == "after_published"
    assert result["stdout_visibility"] == "hidden"
    emission = prairielearn.emit(one, at(Service.PRAIRIELEARN))
    jsonschema.validate(written(emission, "results.json"), ci_schemas.PRAIRIELEARN)


def test_schemas_refuse() -> None:
    """The schemas are no rubber stamps: a wrong type, a missing key and an unknown key are refused."""
    good = written(classroom50.emit(graded(sample.PARTIAL), at(Service.CLASSROOM50)), "result.json")
    for bad in (
        {**good, "score": 1.5},
        {**good, "extra": 1},
        {k: v for k, v in good.items() if k != "tests"},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, ci_schemas.CLASSROOM50)
    good = written(gradescope.emit(graded(sample.PARTIAL), at(Service.GRADESCOPE)), "results.json")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            {**good, "tests": [{"name": "x", "score": "1", "max_score": 1}]}, ci_schemas.GRADESCOPE
        )
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"gradable": True, "score": 1.2}, ci_schemas.PRAIRIELEARN)


def test_our_fault_is_nobodys_score() -> None:
    """Where the grader failed no service gets a score: there is no file, another exit code, or no attempt used."""
    one = graded(sample.ACCEPTED, sample.GRADER_FAULT)
    for service in (Service.CLASSROOM50, Service.GRADESCOPE):
        emission = EMITTERS[service](one, at(service))
        assert (emission.files, emission.exit_code) == ({}, 3)
    learn = prairielearn.emit(one, at(Service.PRAIRIELEARN))
    document = written(learn, "results.json")
    jsonschema.validate(document, ci_schemas.PRAIRIELEARN)
    assert document["gradable"] is False
    assert "score" not in document
    emission = github.emit(one, at(Service.GITHUB))
    assert emission.exit_code == 3
    assert "Autograding" not in emission.printed


def test_prairielearn_costs_no_attempt_for_what_cannot_be_read() -> None:
    """A submission without the target is not gradable there, and says why."""
    document = written(prairielearn.emit(graded(sample.NO_TARGET), at(Service.PRAIRIELEARN)), "results.json")
    assert document["gradable"] is False
    assert document["format_errors"] == ["gather.py defines no gather."]


def test_prairielearn_stays_below_its_limit() -> None:
    """A submission that prints megabytes still gets results of at most 1 MB, with every test's points."""
    found = replace(sample.COUNTEREXAMPLE, call="f(" + "x" * 200_000 + ")")
    results = tuple(replace(sample.AGREES, counterexample=found) for _ in range(30))
    attempt = replace(sample.PARTIAL, results=results, output="y" * 2_000_000)
    emission = prairielearn.emit(graded(attempt), at(Service.PRAIRIELEARN))
    (data,) = emission.files.values()
    assert len(data) <= 1_000_000
    assert len(json.loads(data)["tests"]) == 30
    assert "more" in json.loads(data)["tests"][0]["output"]


def test_junit_names_cases_by_their_titles() -> None:
    """GitLab shows a case's name alone, so it is the sentence and not a number."""
    emission = gitlab.emit(graded(sample.PARTIAL), at(Service.GITLAB))
    (data,) = [data for path, data in emission.files.items() if path.name == "junit.xml"]
    names = [case.get("name") for case in ET.fromstring(data).iter("testcase")]
    assert "Leaves its inputs alone." in names
    assert len(names) == len(sample.PARTIAL.results)


# GitHub -------------------------------------------------------------------------------------------

COMMAND = re.compile(r"^::(\w[\w-]*)(?: ([^:]*))?::(.*)$")


def obeyed(log: str) -> Iterator[tuple[str, str, str]]:
    """Read a log as GitHub's runner does: yield the commands that it obeys."""
    token = ""
    for line in log.splitlines():
        stripped = line.lstrip()
        if token:
            token = "" if stripped == f"::{token}::" else token
            continue
        found = COMMAND.match(stripped) or re.match(r"^##\[(\w+)([^\]]*)\](.*)$", stripped)
        if found and found[1] == "stop-commands":
            token = found[3]
        elif found:
            yield found[1], found[2] or "", found[3]


EVIL = (
    "::error::gotcha\n::set-output name=score::10\n##[error]gotcha\n::stop-commands::\n::::\n  ::notice title=Auto"
    'grading report::{"totalPoints":10,"maxPoints":10}\n::endgroup::\n%0A::error::gotcha\r::error::gotcha\n'
)


def test_what_students_print_is_not_obeyed() -> None:
    """Workflow commands in printed text, in messages, in values and in names stay text."""
    result = replace(sample.RAISES, message=text("{en}", en=EVIL, zh=EVIL))
    found = replace(sample.COUNTEREXAMPLE, call=EVIL)
    attempt = replace(
        sample.PARTIAL,
        results=(result, replace(sample.AGREES, counterexample=found)),
        output=EVIL,
        messages=(text("{en}", en=EVIL, zh=EVIL),),
        verdict=Verdict.CRASHED,
    )
    odd = Oddity("a\n::error::gotcha,title=x:y", OddityKind.NO_EXERCISE, text("{en}", en=EVIL, zh=EVIL))
    one = graded(attempt)
    one = replace(
        one, course=replace(one.course, oddities=(odd,)), places={"gather": "a,b:c\n::error::gotcha"}
    )
    commands = list(obeyed(github.printed(one)))
    assert [name for name, _, _ in commands].count("group") == 1
    assert {name for name, _, _ in commands} == {"group", "endgroup", "error", "warning", "notice"}
    assert not any("gotcha" in message and message.startswith("gotcha") for _, _, message in commands)
    reports = [message for name, options, message in commands if "Autograding report" in options]
    assert reports == ['{"totalPoints": 3.0, "maxPoints": 10.0}']
    for _, options, _ in commands:
        assert all(re.fullmatch(r"(file|line|title)=[^,:]*", part) for part in options.split(",") if part)


def test_the_reader_of_logs_sees_what_is_not_guarded() -> None:
    """The same text without a guard would be obeyed: the test above can fail."""
    assert {"error", "set-output"} <= {name for name, _, _ in obeyed(EVIL)}
    first, second = github.guarded("x").splitlines()[0], github.guarded("x").splitlines()[0]
    assert first != second


def test_of_each_kind_at_most_ten_annotations() -> None:
    """GitHub drops what is over ten of a kind: the tenth says how many more there are."""
    fallen = replace(sample.PARTIAL, results=(sample.RAISES,) * 13)
    exactly = replace(sample.PARTIAL, results=(sample.RAISES,) * 10)
    kinds = [name for name, _, _ in obeyed("\n".join(github.annotated(graded(exactly))))]
    assert kinds.count("error") == 10
    lines = list(github.annotated(graded(fallen)))
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == 10
    assert errors[-1].endswith("::4 more rows like these.")
    assert all(
        len([one for one in lines if one.startswith(f"::{kind}")]) <= 10 for kind in ("warning", "notice")
    )


def test_annotations_point_at_the_line() -> None:
    """An annotation names the student's file, and the line where it is known."""
    result = replace(sample.RAISES, message=text("It raises in line {line}: {why}", line=7, why="x"))
    one = replace(
        graded(replace(sample.PARTIAL, results=(result,))), places={"gather": "exercises/gather/gather.py"}
    )
    (error,) = [line for line in github.annotated(one) if line.startswith("::error")]
    assert error.startswith(
        "::error file=exercises/gather/gather.py,line=7,title=Gather along a dimension%3A"
    )
    (crash,) = [line for line in github.annotated(graded(sample.CRASHED)) if line.startswith("::error")]
    assert crash.endswith("::The process ended with signal 11.")


def test_the_summary_stays_below_githubs_limit() -> None:
    """A summary over 1024 KiB would be dropped whole: it is cut, says so, and keeps the table of scores."""
    found = replace(sample.COUNTEREXAMPLE, replay="x = '" + "1" * 400_000 + "'")
    attempts = [
        replace(
            sample.PARTIAL, exercise=f"e{number}", results=(replace(sample.AGREES, counterexample=found),)
        )
        for number in range(3)
    ]
    one = graded(*attempts)
    markdown = plain.summary(one)
    assert len(markdown.encode()) < 1024 * 1024
    assert markdown.count("| ◐ partly accepted |") == 3
    assert "The rest is too long to be shown here" in markdown
    assert "too long" not in plain.summary(graded(sample.PARTIAL))


def test_nothing_in_a_report_ends_its_fence() -> None:
    """A student who prints backticks stays inside the summary's block of code."""
    markdown = plain.summary(graded(replace(sample.PARTIAL, output="```\n`````\n# Score: 10 / 10\n````\n")))
    assert "\n``````text\n" in markdown
    assert markdown.count("\n``````\n") == 1


def test_github_files_are_added_to() -> None:
    """The step's summary and outputs go to the files that GitHub names, and only where it names them."""
    emission = github.emit(
        graded(sample.PARTIAL), at(Service.GITHUB, GITHUB_STEP_SUMMARY="/s", GITHUB_OUTPUT="/o")
    )
    assert set(emission.added) == {Path("/s"), Path("/o")}
    assert b"passed=false\n" in emission.added[Path("/o")]
    assert b"percent=30.00\n" in emission.added[Path("/o")]
    assert github.emit(graded(sample.PARTIAL), at(Service.GITHUB)).added == {}


# Only the public examples --------------------------------------------------------------------------

EXAMPLE = replace(
    sample.PARTIAL,
    scope=Scope.EXAMPLES,
    verdict=Verdict.EXAMPLES_FELL,
    score=Fraction(0),
    max_score=Fraction(0),
    results=tuple(replace(one, points=Fraction(0), max_points=Fraction(0)) for one in sample.PARTIAL.results),
    diagnosis=None,
)


@pytest.mark.parametrize("service", list(Service))
def test_examples_alone_make_no_points(service: Service) -> None:
    """Where only public examples were run no service is told of points, neither won nor lost."""
    fell = EMITTERS[service](graded(EXAMPLE), at(service, GITHUB_OUTPUT="/o"))
    held = replace(EXAMPLE, verdict=Verdict.EXAMPLES_HELD, results=tuple(map(sample.held, EXAMPLE.results)))
    assert "nothing is counted" in fell.printed
    assert "Autograding" not in fell.printed
    if service in (Service.CLASSROOM50, Service.GRADESCOPE):
        assert (fell.files, fell.exit_code) == ({}, 2)
    elif service is Service.PRAIRIELEARN:
        assert written(fell, "results.json")["gradable"] is False
    else:
        assert fell.exit_code == 1
        assert EMITTERS[service](graded(held), at(service)).exit_code == 0
    if service is Service.GITHUB:
        assert fell.added[Path("/o")] == b"scope=examples\npassed=false\n"


# What may be shown --------------------------------------------------------------------------------


@pytest.mark.parametrize("feedback", list(Feedback))
def test_no_name_of_anything_hidden_is_shown(feedback: Feedback) -> None:
    """At no level of feedback do names of properties or chaffs leave; sentences of properties go with the level."""
    (seen,) = shown([sample.PARTIAL], feedback)
    said = repr(seen)
    for result in sample.PARTIAL.results:
        assert result.name not in said
        assert (result.title.en in said) == (feedback is not Feedback.SCORE)
    assert "same_index_in_every_row" not in said
    assert ("gather(x, 1, index)" in said) == (feedback is Feedback.COUNTEREXAMPLE)
    assert ("Each row of the index" in said) == (feedback is not Feedback.SCORE)
    assert seen.score == sample.PARTIAL.score


def test_a_fault_of_ours_quotes_nothing() -> None:
    """What went wrong within the grader may quote a property, so only that it did is said."""
    (seen,) = shown([sample.GRADER_FAULT], Feedback.COUNTEREXAMPLE)
    assert "The reference raised" not in repr(seen)
    assert "fault in the grader" in str(seen.messages[0])


# The wall -----------------------------------------------------------------------------------------


def settings(root: Path, **values: str) -> Path:
    """Write settings of a kernel below a root."""
    for name in (wall.APPARMOR, wall.CLONE, wall.NAMESPACES):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
    for name, value in values.items():
        (root / {"apparmor": wall.APPARMOR, "clone": wall.CLONE, "most": wall.NAMESPACES}[name]).write_text(
            value
        )
    return root


@pytest.mark.parametrize(
    ("values", "release", "said"),
    [
        ({"apparmor": "1\n"}, "6.17.0-azure", "kernel.apparmor_restrict_unprivileged_userns=0"),
        ({"clone": "0\n"}, "6.17.0", "kernel.unprivileged_userns_clone=1"),
        ({"most": "0\n"}, "6.17.0", "user.max_user_namespaces=10000"),
        ({}, "5.10.0-amzn", "Linux 6.12 or newer; this is 5.10"),
    ],
)
def test_doctor_says_how_to_raise_the_wall(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, values: dict[str, str], release: str, said: str
) -> None:
    """Each setting of a kernel that keeps the wall low is named with the command that changes it."""
    monkeypatch.delenv("container", raising=False)
    known = wall.facts(settings(tmp_path, **values), release)
    steps = " ".join(map(str, wall.advice(Service.GITHUB, Level.THIN, known)))
    assert said in steps
    assert "--security-opt" not in steps
    assert wall.advice(Service.GITHUB, Level.FULL, known) == ()


def test_in_a_container_the_flags_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container, and where bubblewrap is missing, that is what is said."""
    monkeypatch.setattr("shutil.which", lambda name: None)
    (tmp_path / ".dockerenv").touch()
    known = wall.facts(settings(tmp_path, apparmor="1"), "nonsense")
    steps = " ".join(map(str, wall.advice(Service.GITLAB, Level.NONE, known)))
    assert "apt-get install -y bubblewrap" in steps
    assert "--security-opt seccomp=unconfined" in steps
    assert ": sysctl -w kernel.apparmor" in steps
    assert wall.enough(Level.FILTERED)
    assert not wall.enough(Level.THIN)


@pytest.mark.parametrize(
    ("level", "status", "said"),
    [
        (Level.FULL, Status.OK, "reaches L3: enough for `grade ci`"),
        (Level.FILTERED, Status.OK, "reaches L2: enough for `grade ci`"),
        (Level.THIN, Status.FAIL, "reaches L1; `grade ci` refuses below L2"),
    ],
)
def test_doctor_judges_the_runner(
    monkeypatch: pytest.MonkeyPatch, level: Level, status: Status, said: str
) -> None:
    """`grade doctor --ci` fails where `grade ci` would refuse, and advises wherever L3 is not reached."""
    monkeypatch.setenv("GITLAB_CI", "true")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    found = ci_finding(Invocation(), level)
    assert (found.status, said in str(found.text)) == (status, True)
    assert "(gitlab)" in str(found.text)
    assert ("--security-opt" in str(found.advice)) == (level is not Level.FULL)


def test_doctor_asks_about_the_runner_only_if_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The finding about the runner is there with --ci alone, and its failure is the command's."""
    finding = Finding("ci", Status.FAIL, text("{problem}", problem="too low"))
    monkeypatch.setattr("grader.cli.doctor.CHECKS", ())
    monkeypatch.setattr("grader.cli.doctor.check_sandbox", lambda invocation, ci: [finding] if ci else [])
    assert main(["doctor"]) == 0
    assert main(["doctor", "--ci"]) == 1
    assert "too low" in capsys.readouterr().out


@pytest.fixture
def low_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    """A zygote that says it has no wall."""

    def jailed(self: CheckedZygote, deadline: float | None = None) -> None:
        self.level = Level.NONE
        self.shortfalls = [text("bubblewrap is not installed.")]

    monkeypatch.setattr(CheckedZygote, "wait_jailed", jailed)


def test_a_low_wall_is_refused(low_wall: None) -> None:
    """Below L2 nothing is graded, and the message says why and what to do."""
    with CheckedZygote() as zygote, pytest.raises(UsageError, match="only level L0") as refused:
        insist_on_wall(zygote)  # type: ignore[arg-type]
    assert "bubblewrap is not installed" in refused.value.message
    assert "--trust-this-code" in refused.value.hint


# A real folder ------------------------------------------------------------------------------------

BOTH = (SLUG, "again")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A course of two exercises, the second a copy of the first under another name."""
    root = make_small_course(tmp_path_factory.mktemp("ci") / "course")
    for side in ("exercises", "solutions"):
        for path in sorted((root / side / SLUG).rglob("*")):
            if path.is_file():
                inside = path.relative_to(root / side / SLUG)
                name = inside.as_posix() if "chaffs" in inside.parts else str(inside).replace(SLUG, "again")
                target = root / side / "again" / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(path.read_text())
    return Catalog(root)


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A student's repository: one wrong answer at its place, a right copy elsewhere, and things of git."""
    root = tmp_path_factory.mktemp("repository")
    files = {
        f"exercises/{SLUG}/{SLUG}.py": CHAFFS["ignores_times"],
        f"old/{SLUG}.py": REFERENCE,
        ".git/config": "[core]",
        "README.md": "# mine",
        "notes.py": "print(1)",
    }
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content)
    return root


@pytest.fixture(scope="module")
def folder(course: Catalog, handed_in: Path) -> Folder:
    """That repository, graded for both exercises."""
    return grade_folder(Task(course, BOTH, handed_in, "ada"))


def test_the_file_at_its_place_is_graded(folder: Folder) -> None:
    """In a repository the file in exercises/SLUG counts, whatever copies lie about."""
    (attempt, _) = folder.course.attempts
    assert attempt.verdict is Verdict.PARTIAL
    assert attempt.student == "ada"
    assert attempt.diagnosis is not None
    assert folder.places == {SLUG: f"exercises/{SLUG}/{SLUG}.py"}


def test_what_is_missing_has_no_points(folder: Folder) -> None:
    """An exercise that was asked for and not handed in counts with its full points and earned none."""
    missing = folder.course.attempts[1]
    assert (missing.verdict, missing.score, missing.max_score) == (Verdict.NO_TARGET, 0, 10)
    assert {result.outcome for result in missing.results} == {Outcome.NOT_RUN}
    assert "expected again.py" in str(missing.messages[0])
    one = Graded(folder.course, EN)
    assert sum(item.points for item in items(one)) == one.total.score
    assert one.total.max_score == 20


def test_an_empty_folder_is_not_graded(course: Catalog, tmp_path: Path) -> None:
    """Where nothing was handed in and no exercise is named, there is nothing to say a score about."""
    with pytest.raises(UsageError, match="holds no submission for any of 2 exercises"):
        grade_folder(Task(course, (), tmp_path, "ada"))
    with pytest.raises(UsageError, match="neither a folder nor a zip"):
        grade_folder(Task(course, (), tmp_path / "none", "ada"))


@pytest.mark.slow
def test_run_batch_and_ci_agree(
    course: Catalog, handed_in: Path, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`grade run`, `grade batch` and `grade ci` give one submission the same exact score."""
    file = handed_in / "exercises" / SLUG / f"{SLUG}.py"
    monkeypatch.setenv(COURSE_VARIABLE, str(course.root))
    assert main(["run", "--file", str(file), SLUG, "--json", str(tmp_path / "run.json")]) == 1
    (by_run,) = course_from_json((tmp_path / "run.json").read_bytes()).attempts
    (tmp_path / "class" / "ada").mkdir(parents=True)
    (tmp_path / "class" / "ada" / f"{SLUG}.py").write_bytes(file.read_bytes())
    (by_batch,) = run_batch(course, tmp_path / "class", tmp_path / "out", Batch()).attempts
    by_ci = folder.course.attempts[0]
    assert by_run.score == by_batch.score == by_ci.score
    assert by_run.results == by_batch.results == by_ci.results
    for service in EMITTERS:
        one = Graded(replace(folder.course, attempts=(by_ci,)), EN)
        emission = EMITTERS[service](one, at(service))
        told = json.loads(next(data for path, data in emission.files.items() if path.suffix == ".json"))
        if service is Service.PRAIRIELEARN:
            assert told["score"] == float(by_run.score / by_run.max_score)
        elif service in (Service.CLASSROOM50, Service.GRADESCOPE):
            assert Fraction(told["score"]) == by_run.score
        else:
            assert [Fraction(one["score"]) for one in told["attempts"]] == [by_run.score]


# The command --------------------------------------------------------------------------------------


@pytest.fixture
def fake_grading(monkeypatch: pytest.MonkeyPatch, folder: Folder) -> list[Task]:
    """Grade nothing: what `folder` found is found again; the tasks are kept."""
    asked: list[Task] = []

    def again(task: Task) -> Folder:
        asked.append(task)
        return folder

    monkeypatch.setattr("grader.ci.grading.grade_folder", again)
    monkeypatch.setenv("LANGUAGE", "en")
    return asked


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, course: Catalog) -> Path:
    """An empty folder as the current one, with a sealed course in it and its key in the environment."""
    for name in ("GITHUB_ACTIONS", "GITLAB_CI", "CLASSROOM50_BUNDLE_DIR", COURSE_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "course.sealed").write_bytes(seal(course, BOTH, KEY))
    monkeypatch.setenv(KEY_VARIABLE, KEY.text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_sealed_course_is_what_is_graded(runner: Path, fake_grading: list[Task]) -> None:
    """All of the sealed file is asked for; the key is gone from the environment before anything is graded."""
    assert main(["ci", "--sealed", "course.sealed", "--threshold", "20%"]) == 0
    (task,) = fake_grading
    assert task.catalog.sealed is not None
    assert sorted(task.slugs) == sorted(BOTH)
    assert KEY_VARIABLE not in os.environ
    assert (runner / "grade-report" / "results.json").is_file()
    assert (runner / "grade-report" / "index.zh.html").is_file()


def test_slugs_narrow_what_is_asked_for(runner: Path, fake_grading: list[Task]) -> None:
    """Named exercises are graded alone; the exit code is 1 below the threshold."""
    assert main(["ci", SLUG, "--sealed", "course.sealed", "--threshold", "50", "--student", "grace"]) == 1
    assert (fake_grading[0].slugs, fake_grading[0].student) == ((SLUG,), "grace")


@pytest.mark.parametrize("service", [service.value for service in Service])
def test_every_service_can_be_named(
    runner: Path, fake_grading: list[Task], service: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --service and --out every service's files are written where they are wanted."""
    arguments = ["--service", service, "--out", "out", "--submission", ".", "--threshold", "0"]
    assert main(["ci", "--sealed", "course.sealed", *arguments]) == 0
    assert list((runner / "out").glob("result*.json"))
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--sealed", "none.sealed"], "none.sealed cannot be read"),
        (["--sealed", "course.sealed", "--threshold", "101"], "not between 0 and 100"),
        (["--sealed", "course.sealed", "--threshold", "much"], "not a number of percent"),
        (["--sealed", "course.sealed", "--out", "/proc/none"], "cannot be written"),
    ],
)
def test_wrong_usage(
    runner: Path,
    fake_grading: list[Task],
    arguments: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each mistake is exit code 2 and says what it is."""
    assert main(["ci", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_no_key_no_grading(
    runner: Path,
    fake_grading: list[Task],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without the key, and with another one, nothing is graded; exit code 2."""
    monkeypatch.delenv(KEY_VARIABLE)
    assert main(["ci", "--sealed", "course.sealed"]) == KeyRefused.exit_code
    assert f"{KEY_VARIABLE} is not set" in capsys.readouterr().err
    monkeypatch.setenv(KEY_VARIABLE, new_key().text)
    assert main(["ci", "--sealed", "course.sealed"]) == KeyRefused.exit_code
    assert "is sealed with the key" in capsys.readouterr().err
    assert fake_grading == []


def test_public_examples_where_that_is_asked_for(
    runner: Path, fake_grading: list[Task], course: Catalog, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Without the key, if told so, the course of the current folder is run by its examples; the reason is said."""
    monkeypatch.setenv(COURSE_VARIABLE, str(course.root))
    for key in ("", new_key().text):
        monkeypatch.setenv(KEY_VARIABLE, key)
        main(["ci", "--sealed", "course.sealed", "--public-only-without-key"])
        task = fake_grading.pop()
        assert (task.examples_only, task.catalog.sealed, task.slugs) == (True, None, ())
        assert "TENSORGRADE_KEY" in capsys.readouterr().err
    monkeypatch.setenv(KEY_VARIABLE, KEY.text)
    main(["ci", "--sealed", "course.sealed", "--public-only-without-key"])
    assert fake_grading.pop().examples_only is False


FROZEN = {
    "format": 1,
    "stub": STUB,
    "examples": [
        {"call": "double(torch.tensor([1.0]))", "returns": "torch.tensor([2.0])"},
        {"call": "double(torch.tensor([1.0]), times=2)", "returns": "torch.tensor([4.0])"},
    ],
}


@pytest.mark.slow
def test_public_examples_are_really_run(
    runner: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The examples of the folder are judged in the sandbox; a wrong answer fails the job, and no score is said."""
    root = make_small_course(runner / "public")
    shutil.rmtree(root / "solutions")
    (root / "exercises" / SLUG / "examples.json").write_text(json.dumps(FROZEN))
    (root / "exercises" / SLUG / f"{SLUG}.py").write_text(CHAFFS["ignores_times"])
    monkeypatch.setenv(COURSE_VARIABLE, str(root))
    monkeypatch.delenv(KEY_VARIABLE)
    arguments = ["--public-only-without-key", "--submission", str(root)]
    assert main(["ci", "--sealed", "course.sealed", *arguments]) == 1
    said = capsys.readouterr().out
    assert "nothing is counted" in said
    assert "Score:" not in said


def test_a_low_wall_grades_nothing(runner: Path, low_wall: None, capsys: pytest.CaptureFixture[str]) -> None:
    """The command fails closed: below L2 it ends with 2 and leaves no report."""
    assert main(["ci", "--sealed", "course.sealed"]) == 2
    assert "only level L0" in capsys.readouterr().err
    assert not (runner / "grade-report").exists()


def test_trust_is_said_aloud(runner: Path, fake_grading: list[Task]) -> None:
    """Code is trusted where that is said, and nowhere else."""
    main(["ci", "--sealed", "course.sealed"])
    os.environ[KEY_VARIABLE] = KEY.text
    main(["ci", "--sealed", "course.sealed", "--trust-this-code"])
    assert [task.trusted for task in fake_grading] == [False, True]


def test_links_that_were_handed_in_are_not_written_through(
    runner: Path, fake_grading: list[Task], tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """A link in the student's folder where our results go leads nothing of ours elsewhere."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (runner / "grade-report").symlink_to(elsewhere)
    assert main(["ci", "--sealed", "course.sealed"]) == 2
    assert "is a symbolic link" in capsys.readouterr().err
    assert list(elsewhere.iterdir()) == []


def test_an_unexpected_error_quotes_nothing(
    runner: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error of ours is named by its kind alone: its words and its traceback may quote what is hidden."""

    def fail(task: Task) -> Folder:
        raise RuntimeError("hidden-4711")

    monkeypatch.setattr("grader.ci.grading.grade_folder", fail)
    assert main(["ci", "--sealed", "course.sealed"]) == 3
    captured = capsys.readouterr()
    assert "RuntimeError at grader/cli/ci.py:" in captured.err
    assert "hidden-4711" not in captured.out + captured.err
    assert "Traceback" not in captured.err
