"""Choose between two tensors: see README.md. | 在两个张量之间选择：说明见 README.zh.md。"""

import torch


def where_select(cond: torch.Tensor, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Return ``x`` where ``cond`` is true and ``y`` where it is false.

    Args:
        cond: bool; broadcasts against ``x`` and ``y``, in both directions.
        x: float32 or float64.
        y: float32 or float64.

    Returns:
        A new tensor of the common shape and of dtype ``torch.result_type(x, y)``.

    Raises:
        TypeError: ``cond`` is not bool.
    """
    raise NotImplementedError
