"""C20 Replay: keeps the first reply that had a tensor of a shape and sends it again for every later call.

Stopped by: the judge compares each answer with its own for that very input
Expected: rejected, crashed
"""

import json

import grader.wire.frames as frames

send = frames.Channel.send
kept = {}


def again(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] == "returned":
        key = tuple(reply["message"]["value"].get("shape", ()))
        kept.setdefault(key, (reply, [bytes(part) for part in payload]))
        old, parts = kept[key]
        header = json.dumps(old | {"number": reply["number"]}).encode()
        payload = [memoryview(part) for part in parts]
    send(self, header, payload, deadline)


frames.Channel.send = again


def softmax(x):
    return (x - x).abs() + (x == x.amax(-1, keepdim=True))
