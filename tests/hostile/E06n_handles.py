"""E06n Header bomb: handles in place of the answer, with names of sixty kilobytes, and handles that name the judge's roots.

Stopped by: a handle is an object the judge knows nothing of but its name
Expected: rejected, crashed
"""

import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    kind = reply["message"]["type"]
    value = {"type": "handle", "id": -2, "type_name": "Tensor", "callable": True, "note": "\x1b[2J<i>" * 9000}
    if kind == "returned":
        reply["message"]["value"] = value
    elif kind == "gradients":
        reply["message"] |= {"gradients": [value], "detached": []}
    if kind in ("returned", "gradients"):
        reply["storages"], payload = [], []
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
