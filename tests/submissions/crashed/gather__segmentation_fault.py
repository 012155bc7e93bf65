"""Reads address 0."""

import ctypes


def gather(x, dim, index):
    return ctypes.string_at(0)
