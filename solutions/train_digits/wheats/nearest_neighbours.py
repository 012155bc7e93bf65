"""No net at all: the label of the nearest images.
根本没有网络：取最近几张图像的标签。
"""

import torch


class Neighbours:
    def __init__(self, X, y, k):
        self.known, self.labels, self.k = X.flatten(1).clone(), y.clone(), k

    def __call__(self, images):
        near = torch.cdist(images.flatten(1), self.known).topk(self.k, dim=1, largest=False).indices
        return self.labels[near].mode(dim=1).values


def train_digits(X, y, seed):
    return Neighbours(X, y, 3)
