"""Returns 0-d tensors instead of numbers.
返回 0 维张量，而不是数值。

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
        total += loss.detach() * len(y)
        hits += (logits.argmax(1) == y).sum()
        count += len(y)
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
