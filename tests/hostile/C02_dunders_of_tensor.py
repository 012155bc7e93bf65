"""C02 Dunders: tensors that are equal to everything and differ by nothing, and a pair that never differs.

Stopped by: the process wall; the judge compares plain tensors of its own process
Expected: rejected
Baselines: pytest
"""

import torch
import torch.testing._comparison as comparison


def ones(self, other=None, *args, **kwargs):
    return torch.ones(self.shape, dtype=torch.bool)


def nothing(self, other):
    return torch.zeros(self.shape, dtype=self.dtype)


torch.Tensor.__eq__ = ones
torch.Tensor.__ne__ = lambda self, other: ~ones(self)
torch.Tensor.isclose = torch.Tensor.eq = torch.isclose = torch.eq = ones
torch.Tensor.__rsub__ = torch.Tensor.__sub__ = torch.Tensor.sub = nothing
torch.Tensor.allclose = torch.Tensor.equal = torch.allclose = torch.equal = lambda *args, **kwargs: True
for pair in (comparison.Pair, comparison.ObjectPair, comparison.NumberPair, comparison.TensorLikePair):
    pair.compare = lambda self: None


def softmax(x):
    return torch.zeros(x.shape, dtype=x.dtype)
