"""Late policies and rosters: exact deductions, nobody lost, mistakes in the files told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from handed_in import GATHER, fill, rows, take
from hypothesis import given
from hypothesis import strategies as st
from sample_attempts import ACCEPTED

from grader.batch.orders import deduction
from grader.errors import ContentError, UsageError
from grader.intake import Lateness, OddityKind, Submitted, Timeliness, TimeSource, read_policy, read_roster
from grader.intake.late import LatePolicy, lateness

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
POINTS = LatePolicy(timedelta(minutes=15), Fraction(3, 2), cap=Fraction(4))


def policy_of(folder: Path, toml: str) -> LatePolicy:
    return read_policy(fill(folder, {"late.toml": toml}) / "late.toml")


def handed_in(by: timedelta) -> Submitted:
    return Submitted(NOON + by, TimeSource.FILE)


def left(found: Lateness, score: Fraction) -> Fraction:
    """Return what is left of a score."""
    return deduction(found).apply(replace(ACCEPTED, score=score)).score


@pytest.mark.parametrize(
    ("minutes", "timeliness", "points"),
    [
        (-1, Timeliness.ON_TIME, "0"),
        (0, Timeliness.ON_TIME, "0"),
        (15, Timeliness.GRACE, "0"),
        (16, Timeliness.LATE, "3/2"),
        (24 * 60, Timeliness.LATE, "3/2"),
        (24 * 60 + 1, Timeliness.LATE, "3"),
        (30 * 24 * 60, Timeliness.LATE, "4"),
    ],
)
def test_every_day_begun_costs(minutes: int, timeliness: Timeliness, points: str) -> None:
    """After the grace each day that has begun since the deadline costs its points, up to the cap."""
    found = lateness(handed_in(timedelta(minutes=minutes)), NOON, POINTS)

    assert (found.timeliness, found.points) == (timeliness, Fraction(points))


def test_percent_is_of_what_was_earned() -> None:
    """Ten percent a day leaves four fifths after two days, exactly."""
    found = lateness(handed_in(timedelta(days=2)), NOON, LatePolicy(per_day=Fraction(10), percent=True))

    assert left(found, Fraction(22, 3)) == Fraction(88, 15)


@given(st.integers(0, 10**6), st.fractions(0, 20), st.fractions(0, 10), st.booleans())
def test_no_score_falls_below_zero_or_rises(
    seconds: int, score: Fraction, per_day: Fraction, percent: bool
) -> None:
    """Whatever the policy, a deduction leaves a score between 0 and what was earned."""
    policy = LatePolicy(per_day=per_day, percent=percent)
    found = lateness(handed_in(timedelta(seconds=seconds)), NOON, policy)

    assert 0 <= left(found, score) <= score


def test_without_a_policy_lateness_is_only_marked() -> None:
    """No policy takes nothing off, and the delay is told."""
    found = lateness(handed_in(timedelta(days=3)), NOON, LatePolicy())

    assert (found.timeliness, found.by) == (Timeliness.LATE, timedelta(days=3))
    assert left(found, Fraction(7)) == 7


def test_a_platforms_mark_counts_as_one_day() -> None:
    """Late without saying by how much is a day that has begun; a time that nobody knows is no lateness."""
    flagged = lateness(Submitted(None, TimeSource.FLAG, flagged=True), None, POINTS)
    unknown = lateness(Submitted(None, TimeSource.ARCHIVE), NOON, POINTS)

    assert (flagged.timeliness, flagged.by, flagged.points) == (Timeliness.LATE, None, Fraction(3, 2))
    assert (unknown.timeliness, unknown.points) == (Timeliness.UNKNOWN, 0)


def test_a_policy_file_is_exact(tmp_path: Path) -> None:
    """Numbers in TOML are kept exactly, whole or with decimals."""
    policy = policy_of(tmp_path, "grace_minutes = 10\npoints_per_day = 0.1\ncap = 3\n")

    assert policy == LatePolicy(timedelta(minutes=10), Fraction(1, 10), False, Fraction(3))
    assert policy_of(tmp_path, "percent_per_day = 12.5\n").cap == 100


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("points_per_day = 1\npercent_per_day = 1\n", "both"),
        ("points_per_day = -1\n", "at least 0"),
        ("points_per_day = true\n", "points_per_day"),
        ("points_per_day = nan\n", "nan"),
        ("grace = 1\n", "grace"),
        ("grace_minutes = -1\n", "grace_minutes"),
        ("= 1\n", "line 1"),
    ],
)
def test_a_wrong_policy_is_told(tmp_path: Path, toml: str, told: str) -> None:
    """A policy with a wrong key or value is an error that shows it and lists the keys."""
    with pytest.raises(ContentError, match=told) as caught:
        policy_of(tmp_path, toml)

    assert "grace_minutes" in caught.value.hint or "Keep one" in caught.value.hint


def test_a_missing_policy_is_told(tmp_path: Path) -> None:
    """A path without a file is an error."""
    with pytest.raises(ContentError, match="cannot be read"):
        read_policy(tmp_path / "none.toml")


def test_lateness_is_told_with_its_source(tmp_path: Path) -> None:
    """Where only files' own times tell about lateness, one row says so."""
    fill(tmp_path, {"ada/gather.py": GATHER})

    assert len(rows(take(tmp_path, deadline=datetime(2000, 1, 1)), OddityKind.TIME)) == 1
    assert rows(take(tmp_path), OddityKind.TIME) == []


ROSTER = "Section;E-Mail;Name;ID;login\nA;ada@uni.example;Ada Lovelace;s01;alove\nB;bo@uni.example;Wen, Bo;s02;\nB;cy@x;Cy;s03;\n"


def test_a_roster_names_students_and_those_missing(tmp_path: Path) -> None:
    """Logins, addresses and names mean the roster's ids; who handed in nothing is missing; strangers are told."""
    (tmp_path / "roster.csv").write_text("\ufeff" + ROSTER, encoding="utf-8")
    handed = fill(
        tmp_path / "in", {"alove/gather.py": GATHER, "Bo Wen/gather.py": GATHER, "eve/gather.py": GATHER}
    )
    intake = take(handed, roster=read_roster(tmp_path / "roster.csv"))

    assert [found.student for found in intake.found] == ["eve", "s01", "s02"]
    assert [(person.id, person.section) for person in intake.missing] == [("s03", "B")]
    assert [person.id for person in intake.people] == ["s01", "s02", "s03", "eve"]
    assert [row.path for row in rows(intake, OddityKind.NOT_ON_ROSTER)] == ["eve"]


def test_canvas_rosters_and_names_agree(tmp_path: Path) -> None:
    """Canvas's gradebook export is a roster: numbers and squeezed names mean its students."""
    csv = 'Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"Okafor, Grace",12345,u1,gok,A\n"Wen, Bo",2,u2,bo,A\n'
    handed = fill(tmp_path / "in", {"okaforgrace_999_1_gather.py": GATHER, "x_2_3_gather.py": GATHER})
    intake = take(handed, roster=read_roster(fill(tmp_path, {"r.csv": csv}) / "r.csv"))

    assert [found.student for found in intake.found] == ["u1", "u2"]
    assert intake.missing == ()
    assert intake.people[0].canvas_id == "12345"


def test_a_name_of_two_people_means_nobody(tmp_path: Path) -> None:
    """Two on the roster with one name: a submission under it is a stranger's until somebody decides."""
    csv = "id,name\ns1,John Smith\ns2,John Smith\n"
    handed = fill(tmp_path / "in", {"John Smith/gather.py": GATHER})
    intake = take(handed, roster=read_roster(fill(tmp_path, {"r.csv": csv}) / "r.csv"))

    assert [found.student for found in intake.found] == ["John Smith"]
    assert len(intake.missing) == 2


def test_a_stranger_gets_nobodys_id(tmp_path: Path) -> None:
    """A login that equals nobody's but looks like an id once made safe never becomes that student's."""
    csv = "id,name\ns1.,A\n"
    roster = read_roster(fill(tmp_path, {"r.csv": csv}) / "r.csv")
    handed = fill(tmp_path / "in", {f"{roster.people[0].id}./gather.py": GATHER})

    assert take(handed, roster=roster).found[0].student != roster.people[0].id


def test_an_id_twice_is_a_row(tmp_path: Path) -> None:
    """A second line with the same id is told with its number; the first counts."""
    roster = read_roster(fill(tmp_path, {"r.csv": "id,name\ns1,A\ns1,B\n\n"}) / "r.csv")

    assert [person.name for person in roster.people] == ["A"]
    assert [dict(row.text.fields)["line"] for row in roster.oddities] == ["3"]


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\xff\xfei\x00d\x00", b"id\n\x00\n"])
def test_a_file_that_is_no_roster_is_told(tmp_path: Path, content: bytes) -> None:
    """A roster without a column of ids, or that is no UTF-8, is the teacher's to mend."""
    with pytest.raises(UsageError, match=r"r\.csv"):
        read_roster(fill(tmp_path, {"r.csv": content}) / "r.csv")


def test_a_missing_roster_is_told(tmp_path: Path) -> None:
    """A path without a file is a usage error."""
    with pytest.raises(UsageError, match="cannot be read"):
        read_roster(tmp_path / "none.csv")


def test_a_roster_that_is_no_csv_is_told(tmp_path: Path) -> None:
    """A cell of a megabyte is no roster."""
    with pytest.raises(UsageError, match="not CSV"):
        read_roster(fill(tmp_path, {"r.csv": 'id\n"' + "x" * (1 << 20)}) / "r.csv")
