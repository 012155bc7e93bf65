"""Clears the gradients between backward and step, so that nothing moves.
在反向和更新之间清零梯度，于是什么都不动。

Notes: S2 create_module.py, the training loop | S2 create_module.py 训练循环
"""

import torch


def train_one_epoch(model, loader, loss_fn, optimizer):
    model.train()
    total, hits, count = 0.0, 0, 0
    for x, y in loader:
        logits = model(x)
        loss = loss_fn(logits, y)
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        total += loss.item() * len(y)
        hits += (logits.argmax(1) == y).sum().item()
        count += len(y)
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
