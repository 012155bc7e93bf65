"""Expands both operands as a template that owns a single element; tests itself against torch when run.
让两个操作数都 expand_as 一个只占一个元素内存的模板；直接运行时与 torch 对拍。
"""

import itertools

import torch


class Template:
    """A tensor of the wanted shape that holds one element."""

    def __init__(self, *shapes: torch.Size) -> None:
        rank = max(map(len, shapes))
        columns = zip(*[(1,) * (rank - len(shape)) + tuple(shape) for shape in shapes])
        self.shape = tuple(self._merge(set(column)) for column in columns)

    @staticmethod
    def _merge(sizes: set[int]) -> int:
        sizes = sizes - {1} or {1}
        if len(sizes) > 1:
            raise ValueError(f"sizes {sorted(sizes)} on one axis")
        return sizes.pop()

    def like(self, x: torch.Tensor) -> torch.Tensor:
        return x.expand_as(x.detach().new_empty(()).expand(self.shape))


def broadcasting_add(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    dtype = torch.result_type(a, b)
    template = Template(a.shape, b.shape)
    return template.like(a.to(dtype)) + template.like(b.to(dtype))


if __name__ == "__main__":
    for s, t in itertools.product([(), (1,), (3,), (2, 1), (2, 3), (0, 3), (4, 1, 1)], repeat=2):
        a, b = torch.randn(s), torch.randn(t)
        try:
            expected = a + b
        except RuntimeError:
            continue
        assert torch.equal(broadcasting_add(a, b), expected), (s, t)
    print("all pairs agree")
