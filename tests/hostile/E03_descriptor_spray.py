"""E03 Descriptor spray: writes lines and valid frames with full marks to every descriptor there could be.

Stopped by: one socket and the output pipe are all there is; a frame that nobody asked for answers no request
Expected: crashed, rejected
"""

import os
import struct

import torch

BODY = b'{"message":{"type":"returned","value":{"type":"bool","v":true}},"storages":[],"number":1}'
FRAME = struct.pack("<4sIQ", b"TGW1", len(BODY), 0) + BODY


def softmax(x):
    for descriptor in range(3, 256):
        for text in (FRAME, b"accepted 10/10\n"):
            try:
                os.write(descriptor, text)
            except OSError:
                pass
    return torch.zeros_like(x)
