"""Reference for l1_l2_penalty: one term per parameter."""

import torch


def l1_l2_penalty(params: list[torch.Tensor], l1: float, l2: float) -> torch.Tensor:
    """Return l1·Σ|w| + l2/2·Σw² over all elements of ``params`` as a 0-d tensor of their dtype."""
    if not params:
        return torch.zeros(())
    terms = [l1 * w.abs().sum() + l2 / 2 * w.square().sum() for w in params]
    return torch.stack(terms).sum()
