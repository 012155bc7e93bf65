"""F.unfold of the padded map and of a map of positions, then gather at the argmax.
对填充后的图和位置图都做 F.unfold，再在 argmax 处 gather。
"""

import torch
import torch.nn.functional as F


class Windows:
    def __init__(self, k, stride, padding):
        if padding * 2 > k:
            raise ValueError("too much padding")
        self.k, self.stride, self.padding = k, stride, padding

    def columns(self, maps, fill):
        n, c, h, w = maps.shape
        p = self.padding
        padded = F.pad(maps, (p, p, p, p), value=fill)
        cols = F.unfold(padded, self.k, stride=self.stride)
        return cols.reshape(n, c, self.k * self.k, cols.shape[-1])

    def size(self, side):
        return (side + 2 * self.padding - self.k) // self.stride + 1


def max_pool2d(x, k, stride=None, padding=0):
    windows = Windows(k, k if stride is None else stride, padding)
    n, c, h, w = x.shape
    out = (n, c, windows.size(h), windows.size(w))
    columns = windows.columns(x, float("-inf"))
    best = columns.argmax(dim=2, keepdim=True)
    places = torch.arange(h * w, dtype=torch.float64, device=x.device).reshape(1, 1, h, w)
    places = windows.columns(places, 0.0).expand(n, c, k * k, columns.shape[-1])
    indices = places.gather(2, best).long()
    return columns.gather(2, best).reshape(out), indices.reshape(out)
