"""Gives every point label 0 when no round is asked for.
iters 为 0 时把所有点的标签都设为 0。

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
        for k in range(len(centers)):
            own = X[labels == k]
            if len(own) > 0:
                centers[k] = own.mean(dim=0)
    if labels is None:
        labels = torch.zeros(len(X), dtype=torch.int64, device=X.device)
    return labels, centers
