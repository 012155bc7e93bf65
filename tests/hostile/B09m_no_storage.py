"""B09m No storage: a tensor of the right shape whose memory was given back.

Stopped by: the runner ends of it alone, or sends what it finds
Expected: rejected, crashed
"""
import torch


def softmax(x):
    answer = torch.zeros_like(x.detach())
    answer.untyped_storage().resize_(0)
    return answer
