"""A rehearsal in the zygote: one call from request to reply, so that runners find every cache warm."""

from __future__ import annotations

import linecache
import sys

import torch

from grader.runner import calls
from grader.runner.objects import Handles, Placement, argument_decoder, result_encoder
from grader.runner.submission import MODULE_NAME, Submission
from grader.wire import messages as m
from grader.wire.encoding import Encoder, LayoutCodec

FILENAME = "rehearsal.py"
SOURCE = """
import torch
from torch.nn import functional as F
def rehearse(x, y):
    z = torch.exp(F.softplus(x) * y + 1).sum() - x.t().reshape(-1).mean()
    return z, torch.where(x > 0, x, y)[:1], x.to(y), F.logsigmoid(x).log1p_().pow(2)
"""


def rehearse() -> None:
    """Check, load and call a small submission; leaves nothing behind but warm caches."""
    submission = Submission(m.Check(SOURCE, FILENAME, "rehearse", ["nothing"], ["nothing"]))
    submission.check()
    exec(compile(SOURCE, FILENAME, "exec"), submission.module.__dict__)
    placement, handles = Placement("cpu"), Handles()
    encoder = Encoder(LayoutCodec(), handles.keep)
    args = [encoder.encode(torch.ones(2, 2)), encoder.encode(torch.ones(2, 2))]
    request = m.Call(m.Path(m.SUBMISSION, ["rehearse"]), args, want_arguments=True)
    header = m.encode(m.RequestEnvelope(request, encoder.storages.sizes))
    payload = bytearray(b"".join(bytes(part) for part in encoder.storages.parts))
    decoded = m.decode_request(header)
    assert isinstance(decoded.message, m.Call)
    watch = calls.Watch(lambda: submission.module.rehearse, submission.rules, placement, FILENAME)
    reply_encoder = result_encoder(placement, handles)
    decoder = argument_decoder(payload, decoded.storages, placement, handles)
    reply = calls.call(watch, decoded.message, decoder, reply_encoder)
    m.encode(m.ReplyEnvelope(reply, reply_encoder.storages.sizes))
    sys.modules.pop(MODULE_NAME, None)
    linecache.cache.pop(FILENAME, None)
