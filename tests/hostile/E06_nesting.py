"""E06 Header bomb: a value nested a hundred thousand deep.

Stopped by: depth is bounded before anything is built
Expected: crashed
Outcome: malformed answer
"""

import os
import struct

DEPTH = 100_000
VALUE = b'{"type":"list","v":[' * DEPTH + b"]}" * DEPTH
BODY = b'{"message":{"type":"returned","value":' + VALUE + b'},"number":%d}'


def softmax(x):
    for number in range(1, 60):
        body = BODY % number
        os.write(3, struct.pack("<4sIQ", b"TGW1", len(body), 0) + body)
