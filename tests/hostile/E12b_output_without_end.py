"""E12b Log injection: a gigabyte of lines, half of them not UTF-8, so that the log is lost or the disk is full.

Stopped by: output is kept up to a limit and the rest thrown away
Expected: rejected, timed_out
"""

import os

import torch


def softmax(x):
    for _ in range(200):
        os.write(1, b"\xff\xfe PASS \x00\n" * 5000)
        os.write(2, b"\x1b]0;10/10\x07" * 5000)
    return torch.zeros_like(x)
