"""B08b Largest view: just below the limit on elements, 512 MiB when it is made dense.

Stopped by: the memory limit of the runner; the judge is sent nothing
Expected: rejected, crashed, out_of_memory
"""
import torch


def softmax(x):
    return torch.zeros(1, dtype=torch.float64).expand(1 << 13, 1 << 13)
