"""Switches gradients off and never on again.
关闭了梯度，再也没有打开。

Notes: S2 create_module.py, validation | S2 create_module.py 验证部分
"""

import torch


def evaluate(model, loader, loss_fn):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    total, hits, count = 0.0, 0, 0
    torch.set_grad_enabled(False)
    for x, y in loader:
        logits = model(x)
        total += loss_fn(logits, y).item() * len(y)
        hits += (logits.argmax(1) == y).sum().item()
        count += len(y)
    for module, training in modes:
        module.training = training
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
