"""Keeps the answers in a dict by k: a repeated k is answered once.
把答案按 k 存进字典：重复的 k 只回答一次。

Notes: S1 §31–32 statistics, topk | S1 第 31–32 节，topk
"""

import torch


def topk_accuracy(logits, labels, ks):
    for k in ks:
        if k < 1 or k > logits.size(1):
            raise ValueError("k must lie between 1 and the number of classes")
    guesses = logits.topk(max(ks), dim=1).indices
    hits = guesses == labels.unsqueeze(1)
    answers = {}
    for k in ks:
        right = hits[:, :k].any(dim=1).sum().item()
        answers[k] = right / labels.size(0)
    return list(answers.values())
