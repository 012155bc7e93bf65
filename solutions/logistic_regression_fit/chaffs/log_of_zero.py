"""Takes the logarithm of σ(z), which is 0 or 1 for large z: NaN.
对 σ(z) 取对数；z 很大时它是 0 或 1，得到 NaN。

Notes: S2, logistic regression; S3, BCE with logits | S2 逻辑回归；S3 BCE with logits
"""

import torch


def logistic_regression_fit(X, y, lr, steps):
    w = torch.zeros(X.shape[1], dtype=X.dtype, device=X.device, requires_grad=True)
    b = torch.zeros((), dtype=X.dtype, device=X.device, requires_grad=True)
    for _ in range(steps):
        p = torch.sigmoid(X @ w + b)
        loss = -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()
        loss.backward()
        with torch.no_grad():
            for v in (w, b):
                v -= lr * v.grad
                v.grad = None
    return w.detach(), b.detach()
