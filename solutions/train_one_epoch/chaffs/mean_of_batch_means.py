"""Averages the batches' means, as if all batches had the same size.
对各批的均值再取平均，好像每批一样大。

Notes: S2 create_module.py, the training loop | S2 create_module.py 训练循环
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
        total += loss.item()
        hits += (logits.argmax(1) == y).float().mean().item()
        count += 1
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
