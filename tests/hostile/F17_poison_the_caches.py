"""F17 Caches: writes to Hypothesis's, torch's, pip's and Python's caches in every home it can guess.

Stopped by: no home and no cache folder exists in the container
Expected: rejected
"""
import os
import torch


def softmax(x):
    written = []
    homes = ("~", "/root", "/home/user", "/tmp", "/var/tmp", "/var/cache", os.environ.get("HOME", "."))
    for home in homes:
        for name in (".hypothesis/cheat", ".cache/torch/cheat", ".cache/pip/cheat", ".local/lib/python3.11/site-packages/cheat.py"):
            path = os.path.join(os.path.expanduser(home), name)
            if not path.startswith(("/box", "./")):
                try:
                    os.makedirs(os.path.dirname(path), exist_ok=True)
                    open(path, "w").close()
                    written.append(path)
                except OSError:
                    pass
    if written:
        raise RuntimeError(f"cheat: {written}")
    return torch.zeros_like(x)
