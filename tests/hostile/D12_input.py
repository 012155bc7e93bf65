"""D12 Interactive: asks the keyboard, which would wait for a teacher to answer.

Stopped by: standard input is empty
Expected: rejected
Outcome: nobody to answer input()
"""

import torch


def softmax(x):
    return torch.zeros_like(x) + float(input("softmax? "))
