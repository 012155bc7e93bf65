"""Reads the loader into a list, and averages at the end.
先把 loader 读成列表，最后再取平均。
"""

import torch


def train_one_epoch(model, loader, loss_fn, optimizer):
    batches = list(loader)
    if not batches:
        return (0.0, 0.0)
    model.train()
    losses, right = [], []
    for batch in batches:
        x, y = batch[0], batch[1]
        for w in model.parameters():
            w.grad = None
        y_hat = model(x)
        loss = loss_fn(y_hat, y)
        loss.backward()
        optimizer.step()
        losses.append(loss.detach().expand(len(y)))
        right.append(y_hat.softmax(1).argmax(1) == y)
    return torch.cat(losses).mean().item(), torch.cat(right).double().mean().item()
