"""E11 Self-report: no operations, no memory, nothing changed, the right shape, dtype and device, over wrong values.

Stopped by: facts never stand for values; what counts is compared
Expected: rejected
"""

import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    message = reply["message"]
    if message["type"] in ("returned", "gradients"):
        facts = message.setdefault("facts", {})
        facts |= {
            "mutated": [],
            "aliases": [],
            "ops": {},
            "bytes_allocated": 0,
            "state_changed": [],
            "violations": [],
        }
        for fact in facts.get("tensors", []):
            fact |= {"dtype": "float64", "device": "cpu", "requires_grad": True}
        message["detached"] = [] if message["type"] == "gradients" else None
        if message["detached"] is None:
            del message["detached"]
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
