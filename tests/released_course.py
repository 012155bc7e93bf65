"""A small course with public examples, and the release that is made of it."""

from __future__ import annotations

from pathlib import Path

from small_course import SLUG, make_small_course, write

from grader.catalog import Catalog
from grader.release import make_bundle, write_folder

CALLS = (
    "double(torch.tensor([1.0, 2.5]))",
    "double(torch.tensor([[1.0, -3.0], [0.1, 0.0]]), times=2)",
    "(lambda x: (double(x, 0), x.shape))(torch.tensor([3.0]))",
    "double(torch.ones(2, dtype=torch.float64)).dtype",
    "double(torch.ones(1), -1)",
)
PATH = """\
[[module]]
id = "M01"
title = { en = "First", zh = "一" }
"""
RIGHT = (
    "def double(x, times=1):\n    if times < 0:\n        raise ValueError('times')\n    return x * 2**times\n"
)
WRONG = "def double(x, times=1):\n    if times < 0:\n        raise ValueError('times')\n    return x * 2\n"


def with_examples(root: Path, calls: tuple[str, ...]) -> Path:
    """Put examples into the small course's manifest, in the place of those that are there."""
    manifest = root / "exercises" / SLUG / "exercise.toml"
    kept = manifest.read_text(encoding="utf-8").split("[[examples]]")[0].rstrip()
    tables = "".join(f'\n\n[[examples]]\ncall = """{call}"""' for call in calls)
    write(manifest, f"{kept}{tables}\n")
    return root


def make_course_to_release(root: Path, calls: tuple[str, ...] = CALLS) -> Path:
    """Write the course into a folder."""
    write(make_small_course(root) / "exercises" / "path.toml", PATH)
    return with_examples(root, calls)


def make_release(course: Path, out: Path, assignment: str = "Homework 1") -> Path:
    """Release the course into a folder."""
    write_folder(make_bundle(Catalog(course), (), assignment), out)
    return out
