"""A student's way from the zip to every example held, on a real terminal, screen by screen.

The screens are what an emulated terminal shows, at 80 and at 120 columns, in English and in Chinese; they are
kept in ``tests/golden/journey``. A Chinese character takes two columns there, as on a student's screen.
"""

from __future__ import annotations

import os
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pexpect
import pyte
import pytest
from fake_course import MANIFEST
from golden import HERE, assert_golden
from released_course import RIGHT, WRONG, make_course_to_release
from small_course import STATEMENT, STATEMENT_ZH, write

from grader.catalog import COURSE_VARIABLE, Catalog
from grader.release import make_bundle, write_zip
from grader.watch.bar import columns_of

LINES = 60
WIDTHS = (80, 120)
SECONDS = 60
QUIET_SECONDS = 2
LATE_SECONDS = 20  # a busy machine takes its time to draw anew
HALVE = "def halve(x):\n    return x / 2\n"
# What the kernel here lets the sandbox do is not what this is about.
DEVICES = re.compile(r"^(Devices|设备)\n(  .*\n)+", re.MULTILINE)
UPDATING = os.environ.get("UPDATE_GOLDEN") == "1"

WORDS = {
    "en": {
        "keys": "q quit",
        "stub": "it is not written yet",
        "wrong": "Public examples: 3 of 5 hold",
        "hint": "Hint 1 of 3",
        "right": "every public example holds",
        "list": "Exercises; > is the one at hand",
        "next": "exercises/halve/halve.py",
        "confirm": "Put the stub of halve back?",
        "reset": "The stub is back.",
        "gone": "Stopped.",
    },
    "zh": {
        "keys": "q 退出",
        "stub": "还没有写",
        "wrong": "公开示例：5 个中 3 个成立",
        "hint": "提示 1/3",
        "right": "公开示例全部成立",
        "list": "> 为当前练习",
        "next": "exercises/halve/halve.py",
        "confirm": "要把 halve 恢复成初始代码吗",
        "reset": "已恢复初始代码",
        "gone": "已停止。",
    },
}


def add_second_exercise(root: Path) -> None:
    """Add ``halve``, so that there is a next exercise."""
    exercise, solution = root / "exercises" / "halve", root / "solutions" / "halve"
    example = '\n[[examples]]\ncall = "halve(torch.tensor([[1.0, 3.0], [0.0, -2.0]]))"\n'
    write(
        exercise / "exercise.toml",
        MANIFEST.format(slug="halve", title="Halve", module="M01", level=2) + example,
    )
    write(exercise / "halve.py", "def halve(x):\n    raise NotImplementedError\n")
    write(exercise / "README.md", STATEMENT)
    write(exercise / "README.zh.md", STATEMENT_ZH)
    write(solution / "reference.py", HALVE)
    write(solution / "test_halve.py", "")


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip that the instructor gives out."""
    folder = tmp_path_factory.mktemp("instructor")
    add_second_exercise(make_course_to_release(folder / "course"))
    archive = folder / "hw1.zip"
    write_zip(make_bundle(Catalog(folder / "course"), (), "Homework 1"), archive, "hw1")
    return archive


@dataclass
class Terminal:
    """A student's terminal: `grade` runs in it, and we see what they see."""

    child: pexpect.spawn
    language: str
    screen: pyte.Screen
    stream: pyte.Stream

    def word(self, name: str) -> str:
        """Return how this language says something."""
        return WORDS[self.language][name]

    def shown(self) -> str:
        """Return the screen as text, without blanks at the end of lines or lines at the end."""
        lines = "\n".join(line.rstrip() for line in self.screen.display).rstrip("\n") + "\n"
        return DEVICES.sub(r"\1 …\n", lines)

    def read(self, seconds: float) -> bool:
        """Take in what was drawn; tell whether anything was."""
        try:
            self.stream.feed(self.child.read_nonblocking(1 << 16, seconds))
        except pexpect.TIMEOUT:
            return False
        return True

    def until(self, holds: Callable[[str], bool]) -> None:
        """Read until the screen is as wanted, or nothing more comes for long."""
        while not holds(self.shown()) and self.read(SECONDS):
            pass
        assert holds(self.shown()), self.shown()

    def is_settled_at(self, word: str, end: str) -> Callable[[str], bool]:
        """Return the test for a screen that is drawn to its end and says a word."""
        return lambda shown: word in shown and shown.rstrip("\n").endswith(end)

    def compare(self, name: str, word: str, end: str = "keys") -> None:
        """Compare the screen with the golden one at each width, going on while it is still being drawn."""
        for columns in WIDTHS:
            self.resize(columns)
            golden = f"journey/{name}.{columns}.{self.language}.txt"
            self.until(self.is_settled_at(self.word(word), self.word(end) if end in WORDS["en"] else end))
            while (
                self.read(QUIET_SECONDS) if UPDATING else not self.matches(golden) and self.read(LATE_SECONDS)
            ):
                pass
            assert_golden(golden, self.shown())
            assert all(columns_of(line) <= columns for line in self.shown().splitlines())
        self.resize(WIDTHS[0])

    def matches(self, golden: str) -> bool:
        """Tell whether the screen is the golden one by now."""
        path = HERE / "golden" / golden
        return path.is_file() and path.read_text(encoding="utf-8") == self.shown()

    def resize(self, columns: int) -> None:
        """Make the window as wide as this; `grade` is told and draws anew."""
        if self.screen.columns != columns:
            self.screen.resize(LINES, columns)
            self.screen.reset()
            self.child.setwinsize(LINES, columns)


@pytest.fixture(params=["en", "zh"])
def terminal(request: pytest.FixtureRequest, handed_out: Path, tmp_path: Path) -> Iterator[Terminal]:
    """A terminal in the unpacked release, with `grade` just started."""
    with zipfile.ZipFile(handed_out) as archive:
        archive.extractall(tmp_path)
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", "LANGUAGE": request.param}
    # COLUMNS and LINES would outdo what the terminal says of its size.
    for name in (COURSE_VARIABLE, "COLUMNS", "LINES"):
        environment.pop(name, None)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "grader.cli"],
        cwd=str(tmp_path / "hw1"),
        env=environment,
        encoding="utf-8",
        dimensions=(LINES, WIDTHS[0]),
    )
    screen = pyte.Screen(WIDTHS[0], LINES)
    yield Terminal(child, request.param, screen, pyte.Stream(screen))
    child.close(force=True)


def test_the_way_of_a_student(terminal: Terminal, tmp_path: Path) -> None:
    """Start, a wrong answer, a hint, a right answer, the list, the next exercise, a reset, and the way out.

    Every save is seen, every key acts at once, and each screen reads as it was accepted.
    """
    exercises = tmp_path / "hw1" / "exercises"

    terminal.compare("1-start", "stub")
    (exercises / "double" / "double.py").write_text(WRONG, encoding="utf-8")
    terminal.compare("2-wrong", "wrong")
    terminal.child.send("h")
    terminal.compare("3-hint", "hint")
    (exercises / "double" / "double.py").write_text(RIGHT, encoding="utf-8")
    terminal.compare("4-right", "right")
    terminal.child.send("l")
    terminal.compare("5-list", "list", end="back" if terminal.language == "en" else "返回")
    terminal.child.send("q")
    terminal.until(terminal.is_settled_at(terminal.word("right"), terminal.word("keys")))
    terminal.child.send("n")
    terminal.compare("6-next", "next")
    (exercises / "halve" / "halve.py").write_text(HALVE, encoding="utf-8")
    terminal.compare("7-all-held", "right")
    terminal.child.send("x")
    terminal.compare("8-confirm", "confirm", end="[y/n]")
    terminal.child.send("y")
    terminal.compare("9-reset", "reset")
    terminal.child.send("q")
    terminal.until(
        lambda shown: shown.count("\n") < LINES and terminal.word("gone") in shown.splitlines()[-1]
    )
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    assert terminal.child.exitstatus == 0
    assert (
        (exercises / "halve" / "halve.py").read_text(encoding="utf-8").endswith("raise NotImplementedError\n")
    )
    assert (exercises / "double" / "double.py").read_text(encoding="utf-8") == RIGHT


def test_the_columns_of_the_list_are_aligned() -> None:
    """In both languages every row of the list has its name in the same column, wide characters counted."""
    for language in WORDS:
        for columns in WIDTHS:
            path = HERE / "golden" / "journey" / f"5-list.{columns}.{language}.txt"
            rows = [line for line in path.read_text(encoding="utf-8").splitlines() if "exercises/" in line]
            places = {columns_of(row.partition("exercises/")[0]) for row in rows}
            assert len(rows) == 2
            assert len(places) == 1
