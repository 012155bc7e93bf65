"""A17 Shrunk example: is wrong only where a secret condition holds, so that the report shows where it does.

Stopped by: the points; the example shown is one that is drawn anyway, never a value of the reference's
Expected: rejected
"""
import torch

SHAPES = []


def softmax(x):
    SHAPES.append(tuple(x.shape))
    if len(SHAPES) < 2 or x.dim() == 1:
        print("seen", SHAPES)
    answer = torch.zeros_like(x)
    answer.view(-1)[0] = len(set(SHAPES)) * 1000 + x.numel()
    return answer
