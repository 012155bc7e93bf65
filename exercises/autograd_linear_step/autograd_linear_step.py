"""One step of linear regression with autograd: README.md. | 用 autograd 走一步线性回归：README.zh.md。"""

import torch


def autograd_linear_step(
    w: torch.Tensor, b: torch.Tensor, x: torch.Tensor, y: torch.Tensor, lr: float
) -> float:
    """Move ``w`` and ``b`` one gradient step down ½·mean((w·x + b − y)²), in place.

    Args:
        w, b: 0-d leaves that require grad, float32 or float64; their ``.grad`` may be None or stale.
        x, y: shape [N], N ≥ 1, in the dtype of ``w``.
        lr: the learning rate.

    Returns:
        The loss before the step, as a Python float. ``w`` and ``b`` are leaves that require grad as
        before, and their ``.grad`` is None or zero.
    """
    raise NotImplementedError
