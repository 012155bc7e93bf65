"""The museum of cheats: a course with one exercise, the exhibits in `tests/hostile/`, and what must hold after each.

An exhibit is a submission for ``softmax``. Its docstring says what it tries and what must stop it::

    \"\"\"A07 Environment: puts the grader's environment into the message of its exception.

    Stopped by: the cleared environment
    Expected: rejected
    \"\"\"

``Expected`` lists the verdicts that may come of it (``not accepted`` for all that earn nothing). Further
lines: ``Baselines: pytest, results file`` where the same file gets full marks from those graders;
``Outcome: …`` a word that the report must contain.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from grader.course import Course
from grader.model import Attempt, Verdict
from grader.report.as_json import course_to_json
from grader.sandbox.launch import FIRST_USER, USERS

HOSTILE = Path(__file__).parent / "hostile"
SLUG = "softmax"
CANARY = "canary-7f3a9c51e2"
MARK = "cheat"  # in the name of everything that an exhibit tries to leave
NOT_ACCEPTED = frozenset(Verdict) - {Verdict.ACCEPTED, Verdict.PARTIAL, Verdict.GRADER_FAULT}
LINE = re.compile(r"^(Stopped by|Expected|Baselines|Outcome): (.+)$", re.MULTILINE)

MANIFEST_OF_SOFTMAX = """
title = { en = "Softmax", zh = "Softmax" }
target = "softmax"
module = "M11"
level = 2
notes = { en = "S1", zh = "S1" }
forbidden = ["softmax", "log_softmax", "logsumexp", "softmin", "numpy"]

[[hints]]
en = "Exponentials over their sum."
zh = "指数除以指数之和。"

[[hints]]
en = "Subtract the largest first."
zh = "先减去最大值。"

[[hints]]
en = "Tensor.amax"
zh = "Tensor.amax"

[[examples]]
call = "softmax(torch.tensor([0.0, 0.0]))"

[limits]
call_seconds = 1.5
load_seconds = 3.0
exercise_seconds = 5.0
cpu_seconds = 4.0
memory_bytes = 268435456
"""

STUB = '''"""The stub."""

from torch import Tensor


def softmax(x: Tensor) -> Tensor:
    """Return the softmax of x over its last dimension."""
    raise NotImplementedError
'''

REFERENCE = f'''"""The reference. {CANARY}"""


def softmax(x):
    secret_of_the_reference = "{CANARY}"
    e = (x - x.amax(-1, keepdim=True)).exp()
    return e / e.sum(-1, keepdim=True)
'''

PROPERTIES = f'''"""Hidden properties of softmax. {CANARY}"""

from hypothesis import given
from hypothesis import strategies as st

from grader.author import assert_gradients_match, assert_matches, hint, points, shapes, tensors

HIDDEN_CONSTANT = "{CANARY}"


@points(7)
@hint("What do the numbers of a row add up to?", zh="一行的数加起来是多少？")
@given(x=tensors(shape=st.sampled_from(((3,), (2, 3), (4, 1), (2, 3, 5), (1, 17))), low=-30, high=30))
def test_values(student, reference, x):
    """Gives the softmax of every row.
    给出每一行的 softmax。"""
    assert_matches(student.softmax, reference.softmax, x)


@points(3)
@hint("Is the graph kept?", zh="计算图还在吗？")
@given(x=tensors(shape=st.sampled_from(((3,), (2, 4))), values="normal"))
def test_gradients(student, reference, x):
    """Its gradients are those of softmax.
    梯度与 softmax 的一致。"""
    assert_gradients_match(student.softmax, reference.softmax, x)
'''

HONEST = '''"""An honest submission."""
import torch


def softmax(x):
    e = torch.exp(x - x.amax(dim=-1, keepdim=True))
    return e / e.sum(dim=-1, keepdim=True)
'''


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One submission of the museum and what its docstring says."""

    path: Path
    trick: str
    stopped_by: str
    expected: frozenset[Verdict]
    baselines: tuple[str, ...]
    outcome: str


def exhibits() -> list[Exhibit]:
    """Return every exhibit, by name."""
    return [exhibit_of(path) for path in sorted(HOSTILE.glob("[A-Z][0-9][0-9]*.py"))]


def exhibit_of(path: Path) -> Exhibit:
    """Read what an exhibit says of itself; its text is never executed here."""
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    docstring = text.split('"""', 2)[1]
    fields = dict(LINE.findall(docstring))
    return Exhibit(
        path,
        docstring.splitlines()[0],
        fields["Stopped by"],
        verdicts(fields["Expected"]),
        tuple(fields.get("Baselines", "").replace(", ", ",").split(",")) if "Baselines" in fields else (),
        fields.get("Outcome", ""),
    )


def verdicts(names: str) -> frozenset[Verdict]:
    """Return the verdicts that a line names."""
    if names == "not accepted":
        return NOT_ACCEPTED
    return frozenset(Verdict(name.strip()) for name in names.split(","))


def earned_too_much(attempt: Attempt) -> bool:
    """Tell whether a cheat was paid: any point at all, unless it is expected to be accepted."""
    return attempt.score > Fraction(0)


def build_course(root: Path) -> Path:
    """Make the course of the museum; return its folder."""
    exercise, solution = root / "exercises" / SLUG, root / "solutions" / SLUG
    for folder in (exercise, solution / "wheats", solution / "chaffs"):
        folder.mkdir(parents=True)
    (exercise / "exercise.toml").write_text(MANIFEST_OF_SOFTMAX)
    (exercise / f"{SLUG}.py").write_text(STUB)
    for name in ("README.md", "README.zh.md"):
        (exercise / name).write_text("# Softmax\n")
    (solution / "reference.py").write_text(REFERENCE)
    (solution / f"test_{SLUG}.py").write_text(PROPERTIES)
    return root


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What files hold and when they were last touched."""

    files: tuple[tuple[str, str, int, int], ...]

    @classmethod
    def of(cls, *roots: Path) -> Snapshot:
        """Look at every file below `roots`, and at every name in the folders that all processes share."""
        paths = sorted(path for root in roots for path in root.rglob("*") if path.is_file())
        return cls(tuple(cls.entry(path) for path in paths))

    @staticmethod
    def entry(path: Path) -> tuple[str, str, int, int]:
        """Return a file's path, content, mode and time."""
        status = path.stat()
        return str(path), hashlib.sha256(path.read_bytes()).hexdigest(), status.st_mode, status.st_mtime_ns


def left_behind() -> set[str]:
    """Return what cheats have left in the folders that all processes share: their mark, or their user's.

    Whoever else runs the grader here leaves such entries, too: compare with those before the first visitor.
    """
    entries = [entry for folder in ("/tmp", "/dev/shm", "/var/tmp") for entry in os.scandir(folder)]
    return {entry.path for entry in entries if MARK in entry.name or is_of_a_runner(entry)}


def is_of_a_runner(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry belongs to a user that only runners have."""
    try:
        return FIRST_USER <= entry.stat(follow_symlinks=False).st_uid < FIRST_USER + USERS
    except FileNotFoundError:
        return False


def mentions_canary(attempt: Attempt) -> bool:
    """Tell whether anything hidden is in what is shown of an attempt."""
    shown = course_to_json(Course("museum", (attempt,))).decode()
    return CANARY in shown
