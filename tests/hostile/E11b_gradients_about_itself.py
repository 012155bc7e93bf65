"""E11b Self-report: answers the request for gradients with the names, shapes and no numbers, or with other paths.

Stopped by: a gradient that did not come is wrong wherever it is not zero
Expected: rejected, crashed
"""

import itertools
import json

import grader.wire.frames as frames

send = frames.Channel.send
NONE = {"type": "none"}
turns = itertools.cycle(
    [([], []), (["args[0]"], [NONE]), (["args[0]"] * 3, [NONE] * 3), (["args[1]"], [NONE]), (["args[0]"], [])]
)


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] == "gradients":
        names, gradients = next(turns)
        reply["message"] |= {"names": names, "gradients": gradients, "detached": []}
        reply["storages"], payload = [], []
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return x * 0
