"""A batch that is killed: what was graded stays, a resumed run ends like one that nobody disturbed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from processes import descendants
from small_course import CHAFFS, REFERENCE, SLUG, STUB, WHEATS, make_small_course, write

SOURCES = {"reference": REFERENCE, "stub": STUB, **WHEATS, **CHAFFS}
Start = Callable[[Path], "subprocess.Popen[str]"]
SETTLE_SECONDS = 30.0


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course and a class of eleven, each with another text."""
    root = make_small_course(tmp_path_factory.mktemp("killed") / "course")
    for name, source in SOURCES.items():
        write(root.parent / "class" / name / f"{SLUG}.py", source)
    return root


@pytest.fixture
def start(course: Path) -> Start:
    """Start `grade batch` of the class into a folder, with an event a line on its standard output."""

    def begin(out: Path) -> subprocess.Popen[str]:
        command = [
            sys.executable, "-m", "grader.cli", "batch", str(course.parent / "class"), "--out", str(out),
            "--jobs", "2", "--trust-this-code", "--json", "--device", "cpu",
        ]  # fmt: skip
        environment = {**os.environ, "TENSORGRADE_COURSE": str(course), "PYTHONUNBUFFERED": "1"}
        return subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        )

    return begin


@pytest.fixture(scope="module")
def undisturbed(course: Path) -> dict[str, object]:
    """What the class gets when nobody disturbs the batch."""
    from grader.batch import Batch, run_batch
    from grader.catalog import Catalog

    out = course.parent / "undisturbed"
    run_batch(Catalog(course), course.parent / "class", out, Batch(jobs=2, trusted=True, device="cpu"))
    return outcome(out)


def outcome(out: Path) -> dict[str, object]:
    """Return what a batch wrote, by student, without the clock."""
    results = json.loads((out / "results.json").read_bytes())
    return {
        attempt["student"]: {**attempt, "graded_at": None, "level": None} for attempt in results["attempts"]
    }


def finished(batch: subprocess.Popen[str]) -> list[dict[str, object]]:
    """Wait for a batch; return its events."""
    shown, errors = batch.communicate(timeout=300)
    assert batch.returncode == 0, errors
    return [json.loads(line) for line in shown.splitlines()]


def killed_after(batch: subprocess.Popen[str], events: int, more_seconds: float) -> None:
    """Kill a batch some time after so many attempts; nothing of it may be left."""
    assert batch.stdout
    for line in batch.stdout:
        events -= '"attempt"' in line
        if events < 0:
            break
    time.sleep(more_seconds)
    below = descendants(batch.pid)
    batch.kill()
    batch.communicate()
    deadline = time.monotonic() + SETTLE_SECONDS
    while left := {pid for pid in below if Path(f"/proc/{pid}").exists()}:
        assert time.monotonic() < deadline, left
        time.sleep(0.05)


def moments(count: int, seed: int) -> Iterator[tuple[int, float]]:
    rng = random.Random(seed)
    return ((rng.randrange(len(SOURCES)), rng.random() / 2) for _ in range(count))


def resumed(start: Start, out: Path, killed: Iterator[tuple[int, float]]) -> dict[str, object]:
    """Kill a batch at each of these moments, then let it end; return what it wrote."""
    for events, more_seconds in killed:
        batch = start(out)
        if batch.poll() is None:
            killed_after(batch, events, more_seconds)
    finished(start(out))
    return outcome(out)


def test_a_killed_batch_ends_as_if_nothing_had_happened(
    start: Start, undisturbed: dict[str, object], tmp_path: Path
) -> None:
    """Killed twice at random moments and resumed, a batch writes the same attempts, each once."""
    assert resumed(start, tmp_path / "out", moments(2, seed=1)) == undisturbed


@pytest.mark.parametrize(
    "seed",
    [pytest.param(seed, marks=pytest.mark.soak if seed > 3 else pytest.mark.slow) for seed in range(2, 7)],
)
def test_many_kills_change_nothing(
    start: Start, undisturbed: dict[str, object], tmp_path: Path, seed: int
) -> None:
    """The same with four kills of each of several batches."""
    assert resumed(start, tmp_path / "out", moments(4, seed)) == undisturbed


def command_of(pid: int) -> bytes:
    """Return a process's command line; nothing where it has ended meanwhile."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def test_a_killed_worker_is_replaced(start: Start, undisturbed: dict[str, object], tmp_path: Path) -> None:
    """A judge's process that is killed takes nothing along: its submissions are graded by another one."""
    batch = start(tmp_path / "out")
    assert batch.stdout
    first = next(line for line in batch.stdout if '"attempt"' in line)
    workers = [pid for pid in descendants(batch.pid) if b"multiprocessing.spawn" in command_of(pid)]
    os.kill(workers[0], signal.SIGKILL)

    events = [json.loads(first), *finished(batch)]

    students = [event["student"] for event in events if event["event"] == "attempt"]
    assert sorted(students) == sorted(SOURCES)
    assert outcome(tmp_path / "out") == undisturbed


@pytest.mark.slow
def test_two_batches_share_one_gradebook(
    start: Start, undisturbed: dict[str, object], tmp_path: Path
) -> None:
    """Started at once on one folder, both end well, with the same attempts, each kept once."""
    both = [start(tmp_path / "out") for _ in range(2)]
    for batch in both:
        finished(batch)

    assert outcome(tmp_path / "out") == undisturbed
