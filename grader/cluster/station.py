"""What Dask calls on a worker: each worker process has a judging process beside it, kept from task to task.

Dask's threads would disturb a judge in their own process (they draw from Python's random state, and
Hypothesis watches that); and a judge that dies takes only itself along here.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from multiprocessing import Pipe

from grader.cluster.messages import Hello, pack

STOP_SECONDS = 10.0


class JudgeDied(Exception):
    """The judging process ended over a task."""


class Judging:
    """A judging process and the way to it. ``gpu``: whether it may see one."""

    def __init__(self, folder: str, gpu: bool) -> None:
        self._ours, theirs = Pipe()
        leash, self._leash = os.pipe()
        # A GPU that was not declared is somebody else's: torch must not find it.
        environment = {**os.environ, **({} if gpu else {"CUDA_VISIBLE_DEVICES": ""})}
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "grader.cluster.judging", str(theirs.fileno()), str(leash), folder],
                pass_fds=[theirs.fileno(), leash],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )
        finally:
            theirs.close()
            os.close(leash)

    def ask(self, request: bytes) -> bytes:
        """Send a request and wait for its answer; raise `JudgeDied` where none comes."""
        try:
            self._ours.send_bytes(request)
            return self._ours.recv_bytes()
        except (EOFError, OSError) as error:
            self.close()
            raise JudgeDied(f"the judge ended with exit status {self._process.returncode}") from error

    def close(self) -> None:
        """End it: it notices that nobody asks any more, and is killed where it does not."""
        self._ours.close()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._leash)


class Station:
    """A worker process's own; the judging process is started when it is first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._judging: list[Judging] = []

    def ask(self, request: bytes, gpu: bool) -> bytes:
        """Have a request answered; one at a time, however many threads the worker has."""
        with self._lock:
            if not self._judging:
                self._judging.append(Judging(worker_folder(), gpu))
            try:
                return self._judging[0].ask(request)
            except JudgeDied:
                self._judging.clear()
                raise

    def close(self) -> None:
        """End the judging process; the next request would start another one."""
        with self._lock:
            while self._judging:
                self._judging.pop().close()


def worker_folder() -> str:
    """Return the worker's own folder, which its nanny removes however it ends; empty outside a worker."""
    from distributed import get_worker

    try:
        return str(get_worker().local_directory)
    except ValueError:
        return ""


HERE = Station()


def introduce(trusted: bool, gpu: bool) -> bytes:
    """Have this worker introduce itself; returns an `Introduction`."""
    return HERE.ask(pack(Hello(trusted)), gpu)


def grade(job: bytes, gpu: bool) -> bytes:
    """Have this worker do a `Job`; returns an `Answer`."""
    return HERE.ask(job, gpu)
