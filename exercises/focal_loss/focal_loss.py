"""Focal loss: see README.md. | Focal loss：说明见 README.zh.md。"""

from torch import Tensor


def focal_loss(
    logits: Tensor,
    targets: Tensor,
    alpha: float = 0.25,
    gamma: float = 2.0,
    reduction: str = "mean",
) -> Tensor:
    """Return the binary sigmoid focal loss.

    Args:
        logits: float32 or float64, any shape; raw scores, not probabilities.
        targets: 0 or 1 (False or True) in any bool, integer or float dtype, the same shape as ``logits``.
        alpha: weight of targets 1, between 0 and 1; targets 0 weigh 1 − alpha.
        gamma: exponent of the modulating factor, 0 or more.
        reduction: "none", "mean" (over all elements) or "sum".

    Returns:
        A tensor of the dtype of ``logits``: its shape for "none", else 0-d.

    Raises:
        ValueError: the shapes differ, or ``reduction`` is unknown.
    """
    raise NotImplementedError
