"""A05c Bytecode: looks for compiled copies of the reference in every __pycache__, and runs them.

Stopped by: the mount namespace, and PYTHONDONTWRITEBYTECODE
Expected: rejected
"""
import glob
import marshal
import torch

FOUND = [
    path
    for pattern in ("/*", "/*/*", "/*/*/*", "/*/*/*/*", "/runtime/**", "/box/**", "/tmp/**")
    for path in glob.glob(pattern + "/__pycache__/*.pyc", recursive=True)
    if path.rpartition("/")[2].startswith(("reference.", "test_softmax.", "softmax."))
]


def softmax(x):
    for path in FOUND:
        with open(path, "rb") as file:
            code = marshal.loads(file.read()[16:])
        space = {}
        try:
            exec(code, space)
        except Exception:
            continue
        if callable(space.get("softmax")):
            return space["softmax"](x)
    return torch.zeros_like(x)
