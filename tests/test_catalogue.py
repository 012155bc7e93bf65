"""Every exercise of the project is proven: a new folder is tested the moment it exists."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from statistics import median

import pytest
from conftest import ROOT
from golden import assert_golden

from grader.catalog import Catalog, read_submission
from grader.judge import Judge
from grader.model import Counterexample, DeviceState
from grader.validate import Proof, validate_exercise
from grader.validate.proof import ChaffProof

SLUGS = Catalog(ROOT).slugs()
MANDATORY = tuple(slug for slug in SLUGS if Catalog(ROOT).load(slug).mandatory)
# Every exercise is proven in CI, by one corpus; over twenty in a soak; by default only two that are quickly proven.
# One worker proves the mandatory six, for several tests.
SIX = pytest.mark.xdist_group("six")
QUICK = ("broadcasting_add", "conv_output_size")
Prove = Callable[[str], Proof]


def case(slug: str) -> object:
    """An exercise to be proven."""
    marks = [SIX] if slug in MANDATORY else []
    return pytest.param(slug, marks=marks if slug in QUICK else [*marks, pytest.mark.slow])


@pytest.fixture(scope="module")
def proofs(judge: Judge) -> Prove:
    """Prove an exercise once for all tests of this module."""

    @cache
    def proof_of(slug: str) -> Proof:
        return validate_exercise(judge, judge.catalog.load(slug), seeds=1)

    return proof_of


@pytest.mark.parametrize("slug", [case(slug) for slug in SLUGS])
def test_every_exercise_is_proven(proofs: Prove, slug: str) -> None:
    """Reference and wheats hold everything, chaffs fall and are recognised, no property is idle, files are whole."""
    proof = proofs(slug)

    assert proof.holds, "\n".join(map(str, proof.faults))
    assert len(proof.wheats) >= (7 if slug in MANDATORY else 4)  # the reference among them
    assert len(proof.chaffs) >= (15 if slug in MANDATORY else 6)
    assert 3 <= len(proof.properties) <= 9


@pytest.mark.soak
@pytest.mark.parametrize("slug", SLUGS)
def test_every_exercise_is_proven_over_twenty_seeds(judge: Judge, slug: str) -> None:
    """The same with twenty corpora: no wheat falls by bad luck, no chaff slips through by good luck."""
    proof = validate_exercise(judge, judge.catalog.load(slug), seeds=20)

    assert proof.holds, "\n".join(map(str, proof.faults))


@SIX
@pytest.mark.slow
def test_counterexamples_are_small(proofs: Prove) -> None:
    """Over all chaffs of the mandatory exercises, the median counterexample has at most six tensor elements."""
    sizes = [c.elements for slug in MANDATORY for c in proofs(slug).chaffs if c.elements is not None]

    assert median(sizes) <= 6


@SIX
@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="one process runs everything")
def test_one_worker_proves_the_six(request: pytest.FixtureRequest) -> None:
    """pytest-xdist keeps groups together: it names them in the test's id. Without, the six are proven twice."""
    assert request.node.nodeid.endswith("@six")


def test_the_six_are_mandatory() -> None:
    """The catalogue's mandatory exercises are here."""
    assert set(MANDATORY) == {
        "broadcasting_add", "gather", "xavier_init", "conv_output_size", "focal_loss", "lenet_forward",
    }  # fmt: skip


def lines_of(found: Counterexample) -> list[str]:
    """Write a counterexample as lines of text."""
    inputs = [f"    {name} = {shown.text}  ({shown.header})" for name, shown in found.inputs]
    return [f"  {found.call}", *inputs, f"    {found.difference.text}"]


def story_of(chaff: ChaffProof) -> list[str]:
    """Write what the author of a chaff would read first."""
    head = f"{chaff.name}: {chaff.verdict}, {', '.join(chaff.felled_by) or '-'}"
    return [head, *(lines_of(chaff.counterexample) if chaff.counterexample else [])]


GOLDEN = ("broadcasting_add", "gather", "focal_loss", "conv_output_size")  # small enough to be read


@pytest.mark.parametrize("slug", [case(slug) for slug in GOLDEN])
def test_counterexamples_read_as_they_did(proofs: Prove, slug: str) -> None:
    """The first counterexample of every chaff is golden: what a student reads changes only when we mean it."""
    story = [line for chaff in proofs(slug).chaffs for line in story_of(chaff)]

    assert_golden(f"counterexamples/{slug}.txt", "\n".join(story) + "\n")


def test_an_absent_device_is_never_shown_as_passed(judge: Judge) -> None:
    """Without CUDA the attempt says so, and no property claims to have held there."""
    exercise = judge.catalog.load("conv_output_size")
    path = judge.catalog.solution_folder(exercise.slug) / "reference.py"
    attempt = judge.grade(exercise, read_submission(path, exercise.limits))

    states = {run.device: run.state for run in attempt.devices}
    ran = {outcome.device for result in attempt.results for outcome in result.devices}
    assert (states["cuda"] is DeviceState.RAN) == ("cuda" in ran)
