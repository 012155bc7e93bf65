"""Returns the labels as int32.
标签以 int32 返回。

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
        labels = torch.cdist(X, centers).argmin(dim=1)
    return labels.int(), centers
