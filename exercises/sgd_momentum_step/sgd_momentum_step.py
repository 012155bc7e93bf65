"""One step of SGD with momentum."""

import torch


def sgd_momentum_step(
    params: list[torch.Tensor],
    grads: list[torch.Tensor],
    bufs: list[torch.Tensor | None],
    lr: float,
    momentum: float = 0.0,
    weight_decay: float = 0.0,
    nesterov: bool = False,
) -> None:
    """Move every parameter by one step as torch.optim.SGD does, in place.

    Args:
        params: float32 or float64 tensors of any shapes; written to.
        grads: the gradient of each parameter, of its shape and dtype; only read.
        bufs: the momentum buffer of each parameter, None before the first step; the list is written to.
        lr: the learning rate; it may change from step to step.
        momentum: how much of the buffer is kept; 0 is plain descent.
        weight_decay: this times the parameter is added to its gradient.
        nesterov: whether to step along the gradient plus momentum times the new buffer.
    """
    raise NotImplementedError
