"""One step of Adam."""

from typing import Any

import torch


def adam_step(
    p: torch.Tensor,
    g: torch.Tensor,
    state: dict[str, Any],
    lr: float = 1e-3,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
) -> None:
    """Move one parameter by one step as torch.optim.Adam does, in place.

    Args:
        p: a float32 or float64 tensor of any shape; written to.
        g: its gradient, of the same shape and dtype; only read.
        state: {} before the first step of this parameter; keep in it what the next step needs.
        lr: the learning rate; it may change from step to step.
        betas: how much of the first and of the second moment is kept, both in [0, 1).
        eps: added to the root of the corrected second moment.
    """
    raise NotImplementedError
