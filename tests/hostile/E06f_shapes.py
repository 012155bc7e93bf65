"""E06f Header bomb: negative sizes, sizes whose product is no number, strides past the end, overlaps, in turn.

Stopped by: shapes are held to the bytes that came before anything is built
Expected: crashed
Outcome: malformed answer
"""

import itertools
import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send
BIG = 1 << 40
turns = itertools.cycle(
    [
        ([-1], [1], 0, "float64"),
        ([BIG, BIG, BIG, 0], [1, 1, 1, 1], 0, "float64"),
        ([3], [BIG], 0, "float64"),
        ([3], [1], BIG, "float64"),
        ([BIG], [0], 0, "uint8"),
        ([3], [-1], 2, "float64"),
        ([1] * 65, [1] * 65, 0, "float64"),
        ([3], [1], 0, "qint8"),
        ([3], [1], 0, "__class__"),
        ([2], [], 0, "float64"),
    ]
)


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] in ("returned", "gradients"):
        shape, stride, offset, dtype = next(turns)
        value = {
            "type": "tensor",
            "dtype": dtype,
            "shape": shape,
            "stride": stride,
            "offset": offset,
            "storage": 0,
        }
        message = {"type": "returned", "value": value}
        reply, payload = (
            {"message": message, "storages": [24], "number": reply["number"]},
            [memoryview(bytes(24))],
        )
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
