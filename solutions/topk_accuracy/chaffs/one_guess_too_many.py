"""Looks at the first k + 1 guesses.
看了前 k + 1 个猜测。

Notes: S1 §31–32 statistics, topk | S1 第 31–32 节，topk
"""

import torch


def topk_accuracy(logits, labels, ks):
    for k in ks:
        if k < 1 or k > logits.size(1):
            raise ValueError("k must lie between 1 and the number of classes")
    guesses = logits.topk(min(max(ks) + 1, logits.size(1)), dim=1).indices
    hits = guesses == labels.unsqueeze(1)
    answers = []
    for k in ks:
        right = hits[:, : k + 1].any(dim=1).sum().item()
        answers.append(right / labels.size(0))
    return answers
