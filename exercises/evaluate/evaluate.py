"""Mean loss and accuracy of a net."""

from collections.abc import Callable, Iterable

import torch


def evaluate(
    model: torch.nn.Module,
    loader: Iterable[tuple[torch.Tensor, torch.Tensor]],
    loss_fn: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
) -> tuple[float, float]:
    """Return mean loss and accuracy of ``model`` over all samples, and leave it as it was.

    Args:
        model: takes inputs [N, ...], returns logits [N, C]; each submodule may come in a mode of its own.
        loader: pairs (x, y), y a LongTensor[N]; perhaps good for one pass only, perhaps without length.
        loss_fn: loss_fn(logits, y) is the mean loss of a batch, 0-d.

    Returns:
        Mean loss and accuracy over all samples, Python floats; (0.0, 0.0) if there was no batch.
    """
    raise NotImplementedError
