"""Reference for count_parameters."""

from torch import nn

__all__ = ["count_parameters"]


def count_parameters(model: nn.Module, trainable_only: bool = False) -> int:
    """Return how many numbers the parameters of ``model`` hold; shared ones once, no buffers.

    With ``trainable_only`` only parameters that require grad count.
    """
    # parameters() yields every Parameter object once, however many modules use it.
    counted = (weight for weight in model.parameters() if weight.requires_grad or not trainable_only)
    return sum(weight.numel() for weight in counted)
