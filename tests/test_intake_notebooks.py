"""Notebooks: the target with what it needs, magics left out and told, errors that name the cell."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from handed_in import GATHER, cell, fill, keys, notebook, prose, rows, source_of, take

from grader.intake import Found, Intake, OddityKind


def hand_in(folder: Path, *cells: dict[str, object], name: str = "hw1.ipynb") -> Intake:
    return take(fill(folder, {f"ada/{name}": notebook(*cells), "bo/gather.py": GATHER}))


def of_ada(intake: Intake) -> Found:
    return next(found for found in intake.found if found.student == "ada")


def run(found: Found) -> dict[str, object]:
    """Execute an extracted source, which the tests wrote themselves."""
    names: dict[str, object] = {}
    exec(compile(source_of(found), "extracted", "exec"), names)
    return names


def test_target_comes_with_what_it_needs(tmp_path: Path) -> None:
    """Imports, helpers and constants that the target reaches by name come along; experiments stay behind."""
    found = of_ada(
        hand_in(
            tmp_path,
            cell("import math, json\nimport collections\ndata = open('mine.csv').read()\n"),
            prose("def gather(): no code"),
            cell("SCALE = 3\ndef helper(x):\n    return math.sqrt(x) * SCALE\nprint(data)\n"),
            cell("def gather(x, data=None):\n    out = helper(x)\n    return out\n\ngather(data)\n"),
            cell("raise SystemExit\n"),
        )
    )

    assert run(found)["gather"](4) == 6.0  # type: ignore[operator]
    assert not {"open", "collections", "SystemExit", "print"} & set(
        source_of(found).replace("(", " ").split()
    )


def test_several_exercises_in_one_notebook(tmp_path: Path) -> None:
    """Every exercise whose target a cell defines is found, each with its own source."""
    intake = hand_in(tmp_path, cell("def gather(x):\n    return 1\n"), cell("class scatter:\n    pass\n"))

    assert keys(intake) == [("ada", "gather"), ("ada", "scatter"), ("bo", "gather")]
    assert "scatter" not in source_of(intake.found[0])


def test_the_last_definition_counts(tmp_path: Path) -> None:
    """Of several definitions the last counts, and a result of the same name below it is no definition."""
    found = of_ada(
        hand_in(
            tmp_path,
            cell("def accuracy(p):\n    return forbidden(p)\n"),
            cell("def accuracy(p):\n    return 2\n"),
            cell("accuracy = accuracy(1)\n"),
        )
    )

    assert run(found)["accuracy"](0) == 2  # type: ignore[operator]
    assert "forbidden" not in source_of(found)


def test_patches_of_a_class_come_along(tmp_path: Path) -> None:
    """What changes a needed object in place belongs to it: methods set later, entries, decorators."""
    found = of_ada(
        hand_in(
            tmp_path,
            cell("import functools\nTABLE = {}\n"),
            cell("TABLE['a'] = 5\nTABLE['b'] = 6\n"),
            cell("@functools.lru_cache\ndef lookup(k):\n    return TABLE[k]\n"),
            cell("class gather:\n    pass\n"),
            cell("def forward(self, k):\n    return lookup(k)\ngather.forward = forward\n"),
        )
    )

    assert run(found)["gather"]().forward("b") == 6  # type: ignore[operator]


def test_helpers_below_the_target_are_found(tmp_path: Path) -> None:
    """A helper that only a later cell defines is taken: the notebook runs when all cells have run."""
    found = of_ada(
        hand_in(
            tmp_path, cell("def gather(x):\n    return later(x)\n"), cell("def later(x):\n    return x\n")
        )
    )

    assert run(found)["gather"](7) == 7  # type: ignore[operator]


def test_star_and_future_imports_come_along(tmp_path: Path) -> None:
    """A star import above the target is taken, and a future import comes first."""
    found = of_ada(
        hand_in(
            tmp_path,
            cell("from math import *\n"),
            cell("from __future__ import annotations\n"),
            cell("def gather(x: Undefined):\n    return floor(x)\n"),
        )
    )

    assert run(found)["gather"](7.5) == 7  # type: ignore[operator]
    assert source_of(found).startswith("from __future__ import annotations\n")


@pytest.mark.parametrize("tag", ["gather", "tensorgrade:gather"])
def test_a_tagged_cell_is_taken_whole(tmp_path: Path, tag: str) -> None:
    """A tag hands in its cell with all its statements, whatever other cells define."""
    found = of_ada(
        hand_in(
            tmp_path,
            cell("import math\n"),
            cell("def gather(x):\n    return x\nLIMIT = math.pi\ngather.limit = LIMIT\n", tags=[tag]),
            cell("def gather(x):\n    return 'another'\n"),
        )
    )

    assert run(found)["gather"](1) == 1  # type: ignore[operator]
    assert "gather.limit = LIMIT" in source_of(found)


def test_lines_map_back_to_cells(tmp_path: Path) -> None:
    """A line of the graded text is told as a line of the cell that the student sees."""
    found = of_ada(
        hand_in(
            tmp_path,
            prose("# Title"),
            cell("x = 1\n\nimport math\n", execution=3),
            cell("\n\n# mine\ndef gather(x):\n    return math.nan\n", execution=12),
        )
    )
    lines = source_of(found).splitlines()

    assert str(found.locate(lines.index("    return math.nan") + 1)) == "cell 3 [12], line 5"
    assert str(found.locate(lines.index("import math") + 1)) == "cell 2 [3], line 3"
    assert "# cell 3 [12]" in lines


def test_a_plain_file_has_no_cells(tmp_path: Path) -> None:
    """Lines of a .py file need no translation."""
    assert take(fill(tmp_path, {"ada/gather.py": GATHER})).found[0].locate(1) is None


def test_magics_are_left_out_and_told(tmp_path: Path) -> None:
    """Shell lines, magics and questions vanish from the source, lines keep their numbers, a row tells them."""
    source = "!rm -rf /\n%matplotlib inline\nimport math\nmath.pi?\nfiles = !ls\ndef gather(x):\n    !pip install \\\n      y\n    return x\n"
    intake = hand_in(
        tmp_path, cell(source, execution=2), cell("%%bash\nrm -rf /\n"), cell("%%time\nimport os\n")
    )
    found = of_ada(intake)

    assert run(found)["gather"](1) == 1  # type: ignore[operator]
    assert not {"rm", "pip", "ls", "%matplotlib"} & set(source_of(found).split())
    (row,) = rows(intake, OddityKind.LEFT_OUT)
    told = dict(row.text.fields)["lines"]
    assert told.startswith("cell 1 [2]: !rm -rf /; cell 1 [2]: %matplotlib inline")


def test_what_looks_like_a_magic_and_is_python_stays(tmp_path: Path) -> None:
    """A continued line that begins with % and a string with ! in it are Python and stay."""
    source = "def gather(a, b=3):\n    note = '''\n!rm\n'''\n    return (a\n      % b)\n"
    intake = hand_in(tmp_path, cell(source))

    assert run(of_ada(intake))["gather"](8) == 2  # type: ignore[operator]
    assert rows(intake, OddityKind.LEFT_OUT) == []


def test_a_broken_target_cell_is_named(tmp_path: Path) -> None:
    """A target whose cell is not Python cannot be read: the cell, its count and its line are told."""
    intake = hand_in(tmp_path, cell("x = 1\n"), cell("def gather(x):\n    return (\n", execution=9))

    assert "Cell 2 [9]" in str(of_ada(intake).content)
    assert "line 2" in str(of_ada(intake).content)
    assert [row.kind for row in intake.oddities] == [OddityKind.NOTEBOOK]


def test_a_broken_cell_beside_does_no_harm(tmp_path: Path) -> None:
    """A cell that is not Python and not needed is skipped."""
    intake = hand_in(tmp_path, cell("def ( :\n"), cell("def gather(x):\n    return 1\n"))

    assert run(of_ada(intake))["gather"](0) == 1  # type: ignore[operator]


def test_a_target_that_a_magic_hides_is_told(tmp_path: Path) -> None:
    """A target written under %%writefile is no code of the notebook, and the message says in which cell."""
    intake = hand_in(tmp_path, cell("%%writefile gather.py\ndef gather(x):\n    return x\n"))

    assert "Cell 1" in str(of_ada(intake).content)
    assert "%%writefile" in str(of_ada(intake).content)


def test_a_notebook_named_after_an_exercise_must_define_it(tmp_path: Path) -> None:
    """gather.ipynb without the target is a submission that cannot be read; hw1.ipynb is about no exercise."""
    named = hand_in(tmp_path / "a", cell("x = 1\n"), name="gather.ipynb")
    other = hand_in(tmp_path / "b", cell("x = 1\n"))

    assert "tensorgrade:gather" in str(of_ada(named).content)
    assert [row.kind for row in other.oddities] == [OddityKind.NO_EXERCISE]


def test_old_notebooks_are_read(tmp_path: Path) -> None:
    """Notebooks of format 3 are converted."""
    old_cell = {
        "cell_type": "code",
        "input": GATHER,
        "language": "python",
        "outputs": [],
        "prompt_number": 4,
        "collapsed": False,
        "metadata": {},
    }
    old = {
        "nbformat": 3,
        "nbformat_minor": 0,
        "metadata": {"name": ""},
        "worksheets": [{"cells": [old_cell], "metadata": {}}],
    }
    (found,) = take(fill(tmp_path, {"ada/x.ipynb": json.dumps(old)})).found

    assert ast.parse(source_of(found)).body
    assert found.cells[0].execution == 4


def test_a_script_comes_before_a_notebook(tmp_path: Path) -> None:
    """Of a .py file and a notebook side by side the .py file counts, and a row says that there are two."""
    intake = take(
        fill(tmp_path, {"ada/gather.py": GATHER, "ada/a.ipynb": notebook(cell("def gather(): 1\n"))})
    )

    assert source_of(intake.found[0]) == GATHER
    assert len(rows(intake, OddityKind.VERSIONS)) == 1


def test_counters_and_dead_code_do_no_harm(tmp_path: Path) -> None:
    """A number that is counted up belongs to its name; statements that cannot run bind nothing."""
    cells = (cell("n = 1\n"), cell("n += 4\n"), cell("nonlocal n\n"), cell("def gather(x):\n    return n\n"))

    assert run(of_ada(hand_in(tmp_path, *cells)))["gather"](0) == 5  # type: ignore[operator]


def test_a_tagged_cell_that_is_not_python_is_named(tmp_path: Path) -> None:
    """A tag on a broken cell does not fall back to another cell's definition."""
    intake = hand_in(
        tmp_path, cell("def gather(x):\n    return 1\n"), cell("def gather(:\n", tags=["gather"])
    )

    assert "Cell 2" in str(of_ada(intake).content)


@pytest.mark.parametrize("size", [100_000, 600_000])
def test_too_much_code_is_refused(tmp_path: Path, size: int) -> None:
    """More code than an exercise takes, or than we look through, is a submission that cannot be read."""
    long = "def gather(x):\n" + "    x = 1234567890\n" * (size // 19)
    intake = hand_in(tmp_path, cell(long), name="gather.ipynb")

    assert intake.oddities[0].kind in (OddityKind.TOO_LARGE, OddityKind.NOTEBOOK)
    assert of_ada(intake).content == intake.oddities[0].text
