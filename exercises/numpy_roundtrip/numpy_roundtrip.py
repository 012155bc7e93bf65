"""Make two tensors of an array: one that shares its memory, and one that does not."""

import numpy as np
import torch


def numpy_roundtrip(a: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
    """Return a tensor that shares the memory of ``a``, and one that never does.

    Args:
        a: a writable array of floats, integers or bools, of any shape; it may be non-contiguous.

    Returns:
        ``(shared, copy)``, both with the shape, the values and the corresponding dtype of ``a``.
        A write to ``a`` is seen in ``shared`` and the other way round; ``copy`` is on its own.
    """
    raise NotImplementedError
