"""Clears the gradients after each step, by the model.
每一步之后由模型清零梯度。
"""

import torch


def train_one_epoch(model, loader, loss_fn, optimizer):
    model.train(True)
    total, hits, n = 0.0, 0, 0
    for x, y in loader:
        output = model.forward(x)
        loss = loss_fn(output, y)
        loss.backward()
        optimizer.step()
        model.zero_grad(set_to_none=False)
        total, hits, n = total + float(loss) * y.numel(), hits + int(output.max(1).indices.eq(y).sum()), n + y.numel()
    return (total / n, hits / n) if n else (0.0, 0.0)
