"""Slices every window and stacks the means.
逐个窗口切片求平均，再叠起来。
"""

from math import ceil, floor

import torch


def adaptive_avg_pool2d(x, out_hw):
    oh, ow = out_hw if isinstance(out_hw, (tuple, list)) else (out_hw, out_hw)
    if min(oh, ow) < 1:
        raise ValueError("output size")
    h, w = x.shape[-2:]
    rows = []
    for i in range(oh):
        row = []
        for j in range(ow):
            window = x[:, :, floor(i * h / oh) : ceil((i + 1) * h / oh), floor(j * w / ow) : ceil((j + 1) * w / ow)]
            row.append(window.mean(dim=(2, 3)))
        rows.append(torch.stack(row, dim=-1))
    return torch.stack(rows, dim=-2)
