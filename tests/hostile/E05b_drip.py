"""E05b Drip: announces a frame within the bounds and then sends a byte of it now and then.

Stopped by: a deadline is for the whole frame
Expected: timed_out
"""

import os
import struct
import time


def softmax(x):
    for byte in struct.pack("<4sIQ", b"TGW1", 1 << 20, 1 << 20) + b" " * 1000:
        os.write(3, bytes([byte]))
        time.sleep(0.1)
