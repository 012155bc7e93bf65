"""Reference for train_one_epoch."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import torch


def train_one_epoch(
    model: torch.nn.Module,
    loader: Iterable[tuple[torch.Tensor, torch.Tensor]],
    loss_fn: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
    optimizer: torch.optim.Optimizer,
) -> tuple[float, float]:
    """Train ``model`` on every batch once; return mean loss and accuracy over the samples.

    A batch is inputs [N, ...] and labels LongTensor[N]; ``loss_fn`` returns the mean over a batch. Both
    numbers are taken from the forward pass that trains. An empty ``loader`` gives (0.0, 0.0).
    """
    model.train()
    total_loss, correct, count = 0.0, 0, 0
    for x, y in loader:
        optimizer.zero_grad()
        logits = model(x)
        loss = loss_fn(logits, y)
        loss.backward()
        optimizer.step()
        total_loss += loss.item() * len(y)  # a number, not a tensor: that would keep every batch's graph
        correct += int((logits.argmax(dim=1) == y).sum())
        count += len(y)
    return (total_loss / count, correct / count) if count else (0.0, 0.0)
