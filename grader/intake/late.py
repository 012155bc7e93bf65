"""Deadlines: which version counts, how late it is, and what the course's policy takes off for it."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import msgspec

from grader.errors import ContentError
from grader.intake.records import Lateness, Submitted, Timeliness

DAY = timedelta(days=1)
NO_TIME = timedelta(0)


@dataclass(frozen=True, slots=True)
class LatePolicy:
    """What lateness costs: so much for each day that has begun since the deadline, at most ``cap``.

    ``per_day`` and ``cap`` are points, or percent of the score earned where ``percent`` is set. Within
    the grace nothing is taken off; after it, days count from the deadline itself.
    """

    grace: timedelta = NO_TIME
    per_day: Fraction = Fraction(0)
    percent: bool = False
    cap: Fraction | None = None

    def deduction(self, by: timedelta) -> Fraction:
        """Return what a delay costs, in the policy's unit."""
        days = max(1, math.ceil(by / DAY))
        return min(days * self.per_day, self.cap if self.cap is not None else days * self.per_day)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    grace_minutes: Annotated[int, msgspec.Meta(ge=0)] = 0
    points_per_day: Fraction | None = None
    percent_per_day: Fraction | None = None
    cap: Fraction | None = None


def read_policy(path: Path) -> LatePolicy:
    """Read a late policy from TOML; numbers are exact. Raises `ContentError` with the key that is wrong.

    Keys: ``grace_minutes``, one of ``points_per_day`` and ``percent_per_day``, ``cap`` in the same unit.
    """
    try:
        table = tomllib.loads(path.read_bytes().decode(), parse_float=Fraction)
        file = msgspec.convert(table, _File, dec_hook=_fraction)
    except OSError as error:
        raise ContentError(f"{path} cannot be read: {error.strerror}.", "Give a TOML file.") from error
    except (ValueError, msgspec.ValidationError) as error:
        raise ContentError(f"{path}: {error}.", _KEYS) from error
    return _policy(path, file)


_KEYS = "It may say grace_minutes, points_per_day or percent_per_day, and cap (of the same unit)."


def _fraction(wanted: type, value: Any) -> Fraction:
    if wanted is not Fraction or not isinstance(value, (int, Fraction)) or isinstance(value, bool):
        raise ValueError(f"Expected a number, got {value!r}")
    if value < 0:
        raise ValueError(f"Expected a number of at least 0, got {value}")
    return Fraction(value)


def _policy(path: Path, file: _File) -> LatePolicy:
    if file.points_per_day is not None and file.percent_per_day is not None:
        raise ContentError(f"{path} has both points_per_day and percent_per_day.", "Keep one of them.")
    percent = file.percent_per_day is not None
    per_day = file.percent_per_day if percent else file.points_per_day
    cap = Fraction(100) if percent and file.cap is None else file.cap
    return LatePolicy(timedelta(minutes=file.grace_minutes), per_day or Fraction(0), percent, cap)


def lateness(submitted: Submitted, deadline: datetime | None, policy: LatePolicy) -> Lateness:
    """Say how late a submission is. What a platform calls late is late, by a day that has begun at least."""
    timeliness, by = _compare(submitted, deadline, policy.grace)
    if timeliness is not Timeliness.LATE:
        return Lateness(timeliness, submitted.source, by)
    cost = policy.deduction(by or NO_TIME)
    points, percent = (Fraction(0), cost) if policy.percent else (cost, Fraction(0))
    return Lateness(timeliness, submitted.source, by, points, percent)


def _compare(
    submitted: Submitted, deadline: datetime | None, grace: timedelta
) -> tuple[Timeliness, timedelta | None]:
    if submitted.flagged:
        return Timeliness.LATE, None
    if deadline is None:
        return Timeliness.NOT_ASKED, None
    if submitted.at is None:
        known = submitted.source is submitted.source.FLAG
        return (Timeliness.ON_TIME if known else Timeliness.UNKNOWN), None
    by = submitted.at - deadline
    if by <= NO_TIME:
        return Timeliness.ON_TIME, None
    return (Timeliness.GRACE if by <= grace else Timeliness.LATE), by
