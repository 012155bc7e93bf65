"""Compares the label's score with the k-th largest one, found by kthvalue.
用 kthvalue 找出第 k 大的得分，再与标签处的得分比较。
"""

import torch
import torch.nn.functional as F


def topk_accuracy(logits, labels, ks):
    n, c = logits.shape
    own = logits.masked_fill(F.one_hot(labels, c) == 0, float("-inf")).amax(dim=1)

    def share(k):
        if not (0 < k < c + 1):
            raise ValueError("k")
        bar = torch.kthvalue(logits, c + 1 - k, dim=1).values
        return torch.mean((own >= bar).to(torch.float32)).item()

    return [share(k) for k in ks]
