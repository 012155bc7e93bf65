"""Asks the user for the shape."""

import torch


def broadcasting_add(a, b):
    shape = [int(size) for size in input("shape? ").split()]
    return a.expand(shape) + b.expand(shape)
