"""Goes through the loader once for the loss and once more for the accuracy.
为损失遍历一次 loader，又为准确率再遍历一次。

Notes: S2 create_module.py, validation | S2 create_module.py 验证部分
"""

import torch


def evaluate(model, loader, loss_fn):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    total, hits, count = 0.0, 0, 0
    with torch.no_grad():
        for x, y in loader:
            total += loss_fn(model(x), y).item() * len(y)
            count += len(y)
        for x, y in loader:
            hits += (model(x).argmax(1) == y).sum().item()
    for module, training in modes:
        module.training = training
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
