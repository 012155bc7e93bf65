"""E05 Length lie: announces sixteen exabytes of payload and four gigabytes of header.

Stopped by: sizes are held to their bounds before anything is allocated
Expected: crashed
Outcome: malformed answer
"""

import os
import struct

import torch


def softmax(x):
    os.write(3, struct.pack("<4sIQ", b"TGW1", 100, 2**64 - 1))
    return torch.zeros_like(x)
