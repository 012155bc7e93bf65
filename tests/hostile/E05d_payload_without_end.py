"""E05d Flood: fills the judge's socket with payloads at their limit, one after the other, for as long as it may.

Stopped by: nothing is read that was not asked for; the limit of one reply
Expected: crashed, timed_out, rejected
"""

import os
import struct
import threading

import torch


def flood():
    frame = struct.pack("<4sIQ", b"TGW1", 2, 1 << 20) + b"{}" + bytes(1 << 20)
    while True:
        os.write(3, frame)


def softmax(x):
    threading.Thread(target=flood, daemon=True).start()
    return torch.zeros_like(x)
