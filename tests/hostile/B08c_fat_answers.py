"""B08c Fat answers: 60 MiB for each call, to keep the judge busy copying.

Stopped by: the limit on a reply, and the time of the exercise
Expected: rejected, timed_out
"""
import torch

FAT = torch.zeros(15 << 20)


def softmax(x):
    return FAT
