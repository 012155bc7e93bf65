"""C12b Global state of torch: enters inference mode for good, so that no gradient can be asked for.

Stopped by: the judge compares gradients; one that is missing is wrong
Expected: rejected
"""

import torch

mode = torch.inference_mode()
mode.__enter__()


def softmax(x):
    return torch.zeros_like(x)
