"""Runs its self-test at import, which fails."""

import torch


def broadcasting_add(a, b):
    return a.expand(b.shape)


assert torch.equal(broadcasting_add(torch.ones(1), torch.ones(3)), torch.full((3,), 2.0)), "self-test"
