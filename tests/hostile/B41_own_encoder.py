"""B41 Own encoder: teaches the runner's encoder a type of its own, which encodes as whatever is asked for.

Stopped by: the values; the runner's encoder is the submission's to break, the judge's decoder is not
Expected: rejected, crashed
"""
import torch
from grader.wire import encoding
from grader.wire import messages as m


class Answer:
    def __eq__(self, other):
        return True


def encode(encoder, value, depth):
    return m.TensorValue("float32", [3], [1], 0, encoder.storages.add(memoryview(b"\0" * 12)))


encoding._ENCODERS[Answer] = encode
encoding._ENCODERS[torch.Tensor] = encode


def softmax(x):
    return Answer() if x.dim() == 1 else torch.zeros_like(x)
