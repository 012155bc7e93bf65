"""The golden run: one honest submission whose answer must be the same bytes in every runner of a zygote.

A runner can reach neither the zygote nor another runner; this is how that is checked rather than believed.
"""

from __future__ import annotations

import hashlib

from grader.client.conversation import Script, converse
from grader.client.process import RunnerProcess

SOURCE = """
import builtins, os, sys
import numpy as np
import torch
from torch.nn import functional as F

def f():
    x = torch.randn(3, 8, 8, requires_grad=True)
    y = F.conv2d(x[None], torch.ones(2, 3, 3, 3)).relu().flatten(1)
    loss = F.cross_entropy(y @ torch.linspace(-1, 1, 72 * 4).view(72, 4), torch.tensor([2]))
    (gradient,) = torch.autograd.grad(loss, x)
    state = torch.get_default_dtype(), torch.is_grad_enabled(), torch.get_num_threads()
    names = [sorted(vars(module)) for module in (builtins, torch, F, sys.modules)]
    around = sorted(os.listdir(".")), sorted(os.environ), sys.getrecursionlimit(), sys.path
    return loss, gradient, np.random.default_rng(0).normal(size=3), repr(state), repr(around), repr(names)
"""
GOLDEN = Script(SOURCE, "golden.py", seed=20)


def golden_answer(runner: RunnerProcess) -> str:
    """Return a digest of everything that the runner answers; ends the runner.

    Raises what the channel raises where the runner does not answer at all.
    """
    digest = hashlib.sha256()
    for header, payload in converse(runner, GOLDEN):
        digest.update(header)
        digest.update(payload)
    return digest.hexdigest()
