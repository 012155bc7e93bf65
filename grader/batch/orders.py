"""What is to be graded: each submission with the key under which its attempt is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from functools import cache
from importlib.metadata import version
from pathlib import Path

import grader
from grader.catalog import Catalog, SourceText
from grader.gradebook import Deduction, Handed
from grader.intake import Found, Lateness, Timeliness
from grader.model import (
    Attempt,
    DeviceRun,
    DeviceState,
    Exercise,
    Submission,
    Text,
    Verdict,
    format_score,
    text,
)

# What of this program has no part in a verdict.
SHOWS_ONLY = (
    "batch",
    "cli",
    "cluster",
    "export",
    "gradebook",
    "intake",
    "locale",
    "quiz",
    "report",
    "similarity",
    "templates",
    "watch",
)


@dataclass(frozen=True, slots=True)
class Order:
    """One submission to grade; ``refused`` says why it could not be read, and then it has no source."""

    handed: Handed
    source: SourceText
    key: str
    refused: Text | None = None


def order_of(catalog: Catalog, found: Found, device: str, overruled: str = "") -> Order:
    """Name what is to be graded."""
    refused = found.content if isinstance(found.content, Text) else None
    source = SourceText(found.path.name, "", "") if isinstance(found.content, Text) else found.content
    sha256 = source.sha256 or hashlib.sha256(str(refused).encode()).hexdigest()
    at = found.submitted.at.isoformat() if found.submitted.at else ""
    handed = Handed(
        found.student,
        found.slug,
        found.path.name,
        sha256,
        source.text,
        overruled,
        at,
        deduction(found.lateness),
    )
    return Order(handed, source, key_of(catalog, handed, device), refused)


def key_of(catalog: Catalog, handed: Handed, device: str) -> str:
    """Return the name of an attempt (SHA-256 hex): equal inputs, equal grader, equal name.

    The exercise's version covers its properties, points, tolerances and limits.
    """
    exercise = catalog.version(handed.exercise)
    parts = (program(), version("torch"), handed.exercise, exercise, handed.sha256, device, handed.overruled)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def program() -> str:
    """Return the hash of the parts of this program that have a part in a verdict."""
    folder = Path(grader.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder)
        if name.parts[0] not in SHOWS_ONLY:
            digest.update(f"{name.as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def deduction(lateness: Lateness) -> Deduction:
    """Return what lateness costs, with its sentence."""
    if lateness.timeliness is not Timeliness.LATE:
        return Deduction()
    by = str(lateness.by).split(".")[0] if lateness.by else "?"
    if lateness.points:
        note = text(
            "Late by {by}: {points} points are taken off.", by=by, points=format_score(lateness.points)
        )
    elif lateness.percent:
        percent = format_score(lateness.percent)
        note = text("Late by {by}: {percent} percent of the score is taken off.", by=by, percent=percent)
    else:
        note = text("Late by {by}.", by=by)
    return Deduction(lateness.points, lateness.percent, note)


def unreadable(exercise: Exercise, reason: Text) -> Attempt:
    """Record a file that is not a text as an attempt without a target."""
    return ungraded(exercise, Verdict.NO_TARGET, reason)


def faulted(exercise: Exercise, why: str) -> Attempt:
    """Record that nobody managed to grade a submission: our fault, which costs nothing."""
    reason = text("This is a fault in the grader, not in your code: {why}", why=why)
    return ungraded(exercise, Verdict.GRADER_FAULT, reason)


def ungraded(exercise: Exercise, verdict: Verdict, reason: Text) -> Attempt:
    """Return an attempt in which nothing was run."""
    return Attempt(
        "",
        exercise.slug,
        exercise.title,
        Submission("", ""),
        verdict,
        Fraction(0),
        Fraction(10),
        (),
        (DeviceRun("cpu", DeviceState.NOT_ASKED),),
        None,
        datetime.now(UTC),
        messages=(reason,),
    )
