"""Collects the loss tensors in a list.
把损失张量收集在列表里。

Notes: S2 create_module.py, the training loop | S2 create_module.py 训练循环
"""

import torch


def train_one_epoch(model, loader, loss_fn, optimizer):
    model.train()
    losses, hits, count = [], 0, 0
    for x, y in loader:
        optimizer.zero_grad()
        logits = model(x)
        loss = loss_fn(logits, y)
        loss.backward()
        optimizer.step()
        losses.append((loss, len(y)))
        hits += (logits.argmax(1) == y).sum().item()
        count += len(y)
    if count == 0:
        return 0.0, 0.0
    return sum(loss.item() * n for loss, n in losses) / count, hits / count
