"""Computes the gradients with torch.autograd.grad and hands them to the weights.
用 torch.autograd.grad 求梯度，再交给各个权重。
"""

import torch


def train_one_epoch(model, loader, loss_fn, optimizer):
    for module in model.modules():
        module.training = True
    weights = [w for group in optimizer.param_groups for w in group["params"] if w.requires_grad]
    total = torch.zeros(())
    hits = n = 0
    for x, y in loader:
        with torch.enable_grad():
            logits = model(x)
            loss = loss_fn(logits, y)
        for w, g in zip(weights, torch.autograd.grad(loss, weights)):
            w.grad = g
        optimizer.step()
        total += loss.detach().float().cpu() * len(x)
        hits += int((logits.detach().argmax(1) == y).sum())
        n += len(x)
    return total.item() / max(n, 1), hits / max(n, 1)
