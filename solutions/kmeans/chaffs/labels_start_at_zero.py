"""Starts with labels of zeros, so that the first round may find nothing changed.
标签初值取 0，第一轮就可能误以为没有变化。

Notes: S3 §13 k-means | S3 第 13 节 k-means
"""

import torch


def kmeans(X, centers, iters):
    centers = centers.clone()
    labels = torch.zeros(len(X), dtype=torch.int64, device=X.device)
    if iters == 0:
        labels = torch.cdist(X, centers).argmin(dim=1)
    for _ in range(iters):
        new = torch.cdist(X, centers).argmin(dim=1)
        if torch.equal(new, labels):
            break
        labels = new
        for k in range(len(centers)):
            own = X[labels == k]
            if len(own) > 0:
                centers[k] = own.mean(dim=0)
    if labels is None:
        labels = torch.cdist(X, centers).argmin(dim=1)
    return labels, centers
