"""C14c Hooks of autograd: everything saved for a backward pass is replaced by zeros, for the reference too.

Stopped by: the process wall; the reference is differentiated in the judge
Expected: rejected
"""

import torch

hooks = torch.autograd.graph.saved_tensors_hooks(
    lambda tensor: torch.zeros_like(tensor), lambda tensor: tensor
)
hooks.__enter__()
torch.nn.modules.module.register_module_forward_hook(lambda module, inputs, output: torch.zeros_like(output))


def softmax(x):
    return x * 0
