"""Takes probabilities first and topk(1) after; allowed, if unnecessary.
先求概率，再取 topk(1)；没有必要，但允许。
"""

import torch
import torch.nn.functional as F


def accuracy(logits, labels):
    if labels.dim() != 1 or labels.shape[0] != logits.shape[0]:
        raise ValueError("labels must be one per row")
    if labels.numel() == 0:
        return 0.0
    best = F.softmax(logits.double(), dim=1).topk(1, dim=1)[1].squeeze(1)
    return torch.count_nonzero(best == labels).item() / labels.numel()
