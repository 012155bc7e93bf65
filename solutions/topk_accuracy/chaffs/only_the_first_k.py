"""Answers for the first k only, as a list of one.
只回答第一个 k。

Notes: S1 §31–32 statistics, topk | S1 第 31–32 节，topk
"""

import torch


def topk_accuracy(logits, labels, ks):
    for k in ks:
        if k < 1 or k > logits.size(1):
            raise ValueError("k must lie between 1 and the number of classes")
    guesses = logits.topk(max(ks), dim=1).indices
    hits = guesses == labels.unsqueeze(1)
    answers = []
    for k in ks:
        right = hits[:, :k].any(dim=1).sum().item()
        answers.append(right / labels.size(0))
    return answers[:1]
