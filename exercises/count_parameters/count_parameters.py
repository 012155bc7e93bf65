"""Counting parameters: see README.md. | 统计参数个数：说明见 README.zh.md。"""

from torch import nn


def count_parameters(model: nn.Module, trainable_only: bool = False) -> int:
    """Count the numbers in the parameters of ``model``.

    Args:
        model: any module, nested as deep as it likes; it is not changed.
        trainable_only: count only the parameters that require grad.

    Returns:
        A Python int. A parameter that several modules share counts once; buffers never count.
    """
    raise NotImplementedError
