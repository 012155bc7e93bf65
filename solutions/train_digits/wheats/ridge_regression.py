"""Linear least squares on one-hot targets with random features, solved at once.
对 one-hot 目标做带随机特征的线性最小二乘，一步求解。
"""

import torch


def train_digits(X, y, seed):
    g = torch.Generator().manual_seed(seed)
    P = torch.randn(256, 400, generator=g).to(X.device) / 8
    b = torch.randn(400, generator=g).to(X.device)

    def features(images):
        return torch.cos(images.reshape(len(images), -1) @ P + b)

    H = features(X).double()
    targets = (y[:, None] == torch.arange(10, device=X.device)).double() * 2 - 1
    W = torch.linalg.solve(H.T @ H + 1.0 * torch.eye(400, device=X.device, dtype=torch.float64), H.T @ targets)
    return lambda images: torch.argmax(features(images).double() @ W, -1)
