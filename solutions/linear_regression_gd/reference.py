"""Reference for linear_regression_gd."""

from torch import Tensor

__all__ = ["linear_regression_gd"]


def linear_regression_gd(
    x: Tensor, y: Tensor, lr: float, steps: int, w0: float = 0.0, b0: float = 0.0
) -> tuple[float, float]:
    """Full-batch descent on ½·mean((w·x + b − y)²); ``x`` and ``y`` have shape [N]. Returns (w, b)."""
    w, b = float(w0), float(b0)
    for _ in range(steps):
        error = w * x + b - y
        slope, offset = float((error * x).mean()), float(error.mean())
        w, b = w - lr * slope, b - lr * offset
    return w, b
