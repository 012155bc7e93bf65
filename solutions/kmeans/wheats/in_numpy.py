"""Everything in NumPy, recursively.
全部用 NumPy，递归实现。
"""

import numpy as np
import torch


def _go(x, c, before, left):
    labels = np.argmin(((x[:, None, :] - c[None, :, :]) ** 2).sum(-1), axis=1)
    if left == 0:
        return (labels if before is None else before), c
    if before is not None and np.array_equal(labels, before):
        return labels, c
    c = np.stack([x[labels == k].mean(0) if np.any(labels == k) else c[k] for k in range(c.shape[0])])
    return _go(x, c, labels, left - 1)


def kmeans(X, centers, iters):
    x, c = X.detach().cpu().numpy(), centers.detach().cpu().numpy().copy()
    labels, c = _go(x, c, None, iters)
    return torch.from_numpy(labels.astype(np.int64)).to(X.device), torch.from_numpy(c).to(X)
