"""Assigns and moves in one loop: each point meets centres that earlier points have moved.
边分配边移动：后面的点遇到的是已被前面的点移动过的中心。

Notes: S3 §13 k-means | S3 第 13 节 k-means
"""

import torch


def kmeans(X, centers, iters):
    centers = centers.clone()
    labels = None
    for _ in range(iters):
        new, sums, counts = [], centers.clone(), [1] * len(centers)
        for x in X:
            k = int(torch.cdist(x[None], sums / torch.tensor(counts, dtype=X.dtype, device=X.device)[:, None])[0].argmin())
            sums[k] += x
            counts[k] += 1
            new.append(k)
        new = torch.tensor(new, dtype=torch.int64, device=X.device)
        if labels is not None and torch.equal(new, labels):
            break
        labels = new
        for k in range(len(centers)):
            own = X[labels == k]
            if len(own) > 0:
                centers[k] = own.mean(dim=0)
    if labels is None:
        labels = torch.cdist(X, centers).argmin(dim=1)
    return labels, centers
