"""C19b Finalizer: the answer's own attribute acts when whoever compares lets go of it.

Stopped by: only bytes leave the runner; an attribute of a tensor stays
Expected: rejected, crashed
"""

import os
import weakref

import torch


class Act:
    def __del__(self):
        os._exit(0)


def softmax(x):
    answer = torch.zeros_like(x)
    answer.act = Act()
    weakref.finalize(answer, os._exit, 0)
    return answer
