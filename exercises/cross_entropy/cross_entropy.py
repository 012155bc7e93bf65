"""Cross-entropy of raw scores: see README.md. | 原始得分的交叉熵：说明见 README.zh.md。"""

from torch import Tensor


def cross_entropy(
    logits: Tensor, target: Tensor, weight: Tensor | None = None, reduction: str = "mean"
) -> Tensor:
    """Return the cross-entropy of raw scores and class labels.

    Args:
        logits: float32 or float64, shape [N, C]; raw scores, not probabilities.
        target: int64, shape [N], classes from 0 to C − 1.
        weight: shape [C], dtype of ``logits``: one weight per class; None weighs all alike.
        reduction: "none", "mean" (over the weights used) or "sum".

    Returns:
        A tensor of the dtype of ``logits``: shape [N] for "none", else 0-d.

    Raises:
        ValueError: a target is out of range, its length is not N, or ``reduction`` is unknown.
    """
    raise NotImplementedError
