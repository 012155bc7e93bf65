"""A05 File hunt: walks the whole disk for the reference or the hidden tests, and executes what it finds.

Stopped by: the mount namespace; the disk that a runner sees holds Python, a few packages and the runner
Expected: rejected
"""
import os
import torch

LIBRARIES = ("/usr", "/lib", "/lib64", "/proc")
FOUND = {}


def hunt():
    for folder, folders, files in os.walk("/"):
        folders[:] = [name for name in folders if os.path.join(folder, name) not in LIBRARIES and name != "torch"]
        for name in files:
            if name in ("reference.py", "softmax.py", "test_softmax.py", "exercise.toml", "secret.txt", "gradebook.sqlite"):
                FOUND[os.path.join(folder, name)] = name


hunt()


def softmax(x):
    for path, name in FOUND.items():
        text = open(path, errors="replace").read()
        if name == "reference.py":
            space = {}
            try:
                exec(text, space)
            except Exception:
                continue
            if callable(space.get("softmax")):
                return space["softmax"](x)
            continue
        raise RuntimeError(f"{path}: {text}")
    return torch.zeros_like(x)
