"""A05e Mapped files: reads every file that is mapped into the process, deleted ones too, for something hidden.

Stopped by: the process wall; only Python, torch and the C library are mapped
Expected: rejected
"""
import re
import torch

SECRET = re.compile(rb"canary-[0-9a-f]{6,}|secret_of_the_" + rb"reference")


def mapped():
    with open("/proc/self/maps") as maps:
        paths = {line.split(None, 5)[5].strip() for line in maps if len(line.split(None, 5)) > 5}
    return sorted(path for path in paths if path.startswith("/") and "/lib" not in path.partition("python")[0])


def softmax(x):
    for path in mapped():
        try:
            with open(path.removesuffix(" (deleted)"), "rb") as file:
                found = SECRET.search(file.read(8 << 20))
        except OSError:
            continue
        if found:
            raise RuntimeError(f"{path}: {found[0]!r}")
    return torch.zeros_like(x)
