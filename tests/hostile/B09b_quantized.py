"""B09b Quantized: a tensor whose bytes are not its numbers.

Stopped by: the encoder: only strided tensors of memory travel, and the judge is told what else it was
Expected: rejected
"""
import torch


def softmax(x):
    x = x.detach()
    return torch.quantize_per_tensor(x.float(), 0.1, 0, torch.qint8)
