"""One epoch of training."""

from collections.abc import Callable, Iterable

import torch


def train_one_epoch(
    model: torch.nn.Module,
    loader: Iterable[tuple[torch.Tensor, torch.Tensor]],
    loss_fn: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
    optimizer: torch.optim.Optimizer,
) -> tuple[float, float]:
    """Train ``model`` on every batch once; return mean loss and accuracy over the samples.

    Args:
        model: takes inputs [N, ...], returns logits [N, C]; may come in evaluation mode.
        loader: pairs (x, y), y a LongTensor[N]; perhaps good for one pass only, perhaps without length.
        loss_fn: loss_fn(logits, y) is the mean loss of a batch, 0-d.
        optimizer: over the model's parameters.

    Returns:
        Mean loss and accuracy over all samples, Python floats; (0.0, 0.0) if there was no batch.
    """
    raise NotImplementedError
