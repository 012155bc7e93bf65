"""The four paths of the documentation can be walked: their commands are run, in order, in a fresh course."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from small_course import make_small_course

from grader.catalog import Catalog
from grader.release import make_bundle, write_zip

ROOT = Path(__file__).resolve().parents[1]
PATHS = ROOT / "docs" / "paths"
READERS = ("student", "instructor", "author", "ci")
EXERCISES = ("conv_output_size", "broadcasting_add")
TOPIC = "conv"
STUDENTS = ("ada", "esi")
FOLDER = "tensorgrade"
# Commands that are not run, and why.
NOT_RUN = {
    "pip install 'tensorgrade[similarity]'": "it needs a network; the tests' environment has the package"
}
# What the page leaves to the reader, done before a command: the shell line.
SOLVED = 'cp "$ROOT"/solutions/conv_output_size/reference.py exercises/conv_output_size/conv_output_size.py'
FILLED = 'rm -r exercises/double solutions/double && cp -r "$FILLED"/. .'
BY_HAND = {
    "grade run conv_output_size        # after you have mended it": SOLVED,
    "grade validate --freeze double --html proof.html    # when every TODO is filled": FILLED,
}
# What the reader types while a command waits.
TYPED = {"grade quiz conv --count 3": ":quit"}
EXIT_CODE = re.compile(r"exit code (\d+)")
TITLE = re.compile(r'title="(.+?)"')


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the reader of a path does: a command and the code it ends with, or a file's new text."""

    shell: str
    code: int = 0


def steps(page: Path) -> Iterator[Step]:
    """Yield what a page tells its reader to do, in order."""
    for token in MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8")):
        title = TITLE.search(token.info)
        if title:
            yield Step(f"cat > {title[1]} <<'END'\n{token.content}END")
        elif token.info == "console":
            yield from map(step, commands(token.content))


def commands(block: str) -> list[str]:
    """Return the commands of a console block."""
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


def bare(command: str) -> str:
    """Return a command without what is said about it."""
    return re.split(r"\s+#\s", command)[0]


def step(line: str) -> Step:
    """Read one command and the exit code that the page says; 0 where it says none."""
    said = EXIT_CODE.search(line)
    shell = bare(line)
    if shell in TYPED:
        shell += f" <<< '{TYPED[shell]}'"
    if line in BY_HAND:
        shell = f"{BY_HAND[line]}\n{shell}"
    return Step(shell, int(said[1]) if said else 0)


def copied(names: Iterator[str], to: Path) -> None:
    """Copy files and folders of the project, by their names."""
    ignored = shutil.ignore_patterns("__pycache__", ".tensorgrade")
    for name in names:
        source, target = ROOT / name, to / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target, ignore=ignored) if source.is_dir() else shutil.copy(source, target)


def course_names() -> Iterator[str]:
    """Yield what the small course is cut out of."""
    yield from ("exercises/path.toml", "ci-templates", f"quizzes/{TOPIC}")
    for slug in EXERCISES:
        yield from (f"exercises/{slug}", f"solutions/{slug}")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a course, what two students handed in, and an exercise that somebody has filled in."""
    copied(course_names(), tmp_path / FOLDER)
    for student in STUDENTS:
        source = next((ROOT / "tests/sample_class" / student).rglob(f"{EXERCISES[0]}.py"))
        target = tmp_path / "submissions" / student / source.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    (tmp_path / "filled").mkdir()
    make_small_course(tmp_path / "filled")
    return tmp_path


def release(desk: Path) -> None:
    """Put what the instructor gave out on the student's desk."""
    bundle = make_bundle(Catalog(desk / FOLDER), (), "Homework 1")
    write_zip(bundle, desk / "homework-1.zip", "homework-1")


def walked(desk: Path, start: Path, todo: list[Step]) -> tuple[list[int], str]:
    """Do the steps in one shell, one after the other; return the exit codes and what was printed."""
    codes = desk / "codes"
    lines = [f"{{\n{one.shell}\n}} 2>&1\necho $? >> {codes}" for one in todo]
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(desk / "home"),
        "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"],
        "LANG": "C.UTF-8",
        "LANGUAGE": "en",
        "OMP_NUM_THREADS": "1",
        "ROOT": str(ROOT),
        "FILLED": str(desk / "filled"),
    }
    ended = subprocess.run(
        ["bash", "-c", "\n".join(lines)], cwd=start, env=environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return list(map(int, codes.read_text().split())), ended.stdout + ended.stderr


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
def test_a_path_can_be_walked(reader: str, desk: Path) -> None:
    """Every command of a path, typed in order in a fresh course, ends with the exit code that the page says."""
    todo = [one for one in steps(PATHS / f"{reader}.md") if one.shell not in NOT_RUN]
    start = desk / FOLDER
    if reader == "student":
        release(desk)
        start = desk
    codes, printed = walked(desk, start, todo)
    assert list(zip([one.shell for one in todo], codes, strict=True)) == [
        (one.shell, one.code) for one in todo
    ], printed


def blocks(page: Path) -> list[str]:
    """Return the commands of a path and the files that it has its reader write."""
    found = []
    for token in MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8")):
        found += [bare(line) for line in commands(token.content)] if token.info == "console" else []
        found += [token.content] if TITLE.search(token.info) else []
    return found


@pytest.mark.parametrize("reader", READERS)
def test_both_languages_of_a_path_say_the_same_commands(reader: str) -> None:
    """The Chinese page of a path has the commands of the English one, which are run."""
    assert blocks(PATHS / f"{reader}.zh.md") == blocks(PATHS / f"{reader}.md")


def test_what_is_done_by_hand_is_on_a_page() -> None:
    """Every exception to how commands are run belongs to a command that a path still has."""
    lines = {
        line
        for reader in READERS
        for token in MarkdownIt("commonmark").parse((PATHS / f"{reader}.md").read_text(encoding="utf-8"))
        if token.info == "console"
        for line in commands(token.content)
    }
    assert set(BY_HAND) <= lines
    assert set(NOT_RUN) | set(TYPED) <= set(map(bare, lines))
