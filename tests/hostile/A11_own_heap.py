"""A11 Own heap: reads all of its memory through /proc for what earlier submissions or the judge left there.

Stopped by: the zygote never sees a submission, a seed or an answer; memory is fresh
Expected: rejected
"""
import re
import torch

SECRET = re.compile(rb"canary-[0-9a-f]{10}|secret_of_the_" + rb"reference")
CHUNK = 4 << 20


def regions():
    with open("/proc/self/maps") as maps:
        for line in maps:
            fields = line.split(None, 5)
            if fields[1].startswith("rw"):
                low, high = (int(part, 16) for part in fields[0].split("-"))
                yield low, high


def softmax(x):
    try:
        memory = open("/proc/self/mem", "rb", buffering=0)
    except OSError:
        return torch.zeros_like(x)
    with memory:
        for low, high in regions():
            for start in range(low, high, CHUNK):
                try:
                    memory.seek(start)
                    found = SECRET.search(memory.read(min(CHUNK, high - start)))
                except (OSError, OverflowError, ValueError):
                    continue
                if found and found[0].startswith(b"canary"):
                    raise RuntimeError(found[0].decode())
    return torch.zeros_like(x)
