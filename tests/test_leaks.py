"""Canaries in everything that is hidden are in nothing that leaves a runner: files, logs, messages, its own view."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from leak_course import CANARIES, SLUGS, halves, make_leak_course, make_submission, spy

from grader.catalog import Catalog
from grader.ci import classroom50, github, gitlab, gradescope, plain, prairielearn
from grader.ci.graded import Graded
from grader.ci.grading import Folder, Task, grade_folder
from grader.ci.services import Service, Surroundings
from grader.ci.shown import shown
from grader.i18n import translator
from grader.model import Level, Verdict
from grader.report.as_json import course_to_json
from grader.report.view import Feedback
from grader.seal import KEY_VARIABLE, new_key, open_sealed, seal

KEY = new_key()
SOUGHT = {**CANARIES, "key": KEY.text}
GRADED = tuple(slug for slug in SLUGS if slug != "fault")
EMITTERS = {
    Service.GITHUB: github.emit,
    Service.CLASSROOM50: classroom50.emit,
    Service.GRADESCOPE: gradescope.emit,
    Service.GITLAB: gitlab.emit,
    Service.PRAIRIELEARN: prairielearn.emit,
    Service.PLAIN: plain.emit,
}


def leaks(data: bytes) -> list[str]:
    """Return the names of the canaries in something."""
    return [name for name, words in SOUGHT.items() if words.encode() in data]


def leaks_below(*roots: Path, but: Iterable[Path] = ()) -> Iterator[tuple[str, Path]]:
    """Yield the canaries in files and names of files below folders."""
    spared = tuple(but)
    for root in roots:
        for path in root.rglob("*"):
            if not any(path.is_relative_to(one) for one in spared):
                yield from ((name, path) for name in leaks(path.name.encode()))
                if path.is_file() and not path.is_symlink():
                    yield from ((name, path) for name in leaks(path.read_bytes()))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a course full of canaries, its sealed file, and a student's repository."""
    root = tmp_path_factory.mktemp("leaks")
    course = Catalog(make_leak_course(root / "instructor" / "course"))
    make_submission(root / "repository", KEY)
    (root / "repository" / "course.sealed").write_bytes(seal(course, SLUGS, KEY))
    return root


@pytest.fixture(scope="module")
def opened(place: Path) -> Catalog:
    """The sealed course, opened."""
    return Catalog(
        Path("course"), open_sealed((place / "repository" / "course.sealed").read_bytes(), KEY).content
    )


@pytest.fixture(scope="module")
def folder(place: Path, opened: Catalog) -> Folder:
    """The repository, graded with all but the exercise that fails by itself; the key is in the environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEY_VARIABLE, KEY.text)  # worse than `grade ci`, which has removed it by then
        return grade_folder(Task(opened, GRADED, place / "repository", "ada"))


def test_the_canaries_are_there(place: Path) -> None:
    """Every canary but the key is in the course: what is not planted cannot be missed."""
    planted = {name for name, _ in leaks_below(place / "instructor")}
    assert planted == set(CANARIES)


def test_the_sealed_file_shows_no_canary(place: Path) -> None:
    """Nothing hidden can be read off what lies in students' repositories."""
    assert list(leaks_below(place / "repository")) == []


def test_submissions_end_as_they_should(folder: Folder) -> None:
    """The honest one is accepted, the others are not; the spy did look everywhere."""
    by_slug = {attempt.exercise: attempt for attempt in folder.course.attempts}
    assert by_slug["honest"].verdict is Verdict.ACCEPTED
    assert by_slug["mistaken"].verdict is Verdict.PARTIAL
    assert by_slug["mistaken"].diagnosis is not None
    assert by_slug["crash"].verdict is Verdict.CRASHED
    assert by_slug["spy"].score == 5
    assert "looked everywhere" in by_slug["spy"].output
    assert all(attempt.level and attempt.level >= Level.FILTERED for attempt in by_slug.values())


def test_a_runner_sees_nothing_hidden(folder: Folder) -> None:
    """Environment, other processes, descriptors, files, memory and objects of a runner: no canary and no key."""
    (attempt,) = (one for one in folder.course.attempts if one.exercise == "spy")
    assert "LEAK" not in attempt.output
    assert "LEAK" not in course_to_json(replace(folder.course, attempts=(attempt,))).decode()


def test_the_spy_finds_what_is_there(tmp_path: Path) -> None:
    """Run without a jail, beside a file, a variable and an object that hold canaries, the same spy finds each."""
    (tmp_path / "left").mkdir()
    (tmp_path / "left" / "x.txt").write_text(CANARIES["comment"])
    first, second = halves(CANARIES["strategy"])
    source = f"HELD = ({first!r} + {second!r}).decode()\n" + spy(KEY).replace(
        '("/tmp", "/home", "/root", "/work", "/builds", "/github", "/autograder", "/grade", "/var/tmp", "/dev/shm", ".")',
        '(".",)',
    )
    environment = {"PATH": os.environ["PATH"], KEY_VARIABLE: KEY.text}
    done = subprocess.run(
        [sys.executable, "-c", source],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    for found in ("LEAK key in os.environ", "LEAK comment in ./left/x.txt", "LEAK strategy in an object"):
        assert found in done.stdout
    assert "LEAK strategy in memory" in done.stdout
    assert "LEAK constant" not in done.stdout


@pytest.mark.parametrize("feedback", list(Feedback))
@pytest.mark.parametrize("service", list(Service))
def test_nothing_hidden_is_said(folder: Folder, service: Service, feedback: Feedback) -> None:
    """In no service's files, annotations, summaries, outputs or logs, at no level of feedback, is a canary."""
    course = replace(folder.course, attempts=shown(folder.course.attempts, feedback))
    one = Graded(course, translator("en"), places=folder.places)
    where = Surroundings(
        service, {"GITHUB_STEP_SUMMARY": "/s", "GITHUB_OUTPUT": "/o"}, Path("/in"), Path("/out")
    )
    emission = EMITTERS[service](one, where)
    assert emission.files
    for path, data in [*emission.files.items(), *emission.added.items()]:
        assert leaks(data) == [], path
        assert leaks(str(path).encode()) == []
    assert leaks(emission.printed.encode()) == []


def test_what_is_shown_unprepared_would_leak(folder: Folder) -> None:
    """The same attempts, not taken through `shown`, name property and chaff: the test above can fail."""
    assert {"property", "chaff"} <= set(leaks(course_to_json(folder.course)))


@pytest.fixture(scope="module")
def job(place: Path) -> subprocess.CompletedProcess[bytes]:
    """`grade ci` as a job of GitHub's, every folder that it may write to below one place."""
    for name in ("home", "tmp", "cache"):
        (place / name).mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(place / "home"),
        "TMPDIR": str(place / "tmp"),
        "XDG_CACHE_HOME": str(place / "cache"),
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(place / "repository"),
        "GITHUB_STEP_SUMMARY": str(place / "summary.md"),
        "GITHUB_OUTPUT": str(place / "output.txt"),
        "OMP_NUM_THREADS": "1",
        KEY_VARIABLE: KEY.text,
    }
    command = [sys.executable, "-m", "grader.cli", "ci", "fault", "mistaken", "--sealed", "course.sealed"]
    return subprocess.run(
        command, cwd=place / "repository", env=environment, capture_output=True, timeout=300, check=False
    )


@pytest.mark.slow
def test_a_fault_of_ours_tells_nothing(job: subprocess.CompletedProcess[bytes]) -> None:
    """A property that fails by itself, with a canary in its words, is a fault of ours and quotes nothing."""
    assert job.returncode == 3, job.stderr
    assert b"fault in the grader" in job.stdout
    assert leaks(job.stdout + job.stderr) == []
    assert b"Traceback" not in job.stderr


@pytest.mark.slow
def test_a_job_leaves_nothing_hidden_on_the_disk(
    place: Path, job: subprocess.CompletedProcess[bytes]
) -> None:
    """Reports, caches, temporary files: nothing that the job wrote holds a canary or the key."""
    assert (place / "repository" / "grade-report" / "results.json").is_file()
    assert list(leaks_below(place, but=[place / "instructor"])) == []


@pytest.mark.slow
def test_at_l2_the_shell_above_is_out_of_reach(place: Path, tmp_path: Path) -> None:
    """Without bubblewrap, as one and the same ordinary user, below a shell that holds the key: nothing is found."""
    user = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
    tried = subprocess.run([*user, "id", "-u"], capture_output=True, text=True, check=False)
    if tried.stdout.strip() != "1000":
        pytest.skip(f"no user namespace can be made here: {tried.stderr.strip()}")
    grade = f"{sys.executable} -m grader.cli ci spy --sealed course.sealed --service plain --out {tmp_path}"
    shell = ["/bin/bash", "-c", f'PATH={tmp_path / "nothing"}; {grade}; echo "ended with $?"']
    environment = {"PATH": os.environ["PATH"], "OMP_NUM_THREADS": "1", KEY_VARIABLE: KEY.text}
    job = subprocess.run(
        [*user, *shell],
        cwd=place / "repository",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if "reaches only level" in job.stderr:
        pytest.skip(f"NOT SHOWN: {job.stderr.splitlines()[0]}")
    assert "ended with 1" in job.stdout, job.stderr
    assert "Sandbox: L2" in job.stdout
    assert "looked everywhere" in job.stdout
    assert "LEAK" not in job.stdout
    assert leaks((job.stdout + job.stderr).encode()) == []
