"""Add one number per channel to a batch of feature maps."""

import torch


def add_channel_bias(feat: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """Return ``feat`` with ``bias[c]`` added to every pixel of channel ``c``.

    Args:
        feat: float maps of shape ``[B, C, H, W]``.
        bias: floats of shape ``[C]``.

    Returns:
        A new tensor of shape ``[B, C, H, W]`` and dtype ``torch.result_type(feat, bias)``.

    Raises:
        ValueError: ``bias`` is not of shape ``[C]``.
    """
    raise NotImplementedError
