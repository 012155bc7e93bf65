"""Move the channels of a batch of images to the end, or back."""

import torch


def nchw_to_nhwc(x: torch.Tensor, inverse: bool = False) -> torch.Tensor:
    """Return ``x`` with its channels last; with ``inverse``, with its channels first.

    Args:
        x: floats of shape ``[N, C, H, W]``; with ``inverse``, of shape ``[N, H, W, C]``.
        inverse: go back.

    Returns:
        A new contiguous tensor with the dtype of ``x``, of shape ``[N, H, W, C]``; with ``inverse``,
        of shape ``[N, C, H, W]``.

    Raises:
        ValueError: ``x`` does not have four axes.
    """
    raise NotImplementedError
