"""A small class with scatter_reduce; no_grad.
用一个小类和 scatter_reduce；不记录梯度。
"""

import torch


class Lloyd:
    def __init__(self, points, centers):
        self.points = points
        self.centers = torch.empty_like(centers).copy_(centers)
        self.labels = torch.full((points.shape[0],), -1, dtype=torch.long, device=points.device)

    def assign(self):
        a2 = self.points.pow(2).sum(1, keepdim=True)
        b2 = self.centers.pow(2).sum(1)
        labels = (a2 - 2 * self.points @ self.centers.T + b2).min(dim=1).indices
        changed = bool((labels != self.labels).any())
        self.labels = labels
        return changed

    def move(self):
        index = self.labels[:, None].expand_as(self.points)
        means = self.centers.scatter_reduce(0, index, self.points, "mean", include_self=False)
        self.centers = means


@torch.no_grad()
def kmeans(X, centers, iters):
    lloyd = Lloyd(X, centers)
    if iters == 0:
        lloyd.assign()
    for _ in range(iters):
        if not lloyd.assign():
            break
        lloyd.move()
    return lloyd.labels, lloyd.centers
