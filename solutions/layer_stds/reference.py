"""Reference for layer_stds."""

import math

import torch

__all__ = ["layer_stds"]

_ACTIVATIONS = {"identity": lambda h: h, "tanh": torch.tanh, "relu": torch.relu}


def layer_stds(depth: int, width: int, std: float, act: str, seed: int, batch: int = 16) -> list[float]:
    """Return the standard deviation of each layer's output in an MLP with N(0, std²) weights.

    The input is [batch, width], standard normal. Ends after the first value that is not finite. Raises
    ValueError for an unknown ``act``.
    """
    if act not in _ACTIVATIONS:
        raise ValueError(f"unknown activation {act!r}")
    generator = torch.Generator().manual_seed(seed)
    h = torch.randn(batch, width, generator=generator)
    stds: list[float] = []
    for _ in range(depth):
        weight = std * torch.randn(width, width, generator=generator)
        h = _ACTIVATIONS[act](h @ weight.T)
        stds.append(float(h.std()))
        if not math.isfinite(stds[-1]):
            break
    return stds
