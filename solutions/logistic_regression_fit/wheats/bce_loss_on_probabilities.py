"""BCELoss on σ(z), as the notes do, in float64.
像笔记那样对 σ(z) 用 BCELoss，内部用 float64。
"""

import torch


def logistic_regression_fit(X, y, lr, steps):
    data, target = X.double(), y.double()
    w = torch.zeros(X.size(1), 1, dtype=torch.float64, device=X.device, requires_grad=True)
    b = torch.zeros(1, dtype=torch.float64, device=X.device, requires_grad=True)
    criterion = torch.nn.BCELoss()
    for _ in range(steps):
        w.grad = b.grad = None
        criterion(torch.sigmoid(data @ w + b).squeeze(1), target).backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.detach().squeeze(1).to(X.dtype), b.detach().squeeze().to(X.dtype)
