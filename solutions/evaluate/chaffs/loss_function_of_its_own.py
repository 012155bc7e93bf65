"""Uses the cross entropy whatever the loss function is.
不管传入什么损失函数，一律用交叉熵。

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
            total += torch.nn.functional.cross_entropy(logits, y).item() * len(y)
            hits += (logits.argmax(1) == y).sum().item()
            count += len(y)
    for module, training in modes:
        module.training = training
    if count == 0:
        return 0.0, 0.0
    return total / count, hits / count
