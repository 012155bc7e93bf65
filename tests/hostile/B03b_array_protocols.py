"""B03b Protocols: an object that shows other arrays each time somebody asks for its array, buffer or capsule.

Stopped by: the encoder; no protocol of an unknown object is ever asked
Expected: rejected, forbidden
"""
import ctypes
import torch


class Shapeshifter:
    def __init__(self, like):
        self.tensor = torch.zeros_like(like.detach())
        self.asked = 0

    @property
    def __array_interface__(self):
        self.asked += 1
        address = self.tensor.data_ptr()
        return {"shape": tuple(self.tensor.shape), "typestr": "<f4", "data": (address + 4 * self.asked, False), "version": 3}

    def __cuda_array_interface__(self):
        return self.__array_interface__

    def __len__(self):
        return 1 << 30

    def __getitem__(self, index):
        return ctypes.c_float(0.5)

    def __index__(self):
        return 1 << 60

    def tolist(self):
        return self


def softmax(x):
    return Shapeshifter(x)
