"""B42 Shrinking storages: pieces of a reply whose lengths change between header and sending.

Stopped by: the decoder: announced and received bytes must agree
Expected: rejected, crashed, timed_out
"""
import torch
from grader.wire import encoding

sizes = encoding.Storages.sizes.fget
encoding.dense_bytes.__globals__["bytes_of"] = lambda array: memoryview(bytearray(array.nbytes + 8))


def softmax(x):
    return torch.zeros_like(x)
