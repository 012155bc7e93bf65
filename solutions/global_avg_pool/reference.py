"""Reference for global_avg_pool."""

import torch


def global_avg_pool(x: torch.Tensor) -> torch.Tensor:
    """Return the mean of every feature map of ``x`` [N, C, H, W], shape [N, C]."""
    if x.dim() != 4:
        raise ValueError(f"expected shape [N, C, H, W], got {tuple(x.shape)}")
    return x.mean(dim=(2, 3))
