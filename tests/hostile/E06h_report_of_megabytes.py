"""E06h Header bomb: what the import is said to have changed fills four megabytes, for the report to carry.

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
        reply["message"]["state_changed"] = ["<b>everything</b> " * 11] * 19_000
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
