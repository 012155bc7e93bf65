"""E06m Header bomb: bytes that no value of their dtype has: a bool of two, an array of objects, a generator's state.

Stopped by: bytes are held to their dtype; arrays of objects do not travel
Expected: crashed
Outcome: malformed answer
"""

import itertools
import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send
turns = itertools.cycle(
    [
        {"type": "tensor", "dtype": "bool", "shape": [24], "stride": [1], "offset": 0, "storage": 0},
        {"type": "array", "dtype": "|O", "shape": [3], "strides": [8], "offset": 0, "storage": 0},
        {"type": "array", "dtype": "V24", "shape": [1], "strides": [24], "offset": 0, "storage": 0},
        {"type": "generator", "device": "cpu", "storage": 0},
        {"type": "scalar", "dtype": "O8", "storage": 0},
        {"type": "dict", "v": [[{"type": "list", "v": []}, {"type": "none"}]]},
        {"type": "device", "v": "privateuseone:-7"},
    ]
)


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] in ("returned", "gradients"):
        message = {"type": "returned", "value": next(turns)}
        reply = {"message": message, "storages": [24], "number": reply["number"]}
        payload = [memoryview(bytes([2] * 24))]
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
