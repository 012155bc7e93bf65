"""Building an MLP: see README.md. | 搭建 MLP：说明见 README.zh.md。"""

from torch import nn


def build_mlp(sizes: list[int]) -> nn.Module:
    """Build a multilayer perceptron.

    Args:
        sizes: numbers of units, input first: [4, 8, 3] means a linear layer 4→8, ReLU, a linear layer 8→3.

    Returns:
        A module that turns [N, sizes[0]] into [N, sizes[-1]], N ≥ 0, with the weight [out, in] and the bias
        [out] of each linear layer among its parameters, under whatever names.

    Raises:
        ValueError: fewer than 2 sizes.
    """
    raise NotImplementedError
