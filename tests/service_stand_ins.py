"""Stand-ins for the services that run `grade ci`: they read the same files and give the same environment.

Commands that would install something or change the machine are shims that write down what was asked of them.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

TESTS = Path(__file__).resolve().parent
FAKE = TESTS / "graded_in_advance.py"
REAL = ("-m", "grader.cli")
RECORD = 'printf "%s\\n" "$(basename "$0") $*" >> "{log}"\n'
EXPRESSION = re.compile(r"\$\{\{\s*([\w.]+)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Bench:
    """A folder for one run: shims on the path, a log of what they were asked, what grading was asked."""

    root: Path
    real: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def shims(self) -> Path:
        """The folder of the commands."""
        return self.root / "shims"

    @property
    def log(self) -> Path:
        """What the shims were asked, one line for each call."""
        return self.root / "calls.txt"

    @property
    def asked(self) -> dict[str, Any]:
        """What grading was asked for."""
        found: dict[str, Any] = json.loads((self.root / "asked.json").read_text())
        return found

    def calls(self) -> list[str]:
        """Return what the shims were asked."""
        return self.log.read_text().splitlines() if self.log.exists() else []

    def set_up(self, *, grade: bool = True) -> Bench:
        """Make the shims."""
        self.shims.mkdir(parents=True)
        record = RECORD.format(log=self.log)
        for name in ("apt-get", "sysctl", "pip"):
            self.shim(name, record)
        self.shim("sudo", record + 'exec "$@"\n')
        for name in ("python", "python3"):
            pip = 'if [ "$1 $2" = "-m pip" ]; then exit 0; fi\n'
            self.shim(name, f'{record}{pip}exec {sys.executable} "$@"\n')
        if grade:
            self.shim("grade", record + self.grade_line())
        return self

    def grade_line(self) -> str:
        """Return the line of a shell script that is `grade`."""
        program = " ".join(REAL) if self.real else str(FAKE)
        return f'exec {sys.executable} {program} "$@"\n'

    def shim(self, name: str, script: str, folder: Path | None = None) -> None:
        """Write a command."""
        path = (folder or self.shims) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/usr/bin/env bash\n{script}")
        path.chmod(0o755)

    def variables(self, **more: str) -> dict[str, str]:
        """Return the environment of a command: a small one, as runners have it."""
        return {
            "PATH": f"{self.shims}:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": str(self.root),
            "LANG": "C.UTF-8",
            "OMP_NUM_THREADS": "1",
            "GRADED_IN_ADVANCE": str(self.root / "asked.json"),
            **self.environment,
            **more,
        }

    def call(self, command: Sequence[str | Path], cwd: Path, **variables: str) -> Ran:
        """Run a command; both of its streams are the log."""
        done = subprocess.run(
            [str(one) for one in command],
            cwd=cwd,
            env=self.variables(**variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return Ran(done.returncode, done.stdout)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a job ended: its exit code, its log, files that were kept, summary and outputs (GitHub)."""

    code: int
    log: str
    artifacts: Mapping[str, bytes] = field(default_factory=dict)
    summary: str = ""
    outputs: Mapping[str, str] = field(default_factory=dict)


def kept(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder by their paths in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


class GitHub:
    """Runs a workflow's job: the same steps, variables, files and expressions, one after another."""

    def __init__(
        self,
        bench: Bench,
        repositories: Mapping[str, Path],
        secrets: Mapping[str, str],
        inputs: Mapping[str, str] | None = None,
    ) -> None:
        self.bench = bench
        self.repositories = repositories
        self.workspace = bench.root / "work"
        self.workspace.mkdir()
        self.values = {f"secrets.{name}": value for name, value in secrets.items()}
        self.values |= {f"inputs.{name}": value for name, value in (inputs or {}).items()}
        self.artifacts: dict[str, bytes] = {}
        self.environments: list[dict[str, str]] = []

    def run(self, workflow: Path, own: str) -> Ran:
        """Run the workflow's only job for a repository."""
        (job,) = yaml.safe_load(workflow.read_text())["jobs"].values()
        code, log, summary, outputs = 0, "", "", ""
        for number, step in enumerate(job["steps"]):
            if code and step.get("if") != "always()":
                continue
            files = {
                name: str(self.bench.root / f"{name}_{number}")
                for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")
            }
            if "uses" in step:
                self.use(step, own)
                continue
            ran = self.execute(step, files)
            code, log = code or ran.code, log + ran.log
            parts = [Path(path).read_text() if Path(path).exists() else "" for path in files.values()]
            summary, outputs = summary + parts[0], outputs + parts[1]
        named = dict(line.split("=", 1) for line in outputs.splitlines())
        return Ran(code, log, self.artifacts, summary, named)

    def execute(self, step: Mapping[str, Any], files: Mapping[str, str]) -> Ran:
        """Run a step's script as GitHub does where no shell is named."""
        script = self.bench.root / "step.sh"
        script.write_text(self.filled(step["run"]))
        own = {name: self.filled(value) for name, value in step.get("env", {}).items()}
        environment = {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_ACTOR": "ada",
            **files,
            **own,
        }
        self.environments.append(environment)
        return self.bench.call(["bash", "-e", script], self.workspace, **environment)

    def use(self, step: Mapping[str, Any], own: str) -> None:
        """Do what an action does, as far as a job can tell."""
        action, _, _ = step["uses"].partition("@")
        given = {name: self.filled(str(value)) for name, value in step.get("with", {}).items()}
        if action == "actions/checkout":
            source = self.repositories[given.get("repository", own)]
            shutil.copytree(source, self.workspace / given.get("path", "."), dirs_exist_ok=True)
        elif action == "actions/upload-artifact":
            self.artifacts = kept(self.workspace / given["path"])
        else:
            assert action == "actions/setup-python", action

    def filled(self, text: str) -> str:
        """Evaluate expressions: names only, and one that nobody gave is an error."""
        return EXPRESSION.sub(lambda found: self.values[found[1]], text)


def run_gitlab(bench: Bench, configuration: Path, project: Path, variables: Mapping[str, str]) -> Ran:
    """Run a pipeline's only job in a copy of a project, as GitLab's shell does: one script that stops at errors."""
    (job,) = yaml.safe_load(configuration.read_text()).values()
    folder = bench.root / "builds"
    shutil.copytree(project, folder)
    script = bench.root / "job.sh"
    script.write_text("\n".join(["set -eo pipefail", *job["before_script"], *job["script"], ""]))
    given = {
        "CI": "true",
        "GITLAB_CI": "true",
        "CI_PROJECT_DIR": str(folder),
        "GITLAB_USER_LOGIN": "ada",
        **job.get("variables", {}),
        **variables,
    }
    ran = bench.call(["bash", script], folder, **given)
    found: dict[str, bytes] = {}
    assert job["artifacts"]["when"] == "always"
    for path in job["artifacts"]["paths"]:
        found |= kept(folder / path)
    junit = folder / job["artifacts"]["reports"]["junit"]
    return Ran(ran.code, ran.log, {**found, "reported": junit.read_bytes() if junit.exists() else b""})
