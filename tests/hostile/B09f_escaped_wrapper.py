"""B09f Escaped wrapper: a tensor that functorch wrapped, carried out of the transform that it belongs to.

Stopped by: the encoder: only strided tensors of memory travel, and the judge is told what else it was
Expected: rejected, crashed
"""
import torch


def softmax(x):
    escaped = []
    torch.func.vmap(lambda row: escaped.append(row) or row * 0)(x.detach().reshape(-1, 1))
    return escaped[0]
