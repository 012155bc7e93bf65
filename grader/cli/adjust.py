"""``grade adjust``: what an instructor decides about a student's score."""

from __future__ import annotations

from fractions import Fraction

import click

from grader.cli.gradebooks import existing_gradebook
from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.course import Adjustment, AdjustmentKind
from grader.errors import UsageError
from grader.model import format_score, text


@click.command("adjust")
@click.argument("gradebook", metavar="GRADEBOOK")
@click.argument("student", required=False)
@click.argument("slug", required=False)
@click.option("--override", metavar="POINTS", help="These points instead of the attempt's.")
@click.option("--excuse", is_flag=True, help="The exercise does not count for this student.")
@click.option("--extra", metavar="POINTS", help="Points on top; without SLUG for no exercise.")
@click.option("--withdraw", is_flag=True, help="The decision named beside this no longer holds.")
@click.option("--reason", default="", help="Why; in every report.")
@click.option("--drop-lowest", type=click.IntRange(min=0), help="So many weakest exercises of everybody.")
@lang_option
@pass_invocation
def command(
    invocation: Invocation,
    gradebook: str,
    student: str | None,
    slug: str | None,
    override: str | None,
    excuse: bool,
    extra: str | None,
    withdraw: bool,
    reason: str,
    drop_lowest: int | None,
) -> int:
    """Decide about STUDENT's score for SLUG in GRADEBOOK; list all decisions where none is asked for.

    Decisions are kept beside the attempts and change none of them; the next report shows them.
    """
    with existing_gradebook(gradebook) as book:
        if drop_lowest is not None:
            book.set_drop_lowest(drop_lowest)
        if student is not None:
            _known(student, {person.id for person in book.people()})
            if slug is not None:
                invocation.catalog.load(slug)
            kind, points = _decision(override, excuse, extra, slug)
            if not reason.strip() and not withdraw:
                raise UsageError("A decision needs its reason.", "Add --reason 'ill in week 3'.")
            book.adjust(Adjustment(student, slug or "", kind, points, reason.strip()), withdrawn=withdraw)
        for one in book.adjustments():
            invocation.say(_shown(invocation, one))
        invocation.say(text("Dropped for everybody: {count} weakest exercises.", count=book.drop_lowest()))
    return 0


def _known(student: str, ids: set[str]) -> None:
    if student not in ids:
        listed = ", ".join(sorted(ids)[:10])
        raise UsageError(f"{student!r} is nobody in this gradebook.", f"It has {len(ids)}: {listed} …")


def _decision(
    override: str | None, excuse: bool, extra: str | None, slug: str | None
) -> tuple[AdjustmentKind, Fraction]:
    """Return what was asked for; raise `UsageError` unless it is exactly one thing."""
    if (override is not None) + excuse + (extra is not None) != 1:
        raise UsageError("One decision at a time.", "Name one of --override, --excuse and --extra.")
    if extra is None and slug is None:
        raise UsageError("--override and --excuse are about one exercise.", "Name it after the student.")
    if excuse:
        return AdjustmentKind.EXCUSED, Fraction()
    if override is not None:
        return AdjustmentKind.OVERRIDE, _points(override)
    return AdjustmentKind.EXTRA, _points(extra or "")


def _points(words: str) -> Fraction:
    try:
        points = Fraction(words)
    except (ValueError, ZeroDivisionError) as error:
        raise UsageError(f"{words!r} is no number of points.", "Write 7, 7.5 or 22/3.") from error
    if not 0 <= points <= 1000:
        raise UsageError(f"{words} points are out of range.", "0 to 1000.")
    return points


def _shown(invocation: Invocation, one: Adjustment) -> str:
    where = f"{one.student} / {one.exercise}" if one.exercise else one.student
    points = "" if one.kind is AdjustmentKind.EXCUSED else f" {format_score(one.points)}"
    return f"{where}: {invocation.tr(KINDS[one.kind])}{points} ({one.reason})"


KINDS = {
    AdjustmentKind.OVERRIDE: text("set to"),
    AdjustmentKind.EXCUSED: text("excused"),
    AdjustmentKind.EXTRA: text("extra"),
}
