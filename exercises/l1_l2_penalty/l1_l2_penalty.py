"""L1 and L2 penalty of a list of parameters."""

import torch


def l1_l2_penalty(params: list[torch.Tensor], l1: float, l2: float) -> torch.Tensor:
    """Return l1·Σ|w| + l2/2·Σw² over all elements of all parameters.

    Args:
        params: tensors of any shapes, all float32 or all float64; may be empty.
        l1: factor of the absolute values, 0 or more.
        l2: factor of half the squares, 0 or more.

    Returns:
        A 0-d tensor of the parameters' dtype, differentiable; 0 if there are no parameters.
    """
    raise NotImplementedError
