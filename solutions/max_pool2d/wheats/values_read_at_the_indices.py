"""Finds the places without gradient, then reads x there: the gradient comes from the reading.
在无梯度下找出位置，再从 x 中读值：梯度来自读取这一步。
"""

import torch


def _places(side, k, s, p, device):
    """[out, k] positions, clamped into the map, and which of them are real."""
    out = (side + 2 * p - k) // s + 1
    at = torch.arange(out, device=device)[:, None] * s - p + torch.arange(k, device=device)
    return at.clamp(0, side - 1), (at >= 0) & (at < side)


def max_pool2d(x, k, stride=None, padding=0):
    if not padding <= k / 2:
        raise ValueError(padding)
    s = k if stride is None else stride
    n, c, h, w = x.shape
    rows, real_rows = _places(h, k, s, padding, x.device)
    cols, real_cols = _places(w, k, s, padding, x.device)
    flat = rows[:, None, :, None] * w + cols[None, :, None, :]
    real = real_rows[:, None, :, None] & real_cols[None, :, None, :]
    oh, ow = flat.shape[:2]
    flat, real = flat.reshape(oh, ow, k * k), real.reshape(oh, ow, k * k)
    with torch.no_grad():
        seen = x.reshape(n, c, h * w)[:, :, flat].masked_fill(~real, float("-inf"))
        best = seen.max(dim=-1).indices
        indices = flat.expand(n, c, oh, ow, k * k).gather(-1, best.unsqueeze(-1)).squeeze(-1)
    values = x.reshape(n, c, h * w).gather(2, indices.reshape(n, c, oh * ow))
    return values.reshape(n, c, oh, ow), indices
