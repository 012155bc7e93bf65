"""Softmax regression by full-batch descent with momentum; predict is a bound method.
softmax 回归，整批带动量下降；predict 是绑定方法。
"""

import torch


class Reader:
    def __init__(self, seed, device):
        g = torch.Generator().manual_seed(seed)
        self.W = (0.01 * torch.randn(10, 257, generator=g)).to(device)
        self.V = torch.zeros_like(self.W)

    @staticmethod
    def rows(images):
        flat = images.view(images.shape[0], 256)
        return torch.cat([flat - 0.2, torch.ones_like(flat[:, :1])], dim=1)

    def fit(self, X, y, steps=150):
        A = self.rows(X)
        T = torch.nn.functional.one_hot(y, 10).to(A.dtype)
        for _ in range(steps):
            error = torch.softmax(A @ self.W.T, 1) - T
            self.V = 0.9 * self.V + error.T @ A / len(A)
            self.W = self.W - 0.3 * self.V
        return self

    def predict(self, images):
        return (self.rows(images) @ self.W.T).argmax(1)


def train_digits(X, y, seed):
    return Reader(seed, X.device).fit(X, y).predict
