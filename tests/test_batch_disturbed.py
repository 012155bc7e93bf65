"""What one submission, or the disk, can do to a batch: nothing to the others, and nothing that lasts."""

from __future__ import annotations

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from small_course import CHAFFS, REFERENCE, SLUG, STUB, WHEATS, make_small_course, write

from grader.batch import Batch, run_batch
from grader.catalog import Catalog
from grader.errors import UsageError
from grader.model import Limits

SOURCES = {"reference": REFERENCE, "stub": STUB, **WHEATS, **CHAFFS}
OTHERS = 197

HOSTILE = """
import gc, os, signal, sys, threading
import torch

torch.equal = torch.allclose = lambda *args, **kwargs: True
sys.modules["hypothesis"] = sys.modules["grader"] = None


def attack():
    for what in (
        lambda: os.kill(-1, signal.SIGKILL),
        lambda: os.kill(os.getppid(), signal.SIGKILL),
        lambda: os.fork(),
        lambda: [os.close(number) for number in range(3, 64)],
        lambda: open("/tmp/hostile", "wb").write(b"x" * (1 << 30)),
        lambda: [threading.Thread(target=lambda: signal.pause()).start() for _ in range(1000)],
    ):
        try:
            what()
        except BaseException:
            pass


attack()


def double(x, times=1):
    attack()
    raise SystemExit(0)
"""
HANGING = "def double(x, times=1):\n    while True:\n        pass\n"
HUGE = "import torch\n\n\ndef double(x, times=1):\n    return torch.ones(1 << 40) * x\n"
TOO_LONG = "x = 1\n" * (Limits().source_bytes // 6 + 1)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course."""
    return make_small_course(tmp_path_factory.mktemp("disturbed") / "course")


def handed_in(folder: Path, count: int) -> Path:
    """Write a class of so many, no two texts alike."""
    names = sorted(SOURCES)
    for number in range(count):
        name = names[number % len(names)]
        write(folder / f"{name}-{number:03}" / f"{SLUG}.py", f"{SOURCES[name]}\n# {number}\n")
    return folder


def attempts(out: Path) -> dict[str, dict[str, object]]:
    """Return the attempts of a batch by student, without clock and text."""
    results = json.loads((out / "results.json").read_bytes())
    return {
        attempt["student"]: {**attempt, "student": None, "graded_at": None, "submission": None}
        for attempt in results["attempts"]
    }


@pytest.mark.slow
def test_a_hostile_a_hanging_and_a_huge_submission_disturb_nobody(course: Path, tmp_path: Path) -> None:
    """Among two hundred, in one batch: the other 197 get what each gets in a class of its own kind."""
    alone = handed_in(tmp_path / "alone", len(SOURCES))
    run_batch(Catalog(course), alone, tmp_path / "expected", Batch(device="cpu"))
    expected = {name.partition("-")[0]: one for name, one in attempts(tmp_path / "expected").items()}
    assert len({json.dumps(one, sort_keys=True) for one in expected.values()}) > 5
    mixed = handed_in(tmp_path / "mixed", OTHERS)
    for name, text in {"0hostile": HOSTILE, "adds-hanging": HANGING, "zhuge": HUGE}.items():
        write(mixed / name / f"{SLUG}.py", text)

    run_batch(Catalog(course), mixed, tmp_path / "out", Batch(jobs=2, device="cpu"))

    found = attempts(tmp_path / "out")
    three = {name: found.pop(name) for name in ("0hostile", "adds-hanging", "zhuge")}
    assert {name: one["score"] for name, one in three.items()} == dict.fromkeys(three, "0")
    assert {name: one["verdict"] for name, one in three.items()} == {
        "0hostile": "crashed", "adds-hanging": "timed_out", "zhuge": "out_of_memory",
    }  # fmt: skip
    assert len(found) == OTHERS
    for name, one in found.items():
        assert one == expected[name.partition("-")[0]], name


@pytest.mark.slow
def test_a_file_that_is_too_large_is_one_attempt(course: Path, tmp_path: Path) -> None:
    """A text beyond the limit is not read whole, costs its student the exercise, and nobody else anything."""
    write(tmp_path / "in" / "ada" / f"{SLUG}.py", TOO_LONG)
    write(tmp_path / "in" / "bo" / f"{SLUG}.py", REFERENCE)

    run_batch(Catalog(course), tmp_path / "in", tmp_path / "out", Batch(device="cpu"))

    assert {name: one["verdict"] for name, one in attempts(tmp_path / "out").items()} == {
        "ada": "no_target", "bo": "accepted",
    }  # fmt: skip


class Disk:
    """A disk that is nearly full: a small file system where this user may mount one, else a limit on files."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self.mounted = os.geteuid() == 0 and mount("-t", "tmpfs", "-o", "size=200k", "none", str(folder))
        self.limits: tuple[int, int] | None = None if self.mounted else (96 << 10, 96 << 10)

    @property
    def means(self) -> str:
        """What keeps it small."""
        return "tmpfs" if self.mounted else "RLIMIT_FSIZE"

    def limit(self) -> None:
        """Set the limit in the process that writes."""
        if self.limits:
            resource.setrlimit(resource.RLIMIT_FSIZE, self.limits)

    def make_room(self) -> None:
        """Make it large."""
        self.limits = None
        assert not self.mounted or mount("-o", "remount,size=64m", str(self.folder))


def mount(*arguments: str) -> bool:
    """Mount something; tell whether that worked."""
    command = shutil.which("mount")
    return (
        bool(command)
        and subprocess.run([str(command), *arguments], capture_output=True, check=False).returncode == 0
    )


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """Make such a disk."""
    disk = Disk(folder)
    try:
        yield disk
    finally:
        if disk.mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.slow
def test_a_full_disk_is_said_and_corrupts_nothing(
    course: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """The batch ends with exit code 2 and says what is wrong; with room again it goes on, and nothing is missing."""
    where = handed_in(tmp_path / "class", 2 * len(SOURCES))
    run_batch(Catalog(course), where, tmp_path / "expected", Batch(device="cpu", trusted=True))
    with small_disk(tmp_path / "disk") as disk:
        record_property("disk", disk.means)
        out = disk.folder / "out"
        command = [sys.executable, "-m", "grader.cli", "batch", str(where), "--out", str(out),
                   "--device", "cpu", "--trust-this-code"]  # fmt: skip
        environment = {**os.environ, "TENSORGRADE_COURSE": str(course)}

        def batch() -> subprocess.CompletedProcess[str]:
            return subprocess.run(command, env=environment, preexec_fn=disk.limit, text=True,
                                  capture_output=True, check=False)  # fmt: skip

        full = batch()

        assert full.returncode == 2
        assert "Traceback" not in full.stderr
        assert full.stderr.startswith(
            f"Error: The gradebook {out / 'gradebook.sqlite'} could not be written: "
        )
        assert "run the command again" in full.stderr
        assert not (out / "results.json").exists()
        disk.make_room()
        kept = sound(out)
        assert 0 < kept < 2 * len(SOURCES)
        rest = batch()
        assert (rest.returncode, rest.stderr) == (0, "")
        assert sound(out) == 2 * len(SOURCES)
        assert attempts(out) == attempts(tmp_path / "expected")


def sound(out: Path) -> int:
    """Hold a gradebook to SQLite's own checks; return how many attempts it has."""
    connection = sqlite3.connect(out / "gradebook.sqlite")
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return int(connection.execute("SELECT count(*) FROM attempt").fetchone()[0])
    finally:
        connection.close()


def test_results_that_cannot_be_written_leave_the_old_ones(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full when the results are written: the message says so, and the file that was there stays."""
    write(tmp_path / "in" / "ada" / f"{SLUG}.py", REFERENCE)
    batch = Batch(device="cpu", trusted=True)
    run_batch(Catalog(course), tmp_path / "in", tmp_path / "out", batch)
    before = (tmp_path / "out/results.json").read_bytes()

    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UsageError, match=r"cannot be written to .*: No space left on device"):
        run_batch(Catalog(course), tmp_path / "in", tmp_path / "out", batch)

    assert (tmp_path / "out/results.json").read_bytes() == before
    assert [path.name for path in (tmp_path / "out").glob(".*")] == []
