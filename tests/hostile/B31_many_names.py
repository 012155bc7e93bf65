"""B31 Many names: no target, but hundreds of thousands of names that nearly are it.

Stopped by: a bound on the names that are compared
Expected: not accepted
"""
import json
import os
import struct
import sys
import time

NAMES = [f"softma{number:x}" for number in range(200_000)]


def load(names):
    frame = sys._getframe()
    while "envelope" not in frame.f_locals:
        frame = frame.f_back
    message = {"type": "loaded", "names": names, "found": False}
    header = json.dumps({"message": message, "number": frame.f_locals["envelope"].number}).encode()
    data = memoryview(struct.pack("<4sIQ", b"TGW1", len(header), 0) + header)
    while data:
        data = data[os.write(3, data) :]
    time.sleep(9)


load(NAMES)
