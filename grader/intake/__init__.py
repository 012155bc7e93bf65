"""Taking in what was handed in: folders, zips, notebooks, platform downloads. Executes nothing."""

from grader.course import Layout, Oddity, OddityKind, Person
from grader.intake.collect import Options, find_one, find_submissions
from grader.intake.late import LatePolicy, read_policy
from grader.intake.records import (
    CellStart,
    Found,
    Intake,
    Lateness,
    Submitted,
    Timeliness,
    TimeSource,
)
from grader.intake.roster import Roster, read_roster

__all__ = [
    "CellStart",
    "Found",
    "Intake",
    "LatePolicy",
    "Lateness",
    "Layout",
    "Oddity",
    "OddityKind",
    "Options",
    "Person",
    "Roster",
    "Submitted",
    "TimeSource",
    "Timeliness",
    "find_one",
    "find_submissions",
    "read_policy",
    "read_roster",
]
