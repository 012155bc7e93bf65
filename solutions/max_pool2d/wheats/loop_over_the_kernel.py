"""Keeps a running maximum over the k·k shifts of the padded map.
对填充后的图平移 k·k 次，保留目前的最大值。
"""

import torch
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    if padding > k // 2:
        raise ValueError(f"padding={padding} for k={k}")
    stride = k if stride is None else stride
    n, c, h, w = x.shape
    oh = (h + 2 * padding - k) // stride + 1
    ow = (w + 2 * padding - k) // stride + 1
    place = torch.arange(h * w, device=x.device).reshape(h, w)
    place = F.pad(place, (padding,) * 4, value=-1)
    x = F.pad(x, [padding] * 4, mode="constant", value=float("-inf"))
    best, where = None, None
    for a in range(k):
        for b in range(k):
            rows = slice(a, a + (oh - 1) * stride + 1, stride)
            cols = slice(b, b + (ow - 1) * stride + 1, stride)
            here, at = x[:, :, rows, cols], place[rows, cols].expand(n, c, oh, ow)
            if best is None:
                best, where = here.clone(), at
            else:
                where = torch.where(here > best, at, where)
                best = torch.maximum(best, here)
    # Where the padding comes first and nothing beats minus infinity, the place does not matter.
    return best, where.clamp(min=0)
