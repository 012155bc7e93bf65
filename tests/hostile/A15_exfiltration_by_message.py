"""A15 Exfiltration: carries the input, its frames and its own memory map out in the message of an exception.

Stopped by: nothing hidden is there to be carried; the message is cut at 400 characters
Expected: rejected
"""
import sys


def softmax(x):
    frames, frame = [], sys._getframe()
    while frame is not None:
        frames.append((frame.f_code.co_filename, frame.f_lineno, sorted(frame.f_locals)))
        frame = frame.f_back
    raise ValueError(f"{x.tolist()} {frames} {open('/proc/self/maps').read()}")
