"""Leaves the net in evaluation mode.
评估之后网络停留在评估模式。

Notes: S2 create_module.py, validation | S2 create_module.py 验证部分
"""

import torch


def evaluate(model, loader, loss_fn):
    model.eval()
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
