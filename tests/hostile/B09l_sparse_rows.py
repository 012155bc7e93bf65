"""B09l Sparse rows: compressed indices that contradict each other.

Stopped by: the encoder: only strided tensors of memory travel, and the judge is told what else it was
Expected: rejected
"""
import torch


def softmax(x):
    x = x.detach()
    return torch.sparse_csr_tensor(torch.tensor([0, 2, 1]), torch.tensor([5, 7]), torch.ones(2), (2, 2), check_invariants=False)
