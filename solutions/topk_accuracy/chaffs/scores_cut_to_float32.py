"""Converts the scores to float32: close float64 scores become ties.
把得分转成 float32：接近的 float64 得分变成平局。

Notes: S1 §14–15, data types | S1 第 14–15 节，数据类型
"""

import torch


def topk_accuracy(logits, labels, ks):
    for k in ks:
        if k < 1 or k > logits.size(1):
            raise ValueError("k must lie between 1 and the number of classes")
    guesses = logits.float().topk(max(ks), dim=1).indices
    hits = guesses == labels.unsqueeze(1)
    answers = []
    for k in ks:
        right = hits[:, :k].any(dim=1).sum().item()
        answers.append(right / labels.size(0))
    return answers
