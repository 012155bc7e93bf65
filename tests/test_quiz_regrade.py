"""Stored answers are marked anew without losing anything; marking needs no torch and no author's code."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quiz_bank import QUESTIONS, typed

from grader.errors import ContentError
from grader.quiz.question import Kind
from grader.quiz.regrade import Dropped, FullPoints, MarkBy, Revision, accepting, apply, regrade, undone
from grader.quiz.scoring import Response, Result, Try, result
from grader.quiz.store import Store
from grader.quiz.variant import Policy, Variant, from_json, to_json

if TYPE_CHECKING:
    from grader.client.zygote import Zygote

OLD = typed(Kind.NUMBER, "3", Policy(4))
NEW = typed(Kind.NUMBER, "5", Policy(4))
ANSWERS = ("3", "5", "6", "?", "")


def answered(student: str, *answers: str) -> Result:
    tries = tuple(Try((answer,)) for answer in answers)
    return result(OLD, Response(student, OLD.question, OLD.seed, OLD.sha256, tries))


CLASS = tuple(answered(f"student {answer or 'blank'}", answer) for answer in ANSWERS)


def points(results: tuple[Result, ...]) -> list[Fraction]:
    return [one.points for one in results]


@pytest.mark.parametrize(
    ("revision", "never_lower", "after"),
    [
        (MarkBy(NEW), False, [0, 4, 0, 0, 0]),
        (MarkBy(NEW), True, [4, 4, 0, 0, 0]),
        (MarkBy(accepting(OLD, 0, ["６"])), True, [4, 0, 4, 0, 0]),
        (FullPoints(), True, [4, 4, 4, 4, 0]),
        (Dropped(), False, [0, 0, 0, 0, 0]),
        (Dropped(), True, [4, 0, 0, 0, 0]),
    ],
)
def test_every_way_to_regrade(revision: Revision, never_lower: bool, after: list[int]) -> None:
    """Another key, a further answer, full points or none: the raw answers decide, and who had points keeps them."""
    changes = regrade(CLASS, {OLD.sha256: revision}, never_lower=never_lower)
    assert points(apply(CLASS, changes)) == after
    assert points(CLASS) == [4, 0, 0, 0, 0]


def test_a_dry_run_names_who_changes_and_by_how_much() -> None:
    """The changes are shown before anything happens, and only real ones."""
    changes = regrade(CLASS, {OLD.sha256: FullPoints()})
    assert [(c.before.response.student, int(c.difference)) for c in changes] == [
        ("student 5", 4),
        ("student 6", 4),
        ("student ?", 4),
    ]
    assert regrade(CLASS, {"another": Dropped()}) == ()


def test_dropping_takes_the_maximum_away() -> None:
    """A dropped question cannot be missed."""
    assert {r.max_points for r in apply(CLASS, regrade(CLASS, {OLD.sha256: Dropped()}))} == {0}


@given(
    st.lists(st.sampled_from(ANSWERS), max_size=6), st.sampled_from([MarkBy(NEW), FullPoints(), Dropped()])
)
def test_undone_is_as_before(answers: list[str], revision: Revision) -> None:
    """Whatever is carried out can be taken back, and with never-lower nobody has fewer points."""
    before = tuple(answered(f"s{n}", answer) for n, answer in enumerate(answers))
    changes = regrade(before, {OLD.sha256: revision})
    after = apply(before, changes)
    assert apply(after, undone(changes)) == before
    assert all(a.points >= b.points for a, b in zip(after, before, strict=True))


def test_marking_again_changes_nothing() -> None:
    """Regrading by the same variant finds nothing to change."""
    assert regrade(CLASS, {OLD.sha256: MarkBy(OLD)}) == ()


def test_a_store_finds_by_seed_and_by_hash(tmp_path: Path) -> None:
    """What was saved is found by question, source and seed, and after the source has changed by its hash."""
    store = Store(tmp_path)
    store.save(OLD)
    store.save(replace(NEW, source="1" * 64))
    assert store.load(OLD.question, OLD.source, 0) == OLD
    assert store.load(OLD.question, OLD.source, 1) is None
    assert store.seeds(OLD.question, OLD.source) == (0,)
    assert store.find(OLD.question, OLD.sha256) == OLD
    assert store.find(OLD.question, "0") is None


def test_a_damaged_variant_counts_as_none(tmp_path: Path) -> None:
    """A file that was changed by hand is not what its hash says, and is not used."""
    Store(tmp_path).save(OLD)
    (path,) = tmp_path.rglob("*.json")
    path.write_bytes(path.read_bytes().replace(b'"key":"3"', b'"key":"4"'))
    assert Store(tmp_path).load(OLD.question, OLD.source, 0) is None
    for broken in (b"", b"{}", b"\xff", to_json(OLD)[:-9], to_json(OLD).replace(b'"1"', b'"1/0"')):
        with pytest.raises(ContentError):
            from_json(broken)


def test_building_into_a_store_builds_once(zygote: Zygote, tmp_path: Path) -> None:
    """What the store has is not built again, and comes back the same."""
    from grader.quiz.build import Builder

    question, store = QUESTIONS["conv.parameters"], Store(tmp_path)
    with Builder(zygote) as builder:
        first = list(builder.build_all(question, range(3), store))
        store.save(marked := replaced(first[1]))
        assert list(builder.build_all(question, range(3), store)) == [first[0], marked, first[2]]


def replaced(variant: Variant) -> Variant:
    return accepting(variant, 0, ["12345"])


def test_marking_needs_no_torch(tmp_path: Path) -> None:
    """Reading a bank, loading a variant, marking and regrading load no torch, NumPy or Hypothesis."""
    Store(tmp_path).save(OLD)
    root = Path(__file__).resolve().parents[1]
    code = f"""
import sys
from pathlib import Path
from grader.quiz.reading import questions
from grader.quiz.regrade import FullPoints, regrade
from grader.quiz.scoring import Response, Try, result
from grader.quiz.store import Store
assert len(questions(Path("quizzes"))) > 9
variant = Store(Path({str(tmp_path)!r})).find({OLD.question!r}, {OLD.sha256!r})
found = result(variant, Response("ann", variant.question, 0, variant.sha256, (Try(("3",)),)))
regrade([found], {{variant.sha256: FullPoints()}})
print(found.points, sorted({{"torch", "numpy", "hypothesis", "jinja2"}} & set(sys.modules)))
"""
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    assert (done.stdout, done.stderr) == ("4 []\n", "")
