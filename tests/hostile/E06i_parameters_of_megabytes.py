"""E06i Header bomb: a signature of twenty thousand parameters that does not fit, quoted in full in the message.

Stopped by: the length of a sentence, if it is bounded where it is made
Expected: rejected, crashed
"""

import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] == "loaded":
        reply["message"]["parameters"] = [f"p{n:0180d}" for n in range(20_000)]
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
