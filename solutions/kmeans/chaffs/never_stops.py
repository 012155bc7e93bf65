"""Makes all rounds, although nothing changes any more.
即使不再变化，也要做完所有轮。

Notes: S3 §13 k-means | S3 第 13 节 k-means
"""

import torch


def kmeans(X, centers, iters):
    centers = centers.clone()
    labels = None
    for _ in range(iters):
        new = torch.cdist(X, centers).argmin(dim=1)
        labels = new
        for k in range(len(centers)):
            own = X[labels == k]
            if len(own) > 0:
                centers[k] = own.mean(dim=0)
    if labels is None:
        labels = torch.cdist(X, centers).argmin(dim=1)
    return labels, centers
