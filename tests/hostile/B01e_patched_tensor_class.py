"""B01e Patched class: replaces the methods of Tensor itself, by which encoder and facts look at an answer.

Stopped by: the values; whatever the runner's encoder is made to say, the judge compares it
Expected: rejected, crashed
"""
import torch

torch.Tensor.detach = lambda self: torch.ones(self.size())
torch.Tensor.resolve_conj = lambda self: self
torch.Tensor.stride = lambda self, *dim: ()
torch.Tensor.is_floating_point = lambda self: True
torch.Tensor.equal = torch.Tensor.allclose = lambda self, other, *args: True


def softmax(x):
    return torch.zeros(x.size())
