"""Which version counts: readable before unreadable, in time before late, then the latest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from grader.course import Oddity, OddityKind
from grader.intake.contents import Draft
from grader.intake.late import LatePolicy, lateness
from grader.intake.records import Lateness, Timeliness, TimeSource
from grader.model import Text, text


@dataclass(frozen=True, slots=True)
class Version:
    """A draft with how it stands to the deadline."""

    draft: Draft
    lateness: Lateness


@dataclass(frozen=True, slots=True)
class Deadline:
    """When submissions are due (aware), if ever, and what lateness costs."""

    at: datetime | None
    policy: LatePolicy

    def choose(self, drafts: Sequence[Draft]) -> Version:
        """Return the version that counts.

        Without a deadline the times of files and archive members are not compared, because copying and
        packing change them: then the highest number of repetition counts, then the file nearest to the
        student's own folder, then the first by name.
        """
        versions = [Version(draft, lateness(draft.claim.submitted, self.at, self.policy)) for draft in drafts]
        return min(versions, key=self._rank)

    def _rank(self, version: Version) -> tuple[object, ...]:
        claim = version.draft.claim
        timed = self.at is not None or claim.submitted.source is TimeSource.METADATA
        at = claim.submitted.at
        return (
            not version.draft.is_readable,
            version.lateness.timeliness is Timeliness.LATE,
            -at.timestamp() if timed and at is not None else 0.0,
            -claim.repeat,
            claim.depth,
            claim.suffix != ".py",
            claim.member.parts,
        )

    def tell(self, chosen: Version, drafts: Sequence[Draft]) -> list[Oddity]:
        """Return the rows about a choice: that there was one, and what is not known about time."""
        path = chosen.draft.claim.member.shown
        rows = []
        if len(drafts) > 1:
            sentence = text(
                "{count} files are for {slug}; this one counts. If another one should, remove this one.",
                count=len(drafts),
                slug=chosen.draft.slug,
            )
            rows.append(Oddity(path, OddityKind.VERSIONS, sentence))
        about_time = _about_time(chosen.lateness)
        if about_time is not None:
            rows.append(Oddity(path, OddityKind.TIME, about_time))
        return rows


def _about_time(found: Lateness) -> Text | None:
    if found.timeliness is Timeliness.UNKNOWN:
        return text("Nobody says when it was handed in; it counts as in time. Check it by hand.")
    if found.timeliness is Timeliness.LATE and found.by is None:
        return text(
            "The platform marks it late, but not by how much; it counts as one day. Check the platform."
        )
    return None
