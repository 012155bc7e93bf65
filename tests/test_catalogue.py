"""Every exercise of the project is proven: a new folder is tested the moment it exists."""

from __future__ import annotations

from functools import cache
from statistics import median

import pytest
from conftest import ROOT
from golden import assert_golden

from grader.catalog import Catalog
from grader.judge import Judge
from grader.model import Attempt, Counterexample, DeviceState, Outcome
from grader.validate import Proof, validate_exercise

SLUGS = Catalog(ROOT).slugs()
MANY_SEEDS = 20


@pytest.fixture(scope="module")
def proofs(judge: Judge) -> object:
    """Prove an exercise once for all tests of this module."""

    @cache
    def proof_of(slug: str) -> Proof:
        return validate_exercise(judge, judge.catalog.load(slug))

    return proof_of


@pytest.mark.parametrize("slug", SLUGS)
def test_every_exercise_is_proven(proofs: object, slug: str) -> None:
    """Reference and wheats hold everything, chaffs fall and are recognised, no property is idle, files are whole."""
    proof = proofs(slug)

    assert proof.holds, "\n".join(map(str, proof.faults))
    assert len(proof.wheats) >= 7  # the reference and at least six
    assert len(proof.chaffs) >= 15
    assert 4 <= len(proof.properties) <= 9


def test_counterexamples_are_small(proofs: object) -> None:
    """Over all chaffs of all exercises, the median counterexample has at most six tensor elements."""
    sizes = [c.elements for slug in SLUGS for c in proofs(slug).chaffs if c.elements is not None]

    assert median(sizes) <= 6


def test_the_six_are_mandatory() -> None:
    """The catalogue's mandatory exercises are here."""
    catalog = Catalog(ROOT)

    assert {slug for slug in SLUGS if catalog.load(slug).mandatory} == {
        "broadcasting_add", "gather", "xavier_init", "conv_output_size", "focal_loss", "lenet_forward",
    }  # fmt: skip


def lines_of(found: Counterexample) -> list[str]:
    """Write a counterexample as lines of text."""
    inputs = [f"    {name} = {shown.text}  ({shown.header})" for name, shown in found.inputs]
    return [f"  {found.call}", *inputs, f"    {found.difference.text}"]


def story_of(name: str, attempt: Attempt) -> list[str]:
    """Write what a chaff's author would read first."""
    first = next((r for r in attempt.results if r.outcome not in (Outcome.HELD, Outcome.NOT_RUN)), None)
    shown = (
        lines_of(first.counterexample)
        if first and first.counterexample
        else ["  " + str(m) for m in attempt.messages]
    )
    return [f"{name}: {attempt.verdict.value}, {first.name if first else '-'}", *shown]


GOLDEN = ("broadcasting_add", "gather", "focal_loss", "conv_output_size")


@pytest.mark.parametrize("slug", GOLDEN)
def test_counterexamples_read_as_they_did(judge: Judge, slug: str) -> None:
    """The first counterexample of every chaff is golden: what a student reads changes only when we mean it."""
    exercise = judge.catalog.load(slug)
    story = []
    for chaff in judge.diagnostician(exercise).chaffs:
        source = judge.catalog.solution_folder(slug) / "chaffs" / f"{chaff.name}.py"
        story += story_of(chaff.name, judge.grade(exercise, read(source, exercise)))

    assert_golden(f"counterexamples/{slug}.txt", "\n".join(story) + "\n")


def read(path: object, exercise: object) -> object:
    """Read a submission."""
    from grader.catalog import read_submission

    return read_submission(path, exercise.limits)


@pytest.mark.slow
@pytest.mark.parametrize("slug", SLUGS)
def test_every_exercise_is_proven_over_many_seeds(judge: Judge, slug: str) -> None:
    """The proof does not depend on the luck of a seed."""
    proof = validate_exercise(judge, judge.catalog.load(slug), MANY_SEEDS)

    assert proof.holds, "\n".join(map(str, proof.faults))


def test_an_absent_device_is_never_shown_as_passed(judge: Judge) -> None:
    """Without CUDA the attempt says so, and no property claims to have held there."""
    exercise = judge.catalog.load("conv_output_size")
    attempt = judge.grade(
        exercise, read(judge.catalog.solution_folder(exercise.slug) / "reference.py", exercise)
    )

    states = {run.device: run.state for run in attempt.devices}
    ran = {outcome.device for result in attempt.results for outcome in result.devices}
    assert (states["cuda"] is DeviceState.RAN) == ("cuda" in ran)
