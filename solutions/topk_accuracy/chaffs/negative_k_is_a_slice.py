"""Checks only that k is at most C: a k of 0 or below reaches topk or cuts a slice from the end.
只检查 k 不超过 C：0 或负的 k 会传给 topk，或从末尾切片。

Notes: S1 §31–32 statistics, topk | S1 第 31–32 节，topk
"""

import torch


def topk_accuracy(logits, labels, ks):
    for k in ks:
        if k > logits.size(1):
            raise ValueError("k must lie between 1 and the number of classes")
    guesses = logits.topk(max(ks), dim=1).indices
    hits = guesses == labels.unsqueeze(1)
    answers = []
    for k in ks:
        right = hits[:, :k].any(dim=1).sum().item()
        answers.append(right / labels.size(0))
    return answers
