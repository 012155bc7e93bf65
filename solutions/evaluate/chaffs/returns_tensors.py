"""Returns tensors where Python floats are asked for.
应返回 Python 浮点数，却返回了张量。

Notes: S2 create_module.py, validation | S2 create_module.py 验证部分
"""

import torch


def evaluate(model, loader, loss_fn):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    total, hits, count = 0.0, 0, 0
    with torch.no_grad():
        for x, y in loader:
            logits = model(x)
            total += loss_fn(logits, y).item() * len(y)
            hits += (logits.argmax(1) == y).sum().item()
            count += len(y)
    for module, training in modes:
        module.training = training
    if count == 0:
        return 0.0, 0.0
    return torch.tensor(total / count), torch.tensor(hits / count)
