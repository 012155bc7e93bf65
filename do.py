"""The project's chores, from a machine with only Python: ``python3 do.py`` lists them.

Everything runs in a virtual environment of the project's own (``.venv``), installed from the pinned
``constraints.txt``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "installed-from"
POT = "build/messages.pot"
COVERED = (
    95  # percent of the lines of grader/; what runs in a jail counts only where a test also runs it outside
)
ONE_THREAD = {"OMP_NUM_THREADS": "1"}


def run(*command: str) -> int:
    """Run a command of the environment in the project's folder; return its exit code."""
    return subprocess.call([str(BIN / command[0]), *command[1:]], cwd=ROOT, env=os.environ | ONE_THREAD)


def call(*command: str) -> None:
    """Run a command of the environment in the project's folder; stop with its exit code if it fails."""
    if code := run(*command):
        sys.exit(code)


def setup() -> None:
    """Make the virtual environment and install the project and its tools, unless that is done."""
    if sys.version_info < (3, 11):  # noqa: UP036  (this file runs before anything is installed)
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    wanted = (ROOT / "constraints.txt").read_text() + (ROOT / "pyproject.toml").read_text()
    if STAMP.is_file() and STAMP.read_text() == wanted:
        return
    print("Setting up .venv …", flush=True)
    venv.create(VENV, with_pip=True, clear=True)
    # torch by its exact version first: a plain or newer one pulls gigabytes of GPU libraries.
    torch = next(line for line in wanted.splitlines() if line.startswith("torch=="))
    call(
        "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-c",
        "constraints.txt",
        torch,
    )
    editable = ("-c", "constraints.txt", "-e", ".[dev]")
    call("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *editable)
    STAMP.write_text(wanted)


def demo() -> None:
    """Grade the sample class on six exercises and write the HTML report."""
    setup()
    call("grade", "batch", "tests/sample_class", "--out", "reports/demo", "--jobs", "2", "--trust-this-code")


def test() -> None:
    """Run every check: format, lint, types, tests with coverage, the proof of every exercise."""
    lint()
    # The proof of the exercises runs without the cost of coverage.
    content = "tests/test_catalogue.py"
    parts = (
        (f"--ignore={content}", "--cov", "--cov-report=", f"--cov-fail-under={COVERED}"),
        (f"--ignore={content}", "-m", "slow"),
        (content, "-m", "not soak"),
    )
    # A part that fails does not keep the next ones from being seen.
    sys.exit(max([pytest(*part) for part in parts]))


def soak() -> None:
    """Run what is too long for every push: hours."""
    setup()
    sys.exit(pytest("-m", "soak"))


def quick() -> None:
    """Run the default tests only."""
    setup()
    sys.exit(pytest())


def pytest(*arguments: str) -> int:
    """Run tests, on two workers, and name the longest; return the exit code."""
    return run("python", "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", "--durations=25", *arguments)


def lint() -> None:
    """Check format, lint and types."""
    setup()
    call("ruff", "format", "--check", "-q")
    call("ruff", "check", "-q")
    call("mypy")


def bench() -> None:
    """Measure the timing claims, side by side in one run."""
    setup()
    call("python", "bench/run.py")


def messages() -> None:
    """Bring the translation catalogue up to date with the source."""
    setup()
    (ROOT / "build").mkdir(exist_ok=True)
    keywords = ("--no-default-keywords", "-k", "text:1", "-k", "tr:1")
    call(
        "pybabel",
        "-q",
        "extract",
        "-F",
        "babel.cfg",
        *keywords,
        "--no-location",
        "--sort-output",
        "-o",
        POT,
        ".",
    )
    update = ("--no-fuzzy-matching", "--ignore-obsolete", "--no-wrap", "--ignore-pot-creation-date")
    call(
        "pybabel",
        "-q",
        "update",
        "-D",
        "tensorgrade",
        "-i",
        POT,
        "-d",
        "grader/locale",
        "-l",
        "zh_CN",
        *update,
    )
    call("pybabel", "compile", "-D", "tensorgrade", "-d", "grader/locale", "--statistics")


def site() -> None:
    """Build the documentation as a site, build/site/index.html; no network is needed."""
    setup()
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # an advertisement
    call("mkdocs", "build", "--strict")


def pictures() -> None:
    """Write the sample report and the pictures of the documentation (needs Chromium)."""
    setup()
    call("python", "docs/site/pictures.py")


CHORES: dict[str, Callable[[], None]] = {
    f.__name__: f for f in (setup, demo, test, quick, soak, lint, bench, messages, site, pictures)
}


def main() -> None:
    """Run the chore that was named, or list them."""
    if len(sys.argv) == 2 and sys.argv[1] in CHORES:
        CHORES[sys.argv[1]]()
        return
    for name, chore in CHORES.items():
        print(f"  python3 do.py {name:10} {chore.__doc__}")
    sys.exit(0 if len(sys.argv) == 1 else 2)


if __name__ == "__main__":
    main()
