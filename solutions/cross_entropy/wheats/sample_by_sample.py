"""A Python loop over the samples, with plain Python sums.
逐样本循环，用普通的 Python 求和。
"""

import torch


def _one(scores, label):
    top = max(scores.tolist())
    rest = sum(torch.exp(score - top) for score in scores)
    return top + torch.log(rest) - scores[label]


def cross_entropy(logits, target, weight=None, reduction="mean"):
    if reduction not in {"none", "sum", "mean"}:
        raise ValueError(f"{reduction!r}?")
    labels = target.tolist()
    if len(labels) != logits.size(0):
        raise ValueError("lengths differ")
    if not all(0 <= label < logits.size(1) for label in labels):
        raise ValueError("labels out of range")
    if not labels:
        return logits.new_zeros(0) if reduction == "none" else logits.sum()
    factors = [1.0 if weight is None else weight[label] for label in labels]
    losses = [f * _one(row, label) for f, row, label in zip(factors, logits, labels)]
    if reduction == "none":
        return torch.stack(losses)
    return sum(losses) if reduction == "sum" else sum(losses) / sum(factors)
