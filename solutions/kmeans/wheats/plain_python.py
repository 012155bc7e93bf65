"""Python lists and floats only; tensors at the very end.
只用 Python 列表和浮点数，最后才转回张量。
"""

import math

import torch


def kmeans(X, centers, iters):
    points, middle = X.tolist(), centers.tolist()

    def assign():
        return [min(range(len(middle)), key=lambda k: math.dist(p, middle[k])) for p in points]

    labels, previous = assign(), None
    for _ in range(iters):
        if labels == previous:
            break
        for k in range(len(middle)):
            own = [p for p, label in zip(points, labels) if label == k]
            if own:
                middle[k] = [math.fsum(column) / len(own) for column in zip(*own)]
        previous = labels
        labels = assign()
    used = labels if previous is None else previous
    return (
        torch.tensor(used, dtype=torch.int64, device=X.device),
        torch.tensor(middle, dtype=X.dtype, device=X.device).reshape(centers.shape),
    )
