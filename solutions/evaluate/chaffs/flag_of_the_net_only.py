"""Sets the training flag of the net itself, not of its layers.
只设置网络自身的 training 标志，没有设置各层的。

Notes: S2 create_module.py, validation | S2 create_module.py 验证部分
"""

import torch


def evaluate(model, loader, loss_fn):
    was = model.training
    model.training = False
    total, hits, count = 0.0, 0, 0
    with torch.no_grad():
        for x, y in loader:
            logits = model(x)
            total += loss_fn(logits, y).item() * len(y)
            hits += (logits.argmax(1) == y).sum().item()
            count += len(y)
    model.training = was
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
