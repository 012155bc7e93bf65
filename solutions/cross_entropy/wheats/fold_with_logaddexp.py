"""Subtracts no maximum: folds logaddexp over the classes.
不减最大值：沿类别用 logaddexp 累加。
"""

import functools

import torch


def cross_entropy(logits, target, weight=None, reduction="mean"):
    if logits.shape[0] != target.shape[0]:
        raise ValueError("N")
    if bool(torch.any(target.lt(0) | target.ge(logits.shape[1]))):
        raise ValueError("C")
    normaliser = functools.reduce(torch.logaddexp, logits.unbind(1))
    rows = torch.arange(len(target), device=target.device)
    loss = normaliser - logits[rows, target]
    w = torch.ones(logits.shape[1], dtype=logits.dtype, device=logits.device) if weight is None else weight
    w = w.index_select(0, target)
    match reduction:
        case "none":
            return loss * w
        case "sum":
            return torch.dot(loss, w)
        case "mean":
            return torch.dot(loss, w) / w.sum()
        case _:
            raise ValueError(reduction)
