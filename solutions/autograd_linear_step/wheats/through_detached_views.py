"""Writes through detach(), which shares the memory of the leaf.
通过 detach() 写入，它与叶子张量共享内存。
"""

import torch


def autograd_linear_step(w, b, x, y, lr):
    loss = torch.nn.functional.mse_loss(w * x + b, y) * 0.5
    steps = torch.autograd.grad(loss, [w, b])
    for leaf, step in zip([w, b], steps):
        leaf.detach().add_(step, alpha=-lr)
        leaf.grad = None
    return loss.item()
