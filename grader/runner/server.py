"""The runner's loop: answer the judge's requests until it hangs up."""

from __future__ import annotations

import contextlib
import itertools
import os
import socket
import sys
from collections.abc import Callable, Iterator
from typing import Any

import torch

from grader.runner import calls, spies
from grader.runner.facts import GlobalState
from grader.runner.jail import rlimits
from grader.runner.objects import Handles, Placement, SimulatedPlacement, argument_decoder, result_encoder
from grader.runner.submission import Submission, describe
from grader.wire import messages as m
from grader.wire.encoding import Encoder
from grader.wire.frames import MAX_HEADER, Channel, ChannelClosed

MAX_REQUEST = 256 << 20


class Server:
    """Holds one submission and answers requests about it."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.handles = Handles()
        self.placement = Placement("cpu")
        self.submission: Submission | None = None
        self.settings: GlobalState | None = None
        self._reply_bytes = 0

    def serve(self) -> None:
        """Answer until the judge closes the channel."""
        while True:
            header, payload = self.channel.receive(MAX_REQUEST)
            envelope = m.decode_request(header)
            self.reply(self.answer(envelope.message, payload, envelope.storages), envelope.number)

    def answer(
        self, request: m.Request, payload: bytearray, sizes: list[int]
    ) -> tuple[m.Reply, Encoder | None]:
        """Answer one request."""
        match request:
            case m.Prepare():
                return self.prepare(request), None
            case m.Check():
                self.submission = Submission(request)
                return self.submission.check(), None
            case m.Load():
                return self.load(), None
            case m.Call() | m.Evaluate() | m.Read() | m.Iterate() | m.Differentiate():
                return self.interact(request, payload, sizes)

    def reply(self, answer: tuple[m.Reply, Encoder | None], number: int) -> None:
        """Send a reply; one that is over a limit becomes an exception record that says so."""
        message, encoder = answer
        parts = encoder.storages.parts if encoder else []
        sizes = [part.nbytes for part in parts]
        header = m.encode(m.ReplyEnvelope(message, sizes, number))
        over = over_limit(len(header), sizes, self._reply_bytes)
        if over:
            parts, header = [], m.encode(m.ReplyEnvelope(m.Raised(over), [], number))
        flush_streams()
        self.channel.send(header, parts)

    def prepare(self, request: m.Prepare) -> m.Ready:
        """Apply limits and choose the device, before the submission is seen."""
        self._reply_bytes = request.reply_bytes
        self.placement = place(request.device)
        limit_resources(request, has_gpu=self.placement.device.type == "cuda")
        return m.Ready()

    def load(self) -> m.Loaded:
        """Execute the submission under the same watch as its calls."""
        if self.submission is None:
            raise RuntimeError("load before check")
        state = GlobalState()
        with calls.watched(self.submission.rules, self.placement, self.submission.filename, traced=True):
            loaded = self.submission.load()
        self.settings = GlobalState()
        return m.Loaded(
            loaded.names,
            loaded.found,
            loaded.callable,
            loaded.type_name,
            loaded.parameters,
            state.changed(),
            loaded.error,
            self.submission.hits(),
        )

    def interact(
        self,
        request: m.Call | m.Evaluate | m.Read | m.Iterate | m.Differentiate,
        payload: bytearray,
        sizes: list[int],
    ) -> tuple[m.Reply, Encoder]:
        """Resolve the target and carry out one interaction; forbidden operations outrank its answer."""
        if self.submission is None:
            raise RuntimeError("call before load")
        if not isinstance(request, m.Iterate) and request.seed is not None:
            self.handles.clear()
            torch.default_generator.manual_seed(request.seed)
        encoder = result_encoder(self.placement, self.handles)
        reply = self.carry_out(request, payload, sizes, encoder)
        hits = self.submission.hits()
        return (m.Forbidden(hits), encoder) if hits else (reply, encoder)

    def carry_out(
        self, request: m.Request, payload: bytearray, sizes: list[int], encoder: Encoder
    ) -> m.Reply:
        """Dispatch one interaction."""
        decoder = argument_decoder(payload, sizes, self.placement, self.handles)
        match request:
            case m.Call():
                return calls.call(self.watch(request.target, request.traced), request, decoder, encoder)
            case m.Differentiate():
                watch = self.watch(request.target, request.traced)
                return calls.differentiate(watch, request, decoder, encoder)
            case m.Evaluate():
                target = self.target()
                return calls.evaluate(self.watch(m.Path(m.SUBMISSION, [target])), target, request, encoder)
            case m.Read():
                return calls.read(self.watch(request.target), encoder)
            case m.Iterate():
                return calls.iterate(self.watch(request.target), request.limit, encoder)
        raise RuntimeError(f"not an interaction: {type(request).__name__}")

    def watch(self, path: m.Path, traced: bool = True) -> calls.Watch:
        """Bind a path to this runner: what to resolve it from, and what to watch meanwhile."""
        assert self.submission is not None
        submission = self.submission
        return calls.Watch(
            self.resolver(path),
            submission.rules,
            self.placement,
            submission.filename,
            traced,
            self.settings,
        )

    def target(self) -> str:
        """Return the name of the submission's target."""
        assert self.submission is not None
        return self.submission.target

    def resolver(self, path: m.Path) -> Callable[[], Any]:
        """Return a function that walks a path; attribute reads may run the submission's code."""

        def resolve() -> Any:
            value: Any = self.root(path.root)
            for name in path.names:
                value = getattr(value, name)
            return value

        return resolve

    def root(self, number: int) -> object:
        """Return what a path starts from."""
        assert self.submission is not None
        modules = {m.SUBMISSION: self.submission.module, m.TORCH: torch, m.SPIES: spies}
        return modules.get(number) or self.handles.get(number)


def place(device: str) -> Placement:
    """Return the placement for ``cpu``, ``cuda`` or ``simulated``."""
    if device == "simulated":
        return SimulatedPlacement()
    if device == "cuda":
        # TF32 has 10 bits of mantissa: a right float32 answer would look wrong.
        torch.backends.cudnn.allow_tf32 = False
        torch.backends.cuda.matmul.allow_tf32 = False
    return Placement(device)


def limit_resources(request: m.Prepare, *, has_gpu: bool) -> None:
    """Cap memory, files, threads and time; CUDA maps far more address space than it uses, so not there."""
    if not rlimits.supported():
        return
    limits = {"fsize": request.file_bytes, "nofile": request.open_files, "cpu": request.cpu_seconds}
    if os.getpid() == 1:  # elsewhere the kernel counts everything that this user runs
        limits["nproc"] = request.threads
    rlimits.apply(limits if has_gpu else limits | rlimits.memory(request.memory_bytes))


def over_limit(header: int, sizes: list[int], limit: int) -> m.ExceptionRecord | None:
    """Describe an answer that is over a limit, of its tensors or of all the rest; None where it is not."""
    if sum(sizes) > limit:
        return too_large(f"the answer has {sum(sizes)} bytes; at most {limit} are allowed")
    if header > MAX_HEADER:
        return too_large(
            f"the answer has {header} bytes besides its tensors; at most {MAX_HEADER} are allowed"
        )
    if len(sizes) > m.MAX_STORAGES:
        return too_large(f"the answer has {len(sizes)} tensors; at most {m.MAX_STORAGES} are allowed")
    return None


def too_large(message: str) -> m.ExceptionRecord:
    """Describe an answer that is over a limit."""
    return m.ExceptionRecord("ReplyTooLarge", ["Exception", "BaseException"], message)


def flush_streams() -> None:
    """Push out what was printed, so that it is shown with the call that printed it."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()


def first_items(values: Any, limit: int) -> Iterator[Any]:
    """Take one more than `limit`, so that the caller can tell whether there was more."""
    return itertools.islice(iter(values), limit + 1)


def serve(sock: socket.socket) -> None:
    """Serve the judge on `sock` until it hangs up."""
    with contextlib.closing(Channel(sock)) as channel, contextlib.suppress(ChannelClosed):
        Server(channel).serve()


__all__ = ["Server", "describe", "serve"]
