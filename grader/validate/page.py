"""The proofs of a catalogue as one page: a row for each exercise, its kill matrix below it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from grader.i18n import Translator
from grader.model import format_score
from grader.report.html import render
from grader.validate.proof import Proof


def proofs_page(proofs: Sequence[Proof], tr: Translator) -> str:
    """Render the proofs, those that do not hold first."""
    ordered = sorted(proofs, key=lambda proof: proof.holds)
    return render("proofs.html", tr, proofs=ordered, points=points, seconds=seconds)


def points(proof: Proof) -> str:
    """Return how many points an exercise's properties are worth together."""
    return format_score(sum((worth for _, worth in proof.properties), Fraction()))


def seconds(proof: Proof) -> str:
    """Return how long a proof took, in seconds."""
    return f"{proof.seconds:.0f}"
