"""E11d Self-report: says that it used something forbidden, whose name is a page of HTML in another line.

Stopped by: a verdict of its own, without points; names are cut and shown as text
Expected: forbidden
"""

import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] in ("returned", "gradients"):
        hit = {"name": "<script>alert(1)</script>\n" * 2000, "route": "call", "line": -1}
        reply, payload = {"message": {"type": "forbidden", "hits": [hit]}, "number": reply["number"]}, []
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
