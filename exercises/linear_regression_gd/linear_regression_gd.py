"""Linear regression by gradient descent: see README.md. | 用梯度下降做线性回归：说明见 README.zh.md。"""

import torch


def linear_regression_gd(
    x: torch.Tensor, y: torch.Tensor, lr: float, steps: int, w0: float = 0.0, b0: float = 0.0
) -> tuple[float, float]:
    """Walk ``steps`` steps down ½·mean((w·x + b − y)²) from (``w0``, ``b0``), all points in every step.

    Args:
        x, y: shape [N], N ≥ 1, both float32 or both float64.
        lr: the learning rate.
        steps: how many steps; 0 returns the start.
        w0, b0: the start.

    Returns:
        The slope w and the intercept b, two Python floats.
    """
    raise NotImplementedError
