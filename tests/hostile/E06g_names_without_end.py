"""E06g Header bomb: describes a module of half a million names, among which the nearest to the target is looked for.

Stopped by: the number of names, if it is bounded where it is read
Expected: no_target, crashed
"""

import json

import grader.wire.frames as frames

send = frames.Channel.send


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] == "loaded":
        names = [f"sof{n:x}ax"[:9] for n in range(290_000)]
        reply["message"] |= {"names": names, "found": False, "callable": False, "parameters": None}
    send(self, json.dumps(reply, separators=(",", ":")).encode(), payload, deadline)


frames.Channel.send = forged
