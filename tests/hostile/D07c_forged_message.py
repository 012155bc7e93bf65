"""D07c Huge message: writes the record itself, four megabytes of it, past the limits that the runner keeps.

Stopped by: the bounds of the wire, held in the judge
Expected: rejected, crashed
"""

import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] in ("returned", "gradients"):
        lines = [{"line": n, "function": "f" * 200, "text": "t" * 60_000} for n in range(60)]
        error = {
            "type_name": "E" * 200,
            "bases": ["ValueError"] * 1000,
            "message": "m" * 65_000,
            "frames": lines,
        }
        reply, payload = {"message": {"type": "raised", "error": error}, "number": reply["number"]}, []
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
