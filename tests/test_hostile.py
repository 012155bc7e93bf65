"""Every exhibit of the museum ends in its verdict, earns nothing and leaves nothing behind."""

from __future__ import annotations

import gc
import os
import re
import select
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from museum import (
    CANARY,
    HONEST,
    SLUG,
    Exhibit,
    Snapshot,
    build_course,
    earned_too_much,
    exhibits,
    left_behind,
    mentions_canary,
)
from processes import descendants

from grader.catalog import Catalog, SourceText, read_submission
from grader.client.checked import CheckedZygote
from grader.client.golden import golden_answer
from grader.judge import Judge
from grader.model import Attempt, Level, Verdict

MEMORY_BYTES = 64 << 20
OVERRUN_SECONDS = 3.0
SETTLE_SECONDS = 3.0
EXHIBITS = exhibits()
DAILY = re.compile(
    r"A0[12579]|B0[168]|B16|B24|C0[145]|C12|D0[126]|D10|E0[1358]|F0[1479]|F1[0238]|G0[469]|G12|I0[14]|J0[15]|J1[17]|Z\d\d"
)


def is_daily(exhibit: Exhibit) -> bool:
    """Tell whether an exhibit is among those of the default run: a few of each section, and the controls."""
    return DAILY.fullmatch(exhibit.path.stem.split("_")[0]) is not None


@dataclass(slots=True)
class Museum:
    """A warm judge over the museum's course, and how everything looked before the first visitor."""

    judge: Judge
    zygote: CheckedZygote
    root: Path
    neighbours: Path
    honest: Attempt
    golden: str
    files: Snapshot
    descriptors: int
    memory: int
    processes: int
    left: frozenset[str]

    def grade(self, path: Path) -> Attempt:
        """Grade an exhibit as a batch does."""
        exercise = self.judge.catalog.load(SLUG)
        return self.judge.grade(exercise, read_submission(path, exercise.limits), student="cheat")


def grade_honest(judge: Judge) -> Attempt:
    """Grade the honest submission; the clock is not part of the answer."""
    exercise = judge.catalog.load(SLUG)
    attempt = judge.grade(exercise, SourceText(f"{SLUG}.py", HONEST, "0" * 64), student="honest")
    return replace(attempt, graded_at=datetime(2000, 1, 1, tzinfo=UTC))


def resident() -> int:
    """Return the bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def descriptors() -> int:
    """Return how many descriptors this process has open."""
    gc.collect()
    return len(os.listdir("/proc/self/fd"))


def settle(zygote: CheckedZygote, wanted: int = 0) -> int:
    """Return the number of processes below the zygote: the next runner born, the last one's supervisor gone."""
    assert zygote._standby is not None
    zygote._standby[1].wait_born()
    deadline = time.monotonic() + SETTLE_SECONDS
    while (count := len(descendants(zygote.pid))) > wanted and time.monotonic() < deadline:
        select.select([], [], [], 0.01)
    return count


@pytest.fixture(scope="module")
def museum(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Museum]:
    """The museum, open: canaries in the reference, the properties, the environment, a neighbour's files."""
    root = build_course(tmp_path_factory.mktemp("museum") / "course")
    neighbours = tmp_path_factory.mktemp("neighbours")
    for name in ("ada/softmax.py", "gradebook.sqlite", "results.json", "secret.txt"):
        (neighbours / name).parent.mkdir(exist_ok=True)
        (neighbours / name).write_text(f"# {CANARY} {name}\n")
    os.environ["TENSORGRADE_CANARY"] = CANARY
    zygote = CheckedZygote()
    zygote.wait_jailed()
    if not zygote.level >= Level.FULL:
        zygote.close()
        pytest.skip(f"NOT SHOWN: the sandbox is at level {zygote.level.value} here; the museum is for L3")
    with Judge(Catalog(root), zygote=zygote) as judge:
        grade_honest(judge)
        honest, golden = grade_honest(judge), golden_answer(zygote.fork())
        processes = settle(zygote)  # before the descriptors are counted: the standby brings one
        yield Museum(
            judge, zygote, root, neighbours, honest, golden, Snapshot.of(root, neighbours),
            descriptors(), resident(), processes, frozenset(left_behind()),
        )  # fmt: skip
    del os.environ["TENSORGRADE_CANARY"]


def test_the_museum_is_large_enough() -> None:
    """At least 110 exhibits, every section of the catalogue among them, and each says what stops it."""
    assert len(EXHIBITS) >= 110
    assert {exhibit.path.name[0] for exhibit in EXHIBITS} >= set("ABCDEFGIJ")
    assert all(exhibit.stopped_by and exhibit.expected for exhibit in EXHIBITS)


@pytest.mark.parametrize(
    "exhibit",
    [
        pytest.param(exhibit, id=exhibit.path.stem, marks=() if is_daily(exhibit) else pytest.mark.slow)
        for exhibit in EXHIBITS
    ],
)
def test_a_cheat_earns_nothing_and_leaves_nothing(museum: Museum, exhibit: Exhibit) -> None:
    """The verdict is the expected one, no point is earned, and the aftermath is clean."""
    started = time.monotonic()

    attempt = museum.grade(exhibit.path)

    limits = museum.judge.catalog.load(SLUG).limits
    assert attempt.verdict in exhibit.expected, (attempt.verdict, attempt.messages, attempt.output[-500:])
    assert attempt.verdict is Verdict.ACCEPTED or not earned_too_much(attempt), attempt.results
    assert exhibit.outcome in repr(attempt)
    assert time.monotonic() - started < 3 * limits.exercise_seconds + OVERRUN_SECONDS
    assert not mentions_canary(attempt)
    check_aftermath(museum)


def left_by_now(museum: Museum) -> set[str]:
    """Return what lies about since the museum opened, given time: folders of other people's runners go again."""
    deadline = time.monotonic() + SETTLE_SECONDS
    while (left := left_behind() - museum.left) and time.monotonic() < deadline:
        select.select([], [], [], 0.05)
    return left


def check_aftermath(museum: Museum) -> None:
    """The standard aftermath: zygote, neighbours, files, processes, descriptors and memory as before."""
    assert golden_answer(museum.zygote.fork()) == museum.golden
    assert museum.zygote.replaced == 0
    assert grade_honest(museum.judge) == museum.honest
    assert museum.honest.verdict is Verdict.ACCEPTED
    assert Snapshot.of(museum.root, museum.neighbours) == museum.files
    assert left_by_now(museum) == set()
    assert settle(museum.zygote, museum.processes) <= museum.processes
    assert descriptors() <= museum.descriptors
    assert resident() < museum.memory + MEMORY_BYTES
