"""Raises the recursion limit and sorts itself into the ground through C code."""

import sys

sys.setrecursionlimit(2**31 - 1)


class Deep:
    def __index__(self):
        return [0][Deep()]


def gather(x, dim, index):
    return [0][Deep()]
