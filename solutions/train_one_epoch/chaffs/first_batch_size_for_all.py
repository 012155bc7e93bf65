"""Takes the first batch's size for that of all.
把第一批的大小当成每一批的大小。

Notes: S2 create_module.py, the training loop | S2 create_module.py 训练循环
"""

import torch


def train_one_epoch(model, loader, loss_fn, optimizer):
    model.train()
    total, hits, count, size = 0.0, 0, 0, None
    for x, y in loader:
        optimizer.zero_grad()
        logits = model(x)
        loss = loss_fn(logits, y)
        loss.backward()
        optimizer.step()
        total += loss.item() * (size or len(y))
        hits += (logits.argmax(1) == y).sum().item()
        size = size or len(y)
        count += size
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
