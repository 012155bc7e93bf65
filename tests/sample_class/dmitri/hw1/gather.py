"""HW1 Task 2."""

import torch


class Gather:
    """Callable object; the checks are methods."""

    integer = (torch.int32, torch.int64)

    def __call__(self, x, dim, index):
        self._same_rank(x, index)
        self._integer(index)
        dim = self._axis(x, dim)
        self._not_too_long(x, dim, index)
        self._in_range(x, dim, index)
        return x[self._grid(index, dim)]

    def _same_rank(self, x, index):
        if x.ndim < 1 or x.ndim != index.ndim:
            raise ValueError("x and index must have the same rank >= 1")

    def _integer(self, index):
        if not any(index.dtype is kind for kind in self.integer):
            raise TypeError(f"bad index dtype {index.dtype}")

    def _axis(self, x, dim):
        if not -x.ndim <= dim <= x.ndim - 1:
            raise IndexError(f"bad dim {dim}")
        return dim % x.ndim

    def _not_too_long(self, x, dim, index):
        others = [i for i in range(x.ndim) if i != dim]
        if any(index.shape[i] > x.shape[i] for i in others):
            raise ValueError("index too long")

    def _in_range(self, x, dim, index):
        if index.numel() and not (0 <= index.min() and index.max() < x.shape[dim]):
            raise IndexError("index out of range")

    def _grid(self, index, dim):
        def grid(axis):
            if axis == dim:
                return index.long()
            steps = torch.arange(index.shape[axis], device=index.device)
            return steps[(...,) + (None,) * (index.ndim - axis - 1)]

        return tuple(grid(axis) for axis in range(index.ndim))


gather = Gather()
