"""E05c Length lie: promises the largest payload that is allowed, sends half of it and leaves.

Stopped by: memory grows with what arrives; the end of the stream is the runner's end
Expected: crashed
"""

import os
import struct


def softmax(x):
    os.write(3, struct.pack("<4sIQ", b"TGW1", 2, 60 << 20) + b"{}")
    left = 30 << 20
    while left > 0:
        left -= os.write(3, bytes(1 << 20))
    os._exit(0)
