"""Stops when the centres hardly move, by an absolute tolerance.
用绝对容差判断：中心几乎不动就停止。

Notes: S3 §13 k-means | S3 第 13 节 k-means
"""

import torch


def kmeans(X, centers, iters):
    centers = centers.clone()
    labels = None
    for _ in range(iters):
        new = torch.cdist(X, centers).argmin(dim=1)
        if labels is not None and torch.equal(new, labels):
            break
        labels = new
        before = centers.clone()
        for k in range(len(centers)):
            own = X[labels == k]
            if len(own) > 0:
                centers[k] = own.mean(dim=0)
        if torch.allclose(centers, before, atol=1e-4):
            break
    if labels is None:
        labels = torch.cdist(X, centers).argmin(dim=1)
    return labels, centers
