"""Never clears the gradients.
从不清零梯度。

Notes: S0, zero_grad | S0 zero_grad
"""

import torch


def logistic_regression_fit(X, y, lr, steps):
    w = torch.zeros(X.shape[1], dtype=X.dtype, device=X.device, requires_grad=True)
    b = torch.zeros((), dtype=X.dtype, device=X.device, requires_grad=True)
    for _ in range(steps):
        loss = torch.nn.functional.binary_cross_entropy_with_logits(X @ w + b, y)
        loss.backward()
        with torch.no_grad():
            for v in (w, b):
                v -= lr * v.grad
    return w.detach(), b.detach()
