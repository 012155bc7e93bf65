"""C15 Runner internals: a new encoder that writes the answer it was given as the answer that would be right.

Stopped by: nobody in the runner knows a right answer; the judge compares the bytes
Expected: rejected, crashed
"""

import grader.wire.encoding as encoding
import grader.wire.messages as m
import torch

encode = encoding.Encoder.encode


def forged(self, value, depth=0):
    if isinstance(value, torch.Tensor):
        for name in ("expected", "want", "reference"):
            if name in vars(encoding):
                return encode(self, vars(encoding)[name], depth)
        return m.TensorValue("float64", [], [], 0, 0)
    return encode(self, value, depth)


encoding.Encoder.encode = forged


def softmax(x):
    return torch.zeros_like(x)
