"""Cuts the rows into columns of pixels, and stacks channels, rows and columns with loops.
把每行切成一列列像素，用循环叠出通道、行和列。
"""

import torch


def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    if flat.numel() == 0:
        return flat.new_empty(flat.size(0), c, h, w)
    columns = []
    for k in range(w):
        column = flat[:, k * h * c : (k + 1) * h * c]
        rows = [column[:, j * c : (j + 1) * c] for j in range(h)]
        columns.append(torch.stack(rows, dim=2))
    return torch.stack(columns, dim=3)
