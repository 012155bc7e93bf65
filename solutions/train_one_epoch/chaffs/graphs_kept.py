"""Adds up the loss tensors, with their graphs, and takes the number at the end.
累加带计算图的损失张量，到最后才取数值。

Notes: S2 create_module.py, the training loop | S2 create_module.py 训练循环
Equals: losses_collected
"""

import torch


def train_one_epoch(model, loader, loss_fn, optimizer):
    model.train()
    total, hits, count = 0.0, 0, 0
    for x, y in loader:
        optimizer.zero_grad()
        logits = model(x)
        loss = loss_fn(logits, y)
        loss.backward()
        optimizer.step()
        total = total + loss * len(y)
        hits += (logits.argmax(1) == y).sum().item()
        count += len(y)
    if count == 0:
        return 0.0, 0.0
    return float(total) / count, hits / count
