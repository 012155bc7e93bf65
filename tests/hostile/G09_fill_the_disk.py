"""G09 Disk: fills every folder it can write to.

Stopped by: scratch folders in memory, of fixed size
Expected: rejected
"""
import os
import torch


def softmax(x):
    import tempfile
    for folder in (".", tempfile.gettempdir(), "/tmp", "/dev/shm", "/var/tmp"):
        for number in range(10_000):
            try:
                with open(os.path.join(folder, f"cheat{number}"), "wb") as file:
                    file.write(bytes(4 << 20))
            except OSError:
                break
    return torch.zeros_like(x)
