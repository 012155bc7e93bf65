"""Asks a question at import, where nobody answers."""

import torch

mode = input("Training or testing? ")


def broadcasting_add(a, b):
    return a
