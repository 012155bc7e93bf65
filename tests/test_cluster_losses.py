"""What a cluster may lose while a class is graded: a worker, the way to one, its scheduler, the user's patience."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from processes import descendants
from small_course import CHAFFS, REFERENCE, SLUG, STUB, WHEATS, make_small_course, write

from grader.batch import Batch, run_batch
from grader.catalog import Catalog
from grader.cluster.address import Address
from grader.cluster.dispatch import Terms
from grader.cluster.grading import Cluster
from grader.model import Attempt, Text

pytestmark = pytest.mark.slow
SOURCES = {"reference": REFERENCE, "stub": STUB, **WHEATS, **CHAFFS}
ROUNDS = 4
SETTLE_SECONDS = 60.0
HERE, THERE = "10.231.77.1", "10.231.77.2"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course and a class of forty-four, no two texts alike."""
    root = make_small_course(tmp_path_factory.mktemp("losses") / "course")
    for number in range(ROUNDS):
        for name, source in SOURCES.items():
            write(root.parent / "class" / f"{name}{number}" / f"{SLUG}.py", f"{source}\n# {number}\n")
    return root


@pytest.fixture(scope="module")
def undisturbed(course: Path) -> dict[str, object]:
    """What the class gets on this machine."""
    out = course.parent / "here"
    run_batch(Catalog(course), course.parent / "class", out, Batch(trusted=True, device="cpu"))
    return outcome(out)


def outcome(out: Path) -> dict[str, object]:
    """Return what a batch wrote, by student, without the clock."""
    results = json.loads((out / "results.json").read_bytes())
    return {
        attempt["student"]: {**attempt, "graded_at": None, "level": None} for attempt in results["attempts"]
    }


def rows(out: Path, table: str) -> int:
    """Count the rows of a table of the gradebook."""
    with sqlite3.connect(out / "gradebook.sqlite") as connection:
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    connection.close()
    return int(count)


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as listener:
        listener.bind(("", 0))
        return int(listener.getsockname()[1])


@dataclass
class Machines:
    """Dask's processes, each as on a machine of its own; all end with the test."""

    folder: Path
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, kind: str, *arguments: str, within: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
        """Start a scheduler or a worker."""
        command = [
            *within,
            sys.executable,
            "-m",
            f"distributed.cli.dask_{kind}",
            *arguments,
            "--no-dashboard",
        ]
        with (self.folder / f"{kind}{len(self.running)}.log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        self.running.append(process)
        return process

    def scheduler(self, host: str, port: int) -> subprocess.Popen[bytes]:
        """Start a scheduler and wait until it listens."""
        process = self.start("scheduler", "--host", host, "--port", str(port))
        deadline = time.monotonic() + SETTLE_SECONDS
        while True:
            try:
                socket.create_connection((host, port), 1).close()
                return process
            except OSError:
                assert time.monotonic() < deadline
                time.sleep(0.1)

    def worker(self, scheduler: str, within: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
        """Start a worker without a nanny: when it is gone, it is gone."""
        folder = str(self.folder / f"worker{len(self.running)}")
        arguments = (scheduler, "--nthreads", "1", "--no-nanny", "--local-directory", folder)
        return self.start("worker", *arguments, within=within)

    def end(self) -> None:
        """End whatever is left."""
        for process in self.running:
            below = descendants(process.pid)
            process.send_signal(signal.SIGCONT)
            process.kill()
            process.wait()
            settled(below)


def settled(pids: set[int]) -> None:
    """Wait until these processes are gone."""
    deadline = time.monotonic() + SETTLE_SECONDS
    while left := {pid for pid in pids if Path(f"/proc/{pid}").exists()}:
        assert time.monotonic() < deadline, left
        time.sleep(0.05)


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    """No machines yet."""
    folder = tmp_path / "machines"
    folder.mkdir()
    made = Machines(folder)
    yield made
    made.end()


@dataclass
class Far:
    """A place for a worker: the command that runs things there, and what cuts it off."""

    host: str
    within: tuple[str, ...]
    cut: Callable[[subprocess.Popen[bytes]], None]
    means: str


@contextmanager
def far_away() -> Iterator[Far]:
    """A network namespace whose cable can be pulled; without the right to make one, a process that is stopped."""
    if os.geteuid() or not shutil.which("ip") or not ip("netns", "add", "tensorgrade-far"):
        yield Far("127.0.0.1", (), lambda process: process.send_signal(signal.SIGSTOP), "SIGSTOP")
        return
    with ExitStack() as stack:
        stack.callback(ip, "netns", "delete", "tensorgrade-far")
        inside = ("ip", "netns", "exec", "tensorgrade-far")
        assert ip("link", "add", "tgfar0", "type", "veth", "peer", "name", "tgfar1")
        stack.callback(ip, "link", "delete", "tgfar0")
        assert ip("link", "set", "tgfar1", "netns", "tensorgrade-far")
        assert ip("address", "add", f"{HERE}/30", "dev", "tgfar0")
        assert ip("link", "set", "tgfar0", "up")
        for line in (f"address add {THERE}/30 dev tgfar1", "link set tgfar1 up", "link set lo up"):
            assert ip(*line.split(), within=inside)
        yield Far(HERE, inside, lambda process: cut_cable(), "network namespace")


def ip(*arguments: str, within: tuple[str, ...] = ()) -> bool:
    """Run the ip command; tell whether it worked."""
    return subprocess.run([*within, "ip", *arguments], capture_output=True, check=False).returncode == 0


def cut_cable() -> None:
    """Let nothing through to the namespace any more, and tell nobody."""
    assert ip("link", "set", "tgfar0", "down")


def at_work(folder: Path) -> bool:
    """Tell whether the worker with this folder has been sent an exercise."""
    return any(folder.glob("**/tensorgrade-*/*/exercises"))


def test_a_killed_worker_and_one_cut_off_change_nothing(
    course: Path, undisturbed: dict[str, object], machines: Machines, tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:  # fmt: skip
    """Of three workers one is killed and one loses its network: every attempt is there once, as graded here.

    The network is cut by a network namespace where this user may make one, else the worker is stopped; which
    it was is among the test's recorded properties.
    """
    happened: list[str] = []
    heard: list[str] = []
    with far_away() as far:
        record_property("cut off by", far.means)
        address = f"tcp://{far.host}:{free_port()}"
        machines.scheduler(far.host, int(address.rpartition(":")[2]))
        killed, cut = machines.worker(address), machines.worker(address, far.within)
        machines.worker(address)

        def disturb(done: int, total: int, attempt: Attempt) -> None:
            heard.append(attempt.student)
            if not happened and at_work(machines.folder / "worker1"):
                killed.kill()
                happened.append("killed")
            elif happened == ["killed"] and at_work(machines.folder / "worker2"):
                far.cut(cut)
                happened.append("cut")

        cluster = Cluster(Address(scheduler=address), Terms("cpu", patience=15.0, wait=300.0), print)
        run_batch(Catalog(course), course.parent / "class", tmp_path / "out",
                  Batch(elsewhere=cluster.graded, device="cpu"), disturb)  # fmt: skip

    assert happened == ["killed", "cut"]
    assert outcome(tmp_path / "out") == undisturbed
    assert sorted(heard) == sorted(undisturbed)
    assert rows(tmp_path / "out", "attempt") == rows(tmp_path / "out", "mark") == len(undisturbed)


def test_a_scheduler_that_is_lost_is_found_again(
    course: Path, undisturbed: dict[str, object], machines: Machines, tmp_path: Path
) -> None:
    """The scheduler dies with its workers; others take their place at the same address; the batch goes on."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    first = [machines.scheduler("127.0.0.1", port), machines.worker(address)]
    heard: list[str] = []

    def disturb(done: int, total: int, attempt: Attempt) -> None:
        heard.append(attempt.student)
        if done == 5:
            for process in first:
                process.kill()
                process.wait()
            machines.scheduler("127.0.0.1", port)
            machines.worker(address)

    told: list[Text] = []
    cluster = Cluster(Address(scheduler=address), Terms(device="cpu", trusted=True, wait=300.0), told.append)
    run_batch(Catalog(course), course.parent / "class", tmp_path / "out",
              Batch(elsewhere=cluster.graded, device="cpu"), disturb)  # fmt: skip

    assert outcome(tmp_path / "out") == undisturbed
    assert sorted(heard) == sorted(undisturbed)
    assert any("was lost; connecting again" in str(one) for one in told)


def test_ctrl_c_ends_cleanly_and_the_same_command_goes_on(
    course: Path, undisturbed: dict[str, object], tmp_path: Path
) -> None:
    """Interrupted as on a terminal, workers and all: exit code 130, one sentence, no process left; then it ends."""
    command = [
        sys.executable, "-m", "grader.cli", "batch", str(course.parent / "class"), "--out", str(tmp_path / "out"),
        "--cluster", "local:2", "--trust-this-code", "--json", "--device", "cpu",
    ]  # fmt: skip
    environment = {**os.environ, "TENSORGRADE_COURSE": str(course), "PYTHONUNBUFFERED": "1"}

    def start() -> subprocess.Popen[str]:
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                env=environment, start_new_session=True)  # fmt: skip

    batch = start()
    assert batch.stdout
    before = [next(batch.stdout) for _ in range(4)]
    below = descendants(batch.pid)
    os.killpg(batch.pid, signal.SIGINT)
    rest, errors = batch.communicate(timeout=120)

    assert batch.returncode == 130
    assert errors == "Stopped. What was graded is in the gradebook; the same command goes on from there.\n"
    settled(below)
    again = start()
    more, errors = again.communicate(timeout=600)
    assert (again.returncode, errors) == (0, "")
    graded = [line for line in [*before, *rest.splitlines(), *more.splitlines()] if '"attempt"' in line]
    assert len(graded) == len(undisturbed)
    assert outcome(tmp_path / "out") == undisturbed
