"""A14 Metadata: guesses paths of the course, its neighbours and the gradebook, and asks for size and time.

Stopped by: the mount namespace; every guess is a file that does not exist
Expected: rejected
"""
import errno
import os
import torch

PATHS = (
    "/work/main/solutions/softmax/reference.py", "/work/main/solutions", "/work/main/exercises", "/work/shared",
    "/tmp/pytest-of-root", "/tmp/pytest-of-root/pytest-current", "/autograder/results/results.json",
    "/autograder/submission", "/var/lib/tensorgrade", "/home/ada/softmax.py", "/root/gradebook.sqlite",
    "/usr/local/share/course", "../solutions/softmax/reference.py", "../../gradebook.sqlite", "/.dockerenv",
)  # fmt: skip


def softmax(x):
    for path in PATHS:
        try:
            status = os.stat(path)
        except OSError as error:
            if error.errno not in (errno.ENOENT, errno.ENOTDIR):
                raise RuntimeError(f"{path} exists: {error}") from error
            continue
        raise RuntimeError(f"{path} exists: {status}")
    return torch.zeros_like(x)
