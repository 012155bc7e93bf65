"""Works on a list and returns a torch.Size, which is a tuple.
在列表上计算，返回 torch.Size（它也是元组）。
"""

import torch


def broadcast_shape(s1, s2):
    if len(s1) < len(s2):
        s1, s2 = s2, s1
    out = list(s1)
    for i in range(-1, -len(s2) - 1, -1):
        if out[i] == 1:
            out[i] = s2[i]
        elif s2[i] not in (1, out[i]):
            raise ValueError("these shapes do not broadcast")
    return torch.Size(out)
