"""A10 Folder descriptor: climbs out of the scratch folder through descriptors of folders.

Stopped by: no descriptor of a folder is left open; the root of the runner is its own
Expected: rejected
"""
import os
import torch

PATHS = ("../" * 12 + "etc/shadow", "../" * 12 + "root/.ssh/id_rsa", "../" * 12 + "work/main/solutions")


def folders():
    for number in range(256):
        try:
            os.listdir(number)
            yield number
        except OSError:
            continue
    for path in ("/", ".", "/proc/self/root", "/proc/1/root", "/proc/self/cwd", "/proc/thread-self/root", "/dev/fd"):
        try:
            yield os.open(path, os.O_PATH | os.O_DIRECTORY)
        except OSError:
            continue


def softmax(x):
    for folder in folders():
        for path in PATHS:
            try:
                descriptor = os.open(path, os.O_RDONLY, dir_fd=folder)
            except OSError:
                continue
            raise RuntimeError(f"{path} is open: {os.read(descriptor, 100)!r}")
    return torch.zeros_like(x)
