"""Flattens to a matrix and sums each row by a product with a vector of ones; an nn.Module does the work.
展平成矩阵，用与全 1 向量的乘积求每行之和；由一个 nn.Module 完成。
"""

import math

import torch
from torch import nn


class StableSoftmax(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.dim = dim

    def forward(self, x):
        moved = x.transpose(self.dim, -1)
        columns = moved.shape[-1]
        if moved.numel() == 0:
            return x.new_zeros(x.shape)
        rows = moved.reshape(math.prod(moved.shape[:-1]), columns)
        rows = rows - rows.cummax(1).values[:, -1:]
        weights = rows.exp()
        totals = weights @ weights.new_ones(columns, 1)
        return (weights / totals).reshape(moved.shape).transpose(self.dim, -1)


def stable_softmax(x, dim):
    x = x * torch.ones((), dtype=torch.get_default_dtype(), device=x.device)  # promotes integers only
    return StableSoftmax(dim)(x)
