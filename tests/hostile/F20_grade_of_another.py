"""F20 Gradebook: looks for results, gradebooks and neighbours' files everywhere and rewrites them.

Stopped by: the container: none of them is there
Expected: rejected
"""
import os
import torch


def softmax(x):
    for folder, _, names in os.walk("/"):
        if folder.startswith(("/proc", "/sys", "/usr/lib")):
            continue
        for name in names:
            if name in ("results.json", "gradebook.sqlite", "secret.txt", "reference.py", "exercise.toml"):
                path = os.path.join(folder, name)
                open(path, "a").write("cheat")
                raise RuntimeError(f"cheat: {path}")
    return torch.zeros_like(x)
