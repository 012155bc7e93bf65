"""Sorts ks in place to find the largest: the caller's list changes, and so does the order of the answers.
为了找最大的 k 对 ks 原地排序：调用者的列表变了，答案的顺序也变了。

Notes: S1 §31–32 statistics, topk | S1 第 31–32 节，topk
"""

import torch


def topk_accuracy(logits, labels, ks):
    for k in ks:
        if k < 1 or k > logits.size(1):
            raise ValueError("k must lie between 1 and the number of classes")
    if isinstance(ks, list):
        ks.sort()
    guesses = logits.topk(max(ks), dim=1).indices
    hits = guesses == labels.unsqueeze(1)
    answers = []
    for k in ks:
        right = hits[:, :k].any(dim=1).sum().item()
        answers.append(right / labels.size(0))
    return answers
