"""Starting the zygote and forking runners from it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from grader.client.ending import Exit
from grader.errors import GraderFault
from grader.wire.frames import Channel

START_SECONDS = 120.0
PREPARE = b"P"
LENGTH = struct.Struct("<I")
FORK_SECONDS = 30.0
PACKAGE_PARENT = Path(__file__).resolve().parents[2]
KEPT_ENVIRONMENT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES", "CUDA_HOME")
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(slots=True)
class RunnerProcess:
    """A forked runner: its process, the wire to it, and the pipe it prints into."""

    pid: int
    channel: Channel
    output: int

    def kill(self) -> None:
        """Kill it and everything in its session."""
        for kill in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                kill(self.pid, signal.SIGKILL)

    def close(self) -> None:
        """Close this side's descriptors."""
        self.channel.close()
        os.close(self.output)


def clean_environment() -> dict[str, str]:
    """Return the environment of the untrusted side: no secrets, one thread, fixed hashing."""
    kept = {name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ}
    return kept | ONE_THREAD | {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}


class Zygote:
    """A process that has imported torch and forks runners; start it early, it warms up by itself."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        boot = (
            f"import sys; sys.path.append({str(PACKAGE_PARENT)!r}); "
            f"from grader.runner.zygote import main; main({theirs.fileno()})"
        )
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", boot],
            pass_fds=[theirs.fileno()],
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd="/",
            start_new_session=True,
        )
        theirs.close()
        self._control = ours
        self._buffer = b""
        self._exits: dict[int, Exit] = {}
        self._ready = False
        self._prepared: set[tuple[str, ...]] = set()

    def __enter__(self) -> Zygote:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The zygote's process id."""
        return self._process.pid

    def close(self) -> None:
        """End the zygote; its runners end with it."""
        self._control.close()
        if not self._ready:
            self._process.kill()  # still importing torch: it would not notice for a while
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()

    def wait_ready(self) -> None:
        """Wait until torch is imported; raise `GraderFault` if that fails."""
        if not self._ready:
            self._next_message(time.monotonic() + START_SECONDS, "ready")
            self._ready = True

    def prepare(self, patterns: tuple[str, ...]) -> None:
        """Have the zygote compile an exercise's forbidden patterns, once; its runners inherit them."""
        if patterns in self._prepared:
            return
        self.wait_ready()
        self._prepared.add(patterns)
        data = json.dumps(patterns).encode()
        self._control.sendall(PREPARE + LENGTH.pack(len(data)) + data)

    def fork(self) -> RunnerProcess:
        """Fork a runner."""
        self.wait_ready()
        ours, theirs = socket.socketpair()
        read, write = os.pipe()
        os.set_blocking(read, False)
        try:
            socket.send_fds(self._control, [b"F"], [theirs.fileno(), write])
        except OSError as error:
            raise GraderFault(f"The zygote is gone: {error}.", self._last_words()) from error
        finally:
            theirs.close()
            os.close(write)
        pid = int(self._next_message(time.monotonic() + FORK_SECONDS, "forked")["forked"])
        self._exits.pop(pid, None)  # process ids come round again
        return RunnerProcess(pid, Channel(ours), read)

    def wait_exit(self, pid: int, seconds: float) -> Exit | None:
        """Return how a runner ended, or None if it has not within `seconds`."""
        deadline = time.monotonic() + seconds
        while pid not in self._exits:
            if not self._read_line_into(deadline):
                return None
        return self._exits[pid]

    def _next_message(self, deadline: float, key: str) -> dict[str, int]:
        while True:
            line = self._read_line(deadline)
            if line is None:
                raise GraderFault(f"The zygote did not answer ({key}).", self._last_words())
            if key in line:
                return line
            self._note_exit(line)

    def _read_line_into(self, deadline: float) -> bool:
        line = self._read_line(deadline)
        if line is not None:
            self._note_exit(line)
        return line is not None

    def _note_exit(self, line: dict[str, int]) -> None:
        if "exited" in line:
            self._exits[line["exited"]] = Exit(line["status"], line["maxrss"])

    def _read_line(self, deadline: float) -> dict[str, int] | None:
        while b"\n" not in self._buffer:
            remaining = deadline - time.monotonic()
            if remaining <= 0 or not select.select([self._control], [], [], remaining)[0]:
                return None
            part = self._control.recv(4096)
            if not part:
                raise GraderFault("The zygote died.", self._last_words())
            self._buffer += part
        line, _, self._buffer = self._buffer.partition(b"\n")
        message: dict[str, int] = json.loads(line)
        return message

    def _last_words(self) -> str:
        if self._process.stderr is None or self._process.poll() is None:
            return "Run `grade doctor`."
        return self._process.stderr.read().decode(errors="replace")[-2000:] or "Run `grade doctor`."
