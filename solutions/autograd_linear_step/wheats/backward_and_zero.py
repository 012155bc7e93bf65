"""backward(), with .grad cleared before where there is one, zeroed after.
用 backward()：之前有 .grad 就先清，之后再清零。
"""

import torch


def autograd_linear_step(w, b, x, y, lr):
    for p in (w, b):
        if p.grad is not None:
            p.grad.zero_()
    loss = torch.mean((w * x + b - y) ** 2) / 2
    loss.backward()
    with torch.no_grad():
        for p in (w, b):
            p.sub_(p.grad, alpha=lr)
            p.grad.zero_()
    return loss.item()
