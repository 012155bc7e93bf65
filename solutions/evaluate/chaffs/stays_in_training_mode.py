"""Believes that no_grad is enough and stays in training mode.
以为有 no_grad 就够了，一直处于训练模式。

Notes: S2 create_module.py, validation | S2 create_module.py 验证部分
"""

import torch


def evaluate(model, loader, loss_fn):
    total, hits, count = 0.0, 0, 0
    with torch.no_grad():
        for x, y in loader:
            logits = model(x)
            total += loss_fn(logits, y).item() * len(y)
            hits += (logits.argmax(1) == y).sum().item()
            count += len(y)
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
