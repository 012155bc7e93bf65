"""E06d Header bomb: a hundred kilobytes described as a list of tensors of half a gigabyte each, for whoever shows them.

Stopped by: the judge takes dense layouts only, if it holds the runner to them
Expected: crashed
Outcome: malformed answer
"""

import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send
SIDE = 8192


def tensor(identity):
    layout = {"shape": [SIDE, SIDE], "stride": [1, 1], "offset": 0, "storage": 0, "identity": identity}
    return {"type": "tensor", "dtype": "float64"} | layout


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] == "returned":
        size = 8 * (2 * SIDE - 1)
        value = {"type": "list", "v": [tensor(n) for n in range(12)]}
        reply = {
            "message": {"type": "returned", "value": value},
            "storages": [size],
            "number": reply["number"],
        }
        payload = [memoryview(bytes(size))]
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
