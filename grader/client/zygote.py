"""Starting the zygote and forking runners from it."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import select
import socket
import subprocess
import time
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from grader.client.process import RunnerProcess
from grader.errors import GraderFault
from grader.model import Level, Text, text
from grader.sandbox import cgroup
from grader.sandbox.launch import Launch, Ruled, launches, staged
from grader.sandbox.level import level_of
from grader.wire.frames import Channel
from grader.wire.plan import CGROUP, FORK, LENGTH, PREPARE, Order

LOG = logging.getLogger(__name__)
START_SECONDS = 120.0
STOP_SECONDS = 5.0


class Zygote:
    """A process that has imported torch and forks runners; start it early, it warms up by itself.

    ``sandboxed=False`` starts it without any jail, for measurements. ``shortfalls`` says why a better
    sandbox could not be had.
    """

    def __init__(self, *, sandboxed: bool = True) -> None:
        self.level = Level.NONE
        self.layers: tuple[str, ...] = ()
        self.shortfalls: list[Text] = []
        self._sandboxed = sandboxed
        self._ways: Iterator[Launch | Ruled] = launches(sandboxed=sandboxed)
        self._prepared: set[tuple[str, ...]] = set()
        self._standby: tuple[Order, RunnerProcess] | None = None
        self._jailed = self._ready = False
        self._start_next()

    def __enter__(self) -> Zygote:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The process id of the zygote, or of the container around it."""
        return self._process.pid

    def close(self) -> None:
        """End the zygote; its runners end with it."""
        self._drop_standby()
        self._stop()

    def restart(self) -> None:
        """End the zygote and start another one, without its predecessor's preparations."""
        self.close()
        self._ways = launches(sandboxed=self._sandboxed)
        self._prepared.clear()
        self.shortfalls.clear()
        self._jailed = self._ready = False
        self._start_next()

    def revive(self) -> None:
        """Start another zygote where this one has died: the next submission is not to bear that."""
        if self._ready and self._process.poll() is not None:
            self._replace(f"it died. {self._last_words()}")

    def wait_ready(self) -> None:
        """Wait until torch is imported; raise `GraderFault` if that fails in every way there is."""
        deadline = time.monotonic() + START_SECONDS
        self.wait_jailed(deadline)
        while not self._ready:
            if not (message := self._read_line(deadline)):
                raise GraderFault("The zygote died.", self._last_words())
            self._ready = "ready" in message

    def wait_jailed(self, deadline: float | None = None) -> None:
        """Wait until the jail has been tried, before torch is imported; `level` is known then."""
        deadline = deadline or time.monotonic() + START_SECONDS
        while not self._jailed:
            message = self._read_line(deadline)
            if "jailed" not in message:
                self._refused()
                continue
            self.layers = (*message["jailed"], *([CGROUP] if self._group else []))
            self.level = level_of(self.layers)
            self._jailed = True

    def prepare(self, patterns: tuple[str, ...]) -> None:
        """Have the zygote compile an exercise's forbidden patterns, once; its runners inherit them."""
        self.revive()
        if patterns in self._prepared:
            return
        self.wait_ready()
        self._drop_standby()  # it was forked before, and would have to compile them itself
        self._prepared.add(patterns)
        self._send(PREPARE, json.dumps(patterns).encode())

    def fork(self, order: Order | None = None) -> RunnerProcess:
        """Return a runner in its jail, and have the next one made meanwhile."""
        self.revive()
        self.wait_ready()
        order = order or Order()
        runner = self._take_standby(order) or self._order(order)
        try:
            runner.wait_born()
        except GraderFault:
            runner.close()
            raise
        self._standby = order, self._order(order)
        return runner

    def _replace(self, why: str) -> None:
        LOG.warning("zygote replaced: %s", why)
        self.restart()

    def note_abnormal_end(self) -> None:
        """Hear that a runner crashed, hung or lied; a zygote that is looked after acts on it."""

    def _take_standby(self, order: Order) -> RunnerProcess | None:
        """Return the runner that stands by, if it is what is asked for."""
        if self._standby and self._standby[0] == order:
            _, runner = self._standby
            self._standby = None
            return runner
        self._drop_standby()
        return None

    def _drop_standby(self) -> None:
        if self._standby:
            _, runner = self._standby
            self._standby = None
            with contextlib.suppress(GraderFault):
                runner.wait_born()
            runner.kill()
            runner.close()

    def _order(self, order: Order) -> RunnerProcess:
        """Ask for a runner; it is born later."""
        pairs = socket.socketpair(), socket.socketpair()
        (ours, job), (status, theirs) = pairs
        read, write = os.pipe()
        os.set_blocking(read, False)
        runner = RunnerProcess(Channel(ours), read, status, self._process, self._last_words)
        try:
            self._send(FORK, order.to_json(), [job.fileno(), write, theirs.fileno()])
        except GraderFault:
            runner.close()
            raise
        finally:
            job.close()
            theirs.close()
            os.close(write)
        return runner

    def _send(self, request: bytes, data: bytes, descriptors: list[int] | None = None) -> None:
        try:
            socket.send_fds(self._control, [request], descriptors or [])
            self._control.sendall(LENGTH.pack(len(data)) + data)
        except OSError as error:
            raise GraderFault(f"The zygote is gone: {error}.", self._last_words()) from error

    def _start_next(self) -> None:
        """Start the zygote in the best way not tried yet."""
        way = next(self._ways)
        while isinstance(way, Ruled):
            self.shortfalls.append(way.why)
            way = next(self._ways)
        self._group = cgroup.make() if self._sandboxed else None
        way = staged(way, self._group)
        ours, theirs = socket.socketpair()
        self._buffer = b""
        self._control = ours
        try:
            self._process = subprocess.Popen(
                [*way.command, str(theirs.fileno()), way.plan.to_json()],
                pass_fds=[theirs.fileno()],
                env=way.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                cwd="/",
                start_new_session=True,
            )
        finally:
            theirs.close()

    def _refused(self) -> None:
        """Go on to the next way; the last one's refusal is the judge's."""
        words = self._last_words()
        self.shortfalls.append(text("{why}", why=words.strip().splitlines()[-1] if words.strip() else "?"))
        self._stop()
        try:
            self._start_next()
        except StopIteration:
            raise GraderFault("The zygote cannot be started.", words or "Run `grade doctor`.") from None

    def _stop(self) -> None:
        self._control.close()
        if not self._ready:
            self._process.kill()  # still importing torch: it would not notice for a while
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()
        if self._group:
            self._group.remove()

    def _read_line(self, deadline: float) -> dict[str, Any]:
        """Return the zygote's next message; empty where it is gone. Raises `GraderFault` at the deadline."""
        while b"\n" not in self._buffer:
            remaining = deadline - time.monotonic()
            if remaining <= 0 or not select.select([self._control], [], [], remaining)[0]:
                raise GraderFault("The zygote did not answer.", self._last_words())
            part = self._control.recv(4096)
            if not part:
                return {}
            self._buffer += part
        line, _, self._buffer = self._buffer.partition(b"\n")
        message: dict[str, Any] = json.loads(line)
        return message

    def _last_words(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        if self._process.stderr is None or self._process.poll() is None:
            return "Run `grade doctor`."
        return self._process.stderr.read().decode(errors="replace")[-2000:] or "Run `grade doctor`."
