"""Clears the gradients once an epoch instead of once a batch.
每轮只清零一次梯度，而不是每批一次。

Notes: S2 create_module.py, the training loop | S2 create_module.py 训练循环
"""

import torch


def train_one_epoch(model, loader, loss_fn, optimizer):
    model.train()
    total, hits, count = 0.0, 0, 0
    optimizer.zero_grad()
    for x, y in loader:
        logits = model(x)
        loss = loss_fn(logits, y)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(y)
        hits += (logits.argmax(1) == y).sum().item()
        count += len(y)
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
