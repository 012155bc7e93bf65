"""A07 Environment: puts the environment of the grader into the message of its exception.

Stopped by: the cleared environment
Expected: rejected
"""
import os


def softmax(x):
    raise RuntimeError(repr(dict(os.environ)))
