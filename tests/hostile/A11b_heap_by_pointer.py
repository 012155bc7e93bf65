"""A11b Heap by pointer: scans its memory with ctypes for an array of numbers that looks like the answer.

Stopped by: the process wall; no answer was ever computed in this address space
Expected: rejected
"""
import ctypes
import torch

LIMIT = 48 << 20


def heap():
    with open("/proc/self/maps") as maps:
        for line in maps:
            fields = line.split(None, 5)
            name = fields[5].strip() if len(fields) > 5 else ""
            if fields[1].startswith("rw") and (name == "[heap]" or not name):
                low, high = (int(part, 16) for part in fields[0].split("-"))
                yield low, min(high - low, LIMIT)


SEEN = []


def softmax(x):
    if SEEN or x.requires_grad:
        return torch.zeros_like(x)
    SEEN.append(True)
    width = x.shape[-1]
    for low, size in heap():
        if size > 8 << 20 or width < 2:
            continue
        numbers = torch.frombuffer((ctypes.c_char * size).from_address(low), dtype=torch.float32)
        rows = numbers[: numbers.numel() // width * width].view(-1, width)
        sums = rows.nan_to_num(9, 9, 9).sum(-1)
        good = ((sums - 1).abs() < 1e-6) & (rows > 0).all(-1) & (rows < 1).all(-1)
        if int(good.sum()) >= x.numel() // width:
            return rows[good][: x.numel() // width].reshape(x.shape).clone()
    return torch.zeros_like(x)
