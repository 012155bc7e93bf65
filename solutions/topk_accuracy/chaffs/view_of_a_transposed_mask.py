"""Copies the ImageNet examples: view(-1) of a transposed mask, which torch refuses.
照抄 ImageNet 示例：对转置后的掩码用 view(-1)，torch 会报错。

Notes: S1 §20–23, view of a transposed tensor | S1 第 20–23 节，转置后的 view
"""

import torch


def topk_accuracy(logits, labels, ks):
    for k in ks:
        if k < 1 or k > logits.size(1):
            raise ValueError("k must lie between 1 and the number of classes")
    guesses = logits.topk(max(ks), dim=1).indices
    hits = guesses.t() == labels.unsqueeze(0)
    answers = []
    for k in ks:
        right = hits[:k].view(-1).sum().item()
        answers.append(right / labels.size(0))
    return answers
