"""The Jacobian of softmax: see README.md. | softmax 的雅可比矩阵：说明见 README.zh.md。"""

import torch


def softmax_jacobian(a: torch.Tensor) -> torch.Tensor:
    """Return the derivatives of ``softmax(a)`` by ``a``.

    Args:
        a: raw scores, float32 or float64, shape [n].

    Returns:
        A tensor of shape [n, n] and the dtype of ``a``: row i, column j holds the derivative of the
        output i by the input j.

    Raises:
        ValueError: ``a`` is not 1-d.
    """
    raise NotImplementedError
