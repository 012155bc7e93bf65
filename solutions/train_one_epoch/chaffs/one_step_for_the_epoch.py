"""Adds up the gradients of the whole epoch and takes a single step.
把整轮的梯度累加起来，只走一步。

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
        total += loss.item() * len(y)
        hits += (logits.argmax(1) == y).sum().item()
        count += len(y)
    optimizer.step()
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
