"""Checks max(ks) only: a 0 or −1 next to a good k passes.
只检查 max(ks)：好的 k 旁边的 0 或 −1 就漏过了。

Notes: S1 §31–32 statistics, topk | S1 第 31–32 节，topk
"""

import torch


def topk_accuracy(logits, labels, ks):
    if max(ks) < 1 or max(ks) > logits.size(1):
        raise ValueError("k must lie between 1 and the number of classes")
    guesses = logits.topk(max(ks), dim=1).indices
    hits = guesses == labels.unsqueeze(1)
    answers = []
    for k in ks:
        right = hits[:, :k].any(dim=1).sum().item()
        answers.append(right / labels.size(0))
    return answers
