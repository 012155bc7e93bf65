"""Drops clusters that have lost all points.
把没有点的簇删掉。

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
        centers = torch.stack([X[labels == k].mean(dim=0) for k in labels.unique()]) if len(X) else centers
    if labels is None:
        labels = torch.cdist(X, centers).argmin(dim=1)
    return labels, centers
