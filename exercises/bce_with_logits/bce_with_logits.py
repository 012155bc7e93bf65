"""Binary cross-entropy of raw scores: see README.md. | 原始得分的二元交叉熵：说明见 README.zh.md。"""

from torch import Tensor


def bce_with_logits(
    logits: Tensor, targets: Tensor, pos_weight: Tensor | None = None, reduction: str = "mean"
) -> Tensor:
    """Return the binary cross-entropy of raw scores.

    Args:
        logits: float32 or float64, any shape; raw scores, not probabilities.
        targets: numbers from 0 to 1, shape and dtype of ``logits``.
        pos_weight: weight of the term of target 1, broadcast along the last dim; None weighs it 1.
        reduction: "none", "mean" (over all elements) or "sum".

    Returns:
        A tensor of the dtype of ``logits``: its shape for "none", else 0-d.

    Raises:
        ValueError: the shapes differ, or ``reduction`` is unknown.
    """
    raise NotImplementedError
