"""A matrix product with batch axes: see README.md. | 带批次维的矩阵乘法：说明见 README.zh.md。"""

import torch


def batched_matmul(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """Return the matrix products of ``a`` and ``b`` over the last two axes.

    Args:
        a: float32 or float64, shape [*, n, k].
        b: dtype of ``a``, shape [*, k, m]; the leading axes broadcast against those of ``a``.

    Returns:
        A new tensor of shape [*, n, m].

    Raises:
        ValueError: fewer than two axes, different k, or leading axes that do not broadcast.
    """
    raise NotImplementedError
