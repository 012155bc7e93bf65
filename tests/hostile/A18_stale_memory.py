"""A18 Stale memory: returns memory that was never written, hoping that the reference's answer still lies there.

Stopped by: the process wall; the reference's memory is the judge's
Expected: rejected
"""
import torch


def softmax(x):
    return torch.empty_like(x)
