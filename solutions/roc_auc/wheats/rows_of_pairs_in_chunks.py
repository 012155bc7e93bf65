"""Compares chunks of positives with all negatives; exact counts in integers.
把正样本分块与全部负样本比较；用整数精确计数。
"""

import torch


def roc_auc(scores, labels):
    pos, neg = scores[labels > 0], scores[labels < 1]
    if len(pos) * len(neg) == 0:
        raise ValueError("need both a positive and a negative sample")
    twice = 0
    for some in pos.split(500):
        difference = some.unsqueeze(1) - neg.unsqueeze(0)
        twice += (1 + difference.sign()).sum(dtype=torch.float64).item()
    return twice / (2.0 * len(pos) * len(neg))
