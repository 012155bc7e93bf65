"""Puts the net and its direct children into evaluation mode, and nothing deeper.
只让网络和它的直接子模块进入评估模式，更深的没有。

Notes: S2 create_module.py, validation | S2 create_module.py 验证部分
"""

import torch


def evaluate(model, loader, loss_fn):
    modes = [(module, module.training) for module in model.modules()]
    for module in (model, *model.children()):
        module.training = False
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
    return total / count, hits / count
