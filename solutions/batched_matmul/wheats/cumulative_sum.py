"""Takes the last entry of a cumulative sum over k, with a zero in front of it.
对 k 做累加和并取最后一项，前面先补一个零。
"""

import torch
from torch.nn import functional as F


def batched_matmul(a, b):
    ok = a.dim() >= 2 and b.dim() >= 2 and a.shape[-1] == b.shape[-2]
    if not ok:
        raise ValueError("a and b do not fit")
    left, right = a.unsqueeze(-1), b.unsqueeze(-3)
    try:
        terms = left * right
    except RuntimeError as err:
        raise ValueError("the batch axes do not broadcast") from err
    padded = F.pad(terms, (0, 0, 1, 0))
    return padded.cumsum(-2).select(-2, -1).clone()
