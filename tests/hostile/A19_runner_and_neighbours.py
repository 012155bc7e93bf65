"""A19 Beside the runner: looks in the folder of the runner's own source for the judge, the course, a cache.

Stopped by: the mounts name the runner's and the wire's folders one by one
Expected: rejected
"""
import os
import grader
import torch


def softmax(x):
    home = os.path.dirname(grader.__file__)
    beside = set(os.listdir(home)) - {"__init__.py", "runner", "wire"}
    above = set(os.listdir(os.path.dirname(home))) - {"grader"}
    caches = [folder for folder, folders, _ in os.walk(home) if "__pycache__" in folder and "cpython" in str(folders)]
    if beside or above or caches:
        raise RuntimeError(f"beside the runner lie {beside}, above it {above}, caches {caches}")
    return torch.zeros_like(x)
