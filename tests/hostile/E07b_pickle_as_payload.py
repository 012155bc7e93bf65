"""E07b Pickle: sends a pickle as the payload, and as the header, of an answer.

Stopped by: bytes are numbers to the judge, and a header is JSON
Expected: rejected, crashed
"""

import json
import os
import pickle

import grader.wire.frames as frames
import torch


class Gadget:
    def __reduce__(self):
        return os.system, ("touch /tmp/cheat_pickled",)


send = frames.Channel.send
GADGET = pickle.dumps(Gadget(), protocol=0).ljust(400, b".")


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] == "returned":
        payload = [memoryview(GADGET[: part.nbytes].ljust(part.nbytes, b".")) for part in payload]
    elif reply["message"]["type"] == "gradients":
        header, payload = GADGET, []
    send(self, header, payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
