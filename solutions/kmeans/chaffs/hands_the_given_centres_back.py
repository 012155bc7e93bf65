"""Returns the given centres themselves where nothing was moved.
没有移动时直接返回传入的中心。

Notes: S3 §13 k-means | S3 第 13 节 k-means
"""

import torch


def kmeans(X, centers, iters):
    labels = None
    for _ in range(iters):
        new = torch.cdist(X, centers).argmin(dim=1)
        if labels is not None and torch.equal(new, labels):
            break
        labels = new
        centers = torch.stack([X[labels == k].mean(dim=0) if (labels == k).any() else centers[k] for k in range(len(centers))])
    if labels is None:
        labels = torch.cdist(X, centers).argmin(dim=1)
    return labels, centers
