"""Grading on a cluster gives what grading here gives, and survives what happens to its machines."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from multiprocessing import Pipe
from pathlib import Path

import pytest
from processes import descendants
from small_course import CHAFFS, REFERENCE, SLUG, STUB, WHEATS, make_small_course, write

from grader.batch import Batch, run_batch
from grader.catalog import Catalog
from grader.cli import main
from grader.cluster import connect, judging, preload, station
from grader.cluster.address import Address, read_address
from grader.cluster.messages import Answer, Hello, Introduction, Job, Kind, pack, unpack
from grader.cluster.parcels import this_program
from grader.errors import ClusterUnusable, GraderFault, MissingExtra, UsageError

SOURCES = {"reference": REFERENCE, "stub": STUB, **WHEATS, **CHAFFS}
SETTLE_SECONDS = 30.0


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course and a class of eleven, each with another text, and one whose file cannot be read."""
    root = make_small_course(tmp_path_factory.mktemp("cluster") / "course")
    for name, source in SOURCES.items():
        write(root.parent / "class" / name / f"{SLUG}.py", source)
    unreadable = root.parent / "class" / "unreadable" / f"{SLUG}.py"
    unreadable.parent.mkdir()
    unreadable.write_bytes(b"\xff\xfe\x00")
    return root


@pytest.fixture(scope="module")
def here(course: Path) -> dict[str, object]:
    """What the class gets when it is graded on this machine."""
    out = course.parent / "here"
    run_batch(Catalog(course), course.parent / "class", out, Batch(trusted=True, device="cpu"))
    return outcome(out)


def outcome(out: Path) -> dict[str, object]:
    """Return what a batch wrote, by student, without the clock."""
    results = json.loads((out / "results.json").read_bytes())
    return {
        attempt["student"]: {**attempt, "graded_at": None, "level": None} for attempt in results["attempts"]
    }


def settled(pids: set[int]) -> None:
    """Wait until these processes are gone."""
    deadline = time.monotonic() + SETTLE_SECONDS
    while left := {pid for pid in pids if Path(f"/proc/{pid}").exists()}:
        assert time.monotonic() < deadline, left
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("tcp://scheduler:8786", Address(scheduler="tcp://scheduler:8786")),
        ("tls://[::1]:8786", Address(scheduler="tls://[::1]:8786")),
        ("local:12", Address(workers=12)),
    ],
)
def test_an_address_is_read_and_written_back(given: str, address: Address) -> None:
    """A scheduler by its address, or so many processes here."""
    assert read_address(given) == address
    assert str(address) == given


@pytest.mark.parametrize(
    "given", ["", "scheduler", "http://a:1", "tcp://a", "local:0", "local:-1", "local:x"]
)
def test_anything_else_is_no_address(given: str) -> None:
    """The message shows what was given and what is expected."""
    with pytest.raises(UsageError, match=f"{given!r} is no address") as caught:
        read_address(given)
    assert "local:N" in caught.value.hint


def test_without_dask_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named with the line that installs it."""
    monkeypatch.setattr(connect, "find_spec", lambda name: None)

    with pytest.raises(MissingExtra) as caught:
        connect.insist_on_dask()

    assert caught.value.hint == "pip install 'tensorgrade[cluster]'"


def test_jobs_and_cluster_exclude_each_other(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two answers to one question are wrong usage."""
    monkeypatch.setenv("TENSORGRADE_COURSE", str(course))
    where = [str(course.parent / "class"), "--out", str(tmp_path / "out")]

    assert main(["batch", *where, "--jobs", "2", "--cluster", "local:2"]) == 2
    assert "exclude each other" in capsys.readouterr().err


def test_a_scheduler_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listens at port 1: the message names the address and how a scheduler is started."""
    monkeypatch.setattr(connect, "CONNECT_SECONDS", 0.5)

    with (
        pytest.raises(ClusterUnusable, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:1") as caught,
        connect.connected(Address(scheduler="tcp://127.0.0.1:1")),
    ):
        pass

    assert "dask scheduler" in caught.value.hint


def job(
    catalog: Catalog, token: str, source: str = REFERENCE, *, files: bool = True, **others: object
) -> Job:
    """Return a job for a worker."""
    fields = {
        "token": token, "device": "cpu", "exercise": SLUG, "version": catalog.version(SLUG), "name": "double.py",
        "text": source, "sha256": "0", "files": dict(catalog.files(SLUG)) if files else {}, **others,
    }  # fmt: skip
    return Job(**fields)  # type: ignore[arg-type]


def test_a_judging_process_keeps_what_it_was_sent(course: Path, tmp_path: Path) -> None:
    """Files are sent once and known by their hash; without them it says what it lacks; sealed ones stay off the disk."""
    catalog = Catalog(course)
    worker = judging.Judging(tmp_path)
    introduction = unpack(worker.answer(Hello(trusted=True)), Introduction)
    assert introduction == Introduction(worker.token, this_program())

    def ask(request: Job) -> Answer:
        return unpack(worker.answer(request), Answer)

    try:
        assert ask(job(catalog, worker.token, files=False)).kind is Kind.LACKS
        assert ask(job(catalog, "another")).kind is Kind.STRANGER
        assert ask(job(catalog, worker.token)).kind is Kind.GRADED
        assert b'"accepted"' in ask(job(catalog, worker.token, files=False)).attempt
        assert b'"rejected"' in ask(job(catalog, worker.token, STUB, files=False)).attempt
        assert "are not those" in ask(job(catalog, worker.token, version="0" * 64)).why
        before = set(tmp_path.rglob("*.py"))
        assert ask(job(catalog, worker.token, hidden=True)).kind is Kind.GRADED
        assert set(tmp_path.rglob("*.py")) == before
    finally:
        worker.close()


def test_a_worker_whose_sandbox_is_too_weak_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below L2 a worker is unfit for strangers' code, and fit for code that is trusted; what holds is tried once."""
    from grader.batch import run

    tried: list[int] = []
    worker = judging.Judging(tmp_path)

    def weak() -> None:
        raise UsageError("The sandbox reaches only level L1 here.", "")

    monkeypatch.setattr(run, "insist_on_sandbox", weak)
    assert "only level L1" in unpack(worker.answer(Hello(trusted=False)), Introduction).unfit
    assert unpack(worker.answer(Hello(trusted=True)), Introduction).unfit == ""
    monkeypatch.setattr(run, "insist_on_sandbox", lambda: tried.append(1))
    for _ in range(2):
        assert unpack(worker.answer(Hello(trusted=False)), Introduction).unfit == ""
    assert tried == [1]


def test_a_worker_that_cannot_even_try_its_sandbox_is_unfit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A zygote that does not start there is told as the reason."""
    from grader.batch import run

    def broken() -> None:
        raise GraderFault("The zygote cannot be started.")

    monkeypatch.setattr(run, "insist_on_sandbox", broken)
    unfit = unpack(judging.Judging(tmp_path).answer(Hello(trusted=False)), Introduction).unfit

    assert unfit == "GraderFault: The zygote cannot be started."


def test_a_judge_that_is_killed_is_replaced(course: Path) -> None:
    """The task fails and says so; the next one is answered by another process, which has another token."""
    catalog, desk = Catalog(course), station.Station()
    try:
        first = unpack(desk.ask(pack(Hello(trusted=True)), gpu=False), Introduction)
        (process,) = [one._process for one in desk._judging]
        process.kill()
        with pytest.raises(station.JudgeDied, match="exit status -9"):
            desk.ask(pack(job(catalog, first.token)), gpu=False)
        second = unpack(desk.ask(pack(Hello(trusted=True)), gpu=False), Introduction)
        assert second.token != first.token
        assert unpack(desk.ask(pack(job(catalog, first.token)), gpu=False), Answer).kind is Kind.STRANGER
    finally:
        desk.close()


def test_a_judging_process_serves_until_nobody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It answers over a connection, and ends when the other end is closed; its scratch folder is gone then."""
    monkeypatch.setattr(judging, "end_with_the_worker", lambda leash: None)  # it would end this process
    ours, theirs = Pipe()
    served = threading.Thread(target=judging.main, args=(str(os.dup(theirs.fileno())), "0", str(tmp_path)))
    served.start()
    theirs.close()
    ours.send_bytes(pack(Hello(trusted=True)))
    assert unpack(ours.recv_bytes(), Introduction).program == this_program()
    assert len(list(tmp_path.iterdir())) == 1

    ours.close()
    served.join(SETTLE_SECONDS)

    assert not served.is_alive()
    assert list(tmp_path.iterdir()) == []


def test_the_leash_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of the leash is the end of the process, whatever it is at."""
    ended: list[int] = []
    monkeypatch.setattr(judging.os, "_exit", ended.append)
    leash, worker = os.pipe()
    os.close(worker)

    judging.end_with_the_worker(leash)

    os.close(leash)
    assert ended == [1]


def test_a_judging_process_that_does_not_end_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing has an end, even where the process is stopped."""
    monkeypatch.setattr(station, "STOP_SECONDS", 0.2)
    judge = station.Judging(str(tmp_path), gpu=False)
    judge._process.send_signal(signal.SIGSTOP)

    judge.close()

    assert judge._process.returncode == -signal.SIGKILL


def test_a_worker_of_this_machine_leaves_ctrl_c_and_the_terminal_to_the_batch() -> None:
    """What Dask runs first in such a worker: SIGINT is ignored, Dask's log is silent."""
    before = signal.getsignal(signal.SIGINT)
    levels = {name: logging.getLogger(name).level for name in [*logging.root.manager.loggerDict]}
    try:
        preload.dask_setup(None)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        assert not logging.getLogger("distributed.worker").isEnabledFor(logging.CRITICAL)
    finally:
        signal.signal(signal.SIGINT, before)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def test_the_judging_process_ends_with_its_worker(tmp_path: Path) -> None:
    """A worker that is killed leaves nothing behind, however busy its judge is."""
    code = (
        "from grader.cluster import station; import time, sys; from grader.cluster.messages import Hello, pack\n"
        "station.HERE.ask(pack(Hello(True)), False); print('ready', flush=True); time.sleep(600)"
    )
    worker = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert worker.stdout
    assert worker.stdout.readline() == "ready\n"
    below = descendants(worker.pid)
    assert below

    worker.kill()
    worker.communicate()

    settled(below)


def test_a_batch_on_a_cluster_gives_what_this_machine_gives(
    course: Path, here: dict[str, object], tmp_path: Path, capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Two workers: the same attempts, the unreadable file's too; nothing of Dask's on the terminal; nothing twice."""
    monkeypatch.setenv("TENSORGRADE_COURSE", str(course))
    where = [str(course.parent / "class"), "--out", str(tmp_path / "out"), "--device", "cpu", "--json"]

    assert main(["batch", *where, "--cluster", "local:2", "--trust-this-code"]) == 0
    shown = capfd.readouterr()
    assert main(["batch", *where, "--cluster", "local:2", "--trust-this-code"]) == 0
    again = capfd.readouterr()

    assert outcome(tmp_path / "out") == here
    assert shown.err == ""
    assert [json.loads(line)["event"] for line in shown.out.splitlines()].count("attempt") == len(here)
    assert '"attempt"' not in again.out
