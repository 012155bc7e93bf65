"""Kullback–Leibler divergence: see README.md. | KL 散度：说明见 README.zh.md。"""

import torch


def kl_divergence(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    """Return the divergence of ``q`` from ``p`` over the last dim, with the natural logarithm.

    Args:
        p: probabilities, float32 or float64, shape [..., C].
        q: probabilities, shape and dtype of ``p``.

    Returns:
        A tensor of shape [...] and the dtype of ``p``; +inf where a class has q = 0 < p.

    Raises:
        ValueError: the shapes differ.
    """
    raise NotImplementedError
