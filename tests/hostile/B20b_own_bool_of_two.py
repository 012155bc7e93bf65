"""B20b Own bool of two: makes truth values of other bytes with torch's own means.

Stopped by: the decoder, or torch, which copies them as 0 and 1
Expected: rejected, crashed
"""
import torch


def softmax(x):
    return torch.full(x.shape, 2, dtype=torch.uint8).view(torch.bool)
