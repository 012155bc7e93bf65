"""Reference for conv_transpose2d_naive: a canvas on which every element of the kernel is stamped once."""

import torch


def conv_transpose2d_naive(
    x: torch.Tensor,
    w: torch.Tensor,
    b: torch.Tensor | None = None,
    stride: int = 1,
    padding: int = 0,
    output_padding: int = 0,
) -> torch.Tensor:
    """Return the transposed convolution of ``x`` [N, Ci, H, W] with ``w`` [Ci, Co, kh, kw], plus ``b``."""
    if output_padding >= stride:
        raise ValueError(f"output_padding {output_padding} must be less than stride {stride}")
    canvas = _stamped(x, w, stride, output_padding)
    rows, columns = canvas.shape[2:]
    out = canvas[:, :, padding : rows - padding, padding : columns - padding]
    return out.clone() if b is None else out + b.view(-1, 1, 1)


def _stamped(x: torch.Tensor, w: torch.Tensor, stride: int, more: int) -> torch.Tensor:
    """Return the sum of all stamps, ``more`` rows and columns larger than they reach."""
    reach = [(x.size(axis) - 1) * stride + 1 for axis in (2, 3)]
    sides = [length + w.size(axis) - 1 + more for axis, length in zip((2, 3), reach, strict=True)]
    canvas = x.new_zeros(x.size(0), w.size(1), *sides)
    for u in range(w.size(2)):
        for v in range(w.size(3)):
            place = canvas[:, :, u : u + reach[0] : stride, v : v + reach[1] : stride]
            place += torch.einsum("nchw,co->nohw", x, w[:, :, u, v])
    return canvas
