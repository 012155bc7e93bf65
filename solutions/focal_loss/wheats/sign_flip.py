"""Flips the logit's sign by x·(1−2t), so that one formula serves both classes.
用 x·(1−2t) 翻转 logit 的符号，两类共用一个公式。
"""

from torch import Tensor
from torch.nn.functional import logsigmoid


def focal_loss(
    logits: Tensor, targets: Tensor, alpha: float = 0.25, gamma: float = 2.0, reduction: str = "mean"
) -> Tensor:
    if logits.size() != targets.size():
        raise ValueError(f"{logits.size()} against {targets.size()}")
    t = targets.type_as(logits)
    wrong = logits * (1 - 2 * t)  # large where the answer is wrong
    one_minus_pt = wrong.sigmoid()
    alpha_t = (1 - alpha) + (2 * alpha - 1) * t
    loss = alpha_t * one_minus_pt.pow(gamma) * -logsigmoid(-wrong)
    match reduction:
        case "none":
            return loss
        case "mean" | "sum":
            return getattr(loss, reduction)()
    raise ValueError(reduction)
