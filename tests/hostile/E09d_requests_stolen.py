"""E09d Socket games: a thread reads the judge's requests away from the runner and answers them itself, out of turn.

Stopped by: whoever answers, the judge compares the values
Expected: crashed, timed_out, rejected
"""

import json
import os
import struct
import threading

import torch


def thief():
    while True:
        data = os.read(3, 1 << 20)
        body = json.dumps(
            {
                "message": {"type": "returned", "value": {"type": "bool", "v": True}},
                "number": data.count(b"{"),
            }
        )
        os.write(3, struct.pack("<4sIQ", b"TGW1", len(body), 0) + body.encode())


threading.Thread(target=thief, daemon=True).start()


def softmax(x):
    return torch.zeros_like(x)
