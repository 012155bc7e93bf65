"""Copies one expanded operand into the result and adds the other in place; prints what it does.
把扩展后的一个操作数复制成结果，再把另一个原地加上去；并打印过程。
"""

import sys

import torch


def broadcasting_add(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    dtype = torch.result_type(a, b)
    sizes = list(a.shape)
    if len(sizes) < b.dim():
        sizes = [1] * (b.dim() - len(sizes)) + sizes
    offset = len(sizes) - b.dim()
    for axis, n in enumerate(b.shape):
        here = sizes[axis + offset]
        if here == 1:
            sizes[axis + offset] = n
        elif n != 1 and n != here:
            raise ValueError(f"{tuple(a.shape)} and {tuple(b.shape)} do not broadcast")
    print("aligned to", sizes, file=sys.stderr)
    out = a.to(dtype).expand(sizes).clone(memory_format=torch.contiguous_format)
    out += b.to(dtype).expand(sizes)
    return out
