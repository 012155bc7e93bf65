"""A conversation with a runner without a session: one source of ours, one call, raw answers."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grader.client.process import RunnerProcess
from grader.wire import messages as m
from grader.wire.encoding import Encoder, LayoutCodec

SECONDS = 20.0
MEMORY_BYTES = 1 << 30
REPLY_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Script:
    """A source of the grader's own, and the call of its function ``f``."""

    source: str
    filename: str
    args: Sequence[str] = ()
    seed: int = 0


def converse(runner: RunnerProcess, script: Script) -> Iterator[tuple[bytes, bytearray]]:
    """Yield the header and payload of each answer (prepared, checked, loaded, returned); ends the runner.

    Raises what the channel raises where the runner does not answer.
    """
    encoder = Encoder(LayoutCodec(), lambda value, path: m.NoneValue())
    args = [encoder.encode(argument) for argument in script.args]
    call = m.Call(m.Path(m.SUBMISSION, ["f"]), args, seed=script.seed)
    requests: tuple[m.Request, ...] = (
        m.Prepare(MEMORY_BYTES, "cpu", REPLY_BYTES),
        m.Check(script.source, script.filename, "f"),
        m.Load(),
        call,
    )
    try:
        deadline = time.monotonic() + SECONDS
        for number, request in enumerate(requests):
            runner.channel.send(m.encode(m.RequestEnvelope(request, [], number)), [], deadline)
            yield runner.channel.receive(REPLY_BYTES, deadline)
    finally:
        runner.kill()
        runner.wait_exit(SECONDS)
        runner.close()
