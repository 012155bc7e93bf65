"""Lets the optimiser call forward and backward, as LBFGS would.
让优化器自己调用前向和反向，像 LBFGS 那样。
"""

import torch


def train_one_epoch(model, loader, loss_fn, optimizer):
    model.train()
    seen = []
    for inputs, labels in loader:

        def closure(inputs=inputs, labels=labels):
            optimizer.zero_grad()
            logits = model(inputs)
            loss = loss_fn(logits, labels)
            loss.backward()
            seen.append((loss.item(), (logits.argmax(-1) == labels).sum().item(), labels.shape[0]))
            return loss

        optimizer.step(closure)
    n = sum(size for *_, size in seen)
    if not n:
        return 0.0, 0.0
    return sum(loss * size for loss, _, size in seen) / n, sum(hits for _, hits, _ in seen) / n
