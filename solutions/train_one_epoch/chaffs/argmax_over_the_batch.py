"""Takes the largest over the samples instead of over the classes.
在样本之间取最大，而不是在类别之间。

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
        total += loss.item() * len(y)
        best = logits.argmax(0)
        hits += sum(int(best[c] == i) for i, c in enumerate(y.tolist()))
        count += len(y)
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
