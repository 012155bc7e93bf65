"""Reference for dropout: one Bernoulli draw per element, scaled so that the expectation stays."""

from __future__ import annotations

import torch


def dropout(
    x: torch.Tensor, p: float, training: bool, generator: torch.Generator | None = None
) -> torch.Tensor:
    """Return a new tensor: elements dropped with probability ``p``, the others divided by 1 - p.

    ``x`` is floating-point, of any shape. Outside training the values are those of ``x``.
    Raises ValueError for a ``p`` outside [0, 1].
    """
    if not 0 <= p <= 1:
        raise ValueError(f"p is a probability, not {p}")
    if not training:
        return x.clone()
    kept = torch.empty_like(x).bernoulli_(1 - p, generator=generator)
    scale = 1 / (1 - p) if p < 1 else 0.0  # nothing is kept where p is 1: no division by zero
    return x * kept * scale
