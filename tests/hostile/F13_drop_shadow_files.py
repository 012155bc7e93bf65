"""F13 Shadow files: leaves torch.py, sitecustomize.py and a .pth where the next runner starts.

Stopped by: a fresh scratch folder for each runner, and Python's isolated mode
Expected: rejected
"""
import os
import torch


def softmax(x):
    import tempfile
    for folder in (".", tempfile.gettempdir(), "/tmp", "/dev/shm", "/runtime", "/runtime/grader", os.path.dirname(os.__file__)):
        for name in ("torch.py", "sitecustomize.py", "usercustomize.py", "cheat.pth", "grader.py"):
            try:
                with open(os.path.join(folder, name), "w") as file:
                    file.write("raise SystemExit")
            except OSError:
                pass
    return torch.zeros_like(x)
