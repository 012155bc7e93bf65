"""A Python loop over the h·w values of all maps at once.
用 Python 循环依次放置 h·w 个值，所有的图同时进行。
"""

import torch


class Canvas:
    def __init__(self, like, height, width):
        self.places = torch.arange(height * width, device=like.device)
        self.map = torch.zeros(*like.shape[:2], height * width, dtype=like.dtype, device=like.device)
        self.shape = (*like.shape[:2], height, width)

    def put(self, value, at):
        """value, at: [N, C]."""
        if bool((at.unsqueeze(-1) != self.places).all(-1).any()):
            raise ValueError("no such place")
        self.map = torch.where(at.unsqueeze(-1) == self.places, value.unsqueeze(-1), self.map)


def max_unpool2d(x, indices, out_hw):
    canvas = Canvas(x, *out_hw)
    for i in range(x.size(2)):
        for j in range(x.size(3)):
            canvas.put(x[:, :, i, j], indices[:, :, i, j])
    return canvas.map.reshape(canvas.shape)
