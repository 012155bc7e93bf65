"""C07c Hypothesis: forges a reply that names UnsatisfiedAssumption among the bases of its exception.

Stopped by: only built-in classes are built again on the judge's side
Expected: rejected
"""

import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send
BASES = [
    "UnsatisfiedAssumption",
    "hypothesis.errors.UnsatisfiedAssumption",
    "StopTest",
    "GeneratorExit",
    "Exception",
]


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] in ("returned", "gradients", "raised"):
        error = {"type_name": "UnsatisfiedAssumption", "bases": BASES, "message": ""}
        reply["message"], reply["storages"], payload = {"type": "raised", "error": error}, [], []
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
