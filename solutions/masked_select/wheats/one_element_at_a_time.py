"""A plain loop over both, element by element, stacked at the end.
逐个元素的普通循环，最后叠起来。
"""

import torch


class Selection:
    def __init__(self, x, mask):
        if mask.dtype != torch.bool:
            raise TypeError("not a mask")
        try:
            pair = torch.broadcast_tensors(x, mask)
        except RuntimeError as error:
            raise ValueError(str(error))
        self.values, self.marks = (part.reshape(-1) for part in pair)

    def __iter__(self):
        return (value for value, mark in zip(self.values, self.marks.tolist()) if mark)


def masked_select(x, mask):
    taken = list(Selection(x, mask))
    if taken:
        return torch.stack(taken)
    return x.reshape(-1)[:0].clone()
