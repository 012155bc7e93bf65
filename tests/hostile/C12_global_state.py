"""C12 Global state of torch: other defaults for dtype, device, gradients and threads, for a checker that inherits them.

Stopped by: the process wall; the judge's torch has its own state
Expected: rejected, crashed
"""

import torch

torch.set_default_dtype(torch.float16)
torch.set_grad_enabled(False)
torch.set_num_threads(64)
torch.set_flush_denormal(True)
torch.set_default_device("meta")


def softmax(x):
    return torch.zeros(x.shape, dtype=x.dtype, device="cpu")
