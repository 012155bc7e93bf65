"""Reference for conv2d_naive: one strided slice of the padded image per element of the kernel."""

import torch
import torch.nn.functional as F

Pair = tuple[int, int]


def conv2d_naive(
    x: torch.Tensor,
    w: torch.Tensor,
    b: torch.Tensor | None = None,
    stride: int | Pair = 1,
    padding: int | Pair = 0,
    dilation: int | Pair = 1,
    groups: int = 1,
) -> torch.Tensor:
    """Return the cross-correlation of ``x`` [N, Ci, H, W] with ``w`` [Co, Ci/groups, kh, kw], plus ``b``."""
    _check_channels(x, w, b, groups)
    (ph, pw), steps, holes = _pair(padding), _pair(stride), _pair(dilation)
    padded = F.pad(x, (pw, pw, ph, ph))
    parts = zip(padded.chunk(groups, dim=1), w.chunk(groups, dim=0), strict=True)
    out = torch.cat([_one_group(image, kernel, steps, holes) for image, kernel in parts], dim=1)
    return out if b is None else out + b.view(-1, 1, 1)


def _one_group(x: torch.Tensor, w: torch.Tensor, stride: Pair, dilation: Pair) -> torch.Tensor:
    """Correlate the padded ``x`` [N, c, H, W] with ``w`` [o, c, kh, kw]."""
    height, width = (_places(x.size(2 + i), w.size(2 + i), stride[i], dilation[i]) for i in (0, 1))
    out = x.new_zeros(x.size(0), w.size(0), height, width)
    for u in range(w.size(2)):
        for v in range(w.size(3)):
            seen = x[:, :, u * dilation[0] :: stride[0], v * dilation[1] :: stride[1]]
            out = out + torch.einsum("nchw,oc->nohw", seen[:, :, :height, :width], w[:, :, u, v])
    return out


def _places(size: int, kernel: int, stride: int, dilation: int) -> int:
    room = size - dilation * (kernel - 1) - 1
    if room < 0:
        raise ValueError(f"a kernel of {kernel} with dilation {dilation} does not fit into {size}")
    return room // stride + 1


def _pair(value: int | Pair) -> Pair:
    return (value, value) if isinstance(value, int) else value


def _check_channels(x: torch.Tensor, w: torch.Tensor, b: torch.Tensor | None, groups: int) -> None:
    if x.size(1) != groups * w.size(1) or w.size(0) % groups:
        raise ValueError(f"{x.size(1)} channels do not fit a weight {tuple(w.shape)} in {groups} groups")
    if b is not None and b.shape != w.shape[:1]:
        raise ValueError(f"the bias has shape {tuple(b.shape)}, expected [{w.size(0)}]")
