"""Skips a last batch that is smaller than the first.
跳过比第一批小的最后一批。

Notes: S2 create_module.py, the training loop | S2 create_module.py 训练循环
"""

import torch


def train_one_epoch(model, loader, loss_fn, optimizer):
    model.train()
    total, hits, count, size = 0.0, 0, 0, 0
    for x, y in loader:
        if len(y) < size:
            continue
        size = len(y)
        optimizer.zero_grad()
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
