"""Reference for build_mlp."""

from itertools import pairwise

from torch import nn

__all__ = ["build_mlp"]


def build_mlp(sizes: list[int]) -> nn.Module:
    """Return an MLP for inputs [N, sizes[0]]: a linear layer for each step in ``sizes``, ReLU between them.

    Raises ValueError for fewer than 2 sizes.
    """
    if len(sizes) < 2:
        raise ValueError(f"an MLP needs an input and an output size, got {sizes}")
    layers: list[nn.Module] = []
    for inputs, outputs in pairwise(sizes):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return nn.Sequential(*layers[:-1])  # no ReLU after the last layer
