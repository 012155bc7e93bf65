"""Stops when the centres are exactly the same; one-hot matrices for sums.
中心完全不变时停止；用 one-hot 矩阵求和。
"""

import torch
import torch.nn.functional as F


def kmeans(X, centers, iters):
    mu = centers.detach().clone()
    labels = None
    i = 0
    while i < iters:
        labels = (-torch.linalg.vector_norm(X.unsqueeze(1) - mu.unsqueeze(0), dim=-1)).argmax(1)
        belongs = F.one_hot(labels, len(mu)).to(X.dtype).T
        n = belongs.sum(1, keepdim=True)
        new = torch.where(n.gt(0), belongs @ X / n, mu)
        if (new == mu).all():
            break
        mu = new
        i += 1
    if labels is None:
        labels = torch.norm(X[:, None] - mu[None], dim=2).argmin(1)
    return labels, mu
