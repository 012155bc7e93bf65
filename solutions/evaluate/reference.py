"""Reference for evaluate."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import torch


def evaluate(
    model: torch.nn.Module,
    loader: Iterable[tuple[torch.Tensor, torch.Tensor]],
    loss_fn: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
) -> tuple[float, float]:
    """Return mean loss and accuracy of ``model`` over all samples, and leave it as it was.

    A batch is inputs [N, ...] and labels LongTensor[N]; ``loss_fn`` returns the mean over a batch. The
    model works in evaluation mode, without gradients. An empty ``loader`` gives (0.0, 0.0).
    """
    before = {module: module.training for module in model.modules()}  # a submodule may have a mode of its own
    model.eval()
    try:
        with torch.no_grad():
            return averages(model, loader, loss_fn)
    finally:
        for module, training in before.items():
            module.training = training


def averages(
    model: torch.nn.Module,
    loader: Iterable[tuple[torch.Tensor, torch.Tensor]],
    loss_fn: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
) -> tuple[float, float]:
    """Return mean loss and accuracy over all samples; (0.0, 0.0) if there are none."""
    total_loss, correct, count = 0.0, 0, 0
    for x, y in loader:
        logits = model(x)
        total_loss += loss_fn(logits, y).item() * len(y)
        correct += int((logits.argmax(dim=1) == y).sum())
        count += len(y)
    return (total_loss / count, correct / count) if count else (0.0, 0.0)
