"""Two 0-d leaves, .data updates and zero_().
两个 0 维叶子张量，用 .data 更新，用 zero_() 清零。
"""

import torch


def himmelblau_descent(start, lr=0.01, steps=1000):
    x = torch.tensor(float(start[0]), dtype=torch.double, requires_grad=True)
    y = torch.tensor(float(start[1]), dtype=torch.double, requires_grad=True)
    for _ in range(steps):
        f = torch.pow(x * x + y - 11, 2) + torch.pow(x + y * y - 7, 2)
        f.backward()
        for v in (x, y):
            v.data.sub_(v.grad, alpha=lr)
            v.grad.zero_()
    return torch.tensor([x.item(), y.item()], dtype=torch.double)
