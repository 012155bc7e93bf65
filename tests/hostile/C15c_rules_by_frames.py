"""C15c Runner internals: walks up to the server's frame, clears the hits and has no more noted.

Stopped by: what hangs on the frames: the copy of the hits is a copy, and the rules are behind sealed callables
Expected: rejected, forbidden, crashed
"""

import sys

import torch

NAME = bytes([115, 111, 102, 116, 109, 97, 120]).decode()


class Deaf(list):
    def append(self, hit):
        pass


def rules():
    frame = sys._getframe()
    while frame is not None:
        owner = frame.f_locals.get("self")
        submission = getattr(owner, "submission", None)
        if submission is not None:
            return submission.rules
        frame = frame.f_back


def softmax(x):
    found = rules()
    found.hits.clear()
    found.hits = Deaf()
    found._kernels = None
    found._hit = lambda *args: None
    return getattr(torch, NAME)(x, -1)
