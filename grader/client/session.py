"""A session: one submission held to its limits, in as many runners as it takes.

Time is counted while the judge waits for the runner, never while the judge itself works, so that a
slow machine's reference does not cost the student anything.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NoReturn, TypeVar

from msgspec import MsgspecError

from grader.client.ending import Ending, EndingReport, RunnerEnded
from grader.client.zygote import Exit, RunnerProcess, Zygote
from grader.model import Exercise, Limits, Text, text
from grader.wire import messages as m
from grader.wire.decoding import Decoder, build_plain
from grader.wire.encoding import Encoder, LayoutCodec
from grader.wire.frames import Channel, ChannelClosed, DeadlineExceeded, ProtocolError

R = TypeVar("R")
S = TypeVar("S")
EXIT_SECONDS = 5.0
GRACE_SECONDS = 1.0
READ_CHUNK = 64 << 10


@dataclass(slots=True)
class Output:
    """What the submission printed, up to a limit."""

    limit: int
    data: bytes = b""
    truncated: bool = False

    def drain(self, descriptor: int) -> bool:
        """Read what is there; return False at the end of the pipe."""
        try:
            part = os.read(descriptor, READ_CHUNK)
        except BlockingIOError:
            return True
        room = self.limit - len(self.data)
        self.data += part[:room]
        self.truncated = self.truncated or len(part) > room
        return bool(part)

    def drain_all(self, descriptor: int) -> None:
        """Read what is left in the pipe, at most a few limits' worth."""
        os.set_blocking(descriptor, False)
        for _ in range(4 + self.limit // READ_CHUNK):
            before = len(self.data), self.truncated
            if not self.drain(descriptor) or before == (len(self.data), self.truncated):
                return


class Session:
    """Talks to the runner of one submission on one device; replaces a runner that has died."""

    def __init__(self, zygote: Zygote, exercise: Exercise, source: str, device: str = "cpu") -> None:
        self.exercise = exercise
        self.device = device
        self.limits: Limits = exercise.limits
        self.output = Output(self.limits.output_bytes)
        self.spent = 0.0
        self.loaded: m.Loaded | None = None
        self.seed: int | None = None
        self._zygote = zygote
        self._source = source
        self._runner: RunnerProcess | None = None

    def close(self) -> None:
        """Kill the runner if there is one."""
        if self._runner:
            self._runner.kill()
            self._gather(self._runner)
            self._runner = None

    def check(self) -> m.Checked:
        """Have the source parsed and searched for forbidden operations; nothing is executed."""
        if self._runner is None:
            self._start()
        exercise = self.exercise
        request = m.Check(
            self._source,
            f"{exercise.slug}.py",
            exercise.target,
            list(exercise.forbidden),
            list(exercise.forbid_broadcast),
        )
        reply = self._exchange(request, None, self.limits.load_seconds)[0]
        with self.refusing_malformed():
            return expect_reply(reply, m.Checked, m.Checked)

    def load(self) -> m.Loaded:
        """Execute the submission in the runner; raise `RunnerEnded` if it does not survive that."""
        self.check()
        reply = self._exchange(m.Load(), None, self.limits.load_seconds)[0]
        with self.refusing_malformed():
            self.loaded = loaded = expect_reply(reply, m.Loaded, m.Loaded)
        if loaded.hits:
            self._end(forbidden(loaded.hits))
        return loaded

    def begin_example(self, seed: int) -> None:
        """Start a new example: the next request seeds the runner's RNG and drops earlier handles."""
        self.seed = seed

    def take_seed(self) -> int | None:
        """Return the seed for the first request of an example, else None."""
        seed, self.seed = self.seed, None
        return seed

    def encoder(self, other: Callable[[object, str], m.Value]) -> Encoder:
        """Return an encoder for one request."""
        return Encoder(LayoutCodec(), other)

    def ask(
        self,
        request: m.Request,
        encoder: Encoder | None,
        handle: Callable[[m.HandleValue], object],
        kind: type[R],
        other: type[S],
    ) -> tuple[R | S, Decoder]:
        """Send a request to the loaded submission (loading it first where needed) and await the reply."""
        if self._runner is None:
            self.load()
        reply, payload, sizes = self._exchange(request, encoder, self.limits.call_seconds)
        if isinstance(reply, m.Forbidden):
            self._end(forbidden(reply.hits))
        if isinstance(reply, m.Raised) and reply.error.out_of_memory:
            self._end(out_of_memory(self.limits, reply.error))
        with self.refusing_malformed():
            return expect_reply(reply, kind, other), Decoder(payload, sizes, handle, build_plain)

    @contextlib.contextmanager
    def refusing_malformed(self) -> Iterator[None]:
        """Turn anything malformed from the runner into its verdict."""
        try:
            yield
        except (ProtocolError, MsgspecError, RecursionError, UnicodeError) as error:
            sentence = text("The submission's process sent a malformed answer ({why}).", why=error)
            self._end(EndingReport(Ending.PROTOCOL, sentence))

    def _start(self) -> None:
        runner = self._runner = self._zygote.fork()
        runner.channel.watched = {runner.output: lambda: self.output.drain(runner.output)}
        prepare = m.Prepare(self.limits.memory_bytes, self.device, self.limits.reply_bytes)
        self._exchange(prepare, None, self.limits.load_seconds)

    def _exchange(
        self, request: m.Request, encoder: Encoder | None, seconds: float
    ) -> tuple[m.Reply, bytearray, list[int]]:
        """Send, wait, decode the header; every way in which this can fail ends the runner."""
        assert self._runner is not None
        left = self.limits.exercise_seconds - self.spent
        if left <= 0:
            self._end(out_of_time(self.limits))
        storages = encoder.storages if encoder else None
        header = m.encode(m.RequestEnvelope(request, storages.sizes if storages else []))
        started = time.monotonic()
        try:
            with self.refusing_malformed():
                header, payload = self._roundtrip(
                    self._runner.channel,
                    header,
                    storages.parts if storages else [],
                    started + min(seconds, left),
                )
                envelope = m.decode_reply(header)
        except DeadlineExceeded:
            self._end(timed_out(seconds) if seconds <= left else out_of_time(self.limits))
        except ChannelClosed:
            self._end(self._post_mortem())
        finally:
            self.spent += time.monotonic() - started
        return envelope.message, payload, envelope.storages

    def _roundtrip(
        self, channel: Channel, header: bytes, parts: list[memoryview], deadline: float
    ) -> tuple[bytes, bytearray]:
        channel.send(header, parts, deadline)
        return channel.receive(self.limits.reply_bytes, deadline)

    def _post_mortem(self) -> EndingReport:
        assert self._runner is not None
        pid = self._runner.pid
        # The socket closes a moment before the process is gone: let it end by itself, or we would report our own kill.
        status = self._zygote.wait_exit(pid, GRACE_SECONDS)
        self._runner.kill()
        return crashed(status or self._zygote.wait_exit(pid, EXIT_SECONDS))

    def _end(self, report: EndingReport) -> NoReturn:
        """Kill the runner and leave the property; the next one gets a fresh runner."""
        self.close()
        raise RunnerEnded(report)

    def _gather(self, runner: RunnerProcess) -> None:
        self._zygote.wait_exit(runner.pid, EXIT_SECONDS)  # nothing of it may run on
        self.output.drain_all(runner.output)
        runner.close()


def expect_reply(reply: m.Reply, kind: type[R], other: type[S]) -> R | S:
    """Return the reply if it is of a kind that answers the request, else raise `ProtocolError`."""
    if isinstance(reply, (kind, other)):
        return reply
    raise ProtocolError(f"{type(reply).__name__} does not answer the request")


def timed_out(seconds: float) -> EndingReport:
    """Report a call over its limit."""
    return EndingReport(
        Ending.TIMED_OUT,
        text(
            "One call took longer than {seconds} s and was stopped. Look for an endless loop.",
            seconds=f"{seconds:g}",
        ),
    )


def out_of_time(limits: Limits) -> EndingReport:
    """Report an exercise over its limit."""
    message = text(
        "All calls together took longer than {seconds} s; the rest was not run.",
        seconds=f"{limits.exercise_seconds:g}",
    )
    return EndingReport(Ending.OUT_OF_TIME, message)


def out_of_memory(limits: Limits, error: m.ExceptionRecord) -> EndingReport:
    """Report a refused allocation."""
    megabytes = limits.memory_bytes >> 20
    line = error.frames[-1].line if error.frames else None
    return EndingReport(
        Ending.OUT_OF_MEMORY,
        text("The submission asked for more than {megabytes} MiB of memory.", megabytes=megabytes),
        line,
    )


def forbidden(hits: list[m.Hit]) -> EndingReport:
    """Report the first forbidden operation."""
    first = hits[0] if hits else m.Hit("?", "call")
    where: Text = text("The submission uses {name}, which this exercise forbids.", name=first.name)
    if first.line is not None:
        where = text(
            "Line {line} uses {name}, which this exercise forbids.", line=first.line, name=first.name
        )
    return EndingReport(Ending.FORBIDDEN, where, first.line)


def crashed(status: Exit | None) -> EndingReport:
    """Report a runner that vanished: a signal, or an exit that nobody asked for."""
    if status is None or (status.signal == 0 and not os.WIFEXITED(status.status)):
        return EndingReport(Ending.CRASHED, text("The submission's process ended without an answer."))
    if status.signal:
        name = signal.Signals(status.signal).name
        return EndingReport(
            Ending.CRASHED, text("The submission's process was ended by signal {name}.", name=name)
        )
    code = os.WEXITSTATUS(status.status)
    message = text(
        "The submission's process exited by itself (exit code {code}) instead of answering.", code=code
    )
    return EndingReport(Ending.CRASHED, message)
