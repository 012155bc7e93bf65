"""A session: one submission held to its limits, in as many runners as it takes.

Time is counted while the judge waits for the runner, never while the judge itself works, so that a
slow machine's reference does not cost the student anything.
"""

from __future__ import annotations

import contextlib
import math
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NoReturn, TypeVar

from msgspec import MsgspecError

from grader.client.ahead import Ahead, Case
from grader.client.ending import (
    Ending,
    EndingReport,
    RunnerEnded,
    crashed,
    forbidden,
    hung_up,
    import_timed_out,
    out_of_memory,
    out_of_time,
    timed_out,
)
from grader.client.output import Output
from grader.client.process import RunnerProcess
from grader.client.zygote import Zygote
from grader.errors import GraderFault
from grader.model import Exercise, Limits, text
from grader.wire import messages as m
from grader.wire.decoding import Decoder, ReplyDecoder
from grader.wire.encoding import Encoder, LayoutCodec
from grader.wire.frames import ChannelClosed, DeadlineExceeded, ProtocolError
from grader.wire.plan import Order

R = TypeVar("R")
S = TypeVar("S")
EXIT_SECONDS = 5.0
LOOK_SECONDS = 0.05
GRACE_LOOKS = 20
NUMBER_BITS = 62  # drawn anew for each request: what nobody has asked yet cannot be answered ahead


@dataclass(frozen=True, slots=True)
class Posted:
    """A request under way: its limit, the seconds left for the exercise, when it was sent, its number."""

    seconds: float
    left: float
    at: float
    number: int

    def deadline(self) -> float:
        """Return when to stop waiting; a judge that was busy meanwhile still looks for a moment."""
        return max(self.at + min(self.seconds, self.left), time.monotonic() + LOOK_SECONDS)


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
        self.traced = True
        self.recorder: Callable[[m.Request, Encoder | None], None] | None = None
        self._ahead = Ahead()
        self._zygote = zygote
        self._source = source
        self._runner: RunnerProcess | None = None
        self._checked = False
        self._under_way: Posted | None = None

    def close(self) -> None:
        """Kill the runner if there is one."""
        if self._runner:
            self._runner.kill()
            self._gather(self._runner)
            self._runner = None
            self._under_way = None
            self._ahead = Ahead()
            self._checked = False
            self.loaded = None

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
            checked = expect_reply(reply, m.Checked, m.Checked)
        self._checked = True
        return checked

    def load(self) -> m.Loaded:
        """Execute the submission in the runner; raise `RunnerEnded` if it does not survive that."""
        if not self._checked:
            self.check()
        reply = self._exchange(m.Load(), None, self.limits.load_seconds)[0]
        with self.refusing_malformed():
            self.loaded = loaded = expect_reply(reply, m.Loaded, m.Loaded)
        if loaded.hits:
            self._end(forbidden(loaded.hits))
        return loaded

    def begin_example(self, seed: int, *, traced: bool = True) -> None:
        """Start a new example: the next request seeds the runner's RNG and drops earlier handles.

        `traced`: whether its calls are traced operation by operation where no claim asks for that.
        """
        self.seed = seed
        self.traced = traced

    def take_seed(self) -> int | None:
        """Return the seed for the first request of an example, else None."""
        seed, self.seed = self.seed, None
        return seed

    def encoder(self, other: Callable[[object, str], m.Value]) -> Encoder:
        """Return an encoder for one request."""
        return Encoder(LayoutCodec(), other)

    def post(self, request: m.Request, encoder: Encoder | None) -> Posted:
        """Send a request to the loaded submission, loading it first where needed; `collect` has the reply.

        Between the two the judge can work out what it expects while the runner works on its answer.
        """
        if self.recorder:
            self.recorder(request, encoder)
        if self._ahead:
            return self._taken(request, encoder)
        if self._runner is None:
            self.load()
        return self._post(request, encoder, self.limits.call_seconds)

    @property
    def can_go_ahead(self) -> bool:
        """Tell whether requests could be sent ahead now: the runner has nothing to do."""
        return self._runner is not None and not self._under_way and not self._ahead

    def send_ahead(self, cases: Sequence[Case]) -> None:
        """Send the first requests of examples to come in one go."""
        assert self._runner is not None
        left = self.limits.exercise_seconds - self.spent
        if left <= 0:
            return
        frames = []
        first = Posted(self.limits.call_seconds, left, time.monotonic(), 0)
        for case in cases:
            posted = replace(first, number=secrets.randbits(NUMBER_BITS))
            sizes = [len(part) for part in case.parts]
            header = m.encode(m.RequestEnvelope(case.request, sizes, posted.number))
            frames.append((header, [memoryview(part) for part in case.parts]))
            self._ahead.add(case, posted)
        with self._timed(first):
            self._runner.channel.send_all(frames, first.deadline())

    def _taken(self, request: m.Request, encoder: Encoder | None) -> Posted:
        """Return a request that was sent ahead; its answer is on the way."""
        self._under_way = posted = self._started(self._ahead.take(request, encoder))
        return posted

    def _started(self, posted: Posted) -> Posted:
        """Start the clock of a request sent ahead: the runner has just answered the one before."""
        left = self.limits.exercise_seconds - self.spent
        if left <= 0:
            self._end(out_of_time(self.limits))
        return replace(posted, left=left, at=time.monotonic())

    def collect(
        self, posted: Posted, handle: Callable[[m.HandleValue], object], kind: type[R], other: type[S]
    ) -> tuple[R | S, Decoder]:
        """Await the reply to a posted request."""
        reply, payload, sizes = self._collect(posted)
        if isinstance(reply, m.Forbidden):
            self._end(forbidden(reply.hits))
        if isinstance(reply, m.Raised) and reply.error.out_of_memory:
            self._end(out_of_memory(self.limits, reply.error))
        with self.refusing_malformed():
            return expect_reply(reply, kind, other), ReplyDecoder(payload, sizes, handle)

    def ask(
        self,
        request: m.Request,
        encoder: Encoder | None,
        handle: Callable[[m.HandleValue], object],
        kind: type[R],
        other: type[S],
    ) -> tuple[R | S, Decoder]:
        """Send a request and await the reply."""
        return self.collect(self.post(request, encoder), handle, kind, other)

    @contextlib.contextmanager
    def refusing_malformed(self) -> Iterator[None]:
        """Turn anything malformed from the runner into its verdict."""
        try:
            yield
        except (ProtocolError, MsgspecError, RecursionError, UnicodeError) as error:
            sentence = text("The submission's process sent a malformed answer ({why}).", why=error)
            self._end(EndingReport(Ending.PROTOCOL, sentence))

    def _start(self) -> None:
        self._zygote.prepare(self.exercise.forbidden)
        order = Order(self.limits.disk_bytes, gpu=self.device == "cuda")
        runner = self._runner = self._zygote.fork(order)
        runner.channel.watched = {runner.output: lambda: self.output.drain(runner.output)}
        self._exchange(self._preparation(), None, self.limits.load_seconds)

    def _preparation(self) -> m.Prepare:
        limits = self.limits
        return m.Prepare(
            limits.memory_bytes,
            self.device,
            limits.reply_bytes,
            limits.file_bytes,
            limits.open_files,
            limits.threads,
            math.ceil(limits.cpu_seconds),
        )

    def _exchange(
        self, request: m.Request, encoder: Encoder | None, seconds: float
    ) -> tuple[m.Reply, bytearray, list[int]]:
        return self._collect(self._post(request, encoder, seconds))

    def _post(self, request: m.Request, encoder: Encoder | None, seconds: float) -> Posted:
        """Send; every way in which this can fail ends the runner."""
        assert self._runner is not None
        if self._under_way:  # its claim was given up between sending and waiting: nobody wants the reply
            self._collect(self._under_way)
        left = self.limits.exercise_seconds - self.spent
        if left <= 0:
            self._end(out_of_time(self.limits))
        parts = encoder.storages.parts if encoder else []
        sizes = encoder.storages.sizes if encoder else []
        posted = Posted(seconds, left, time.monotonic(), secrets.randbits(NUMBER_BITS))
        with self._timed(posted):
            header = m.encode(m.RequestEnvelope(request, sizes, posted.number))
            self._runner.channel.send(header, parts, posted.deadline())
        self._under_way = posted
        return posted

    def _collect(self, posted: Posted) -> tuple[m.Reply, bytearray, list[int]]:
        """Wait, decode the header; every way in which this can fail ends the runner."""
        assert self._runner is not None
        self._under_way = None
        with self._timed(posted), self.refusing_malformed():
            header, payload = self._runner.channel.receive(self.limits.reply_bytes, posted.deadline())
            envelope = m.decode_reply(header)
            if envelope.number != posted.number:
                raise ProtocolError("the answer belongs to another request")
        return envelope.message, payload, envelope.storages

    @contextlib.contextmanager
    def _timed(self, posted: Posted) -> Iterator[None]:
        """Count the time waited; turn a passed deadline or a vanished runner into its verdict."""
        started = time.monotonic()
        try:
            yield
        except DeadlineExceeded:
            self._end(self._late(posted))
        except ChannelClosed:
            self._end(self._post_mortem())
        finally:
            self.spent += time.monotonic() - started

    def _late(self, posted: Posted) -> EndingReport:
        if posted.seconds > posted.left:
            return out_of_time(self.limits)
        return timed_out(posted.seconds) if self.loaded else import_timed_out(posted.seconds)

    def _post_mortem(self) -> EndingReport:
        assert self._runner is not None
        runner = self._runner
        # The socket closes a moment before the process is gone: killed at once, it would look killed. A
        # full pipe would keep it from ending.
        for _ in range(GRACE_LOOKS):
            if status := runner.wait_exit(LOOK_SECONDS):
                return crashed(status, self.limits)
            self.output.drain_all(runner.output)
        runner.kill()
        if runner.wait_exit(EXIT_SECONDS):
            return hung_up()
        if runner.lost_its_zygote(EXIT_SECONDS):
            self.close()
            raise GraderFault("The zygote died, and its runners with it.", runner.last_words())
        return crashed(None, self.limits)

    def _end(self, report: EndingReport) -> NoReturn:
        """Kill the runner and leave the property; the next one gets a fresh runner."""
        self._zygote.note_abnormal_end()
        self.close()
        raise RunnerEnded(report)

    def _gather(self, runner: RunnerProcess) -> None:
        runner.wait_exit(EXIT_SECONDS)  # nothing of it may run on
        self.output.drain_all(runner.output)
        runner.close()


def expect_reply(reply: m.Reply, kind: type[R], other: type[S]) -> R | S:
    """Return the reply if it is of a kind that answers the request, else raise `ProtocolError`."""
    if isinstance(reply, (kind, other)):
        return reply
    raise ProtocolError(f"{type(reply).__name__} does not answer the request")
