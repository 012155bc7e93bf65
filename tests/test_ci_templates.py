"""Every ready-made workflow is run by a stand-in of its service and says what the service reads.

By default everything is real but the grading (`graded_in_advance`); the slow runs grade in the sandbox, too.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import ci_schemas
import jsonschema
import pytest
import yaml
from service_stand_ins import Bench, GitHub, Ran, kept, run_gitlab
from small_course import REFERENCE, SLUG, make_small_course

from grader.catalog import Catalog
from grader.cli import main
from grader.seal import KEY_VARIABLE, new_key, seal

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "ci-templates"
KEY = new_key()
RIGHT = f"# right\n{REFERENCE}"
WRONG = "def double(x, times=1):\n    return x * 3\n"  # leaves x alone, and nothing else is right
WAYS = ["graded in advance", pytest.param("really graded", marks=pytest.mark.slow)]


@dataclass(frozen=True, slots=True)
class Made:
    """What an instructor has: the sealed course; and students' repositories, by how good they are."""

    sealed: Path
    right: Path
    wrong: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A sealed course and two students' repositories."""
    root = tmp_path_factory.mktemp("made")
    (root / "course.sealed").write_bytes(seal(Catalog(make_small_course(root / "course")), [SLUG], KEY))
    for name, source in (("right", RIGHT), ("wrong", WRONG)):
        folder = root / name / "exercises" / SLUG
        folder.mkdir(parents=True)
        (folder / f"{SLUG}.py").write_text(source)
        shutil.copy(root / "course.sealed", root / name)
    return Made(root / "course.sealed", root / "right", root / "wrong")


@pytest.fixture(params=WAYS)
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Bench:
    """Shims, and `grade` without or with real grading."""
    return Bench(tmp_path, real=request.param == "really graded").set_up()


def quick(tmp_path: Path) -> Bench:
    """A bench that grades in advance."""
    return Bench(tmp_path).set_up()


def assert_no_key(ran: Ran, bench: Bench) -> None:
    """Assert that the key is in nothing that a job leaves."""
    left = [
        ran.log.encode(),
        ran.summary.encode(),
        *ran.artifacts.values(),
        "\n".join(bench.calls()).encode(),
    ]
    assert not any(KEY.text.encode() in data for data in left)


# GitHub -------------------------------------------------------------------------------------------


def test_github(bench: Bench, made: Made) -> None:
    """The students' workflow prepares the sandbox, installs, grades, annotates, summarises and keeps the report."""
    job = GitHub(bench, {"own": made.wrong}, {KEY_VARIABLE: KEY.text})
    ran = job.run(TEMPLATES / "github" / "grade.yml", "own")
    assert ran.code == 1
    assert ran.outputs["passed"] == "false"
    assert f"::error file=exercises/{SLUG}/{SLUG}.py" in ran.log
    assert "Autograding report" in ran.log
    assert ran.summary.startswith(f"# Score: {ran.outputs['score']} / 10")
    assert "results.json" in ran.artifacts
    calls = bench.calls()
    assert any("apt-get install" in one and "bubblewrap" in one for one in calls)
    assert "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0" in calls
    assert any("pip install --quiet tensorgrade" in one for one in calls)
    assert_no_key(ran, bench)


def test_github_passes(tmp_path: Path, made: Made) -> None:
    """A right submission makes the job succeed; only the step that grades is given the key."""
    job = GitHub(quick(tmp_path), {"own": made.right}, {KEY_VARIABLE: KEY.text})
    ran = job.run(TEMPLATES / "github" / "grade.yml", "own")
    assert (ran.code, ran.outputs["score"], ran.outputs["passed"]) == (0, "10", "true")
    assert [KEY_VARIABLE in environment for environment in job.environments] == [False, False, False, True]


def test_github_classroom_names() -> None:
    """GitHub Classroom reads points from this workflow and this job only."""
    workflow = yaml.safe_load((TEMPLATES / "github" / "grade.yml").read_text())
    assert workflow["name"] == "Autograding Tests"
    assert list(workflow["jobs"]) == ["run-autograding-tests"]


def test_github_without_the_secret(tmp_path: Path, made: Made) -> None:
    """Where the secret is not handed on (an empty variable, as in forks), the job fails and says why."""
    bench = quick(tmp_path)
    ran = GitHub(bench, {"own": made.right}, {KEY_VARIABLE: ""}).run(
        TEMPLATES / "github" / "grade.yml", "own"
    )
    assert ran.code == 2
    assert "TENSORGRADE_KEY is not set" in ran.log
    assert not (tmp_path / "asked.json").exists()


def test_github_from_the_instructors_repository(bench: Bench, made: Made, tmp_path: Path) -> None:
    """The instructors' workflow grades another repository, with its own sealed course and not the student's."""
    own, student = tmp_path / "own", tmp_path / "student"
    own.mkdir()
    shutil.copy(made.sealed, own)
    shutil.copytree(made.right, student)
    (student / "course.sealed").write_text("a student's own")
    secrets = {KEY_VARIABLE: KEY.text, "READ_STUDENTS": "t"}
    name = "org/ada-1; touch hacked"
    job = GitHub(bench, {"own": own, name: student}, secrets, {"repository": name})
    ran = job.run(TEMPLATES / "github" / "instructor.yml", "own")
    assert ran.code == 0, ran.log
    assert ran.outputs["score"] == "10"
    report = json.loads(ran.artifacts["results.json"])
    assert report["attempts"][0]["student"] == name
    assert not (job.workspace / "hacked").exists()
    assert_no_key(ran, bench)


# GitLab -------------------------------------------------------------------------------------------


def test_gitlab(bench: Bench, made: Made) -> None:
    """The job fails below the threshold, and its JUnit report has a failed case with the property's sentence."""
    configuration = TEMPLATES / "gitlab" / ".gitlab-ci.yml"
    ran = run_gitlab(bench, configuration, made.wrong, {KEY_VARIABLE: KEY.text})
    assert ran.code == 1
    cases = list(ET.fromstring(ran.artifacts["reported"]).iter("testcase"))
    assert any(case.find("failure") is not None for case in cases)
    assert not any(case.get("name", "").startswith(("test_", "property_")) for case in cases)
    assert "index.html" in ran.artifacts
    assert any("apt-get install -y -qq bubblewrap" in one for one in bench.calls())
    assert_no_key(ran, bench)


# Classroom 50 -------------------------------------------------------------------------------------

CLASSROOM = {
    "GITHUB_ACTIONS": "true",
    "CLASSROOM": "torch",
    "ASSIGNMENT": "a1",
    "ASSIGNMENT_TYPE": "individual",
    "OWNER": "ada",
    "USERNAME": "ada",
    "SUBMISSION_TAG": "submit/20260601T143201Z-1a2b3c4",
    "COMMIT_URL": "https://example.org/c",
    "RELEASE_URL": "https://example.org/r",
    "REVIEW_URL": "https://example.org/v",
}


def run_classroom50(
    bench: Bench, made: Made, checkout: Path, python: str = sys.executable, **more: str
) -> Ran:
    """Run the autograder as Classroom 50 does: its bundle elsewhere, the student's checkout as current folder."""
    bundle = bench.root / "bundle"
    bundle.mkdir()
    shutil.copy(TEMPLATES / "classroom50" / "autograder.py", bundle)
    shutil.copy(made.sealed, bundle)
    shutil.copytree(checkout, bench.root / "checkout")
    environment = {**CLASSROOM, "CLASSROOM50_BUNDLE_DIR": str(bundle), KEY_VARIABLE: KEY.text, **more}
    ran = bench.call([python, bundle / "autograder.py"], bench.root / "checkout", **environment)
    return replace(ran, artifacts=kept(bench.root / "checkout"))


def test_classroom50(bench: Bench, made: Made) -> None:
    """The autograder ends with 0 and leaves a result that the schema accepts, and a text for the release."""
    ran = run_classroom50(bench, made, made.wrong)
    assert ran.code == 0, ran.log
    result = json.loads(ran.artifacts["result.json"])
    jsonschema.validate(result, ci_schemas.CLASSROOM50)
    assert result["datetime"] == "2026-06-01T14:32:01Z"
    assert 0 < result["score"] < result["max-score"] == 10
    assert ran.artifacts["release-body.md"].startswith(f"# Score: {result['score']} / 10".encode())
    assert_no_key(ran, bench)


PIP = """
import os, sys
from pathlib import Path
assert "TENSORGRADE_KEY" not in os.environ
place = Path(sys.executable).parent / "grade"
with Path(os.environ["PIP_LOG"]).open("a") as log:
    log.write(" ".join(sys.argv[1:]) + "\\n")
place.write_text(os.environ["GRADE_SCRIPT"])
place.chmod(0o755)
"""


def test_classroom50_installs_what_is_not_there(tmp_path: Path, made: Made) -> None:
    """Where there is no `grade`, torch for the CPU and the program are installed first, without the key."""
    bench = Bench(tmp_path).set_up(grade=False)
    (tmp_path / "venv" / "bin").mkdir(parents=True)
    (tmp_path / "venv" / "bin" / "python").symlink_to(sys.executable)
    (tmp_path / "modules" / "pip").mkdir(parents=True)
    (tmp_path / "modules" / "pip" / "__main__.py").write_text(PIP)
    (tmp_path / "modules" / "pip" / "__init__.py").touch()
    more = {
        "PYTHONPATH": str(tmp_path / "modules"),
        "PIP_LOG": str(tmp_path / "pip.txt"),
        "GRADE_SCRIPT": f"#!/usr/bin/env bash\n{bench.grade_line()}",
    }
    ran = run_classroom50(bench, made, made.right, str(tmp_path / "venv" / "bin" / "python"), **more)
    assert ran.code == 0, ran.log
    installed = (tmp_path / "pip.txt").read_text().splitlines()
    assert installed[0].startswith("install --quiet torch --index-url")
    assert installed[1] == "install --quiet tensorgrade"
    assert json.loads(ran.artifacts["result.json"])["score"] == 10


# PrairieLearn -------------------------------------------------------------------------------------


def test_prairielearn(bench: Bench, made: Made) -> None:
    """The entry point grades /grade/student with the key of info.json and writes /grade/results."""
    info = json.loads((TEMPLATES / "prairielearn" / "info.json").read_text())["externalGradingOptions"]
    assert info["enabled"] is True
    assert info["enableNetworking"] is False
    grade = bench.root / "grade"
    shutil.copytree(TEMPLATES / "prairielearn" / "tests", grade / "tests")
    shutil.copy(made.sealed, grade / "tests")
    (grade / "student").mkdir()
    (grade / "student" / f"{SLUG}.py").write_text(WRONG)
    entrypoint = bench.root / info["entrypoint"].lstrip("/")
    given = dict.fromkeys(info["environment"], KEY.text)
    ran = bench.call([entrypoint], bench.root, **given)
    assert ran.code == 0, ran.log
    result = json.loads((grade / "results" / "results.json").read_text())
    jsonschema.validate(result, ci_schemas.PRAIRIELEARN)
    assert result["gradable"]
    assert 0 < result["score"] < 1
    assert_no_key(replace(ran, artifacts=kept(grade / "results")), bench)


def test_prairielearns_image_has_what_is_needed() -> None:
    """The image has bubblewrap, torch for the CPU and the program: the container has no network."""
    image = (TEMPLATES / "prairielearn" / "Dockerfile").read_text()
    assert "apt-get install -y -qq bubblewrap" in image
    assert "torch --index-url https://download.pytorch.org/whl/cpu" in image
    assert "pip install --no-cache-dir tensorgrade" in image


# Any other runner ---------------------------------------------------------------------------------


def test_plain(tmp_path: Path, made: Made) -> None:
    """The script grades a folder and ends with the result."""
    bench = quick(tmp_path)
    script = TEMPLATES / "plain" / "grade.sh"
    assert bench.call([script, made.right, made.sealed], tmp_path, **{KEY_VARIABLE: KEY.text}).code == 0
    assert bench.call([script, made.wrong, made.sealed], tmp_path, **{KEY_VARIABLE: KEY.text}).code == 1
    assert (tmp_path / "grade-report" / "summary.md").is_file()


# Gradescope ---------------------------------------------------------------------------------------

VENV = """if [ "$1 $2" = "-m venv" ]; then
  mkdir -p "$3/bin"
  printf '%s' "$PIP_SCRIPT" > "$3/bin/pip"
  chmod +x "$3/bin/pip"
  exit 0
fi
"""


@dataclass(frozen=True, slots=True)
class Gradescope:
    """A container of Gradescope's, as a folder."""

    bench: Bench

    @property
    def home(self) -> Path:
        """What is /autograder there."""
        return self.bench.root / "autograder"

    def build(self, autograder: Path) -> Ran:
        """Unpack the zip and run its setup, as when the image is built."""
        for name in ("source", "submission", "results"):
            (self.home / name).mkdir(parents=True)
        subprocess.run(["unzip", "-q", autograder, "-d", self.home / "source"], check=True)
        shutil.copy(self.home / "source" / "run_autograder", self.home)
        record = f'printf "%s\\n" "venv-pip $*" >> "{self.bench.log}"\n'
        installs = 'case "$*" in *tensorgrade-*.whl) cp "$GRADE_PLACE" "$(dirname "$0")/grade";; esac\n'
        self.bench.shim("installed-grade", self.bench.grade_line())
        self.bench.shim("python3", f'{VENV}exec {sys.executable} "$@"\n')
        scripts = {
            "PIP_SCRIPT": f"#!/usr/bin/env bash\n{record}{installs}",
            "GRADE_PLACE": str(self.bench.shims / "installed-grade"),
        }
        return self.bench.call(
            ["bash", self.home / "source" / "setup.sh"], self.home, **self.where(), **scripts
        )

    def where(self) -> dict[str, str]:
        """Return where the program is installed."""
        return {"TENSORGRADE_HOME": str(self.bench.root / "opt")}

    def grade(self, source: str, *before: str) -> Ran:
        """Grade a submission as Gradescope does."""
        (self.home / "submission" / f"{SLUG}.py").write_text(source)
        users = {"users": [{"id": 1, "email": "ada@example.org", "name": "Ada"}]}
        (self.home / "submission_metadata.json").write_text(json.dumps(users))
        ran = self.bench.call([*before, self.home / "run_autograder"], self.home, **self.where())
        return replace(ran, artifacts=kept(self.home / "results"))


def offline() -> list[str]:
    """Return what stands before a command that is to have no network, where this user may take it away."""
    alone = ["unshare", "--net"]
    return alone if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode == 0 else []


@pytest.fixture(scope="module")
def autograder(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, as `grade export gradescope-autograder` makes it."""
    out = tmp_path_factory.mktemp("zip")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEY_VARIABLE, KEY.text)
        arguments = [
            "--out",
            str(out),
            "--feedback",
            "hint",
            "--visibility",
            "after_due_date",
            "--lang",
            "en",
        ]
        assert main(["export", "gradescope-autograder", str(made.sealed), *arguments]) == 0
    return out / "autograder.zip"


def test_gradescope(bench: Bench, autograder: Path) -> None:
    """The zip is set up and grades a submission; key and course are gone from the disk when it does."""
    container = Gradescope(bench)
    assert (setup := container.build(autograder)).code == 0, setup.log
    ran = container.grade(WRONG, *offline())
    assert ran.code == 0, ran.log
    result = json.loads(ran.artifacts["results.json"])
    jsonschema.validate(result, ci_schemas.GRADESCOPE)
    assert result["visibility"] == "after_due_date"
    assert 0 < result["score"] < 10
    assert sum(test["score"] for test in result["tests"]) == result["score"]
    assert not (container.home / "source" / "course.key").exists()
    assert not (container.home / "source" / "course.sealed").exists()
    if not bench.real:
        assert bench.asked["student"] == "Ada"
        assert bench.asked["trusted"] is False
    assert_no_key(ran, bench)


def test_gradescope_installs_this_version(tmp_path: Path, autograder: Path) -> None:
    """The setup installs bubblewrap, the pinned torch for the CPU, and the wheel in the zip under the pins."""
    container = Gradescope(quick(tmp_path))
    container.build(autograder)
    calls = container.bench.calls()
    assert any(one.startswith("apt-get install") and "bubblewrap" in one for one in calls)
    torch, ours = [one for one in calls if one.startswith("venv-pip install")]
    assert "torch==" in torch
    assert torch.endswith("--index-url https://download.pytorch.org/whl/cpu")
    assert "-c " in ours
    assert ours.endswith("-py3-none-any.whl")


def test_gradescopes_zip_is_as_it_must_be(autograder: Path) -> None:
    """Both scripts lie at the root, are executable, begin with #! and have no carriage returns."""
    with zipfile.ZipFile(autograder) as archive:
        for name in ("setup.sh", "run_autograder"):
            assert archive.getinfo(name).external_attr >> 16 == 0o755
            assert archive.read(name).startswith(b"#!")
            assert b"\r" not in archive.read(name)
        assert archive.getinfo("course.key").external_attr >> 16 == 0o600
        assert archive.read("options").decode().split() == [
            "--feedback=hint",
            "--visibility=after_due_date",
            "--lang=en",
        ]
        pins = archive.read("constraints.txt").decode()
        assert f"torch=={__import__('torch').__version__.partition('+')[0]}\n" in pins
        assert "tensorgrade" not in pins


@pytest.mark.slow
def test_gradescopes_wheel_is_the_program(tmp_path: Path, autograder: Path) -> None:
    """The wheel in the zip installs, and its `grade` runs from where it was installed."""
    with zipfile.ZipFile(autograder) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith(".whl")]
        archive.extract(name, tmp_path)
    target = tmp_path / "there"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", target]
    subprocess.run([*pip, tmp_path / name], check=True)
    code = "import grader; from grader.cli import main; print(grader.__file__); main(['--version'])"
    environment = {**os.environ, "PYTHONPATH": str(target)}
    said = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert said.stdout.startswith(str(target))
    assert (target / "grader" / "templates" / "gradescope" / "run_autograder").is_file()


@pytest.mark.slow
def test_gradescope_as_an_ordinary_user(tmp_path: Path, autograder: Path) -> None:
    """The autograder grades as well where the user is not root (here: one of a user namespace), and offline."""
    user = ["unshare", "--user", "--net", "--map-user=1000", "--map-group=1000"]
    tried = subprocess.run([*user, "id", "-u"], capture_output=True, text=True, check=False)
    if tried.stdout.strip() != "1000":
        pytest.skip(f"no user namespace can be made here: {tried.stderr.strip()}")
    container = Gradescope(Bench(tmp_path, real=True).set_up())
    container.build(autograder)
    ran = container.grade(RIGHT, *user)
    assert ran.code == 0, ran.log
    assert json.loads(ran.artifacts["results.json"])["score"] == 10


@pytest.mark.parametrize("sealed", ["none.sealed", "wrong key"])
def test_a_zip_is_made_of_what_opens_only(
    made: Made,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    sealed: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without a key, without the file, and with another key no zip is made: exit code 2."""
    source = str(made.sealed) if sealed == "wrong key" else sealed
    monkeypatch.setenv(KEY_VARIABLE, new_key().text)
    assert main(["export", "gradescope-autograder", source, "--out", str(tmp_path)]) == 2
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    assert main(["export", "gradescope-autograder", str(made.sealed), "--out", str(tmp_path)]) == 2
    assert "TENSORGRADE_KEY is not set" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_every_template_is_run_here() -> None:
    """A new folder of templates, or a new file in one, needs a test here."""
    here = Path(__file__).read_text()
    for path in TEMPLATES.rglob("*"):
        if path.is_file() and path.name not in ("README.md", "run.sh"):
            assert f'"{path.name}"' in here, path
