"""Ranks by argsort of argsort, one k after the other.
两次 argsort 求名次，逐个 k 处理。
"""

import torch


def topk_accuracy(logits, labels, ks):
    result = []
    for k in ks:
        if k < 1 or k > logits.size(-1):
            raise ValueError(f"bad k: {k}")
        ranks = (-logits).argsort(-1).argsort(-1)
        mine = ranks[torch.arange(ranks.size(0), device=ranks.device), labels]
        result.append(len(mine[mine < k]) / len(mine))
    return result
