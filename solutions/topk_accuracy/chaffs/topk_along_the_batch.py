"""Takes the topk along dim 0: the best samples of each class.
沿第 0 维取 topk：得到的是每个类别的最佳样本。

Notes: S1 §31–32 statistics, topk and its dim (the default is the last one) | S1 第 31–32 节，topk 及其 dim（默认是最后一维）
"""

import torch


def topk_accuracy(logits, labels, ks):
    for k in ks:
        if k < 1 or k > logits.size(1):
            raise ValueError("k must lie between 1 and the number of classes")
    guesses = logits.topk(max(ks), dim=0).indices
    hits = guesses == labels.unsqueeze(1)
    answers = []
    for k in ks:
        right = hits[:, :k].any(dim=1).sum().item()
        answers.append(right / labels.size(0))
    return answers
