"""F16 Planted link: leaves links and devices in its folder for a careless judge to follow.

Stopped by: the judge opens nothing in a scratch folder; links cannot be made
Expected: rejected
"""
import os
import torch


def softmax(x):
    for make in (lambda: os.symlink("/etc/passwd", "result.json"), lambda: os.link("/proc/self/mem", "cheat-link"),
                 lambda: os.mkfifo("cheat-fifo"), lambda: os.mknod("cheat-node", 0o60666, 259)):
        try:
            make()
        except OSError:
            continue
        raise RuntimeError("cheat: a special file was made")
    return torch.zeros_like(x)
