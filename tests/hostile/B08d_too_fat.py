"""B08d Too fat: many tensors that share one storage and are each written out in full.

Stopped by: the limit on a reply, or the runner's memory
Expected: rejected, crashed, out_of_memory, timed_out
"""
import torch

PAGE = torch.zeros(1 << 18)


def softmax(x):
    return [PAGE.view(512, 512) for _ in range(400)]
