"""Counts the samples in a pass of its own, which uses up the loader.
先单独遍历一次来数样本，把 loader 用完了。

Notes: S2 create_module.py, the training loop | S2 create_module.py 训练循环
"""

import torch


def train_one_epoch(model, loader, loss_fn, optimizer):
    model.train()
    total, hits = 0.0, 0
    count = sum(len(y) for _, y in loader)
    for x, y in loader:
        optimizer.zero_grad()
        logits = model(x)
        loss = loss_fn(logits, y)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(y)
        hits += (logits.argmax(1) == y).sum().item()
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
