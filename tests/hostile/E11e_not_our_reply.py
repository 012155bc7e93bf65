"""E11e Self-report: answers with replies of the wrong kind: ready, checked without hits, loaded, yielded.

Stopped by: a reply of another kind answers no request
Expected: crashed
Outcome: malformed answer
"""

import itertools
import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send
LOADED = {"type": "loaded", "names": ["softmax"], "found": True, "callable": True}
turns = itertools.cycle(
    [{"type": "ready"}, {"type": "checked"}, LOADED, {"type": "yielded", "values": [], "more": False}]
)


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] in ("returned", "gradients"):
        reply, payload = {"message": next(turns), "number": reply["number"]}, []
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
