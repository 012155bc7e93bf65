"""Uses the cross entropy whatever loss function it is given.
不管传入什么损失函数，都用交叉熵。

Notes: S2 create_module.py, the training loop | S2 create_module.py 训练循环
"""

import torch.nn.functional as F


def train_one_epoch(model, loader, loss_fn, optimizer):
    model.train()
    total, hits, count = 0.0, 0, 0
    for x, y in loader:
        optimizer.zero_grad()
        logits = model(x)
        loss_fn(logits, y)
        loss = F.cross_entropy(logits, y)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(y)
        hits += (logits.argmax(1) == y).sum().item()
        count += len(y)
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
