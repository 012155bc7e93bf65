"""E04c Number: replies with no number, with zero, with a negative one and with a float that equals the right one.

Stopped by: the number of the request in every reply, an integer
Expected: crashed
Outcome: malformed answer
"""

import itertools
import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send
turns = itertools.cycle([None, 0, -1, 1.0, True, 2**64, "1"])


def numbered(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] in ("returned", "gradients"):
        reply["number"] = next(turns)
        if reply["number"] is None:
            del reply["number"]
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = numbered


def softmax(x):
    return torch.zeros_like(x)
