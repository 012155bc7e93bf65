"""One runner as the judge holds it: the wire, its output, a handle to kill it, and how it ended."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from grader.client.ending import Exit
from grader.errors import GraderFault
from grader.wire.frames import Channel

BORN_SECONDS = 30.0
LINE_BYTES = 4096
OUTPUT_BYTES = 4096


@dataclass(slots=True)
class RunnerProcess:
    """A forked runner, or one that is being forked (`wait_born` tells when it stands in its jail).

    ``layers``: the layers of the jail that hold. ``zygote``: the process whose end is the runner's, too;
    ``last_words``: what it said if it is gone.
    """

    channel: Channel
    output: int
    status: socket.socket
    zygote: subprocess.Popen[bytes]
    last_words: Callable[[], str]
    pid: int = 0
    handle: int = -1
    layers: tuple[str, ...] = ()
    exit: Exit | None = None
    _lines: bytes = b""
    _descriptors: list[int] = field(default_factory=list)

    def wait_born(self) -> None:
        """Wait until the runner stands in its jail; raise `GraderFault` if it never will."""
        deadline = time.monotonic() + BORN_SECONDS
        while not self.pid:
            line = self._read_line(deadline)
            if line is None or "exited" in line:
                raise GraderFault("A runner could not be started.", self._why())
            self.pid, self.layers = line["born"], tuple(line["layers"])
            if self._descriptors:
                self.handle = self._descriptors.pop(0)

    def wait_exit(self, seconds: float) -> Exit | None:
        """Return how the runner ended, or None if it has not within `seconds`."""
        deadline = time.monotonic() + seconds
        while self.exit is None:
            line = self._read_line(deadline)
            if line is None:
                return None
            if "exited" in line:
                self.exit = Exit(line["exited"], line["maxrss"], line["cpu"], line["jail_cpu"])
        return self.exit

    def lost_its_zygote(self, seconds: float) -> bool:
        """Tell whether the zygote it came from is gone, or is within so many seconds."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.zygote.wait(seconds)
        return self.zygote.returncode is not None

    def kill(self) -> None:
        """Kill it; what it started dies with it."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if self.handle >= 0:
                signal.pidfd_send_signal(self.handle, signal.SIGKILL)
            elif self.pid:
                os.killpg(self.pid, signal.SIGKILL)

    def close(self) -> None:
        """Close this side's descriptors."""
        self.channel.close()
        self.status.close()
        for descriptor in (self.output, self.handle, *self._descriptors):
            if descriptor >= 0:
                os.close(descriptor)
        self.output = self.handle = -1
        self._descriptors.clear()

    def _read_line(self, deadline: float) -> dict[str, Any] | None:
        """Return the supervisor's next line; None at the deadline or the end of its reports."""
        while b"\n" not in self._lines:
            remaining = deadline - time.monotonic()
            if remaining <= 0 or not select.select([self.status], [], [], remaining)[0]:
                return None
            part, descriptors, _, _ = socket.recv_fds(self.status, LINE_BYTES, 1)
            self._descriptors += descriptors
            if not part:
                return None
            self._lines += part
        line, _, self._lines = self._lines.partition(b"\n")
        message: dict[str, Any] = json.loads(line)
        return message

    def _why(self) -> str:
        """Return what the jail or the zygote said before it gave up."""
        said = b""
        with contextlib.suppress(OSError):
            said = os.read(self.output, OUTPUT_BYTES)
        return said.decode(errors="replace") or self.last_words()
