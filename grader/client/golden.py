"""The golden run: one honest submission whose answer must be the same bytes in every runner of a zygote.

A runner can reach neither the zygote nor another runner; this is how that is checked rather than believed.
"""

from __future__ import annotations

import hashlib
import time

from grader.client.process import RunnerProcess
from grader.wire import messages as m
from grader.wire.encoding import Encoder, LayoutCodec

SECONDS = 20.0
MEMORY_BYTES = 1 << 30
REPLY_BYTES = 1 << 20
SEED = 20
FILENAME = "golden.py"
SOURCE = """
import builtins, os, sys
import numpy as np
import torch
from torch.nn import functional as F

def golden():
    x = torch.randn(3, 8, 8, requires_grad=True)
    y = F.conv2d(x[None], torch.ones(2, 3, 3, 3)).relu().flatten(1)
    loss = F.cross_entropy(y @ torch.linspace(-1, 1, 72 * 4).view(72, 4), torch.tensor([2]))
    (gradient,) = torch.autograd.grad(loss, x)
    state = (torch.get_default_dtype(), torch.is_grad_enabled(), torch.get_num_threads(), sys.getrecursionlimit())
    names = sorted(vars(builtins)), sorted(vars(torch)), sorted(vars(F)), sorted(os.listdir(".")), sorted(os.environ)
    return loss, gradient, np.random.default_rng(0).normal(size=3), repr(state), repr(names)
"""
CONVERSATION = (
    m.Check(SOURCE, FILENAME, "golden"),
    m.Load(),
    m.Call(m.Path(m.SUBMISSION, ["golden"]), seed=SEED),
)


def golden_answer(runner: RunnerProcess) -> str:
    """Return a digest of everything that the runner answers; ends the runner.

    Raises what the channel raises where the runner does not answer at all.
    """
    digest = hashlib.sha256()
    try:
        deadline = time.monotonic() + SECONDS
        encoder = Encoder(LayoutCodec(), lambda value, path: m.NoneValue())
        for number, request in enumerate((m.Prepare(MEMORY_BYTES, "cpu", REPLY_BYTES), *CONVERSATION)):
            header = m.encode(m.RequestEnvelope(request, encoder.storages.sizes, number))
            runner.channel.send(header, encoder.storages.parts, deadline)
            for part in runner.channel.receive(REPLY_BYTES, deadline):
                digest.update(part)
    finally:
        runner.kill()
        runner.wait_exit(SECONDS)
        runner.close()
    return digest.hexdigest()
