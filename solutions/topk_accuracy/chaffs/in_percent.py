"""Returns percentages, as the ImageNet examples do.
像 ImageNet 示例那样返回百分数。

Notes: S1 “MNIST test”, argmax | S1 “MNIST测试”一节，argmax
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
        answers.append(100.0 * right / labels.size(0))
    return answers
