"""Computes the place of every pixel in a row and reads the row there.
算出每个像素在一行中的位置，再到那里读取。
"""

import torch


def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


class Places:
    def __init__(self, c, h, w, device):
        i = torch.arange(c, device=device).view(c, 1, 1)
        j = torch.arange(h, device=device).view(1, h, 1)
        k = torch.arange(w, device=device).view(1, 1, w)
        self.table = (k * h + j) * c + i

    def read(self, flat):
        return flat[:, self.table]


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    return Places(c, h, w, flat.device).read(flat)
